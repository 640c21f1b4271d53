import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { completeCase } from "../../../src/calibration/measurements/complete.ts";
import { readMeasurements } from "../../../src/calibration/measurements/read.ts";
import type { ReportedRun } from "../../../src/calibration/measurements/reported-run.ts";
import { RidgepointError } from "../../../src/quantities/errors.ts";

// Field names as the programs write them: vllm/benchmarks/serve.py; guidellm/benchmark/outputs/{csv,serialized}.py and its 0.5 reports;
// genai_perf/export_data/{csv,json}_exporter.py; llama.cpp tools/llama-bench/README.md. All figures are made up.
const only = (text: string): ReportedRun => {
  const { runs } = readMeasurements(text, "file");
  expect(runs).toHaveLength(1);
  return runs[0] as ReportedRun;
};
const example = (name: string): string => readFileSync(fileURLToPath(new URL(`../../../docs/examples/${name}`, import.meta.url)), "utf8");

describe("vllm bench serve", () => {
  const result = {
    date: "20251124-080000", endpoint_type: "vllm", backend: "vllm", label: null, model_id: "meta-llama/Llama-3.1-8B", tokenizer_id: "meta-llama/Llama-3.1-8B",
    num_prompts: 100, request_rate: "inf", burstiness: 1, max_concurrency: 16, duration: 20, completed: 100, failed: 0, total_input_tokens: 102400, total_output_tokens: 12800,
    request_throughput: 5, "request_goodput:": null, output_throughput: 640, total_token_throughput: 5760,
    mean_ttft_ms: 80, median_ttft_ms: 70, p99_ttft_ms: 300, mean_tpot_ms: 12.5, median_tpot_ms: 12, mean_itl_ms: 12.4, p99_itl_ms: 40,
  };

  it("a concurrency limit is a closed loop of so many prompts", () => {
    expect(only(JSON.stringify(result))).toEqual({
      place: "the run", date: "2025-11-24", notes: [],
      case: { model: "meta-llama/Llama-3.1-8B", engine: "vllm", load: { mode: "closed", concurrency: 16, requests: 100 }, input_tokens: 1024, output_tokens: 128 },
      expected: { ttft_s: 0.08, tpot_s: 0.0125, output_tokens_per_s: 640, requests_per_s: 5 },
    });
  });

  it("a finite rate is an open load, bursty where it says so; neither is everything at once", () => {
    expect(only(JSON.stringify({ ...result, request_rate: 4, max_concurrency: null })).case.load).toEqual({ mode: "open", rate_per_s: 4 });
    expect(only(JSON.stringify({ ...result, request_rate: 4, burstiness: 0.5, max_concurrency: null })).case.arrivals)
      .toEqual({ process: "renewal", interarrival: { dist: "gamma", shape: 0.5, scale: 0.5 } });
    const burst = only(JSON.stringify({ ...result, max_concurrency: null }));
    expect(burst.case.load).toEqual({ mode: "closed", concurrency: 100, requests: 100 });
    expect(burst.notes).toEqual(["all prompts were sent at once"]);
  });

  it("appended results, and an openai client that names no engine", () => {
    const { format, runs } = readMeasurements(`${JSON.stringify(result)}\n${JSON.stringify({ ...result, backend: "openai", failed: 2 })}`, "file");
    expect([format, runs.map(({ case: c }) => c.engine), runs[1]?.notes]).toEqual(["vllm", ["vllm", undefined], ["2 requests failed and are not in the means"]]);
  });
});

