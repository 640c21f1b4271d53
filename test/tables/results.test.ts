import * as arrow from "apache-arrow";
import * as aq from "arquero";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { device } from "../../src/hardware/lookup.ts";
import { explain } from "../../src/predict/explain.ts";
import { memoryOf } from "../../src/predict/memory.ts";
import { predict } from "../../src/predict/serving.ts";
import { simulate } from "../../src/predict/simulate.ts";
import type { Scenario } from "../../src/predict/types.ts";
import { plan } from "../../src/planner/plan.ts";
import {
  constantTable, deploymentTable, deviceTable, leverTable, memoryTable, operatorTable, paretoTable, predictionTable, queueTable, requestTable, rowsOf, timeSeriesTable, toArquero, toArrow,
  toCsv, toDataFrame, toParquet, type Table,
} from "../../src/tables/index.ts";

const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" }, load: { mode: "static", batch: 4 }, inputTokens: 512, outputTokens: 64,
};
const explanation = explain(scenario);
const answer = plan({ model: scenario.model, hardware: ["h100", "l40s", "b300-sxm"], ratePerSecond: 2, inputTokens: 512, outputTokens: 64, objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.1 }, confirm: 0 });
const run = simulate(
  { ...scenario, load: { mode: "trace", requests: Array.from({ length: 30 }, (_, i) => ({ arrivalSeconds: i / 5, inputTokens: 400 + i, outputTokens: 10 + i })) } },
  { keepRequests: true, timeSeriesSeconds: 1 },
);
const [, eight] = [4, 8].map((batch) => ({ batch, prediction: predict({ ...scenario, load: { mode: "static", batch } }) }));
const rows = [{ batch: 4, prediction: predict(scenario) }, eight!];

const tables: Readonly<Record<string, Table>> = {
  predictions: predictionTable(rows), deployments: deploymentTable(answer), pareto: paretoTable(answer), operators: operatorTable(explanation), levers: leverTable(explanation),
  constants: constantTable(explanation), memory: memoryTable([memoryOf({ model: scenario.model, precision: { weights: "bf16" } }), memoryOf({ model: scenario.model, hardware: "l40s", precision: { weights: "bf16" } })]),
  queue: queueTable({ values: { mean_wait_s: 1.5, mean_in_system: [1, 2] }, ci95: { mean_wait_s: [1.4, 1.6], mean_in_system: [[0.9, 1.1], [1.9, 2.1]] } }),
  series: timeSeriesTable(run.timeSeries!), requests: requestTable(run.requests!), devices: deviceTable([device("h100"), device("mi300x")]),
};
const column = (table: Table, name: string): readonly unknown[] => table.columns.find((entry) => entry.name === name)!.values;

describe("tables of results", () => {
  it.each(Object.keys(tables))("%s: columns of one length, each of one type, named once", (name) => {
    const { columns, rowCount } = tables[name]!;
    expect(rowCount).toBeGreaterThan(0);
    expect(new Set(columns.map((entry) => entry.name)).size).toBe(columns.length);
    for (const { type, values } of columns) {
      expect(values).toHaveLength(rowCount);
      for (const value of values) expect(value === null || typeof value === type).toBe(true);
    }
  });

  it("predictions: labels first, each figure beside the ends of its interval", () => {
    const table = predictionTable(rows);
    expect(table.columns[0]!.name).toBe("batch");
    expect(column(table, "tpotSeconds")).toEqual(rows.map(({ prediction }) => prediction.values.tpotSeconds));
    expect(column(table, "tpotSeconds.low")).toEqual(rows.map(({ prediction }) => prediction.intervals90.tpotSeconds![0]));
    expect(predictionTable([rows[0]!.prediction]).columns.some(({ name }) => name === "bound")).toBe(true);
  });

  it("deployments, operators and levers hold what the results do, in their order", () => {
    expect(column(tables["deployments"]!, "hardware")).toEqual(answer.deployments.map(({ hardware }) => hardware));
    expect(column(tables["deployments"]!, "intervals90.tpotSeconds.high")).toEqual(answer.deployments.map(({ intervals90 }) => intervals90.tpotSeconds[1]));
    expect(column(tables["operators"]!, "seconds")).toEqual(explanation.steps.flatMap(({ operators }) => operators.map(({ seconds }) => seconds)));
    expect(column(tables["levers"]!, "tpot")).toEqual(explanation.levers.map(({ effect }) => effect.tpot));
  });

  it("queues: lists are rows of their own, intervals beside them", () => {
    expect(rowsOf(tables["queue"]!)).toEqual([
      { name: "mean_wait_s", value: 1.5, low: 1.4, high: 1.6, index: null }, { name: "mean_in_system", value: 1, low: 0.9, high: 1.1, index: 0 },
      { name: "mean_in_system", value: 2, low: 1.9, high: 2.1, index: 1 },
    ]);
  });

  it("requests and time series are the run's arrays", () => {
    expect(column(tables["requests"]!, "firstTokenSeconds")).toEqual([...run.requests!.firstTokenSeconds]);
    expect(column(tables["series"]!, "running")).toEqual([...run.timeSeries!.running]);
  });
});

describe("into the real libraries", () => {
  it.each(Object.keys(tables))("%s: arquero", (name) => {
    const table = tables[name]!;
    const frame = toArquero(aq, table);
    expect([frame.numRows(), frame.columnNames()]).toEqual([table.rowCount, table.columns.map((entry) => entry.name)]);
    expect(frame.objects()).toEqual(rowsOf(table));
  });

  it.each(Object.keys(tables))("%s: Arrow, there and back through its file format", (name) => {
    const table = tables[name]!;
    const back = arrow.tableFromIPC(arrow.tableToIPC(toArrow(arrow, table)));
    expect(back.numRows).toBe(table.rowCount);
    for (const { name: key, values } of table.columns) expect([...back.getChild(key)!]).toEqual([...values]);
  });

  it.each(Object.keys(tables))("%s: Parquet, there and back", async (name) => {
    const table = tables[name]!;
    const file = toParquet({ parquetWriteBuffer }, table);
    expect(await parquetReadObjects({ file })).toEqual(rowsOf(table));
  });

  it("CSV holds every digit", () => {
    const line = toCsv(tables["operators"]!).split("\n")[1]!;
    expect(Number(line.split(",")[tables["operators"]!.columns.findIndex(({ name }) => name === "seconds")])).toBe(explanation.steps[0]!.operators[0]!.seconds);
  });

  it("danfojs takes a record of arrays (the real one: npm run test:danfojs)", () => {
    class DataFrame {
      readonly data: Record<string, unknown[]>;
      constructor(data: Record<string, unknown[]>) {
        this.data = data;
      }
    }
    expect(Object.keys(toDataFrame({ DataFrame }, tables["operators"]!).data)).toEqual(tables["operators"]!.columns.map(({ name }) => name));
  });
});
