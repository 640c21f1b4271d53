import type { IntervalLevel } from "../constants/intervals.ts";
import { constantValue, type ConstantKey, type FittedConstants } from "../constants/lookup.ts";
import { powerConstants } from "../constants/power.ts";
import { constantProvenance } from "../constants/provenance.ts";
import { constantDefinitions, type ConstantName } from "../constants/registry.ts";
import { shippedConstants, withProfile } from "../constants/shipped.ts";
import { stepConstants } from "../constants/steps.ts";
import type { ConstantDefinition, FittedOffset } from "../constants/types.ts";
import { effectiveWeights, fit, type FitParameter, type FitResult } from "./fit.ts";
import { closedForm, inFull, ownPlace, type ReadyRun } from "./profile-runs.ts";

/** A constant that own runs moved. */
export interface MovedConstant {
  readonly name: ConstantName;
  /** Whose it is: an engine's generation, a device family, or both. */
  readonly place: string;
  readonly unit: string;
  readonly shipped: number;
  readonly value: number;
  /** Standard error of the logarithm of the value, prior included. */
  readonly logSd: number;
  /** Figures that feel it. */
  readonly observations: number;
  readonly atBound: boolean;
}

/** Own constants and what they came from. */
export interface ConstantFit {
  readonly constants: FittedConstants;
  readonly moved: readonly MovedConstant[];
}

interface Place {
  readonly name: ConstantName;
  readonly place: string;
  readonly definition: ConstantDefinition;
  /** A run's key under which the value is told. */
  readonly key: ConstantKey;
  readonly shippedOffset: number;
}

/**
 * Scatter of one figure about a model whose constants fit its slice, standard deviation of the logarithm: what is left of public
 * runs when each model, device, engine and precision has a scale of its own (4 to 8 % of TPOT), more for TTFT, which two releases of
 * one engine change by 10 % in the median. Data are not believed beyond it.
 */
const scatter: Readonly<Record<IntervalLevel, number>> = { tpot: 0.05, batch: 0.06, rate: 0.06, power: 0.08, ttft: 0.15 };
/** Runs of one kind share what a case cannot say, so that they count as at most so many. */
const mostIndependent = 12;
/** Times that the closed form is corrected by the full prediction. */
const corrections = 2;

/** Constants that runs of whole models may move: those of steps, and of power where it was measured. Kernels were measured alone. */
function candidates(runs: readonly ReadyRun[]): Place[] {
  const power = runs.some(({ figures }) => figures.some(({ level }) => level === "power"));
  const names = [...Object.keys(stepConstants), ...(power ? Object.keys(powerConstants) : [])] as ConstantName[];
  const places = new Map<string, Place>();
  for (const name of names) {
    const definition: ConstantDefinition = constantDefinitions[name];
    if (definition.scope === "global") continue;
    for (const { key } of runs) {
      const place = ownPlace(definition, key);
      places.set(`${name}@${place}`, { name, place, definition, key, shippedOffset: shippedConstants[name]?.[place]?.logOffset ?? 0 });
    }
  }
  return [...places.values()];
}

/**
 * Constants for runs of the user's own: the shipped ones, moved by as much as the runs tell. Each may differ from its shipped value
 * by what families and engines differ from their parents (0 ± poolLogSd, a Gaussian on the logarithm); the mode of the posterior is
 * found by {@link fit} in closed form, which the full prediction corrects. What the runs do not tell stays as it was shipped.
 */
export function fitOwnConstants(runs: readonly ReadyRun[]): ConstantFit {
  const problem = problemOf(runs);
  const places = candidates(runs).filter((place) => isTold(place, runs, problem));
  if (places.length === 0) return { constants: {}, moved: [] };
  const { result, deltas } = fitPlaces(runs, places, problem);
  return summary(places, result, deltas);
}

/** Measured logarithms of all figures in a row, and how many independent looks each is worth at the scatter of TPOT. */
interface Problem {
  readonly measured: readonly number[];
  readonly weights: Float64Array;
}

/**
 * Whether runs can tell a constant: were all others known, they would cut its standard deviation by a tenth. Constants that only
 * together explain a difference share it by their priors.
 */