describe("GuideLLM", () => {
  it("reads a report of 0.5; TPOT is its inter-token latency", () => {
    const { format, runs } = readMeasurements(example("guidellm.json"), "guidellm.json");
    expect([format, runs.length]).toEqual(["guidellm", 4]);
    expect(runs[0]).toMatchObject({
      place: "benchmark 1", date: "2025-11-24",
      case: { model: "meta-llama/Llama-3.1-8B", load: { mode: "closed", concurrency: 1, requests: 40 }, input_tokens: 1024, output_tokens: 256 },
      expected: { ttft_s: expect.closeTo(0.0333, 9), tpot_s: expect.closeTo(0.00876, 9) },
    });
  });

  it("reads a report of 0.2, with its strategies", () => {
    const mean = (value: number): object => ({ successful: { mean: value } });
    const benchmark = (strategy: object): object => ({
      args: { strategy }, worker: { backend_model: "m" }, run_stats: { requests_made: { successful: 50 } },
      metrics: { request_concurrency: mean(7.6), prompt_token_count: mean(255.6), output_token_count: mean(128), time_to_first_token_ms: mean(50), inter_token_latency_ms: mean(10) },
    });
    const strategies = [{ type_: "synchronous" }, { type_: "throughput" }, { type_: "poisson", rate: 2 }, { type_: "constant", rate: 2 }, { type_: "other" }];
    const { runs } = readMeasurements(JSON.stringify({ benchmarks: strategies.map(benchmark) }), "file");
    expect(runs.map(({ case: c }) => c.load)).toEqual([
      { mode: "closed", concurrency: 1, requests: 50 }, { mode: "closed", concurrency: 8, requests: 50 }, { mode: "open", rate_per_s: 2 }, { mode: "open", rate_per_s: 2 }, undefined,
    ]);
    expect(runs[3]?.case.arrivals).toEqual({ process: "renewal", interarrival: { dist: "deterministic", value: 0.5 } });
    expect(runs[0]?.case).toMatchObject({ model: "m", input_tokens: 256 });
  });

  it("reads its CSV with three header lines", () => {
    const columns: readonly (readonly [string, string, string, string])[] = [
      ["Run Info", "Profile", "", '"{""type_"": ""concurrent"", ""streams"": [4, 16]}"'], ["Run Info", "Backend", "", '"{""model"": ""m""}"'],
      ["Benchmark", "Strategy", "", "concurrent"], ["Timings", "Start Time", "", "2025-11-24 08:00:00"], ["Request Counts", "Successful", "", "64"],
      ["Request Latency", "Successful Sec", "Mean", "1.4"], ["Time to First Token", "Successful ms", "Mean", "60"], ["Inter Token Latency", "Successful ms", "Mean", "11"],
      ["Token Metrics", "Successful Input Tokens", "Mean", "512"], ["Token Metrics", "Successful Output Tokens", "Mean", "128"],
    ];
    const line = (index: 0 | 1 | 2 | 3): string => columns.map((column) => column[index]).join(",");
    const { format, runs } = readMeasurements([line(0), line(1), line(2), line(3), line(3)].join("\r\n"), "file");
    expect(format).toBe("guidellm");
    expect(runs.map(({ case: c }) => c.load)).toEqual([{ mode: "closed", concurrency: 4, requests: 64 }, { mode: "closed", concurrency: 16, requests: 64 }]);
    expect(runs[0]).toMatchObject({ date: "2025-11-24", case: { model: "m", input_tokens: 512, output_tokens: 128 }, expected: { ttft_s: 0.06, tpot_s: 0.011, request_s: 1.4 } });
  });
});

describe("GenAI-Perf", () => {
  const metric = (unit: string, avg: number): object => ({ unit, avg });
  const report = {
    request_throughput: metric("requests/sec", 5), request_latency: metric("ms", 1500), request_count: metric("count", 80), time_to_first_token: metric("ms", 90),
    inter_token_latency: metric("ms", 11), output_sequence_length: metric("tokens", 127.6), input_sequence_length: metric("tokens", 1000), output_token_throughput: metric("tokens/sec", 600),
    input_config: { model: ["my-model"], backend: "tensorrtllm", concurrency: 8, request_rate: null },
  };
  const expected = { ttft_s: 0.09, tpot_s: 0.011, request_s: 1.5, requests_per_s: 5, output_tokens_per_s: 600 };

  it("reads its JSON, and that of AIPerf", () => {
    expect(only(JSON.stringify(report))).toMatchObject({
      case: { model: "my-model", engine: "tensorrt-llm", load: { mode: "closed", concurrency: 8, requests: 80 }, input_tokens: 1000, output_tokens: 128 }, expected,
    });
    const aiperf = { ...report, input_config: { endpoint: { model_names: ["m"] }, loadgen: { request_rate: 3 } }, time_to_first_token: metric("us", 90_000) };
    expect(only(JSON.stringify(aiperf))).toMatchObject({ case: { model: "m", load: { mode: "open", rate_per_s: 3 } }, expected });
  });

  it("reads its CSV, with commas in numbers; the load is not in it", () => {
    const csv = 'Metric,avg,min,max,p99\r\nTime To First Token (ms),90.00,1,2,3\r\nRequest Latency (ms),"1,500.00",1,2,3\r\nInter Token Latency (ms),11.00,1,2,3\r\nOutput Sequence Length (tokens),127.60,1,2,3\r\nInput Sequence Length (tokens),"1,000.00",1,2,3\r\n\r\nMetric,Value\r\nOutput Token Throughput (per sec),600.00\r\nRequest Throughput (per sec),5.00\r\nRequest Count (count),80.00\r\n';
    expect(only(csv)).toEqual({ place: "the run", case: { input_tokens: 1000, output_tokens: 128 }, expected, notes: [] });
  });
});

