import { describe, expect, it } from "vitest";
import { memoryOf } from "../../src/predict/memory.ts";
import { predict } from "../../src/predict/serving.ts";
import { simulate } from "../../src/predict/simulate.ts";
import type { Prediction, Scenario } from "../../src/predict/types.ts";
import { fixtures, traceRequests } from "./command.ts";
import { inProcess } from "./in-process.ts";

const folder = fixtures();
const on = ["--model", "meta-llama/Llama-3.1-8B", "--hardware", "h100"];
const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "bf16" }, load: { mode: "static", batch: 1 }, inputTokens: 1024, outputTokens: 256,
};
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const run = async (...words: readonly string[]): Promise<string> => {
  const { status, out, err } = await inProcess(words, folder);
  expect([status, err]).toEqual([0, ""]);
  return out;
};

describe("predict", () => {
  it.each<readonly [readonly string[], Partial<Scenario>]>([
    [[], {}],
    [["--batch", "4", "--input", "100", "--output", "50"], { load: { mode: "static", batch: 4 }, inputTokens: 100, outputTokens: 50 }],
    [["--concurrency", "8", "--requests", "40", "--tp", "2"], { load: { mode: "closed", concurrency: 8, requests: 40 }, plan: { tp: 2 } }],
    [["--rate", "2", "--precision", "fp8", "--kv-precision", "fp8", "--closed-form"], { load: { mode: "open", ratePerSecond: 2 }, precision: { weights: "fp8", kv: "fp8" } }],
    [["--load", "offline", "--engine", "sglang", "--max-running", "64", "--prefix-hit", "512"], { load: { mode: "offline" }, engine: "sglang", maxRunningRequests: 64, prefixHitTokens: 512 }],
    [["--dp", "2", "--eager", "--usd-per-device-hour", "1.5", "--batch", "2"], { plan: { dp: 2 }, enforceEager: true, prices: { usdPerDeviceHour: 1.5 }, load: { mode: "static", batch: 2 } }],
    [["--output", "tokens-geometric:100", "--load", "offline"], { outputTokens: { dist: "tokens-geometric", mean: 100 }, load: { mode: "offline" } }],
  ])("options %j are that scenario", async (words, more) => {
    const method = words.includes("--closed-form") ? { method: "closed-form" as const } : {};
    expect(JSON.parse(await run("predict", ...on, ...words, "--json"))).toEqual(plain(predict({ ...scenario, ...more }, method)));
  });

  it("the tables hold every figure that the load defines, with interval and percentiles", async () => {
    const out = await run("predict", ...on, "--rate", "2");
    for (const row of ["time to first token", "time per output token", "gap between tokens", "request", "output tokens", "running requests", "MFU", "MBU", "KV capacity, tokens", "power of the devices", "per million output tokens"]) {
      expect(out).toMatch(new RegExp(`^${row} .*\\d`, "m"));
    }
    expect(out).toMatch(/mean +± +90 % interval +p50 +p90 +p95 +p99/);
    expect(out).toContain("event-skipping simulator");
  });

  it("own files: a config and a device", async () => {
    const own = JSON.parse(await run("predict", "--model", "config.json", "--hardware", "h100", "--json")) as Prediction;
    const known = predict(scenario).values;
    // The file has Llama-3.1-8B's dimensions.
    expect(own.values.weightsBytesPerDevice).toBe(known.weightsBytesPerDevice);
  });

  it("a case of the contract stands for the options", async () => {
    const out = await run("predict", "--case", "serving.json");
    expect(out).toContain("prefill and decode apart");
    expect(out).toMatch(/^time to first token .*\d/m);
  });

  it("prices of tokens apart, energy and break-even come with their options", async () => {
    const { economics } = JSON.parse(await run("predict", ...on, "--load", "offline", "--pue", "1.3", "--api-usd-per-million-input", "0.1", "--api-usd-per-million-output", "0.2", "--json"));
    expect(economics.energy.watts).toBeGreaterThan(0);
    expect(economics.breakEven.utilisation).toBeGreaterThan(0);
    expect(await run("predict", ...on, "--load", "offline", "--grams-co2-per-kwh", "fr")).toMatch(/^CO2, per hour +\d+/m);
  });
});