function isTold(place: Place, runs: readonly ReadyRun[], { weights }: Problem): boolean {
  const step = constantProvenance[place.name].poolLogSd / 4;
  const moved = (delta: number): number[] => runs.flatMap((run) => closedForm(run, constantsAt([place], [delta])));
  const [low, high] = [moved(-step), moved(step)];
  const information = high.reduce((sum, log, i) => {
    const slope = ((log - (low[i] as number)) / (2 * step)) * (constantProvenance[place.name].poolLogSd / scatter.tpot);
    return sum + (weights[i] as number) * slope * slope;
  }, 0);
  return 1 / (1 + information) < 0.9 ** 2;
}

function problemOf(runs: readonly ReadyRun[]): Problem {
  const levels = runs.flatMap(({ figures }) => figures.map(({ level }) => level));
  const group = runs.flatMap(({ figures, device, model, key, scenario }) => figures.map(({ figure }) => [device, model, key.engine, scenario.precision.weights, figure].join(" ")));
  const own = runs.flatMap(({ figures, weight }) => figures.map(() => weight ?? 1));
  return {
    measured: runs.flatMap(({ figures }) => figures.map(({ log }) => log)),
    weights: effectiveWeights(group, mostIndependent).map((share, i) => share * (own[i] as number) * (scatter.tpot / scatter[levels[i] as IntervalLevel]) ** 2),
  };
}

function fitPlaces(runs: readonly ReadyRun[], places: readonly Place[], { measured, weights }: Problem): { result: FitResult; deltas: Float64Array } {
  const parameters = places.map(({ name, place, definition, key }): FitParameter => {
    const value = constantValue(name, key, shippedConstants);
    return { name: `${name}@${place}`, prior: 0, sd: constantProvenance[name].poolLogSd, bounds: [Math.log(definition.bounds[0] / value) - 1e-9, Math.log(definition.bounds[1] / value) + 1e-9] };
  });
  const quick = (logs: ArrayLike<number>): number[] => runs.flatMap((run) => closedForm(run, constantsAt(places, logs)));
  let deltas = new Float64Array(places.length);
  let result: FitResult | undefined;
  for (let round = 0; round < corrections; round++) {
    const now = quick(deltas);
    const full = runs.flatMap((run) => inFull(run, constantsAt(places, deltas)));
    const problem = { parameters, weights, scale: scatter.tpot, predict: quick, observed: measured.map((log, i) => log - (full[i] as number) + (now[i] as number)) };
    // What all runs have in common is a difference, not an outlier: least squares first, and from there the robust fit.
    const plain = fit({ ...problem, start: deltas, degreesOfFreedom: Infinity, rounds: 1 });
    result = fit({ ...problem, start: plain.logs, rounds: 3 });
    deltas = Float64Array.from(result.logs);
  }
  return { result: result as FitResult, deltas };
}

/** Offsets in the place of the shipped ones. */
function constantsAt(places: readonly Place[], deltas: ArrayLike<number>, sd: (j: number) => number = () => 0, seen: (j: number) => number = () => 0): FittedConstants {
  const set: Record<string, Record<string, FittedOffset>> = {};
  for (const [j, { name, place, shippedOffset }] of places.entries()) {
    (set[name] ??= {})[place] = { logOffset: shippedOffset + (deltas[j] as number), logSd: sd(j), observations: seen(j) };
  }
  return set;
}

function summary(places: readonly Place[], { parameters }: FitResult, deltas: Float64Array): ConstantFit {
  const round = (value: number): number => Number(value.toFixed(4));
  const of = (j: number): FitResult["parameters"][number] => parameters[j] as FitResult["parameters"][number];
  const constants = constantsAt(places, deltas.map(round), (j) => round(of(j).sd), (j) => of(j).observations);
  const fitted = withProfile(constants);
  return {
    constants,
    moved: places.map(({ name, place, key }, j) => ({
      name, place, unit: constantProvenance[name].unit, shipped: constantValue(name, key, shippedConstants), value: constantValue(name, key, fitted),
      logSd: of(j).sd, observations: of(j).observations, atBound: of(j).atBound,
    })),
  };
}