describe("llama-bench", () => {
  it("reads its JSON: prompts, answers, after a context", () => {
    const { format, runs } = readMeasurements(example("llama-bench.json"), "llama-bench.json");
    expect(format).toBe("llama-bench");
    expect(runs.map(({ case: c, expected }) => [c.input_tokens, c.output_tokens, c.prefix_hit_tokens, Object.keys(expected)[0]])).toEqual([
      [512, 1, undefined, "prefill_tokens_per_s"], [2048, 1, undefined, "prefill_tokens_per_s"], [1, 129, undefined, "decode_tokens_per_s"], [4096, 129, undefined, "decode_tokens_per_s"],
    ]);
    expect(runs[0]?.case).toMatchObject({ engine: "llama.cpp", load: { mode: "static", batch: 1 }, precision: { weights: "q4_k_m", kv: "fp16" } });
  });

  it("JSON Lines and CSV say the same", () => {
    const tests = JSON.parse(example("llama-bench.json")) as Record<string, unknown>[];
    const runs = readMeasurements(example("llama-bench.json"), "").runs.map(({ place: _, ...rest }) => rest);
    const lines = readMeasurements(tests.map((test) => JSON.stringify(test)).join("\n"), "");
    const names = Object.keys(tests[0] as object);
    const csv = readMeasurements([names.join(","), ...tests.map((test) => names.map((name) => `"${test[name]}"`).join(","))].join("\n"), "");
    for (const other of [lines, csv]) expect(other.runs.map(({ place: _, ...rest }) => rest)).toEqual(runs);
  });

  it("reads its Markdown", () => {
    const table = [
      "| model                 |     size | params | backend | ngl |          test |             t/s |", "| --------------------- | -------: | -----: | ------- | --: | ------------: | --------------: |",
      "| llama 8B Q8_0         | 8.54 GiB | 8.03 B | CUDA    |  99 |         pp512 | 5000.00 ± 20.00 |", "| llama 8B Q8_0         | 8.54 GiB | 8.03 B | CUDA    |  99 | tg128 @ d2048 |    90.00 ± 0.50 |",
      "| llama 8B Q8_0         | 8.54 GiB | 8.03 B | CUDA    |  99 |   pp512+tg128 |   400.00 ± 0.50 |", "", "build: 00000000 (1)",
    ].join("\n");
    expect(readMeasurements(table, "").runs.map(({ case: c, expected }) => [c.precision?.weights, c.input_tokens, c.output_tokens, expected])).toEqual([
      ["int8_wo", 512, 1, { prefill_tokens_per_s: 5000 }], ["int8_wo", 2048, 129, { decode_tokens_per_s: 90 }], ["int8_wo", 512, 128, { total_tokens_per_s: 400 }],
    ]);
  });

  it("several devices are pipeline stages; layers on the CPU are noted", () => {
    const [test] = JSON.parse(example("llama-bench.json")) as Record<string, unknown>[];
    const run = only(JSON.stringify([{ ...test, gpu_info: "A, A", n_gpu_layers: 20 }]));
    expect(run.case).toMatchObject({ devices: 2, plan: { pp: 2 } });
    expect(run.notes).toEqual(["n_gpu_layers 20: layers on the CPU are not modelled"]);
  });
});

describe("a plain table", () => {
  it("has a column for each setting and figure", () => {
    const { format, runs } = readMeasurements(example("runs.csv"), "runs.csv");
    expect(format).toBe("table");
    expect(runs[1]).toEqual({
      place: "line 3", notes: [], expected: { ttft_s: expect.closeTo(0.229, 9), tpot_s: expect.closeTo(0.00964, 9) },
      case: {
        model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", engine: "vllm", engine_version: "0.10.0", plan: { tp: 1 }, precision: { weights: "bf16" },
        load: { mode: "closed", concurrency: 8, requests: 80 }, input_tokens: 1024, output_tokens: 256,
      },
    });
  });

  it.each([
    ["ttft_s,colour\n1,red", /"colour" is not a column; known are model, hardware/],
    ["ttft_s,tp\n1,2.5", /line 2, tp = "2.5" is not a whole number/],
    ["ttft_s\n-1", /line 2, ttft_s = "-1" is not a number above 0/],
  ])("%s", (text, fault) => {
    expect(() => readMeasurements(text, "file")).toThrow(fault);
  });
});

describe("what is no report", () => {
  it.each([["hello", /is not a report that is understood; try the output of GuideLLM/], ["{}", /is not a report/], ["[]", /is not a report/], ['{"a": 1}\n{"b"', /line 2: not JSON/], ['{"benchmarks": []}', /is not a report/], ["ttft_s,tpot_s", /holds no run/]])("%s", (text, fault) => {
    expect(() => readMeasurements(text, "file")).toThrow(fault);
    expect(() => readMeasurements(text, "file")).toThrow(RidgepointError);
  });
});

describe("completeCase", () => {
  const run: ReportedRun = { place: "benchmark 1", case: { model: "served-name", precision: { kv: "fp8" }, load: { mode: "closed", concurrency: 4 }, input_tokens: 10, output_tokens: 5 }, expected: { ttft_s: 1 }, notes: [] };

  it("settings hold for the deployment, the report for the load", () => {
    expect(completeCase(run, { model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "bf16" }, load: { mode: "static", batch: 1 }, input_tokens: 99 }, "f")).toEqual({
      kind: "serving", model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { kv: "fp8", weights: "bf16" }, load: { mode: "closed", concurrency: 4 }, input_tokens: 10, output_tokens: 5,
    });
  });

  it("names everything that is missing, with the options that give it", () => {
    expect(() => completeCase({ ...run, case: {} }, { model: "m" }, "f.json")).toThrow(
      "f.json, benchmark 1 does not say hardware, precision.weights, load, input_tokens, output_tokens; give --hardware, --precision, --concurrency, --rate or --batch, --input, --output");
  });
});
