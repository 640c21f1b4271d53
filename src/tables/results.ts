import type { Device } from "../hardware/types.ts";
import type { ParetoPoint, PlannedDeployment } from "../planner/types.ts";
import type { Explanation } from "../predict/explain-types.ts";
import type { MemoryAnswer } from "../predict/memory.ts";
import type { Prediction, ServingFigure } from "../predict/types.ts";
import type { ServerRequestTimes, ServerTimeSeries } from "../queueing/simulation/server-types.ts";
import type { QueueAnswer } from "../queueing/types.ts";
import { tableOf } from "./table-of.ts";
import type { Cell, Column, Table } from "./types.ts";

/** A prediction with what it is of: a rate, a batch, a device, whatever stands beside it. */
export interface LabelledPrediction {
  /** What was predicted. */
  readonly prediction: Prediction;
  readonly [label: string]: Cell | Prediction;
}

/**
 * Predictions, one a row: what they are labelled with, every figure with the ends of its 90 % interval beside it (`ttftSeconds`,
 * `ttftSeconds.low`, `ttftSeconds.high`), what binds, how it was answered, warnings.
 * @throws RidgepointError `invalid-value` where a label is a number in one row and a text in another.
 * @example predictionTable(loadCurve(scenario).points).columns[0].name // "ratePerSecond"
 */
export function predictionTable(rows: readonly (Prediction | LabelledPrediction)[]): Table {
  return tableOf(rows.map((row) => {
    const { prediction, labels } = "values" in row ? { prediction: row as Prediction, labels: {} } : labelled(row as LabelledPrediction);
    const figures = Object.entries(prediction.values).flatMap(([figure, value]) => {
      const interval = prediction.intervals90[figure as ServingFigure];
      return interval === undefined ? [[figure, value]] : [[figure, value], [`${figure}.low`, interval[0]], [`${figure}.high`, interval[1]]];
    });
    return { ...labels, ...Object.fromEntries(figures), bound: prediction.bound, method: prediction.method, warnings: prediction.warnings };
  }));
}

function labelled({ prediction, ...labels }: LabelledPrediction): { prediction: Prediction; labels: object } {
  return { prediction, labels };
}

/** The deployments of a plan, cheapest first; intervals as `intervals90.tpotSeconds.low`, degrees as `plan.tp`. */
export function deploymentTable({ deployments }: { readonly deployments: readonly PlannedDeployment[] }): Table {
  return tableOf(deployments);
}

/** The Pareto set of a plan. */
export function paretoTable({ pareto }: { readonly pareto: readonly ParetoPoint[] }): Table {
  return tableOf(pareto);
}

/** The operators of every step of an explanation, with the phase that they are of; longest first in each. */
export function operatorTable({ steps }: Pick<Explanation, "steps">): Table {
  return tableOf(steps.flatMap(({ phase, operators }) => operators.map((operator) => ({ phase, ...operator }))));
}

/** What 1 % more of each thing changes, per cent: a row for each lever. */
export function leverTable({ levers }: Pick<Explanation, "levers">): Table {
  return tableOf(levers.map(({ name, effect }) => ({ name, ...effect })));
}

/** The constants that a prediction leans on, with their sources. */
export function constantTable({ constants }: Pick<Explanation, "constants">): Table {
  return tableOf(constants.map(({ effect, ...constant }) => ({ ...constant, ...effect })));
}

/** Counts of models, one a row; of a placed one the bytes of a device too. */
export function memoryTable(rows: readonly MemoryAnswer[]): Table {
  return tableOf(rows.map(({ stages: _stages, ...counts }) => counts));
}

/** The values of a queue, one a row, with their 95 % confidence intervals where they were simulated; lists are several rows. */
export function queueTable({ values, ci95 }: Pick<QueueAnswer, "values" | "ci95">): Table {
  return tableOf(Object.entries(values).flatMap(([name, value]) => {
    const intervals = ci95?.[name];
    return [value].flat().map((each, index) => {
      const interval = Array.isArray(value) ? intervals?.[index] : intervals;
      return { name, ...(Array.isArray(value) ? { index } : {}), value: each, ...(Array.isArray(interval) ? { low: interval[0] as number, high: interval[1] as number } : {}) };
    });
  }));
}

/** State of a simulated deployment at the ends of equal bins of time. */
export function timeSeriesTable(series: ServerTimeSeries): Table {
  return columnTable(series);
}

/** Times of every request of a simulated trace, in order of arrival. */
export function requestTable(requests: ServerRequestTimes): Table {
  return columnTable(requests);
}

/** Devices with their figures; of lists their fastest memory, and how many prices there are. */
export function deviceTable(devices: readonly Device[]): Table {
  return tableOf(devices.map(({ tiers: [{ technology, capacityBytes, bandwidthBytesPerSecond }], prices, ...rest }) => (
    { ...rest, memory: { technology, capacityBytes, bandwidthBytesPerSecond }, prices: prices.length })));
}

/** Columns that are already there, typed arrays of one length; what is not finite is null. */
function columnTable(arrays: object): Table {
  const columns = Object.entries(arrays as Record<string, Float64Array>).map(([name, values]): Column => (
    { name, type: "number", values: Array.from(values, (value) => (Number.isFinite(value) ? value : null)) }));
  return { columns, rowCount: columns[0]?.values.length ?? 0 };
}