describe("memory", () => {
  it("counts are the library's, and printed with all their digits", async () => {
    const answer = memoryOf({ model: "meta-llama/Llama-3.1-70B", precision: { weights: "bf16" }, inputTokens: 1024, outputTokens: 256 });
    expect(JSON.parse(await run("memory", "--model", "meta-llama/Llama-3.1-70B", "--json"))).toEqual(plain(answer));
    // Meta's model card: 70.6 B; exactly the sum of the published tensors.
    expect(await run("memory", "--model", "meta-llama/Llama-3.1-70B")).toContain("70,553,706,496");
  });

  it("an uneven pipeline shows its stages", async () => {
    const out = await run("memory", "--model", "meta-llama/Llama-3.1-8B", "--hardware", "h100", "--pp", "3");
    expect(out).toMatch(/Pipeline stages[\s\S]*^ +2 /m);
  });
});

describe("simulate", () => {
  it("a trace runs once, whole", async () => {
    const answer = JSON.parse(await run("simulate", ...on, "--trace", "requests.jsonl", "--json"));
    expect(answer.measuredRequests).toBe(traceRequests.length);
    expect(answer.replications).toBe(1);
    const arrivals = answer.timeSeries.reduce((sum: number, bin: { readonly arrivals: number }) => sum + bin.arrivals, 0);
    expect(arrivals).toBe(traceRequests.length);
  });

  it("a trace at another rate is the same trace, squeezed", async () => {
    const slow = JSON.parse(await run("simulate", ...on, "--trace", "requests.csv", "--rate", "2", "--json"));
    const fast = JSON.parse(await run("simulate", ...on, "--trace", "requests.csv", "--rate", "8", "--json"));
    expect(fast.requestsPerSecond / slow.requestsPerSecond).toBeGreaterThan(3.5);
    expect(fast.ttft.meanSeconds).toBeGreaterThan(slow.ttft.meanSeconds);
  });

  it("the same seed gives the library's answer; the service level is counted", async () => {
    const load = { mode: "open", ratePerSecond: 3 } as const;
    // About half of the requests are in time, whatever the constants say.
    const milliseconds = Math.round(1e3 * simulate({ ...scenario, load }, { run: { requests: 2000, seed: 7 } }).ttft.p50Seconds);
    const words = ["--rate", "3", "--requests", "2000", "--seed", "7", "--ttft-within", `${milliseconds}ms`, "--json"];
    const { timeSeries: _, ...answer } = JSON.parse(await run("simulate", ...on, ...words));
    const { timeSeries: __, ...expected } = simulate({ ...scenario, load }, {
      serviceLevel: { ttftSeconds: milliseconds / 1e3 }, timeSeriesSeconds: 5, run: { requests: 2000, seed: 7 },
    });
    expect(answer).toEqual(plain(expected));
    expect(answer.attainment).toBeGreaterThan(0);
    expect(answer.attainment).toBeLessThan(1);
  });

  it("--csv is the time series, a line for each bin", async () => {
    const rows = (await run("simulate", ...on, "--trace", "requests.csv", "--bin", "10s", "--csv")).trimEnd().split("\n");
    expect(rows[0]).toBe("seconds,running,waiting,kvTokens,arrivals,completions,outputTokens");
    expect(rows.slice(1).map((row) => Number(row.split(",")[0]))).toEqual(rows.slice(1).map((_, bin) => 10 * (bin + 1)));
  });

  it("refuses more bins than can be held", async () => {
    const { status, err } = await inProcess(["simulate", ...on, "--trace", "requests.csv", "--bin", "1us"], folder);
    expect([status, err]).toEqual([1, expect.stringMatching(/--bin.*wider/)]);
  });
});

describe("models and hardware", () => {
  it("the catalogue's lists have a line for each entry", async () => {
    const list = JSON.parse(await run("hardware", "list", "--kind", "all", "--json"));
    const rows = (await run("hardware", "list", "--kind", "all", "--csv")).trimEnd().split("\n");
    expect(rows.length).toBe(list.length + 1);
    expect((await run("models", "list", "--csv")).trimEnd().split("\n").length).toBe(JSON.parse(await run("models", "list", "--json")).length + 1);
  });

  it("show has the sources of the figures", async () => {
    const out = await run("hardware", "show", "h100");
    expect(out).toMatch(/memory\[0\]\.bandwidth +3350 GB\/s/);
    expect(out).toMatch(/^Sources$/m);
    expect(out).toMatch(/https:\/\//);
  });

  it("compare prints in tables that fit, however many devices", async () => {
    const { devices } = await import("../../src/hardware/lookup.ts");
    const ids = devices().map(({ id }) => id);
    const out = await run("hardware", "compare", ...ids);
    for (const id of ids) expect(out).toMatch(new RegExp(`^ .* ${id}( |$)`, "m"));
    expect(out.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
  });
});
