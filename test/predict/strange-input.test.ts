import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as library from "../../src/index.ts";

const scenario = {
  model: "gpt2", hardware: "h100", devices: 2, plan: { tp: 2, pp: 1, ep: 1, dp: 1, attentionDp: 1 }, engine: "vllm", engineVersion: "0.9",
  precision: { weights: "bf16", kv: "fp8", activations: "bf16" }, load: { mode: "static", batch: 4 }, inputTokens: 100, outputTokens: 10, maxRunningRequests: 8,
  maxBatchedTokens: 512, enforceEager: false, prefixHitTokens: 10, interconnect: { bytesPerSecondPerDevice: 1e10 }, prices: { usdPerDeviceHour: 2 },
};
const kernel = { hardware: "h100", precision: "bf16" };
/** A function of the library, and something that it answers. */
const calls: readonly (readonly [keyof typeof library, object])[] = [
  ["predict", scenario],
  ["predict", { ...scenario, load: { mode: "offline" } }],
  ["predict", { ...scenario, load: { mode: "trace", requests: [{ arrivalSeconds: 0, inputTokens: 10, outputTokens: 3 }, { arrivalSeconds: 1, inputTokens: 10, outputTokens: 3 }] } }],
  ["predict", { ...scenario, model: library.model("Qwen/Qwen3-30B-A3B") }],
  ["explain", scenario],
  ["withBestPlan", { ...scenario, plan: undefined }],
  ["memoryOf", { model: "gpt2", hardware: "h100", devices: 2, plan: { tp: 2 }, precision: { weights: "bf16" }, inputTokens: 10, outputTokens: 10, engine: "vllm" }],
  ["plan", {
    model: "gpt2", ratePerSecond: 1, inputTokens: 100, outputTokens: 10, objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.1 }, hardware: ["h100"],
    precisions: [{ weights: "bf16" }], engine: "vllm", maxDevices: 16, maxDevicesPerReplica: 4, perDevice: 1, confirm: 0,
  }],
  ["predictKernel", { ...kernel, op: "gemm", m: 1, n: 2, k: 3 }],
  ["predictKernel", { ...kernel, op: "alltoall", bytes: 1000, devices: 8, fabric: "nvlink4", engine: "nccl" }],
  ["predictKernel", { ...kernel, op: "mla_prefill", batch: 1, queryTokens: 10, contextTokens: 20, heads: 4, latentDim: 64, ropeDim: 16, kvPrecision: "fp8" }],
  ["costOf", { usdPerDeviceHour: 2, devices: 8, requestsPerSecond: 5, inputTokens: 1000, outputTokens: 200, phases: { freshInputSeconds: 0.05, cachedInputSeconds: 0, outputSeconds: 0.15 } }],
  ["devicesWithin", { budgetWatts: 1e6, wattsPerDevice: 700, hostWattsPerDevice: 5, pue: 1.2, groupDevices: 8 }],
  ["parametersOf", library.model("ai21labs/Jamba-v0.1")],
];

const functions: Readonly<Record<string, (question: unknown) => unknown>> = Object.fromEntries(
  Object.entries(library).flatMap(([name, part]) => (typeof part === "function" ? [[name, part as unknown as (question: unknown) => unknown]] : [])),
);

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    0, -1, 0.5, 1e-300, 1e308, NaN, Infinity, -Infinity, 2 ** 53, "", "NaN", null, undefined, true, [], {}, "__proto__", "constructor", 10n, new Date(0), () => 1, Symbol("x"),
  ),
  fc.integer({ min: 1, max: 300 }),
  fc.anything({ maxDepth: 1 }),
);

function paths(value: object, above: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => [[...above, key], ...(typeof part === "object" && part !== null ? paths(part, [...above, key]) : [])]);
}

function replaced(value: object, [key = "", ...rest]: readonly string[], by: unknown): object {
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...(value as unknown[])] as unknown as Record<string, unknown>) : { ...value };
  const inner = copy[key];
  copy[key] = rest.length === 0 || typeof inner !== "object" || inner === null ? by : replaced(inner, rest, by);
  return copy;
}

/** Figures that are no finite numbers, by their paths. */
function broken(value: unknown, path = ""): readonly string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, part]) => broken(part, `${path}.${key}`)) : [];
}

describe("whatever a program passes", () => {
  it("is answered with finite figures or refused by name", () => {
    const changed = fc.constantFrom(...calls).chain(([name, input]) =>
      fc.tuple(fc.constant(name), fc.constantFrom(...paths(input)).chain((path) => strange.map((by) => replaced(input, path, by)))),
    );
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(changed, ([name, input]) => {
        let answer: unknown;
        try {
          answer = functions[name]?.(input);
        } catch (error) {
          expect(error, String((error as Error).stack)).toBeInstanceOf(library.RidgepointError);
          outcomes.add("refused");
          return;
        }
        outcomes.add("answered");
        // What the caller passed through comes back as it is.
        if (name !== "withBestPlan") expect(broken(answer)).toEqual([]);
      }),
      { seed: 1, numRuns: 700 },
    );
    expect([...outcomes].sort()).toEqual(["answered", "refused"]);
  });

  it("a model that keeps a state alone has no limit on tokens, and no infinite figure", () => {
    const question = { model: "state-spaces/mamba-2.8b-hf", hardware: "h100", precision: { weights: "bf16" } } as const;
    const { kvCapacityTokens, maxConcurrency } = library.memoryOf({ ...question, inputTokens: 1000 });
    expect(kvCapacityTokens).toBeUndefined();
    expect(maxConcurrency).toBeGreaterThan(100);
    expect(broken(library.predict({ ...question, load: { mode: "offline" }, inputTokens: 100, outputTokens: 10 }))).toEqual([]);
  });
});
