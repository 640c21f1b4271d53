import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCase } from "../../src/contract/index.ts";

const serving = { kind: "serving", model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "fp8", kv: "fp8" }, input_tokens: 128, output_tokens: 8 };
const cases: readonly object[] = [
  { ...serving, devices: 2, plan: { tp: 2, pp: 1, ep: 1, dp: 1, attention_dp: 1 }, engine: "vllm", engine_version: "0.12.0", load: { mode: "closed", concurrency: 4, requests: 8 } },
  { ...serving, load: { mode: "static", batch: 4 }, prefix_hit_tokens: 20, prices: { usd_per_device_hour: 2 }, max_running_requests: 4, max_batched_tokens: 512, enforce_eager: true },
  { ...serving, model: "Qwen/Qwen3-30B-A3B", devices: 4, precision: { weights: "bf16" }, load: { mode: "offline" }, interconnect: { bytes_per_s_per_device: 5e10 } },
  { ...serving, load: { mode: "closed", concurrency: 2, requests: 4 }, disaggregated: { prefill: { devices: 1, plan: { tp: 1 } }, decode: { devices: 1 }, kv_link_bytes_per_s: 1e10 } },
  { kind: "memory", model: "llama-3.1-70b", hardware: "h100", devices: 4, precision: { weights: "bf16" }, input_tokens: 1024, output_tokens: 64 },
  { kind: "kernel", hardware: "h100-sxm5-80", op: "gemm", m: 16, n: 2048, k: 1536, precision: "bf16" },
  { kind: "kernel", hardware: "h100", op: "grouped_gemm", tokens: 64, experts: 16, top_k: 2, hidden: 512, intermediate: 512, ep: 2, tp: 1, gated: true, precision: "bf16" },
  { kind: "kernel", hardware: "mi300x", op: "attention_prefill", batch: 4, query_tokens: 100, context_tokens: 1000, heads: 8, kv_heads: 2, head_dim: 128, kv_precision: "fp8", precision: "bf16", causal: true, window: 100 },
  { kind: "kernel", hardware: "h100", op: "allreduce", bytes: 100_000, devices: 8, precision: "bf16" },
  { kind: "queue", arrivals: { process: "poisson", rate_per_s: 0.5 }, service: { dist: "gamma", shape: 2, scale: 0.5 }, discipline: "fcfs", servers: 1 },
];

const strange = fc.oneof(
  fc.constantFrom<unknown>(0, -1, 1, 2, 8, 0.5, 1e-300, 1e308, 1e9, 2 ** 53, "", "NaN", null, true, [], {}, "h100", "__proto__", "constructor", "toString", "x".repeat(200)),
  fc.constantFrom<unknown>(1, 2, 3, 8, 16, 100, 20_000, 1e6),
  fc.jsonValue({ maxDepth: 2 }),
);

function paths(value: object, above: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [[...above, key], ...(typeof part === "object" && part !== null ? paths(part, [...above, key]) : [])]);
}

function replaced(value: object, [key = "", ...rest]: readonly string[], by: unknown): object {
  const inner = (value as Record<string, unknown>)[key];
  return { ...value, [key]: rest.length === 0 || typeof inner !== "object" || inner === null ? by : replaced(inner, rest, by) };
}

const codes = ["invalid-json", "missing-field", "unknown-field", "invalid-value", "unknown-model", "unknown-hardware", "unsupported", "infeasible", "unstable"];

describe("a case with anything in any of its fields", () => {
  it("has finite figures inside their intervals, or an error of the contract", () => {
    const changed = fc.constantFrom(...cases).chain((input) => fc.constantFrom(...paths(input)).chain((path) => strange.map((by) => replaced(input, path, by))));
    fc.assert(
      fc.property(changed, (input) => {
        const result = evaluateCase(input);
        if ("error" in result) {
          const error = result.error as { readonly code: string; readonly message: string };
          expect(codes).toContain(error.code);
          expect(error.message).not.toMatch(/library failed/);
          return;
        }
        expect(Object.keys(result.values).length).toBeGreaterThan(0);
        for (const [name, value] of Object.entries(result.values)) {
          for (const figure of Array.isArray(value) ? value : [value]) expect(figure, name).toSatisfy((x: unknown) => typeof x === "number" && x >= 0 && x < Infinity);
        }
        for (const [name, [low, high]] of Object.entries(result.intervals90 ?? {})) {
          expect(low, name).toBeLessThanOrEqual(result.values[name] as number);
          expect(high, name).toBeGreaterThanOrEqual(result.values[name] as number);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it("does not take the names that every object has for kinds, engines or formats", () => {
    for (const word of ["constructor", "__proto__", "toString"]) {
      expect(evaluateCase({ ...cases[1], kind: word })).toMatchObject({ error: { code: "invalid-value", path: "kind" } });
      expect(evaluateCase({ ...cases[1], engine: word })).toMatchObject({ warnings: expect.arrayContaining([expect.stringContaining("no prior of its own")]) });
      expect(evaluateCase({ ...cases[1], precision: { weights: word } })).toMatchObject({ error: { path: "precision.weights" } });
    }
  });

  it("is refused where it would not end in minutes: users and requests by the ten million, guesses without number", () => {
    const served = {
      kind: "serving", model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "closed", concurrency: 4 }, input_tokens: 10, output_tokens: 10,
    };
    const refusal = (path: string): object => ({ error: { code: "invalid-value", path } });
    expect(evaluateCase({ ...served, ...{ load: { mode: "closed", concurrency: 1e7 } } })).toMatchObject(refusal("load.concurrency"));
    expect(evaluateCase({ ...served, ...{ load: { mode: "closed", concurrency: 1, requests: 1e7 } } })).toMatchObject(refusal("load.requests"));
    expect(evaluateCase({ ...served, ...{ speculative: { tokens: 1e9, acceptance: 1 } } })).toMatchObject(refusal("speculative.tokens"));
  });

  it("is refused where it could not end: servers without number, prompts that never arrive", () => {
    expect(evaluateCase({ ...cases[9], servers: 1e93 })).toMatchObject({ error: { code: "invalid-value", path: "servers" } });
    const slow = { ...serving, load: { mode: "open", rate_per_s: 1 }, disaggregated: { prefill: { devices: 1 }, decode: { devices: 1 }, kv_link_bytes_per_s: 1 } };
    expect(evaluateCase(slow)).toMatchObject({ error: { code: "invalid-value", path: "disaggregated.kv_link_bytes_per_s" } });
  });
});
