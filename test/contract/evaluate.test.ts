import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCase, evaluateLine } from "../../src/contract/evaluate.ts";

const good = {
  id: "c1", kind: "serving", model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", devices: 8, plan: { tp: 8 }, engine: "vllm",
  precision: { weights: "fp8", kv: "fp8" }, load: { mode: "static", batch: 64 }, input_tokens: 1024, output_tokens: 128,
};

function codeOf(c: unknown): string {
  const result = evaluateCase(c);
  if (!("error" in result)) return "answered";
  const { code, path } = result.error as { code: string; path?: string };
  return `${code} ${path ?? ""}`.trim();
}

describe("evaluate", () => {
  it("answers a case with values, intervals around them, and what binds", () => {
    const result = evaluateCase(good) as { id: unknown; values: Record<string, number>; intervals90: Record<string, [number, number]>; bound: string };
    expect(result.id).toBe("c1");
    expect(Object.keys(result.values)).toEqual(expect.arrayContaining(["batch_s", "ttft_s", "tpot_s", "output_tokens_per_s", "mfu", "mbu", "weights_bytes_per_device", "power_w"]));
    for (const [name, [low, high]] of Object.entries(result.intervals90)) {
      expect(low, name).toBeLessThanOrEqual(result.values[name] as number);
      expect(high, name).toBeGreaterThanOrEqual(result.values[name] as number);
    }
    expect(result.intervals90.weights_bytes_per_device).toBeUndefined();
  });

  it.each([
    ["an unknown field", { ...good, max_batch: 3 }, "unknown-field max_batch"],
    ["an unknown field inside", { ...good, plan: { tp: 8, tpp: 1 } }, "unknown-field plan.tpp"],
    ["a missing field", { ...good, precision: {} }, "missing-field precision.weights"],
    ["a bad value", { ...good, load: { mode: "static", batch: 0 } }, "invalid-value load.batch"],
    ["a format that does not exist", { ...good, precision: { weights: "fp7" } }, "invalid-value precision.weights"],
    ["a plan that does not divide the heads", { ...good, devices: 3, plan: { tp: 3 } }, "invalid-value plan.tp"],
    ["a plan for other devices", { ...good, devices: 4 }, "invalid-value plan"],
    ["an unknown model", { ...good, model: "nobody/nothing" }, "unknown-model model"],
    ["an unknown device", { ...good, hardware: "h1000" }, "unknown-hardware hardware"],
    ["a model that does not fit", { ...good, devices: 1, plan: { tp: 1 }, precision: { weights: "bf16" } }, "infeasible"],
    ["an open load above capacity", { ...good, load: { mode: "open", rate_per_s: 1e6 } }, "unstable load.rate_per_s"],
    ["a technique that nobody knows", { ...good, techniques: { magic: {} } }, "unsupported techniques.magic"],
    ["no kind", { id: 1 }, "missing-field kind"],
    ["an unknown kind", { id: 1, kind: "dance" }, "invalid-value kind"],
  ])("names %s", (_, c, code) => {
    expect(codeOf(c)).toBe(code);
  });

  it("says how many bytes are missing, and what the capacity is", () => {
    const missing = evaluateCase({ ...good, devices: 1, plan: { tp: 1 }, precision: { weights: "bf16" } }) as { error: { missing_bytes: number; device: string } };
    expect(missing.error.missing_bytes).toBeGreaterThan(50e9);
    expect(missing.error.device).toBe("h100-sxm5-80");
    const unstable = evaluateCase({ ...good, load: { mode: "open", rate_per_s: 1e6 } }) as { error: { capacity_per_s: number } };
    expect(unstable.error.capacity_per_s).toBeGreaterThan(1);
  });

  it("answers a queue and a cap by analysis: M/M/1 at 0.6 waits 1.5, the capped model of the textbook example", () => {
    const queue = { kind: "queue", arrivals: { process: "poisson", rate_per_s: 0.6 }, discipline: "fcfs", service: { dist: "exponential", mean: 1 } };
    const { values, method } = evaluateCase(queue) as unknown as { values: Record<string, number>; method: string };
    expect(values.mean_wait_s).toBeCloseTo(1.5, 8);
    expect(values.p95_wait_s).toBeCloseTo(Math.log(12) / 0.4, 3);
    expect(["exact", "numerical"]).toContain(method);
    expect(codeOf({ ...queue, arrivals: { process: "poisson", rate_per_s: 2 } })).toMatch(/^unstable/);
    const cap = { kind: "queue-cap", arrivals: { process: "poisson", rate_per_s: 0.025 }, service: { per_token_s: 0.0225, fixed_s: 0, tokens: { dist: "tokens-lognormal", mu: 7, sigma: 0.7, max: 4000 } }, loss_weight_s_per_token: 0.1 };
    expect((evaluateCase(cap) as { values: Record<string, number> }).values.best_cap_tokens).toBeGreaterThan(1);
  });

  it("knows a line that is not JSON by its number", () => {
    expect(evaluateLine("{oops", 7)).toMatchObject({ id: 7, error: { code: "invalid-json" } });
  });

  it("never throws and never gives NaN, whatever is in a case", () => {
    const field = fc.constantFrom(...Object.keys(good), "load", "zzz");
    fc.assert(fc.property(field, fc.anything(), (name, value) => {
      const result = evaluateCase({ ...good, [name]: value });
      const text = JSON.stringify(result, (_, v: unknown) => (typeof v === "bigint" ? String(v) : v));
      expect(text).not.toMatch(/NaN|Infinity/);
      if ("values" in result) for (const v of Object.values(result.values)) expect(Number.isFinite(v) && (v as number) >= 0).toBe(true);
      else expect((result as { error: { message: string } }).error.message.length).toBeGreaterThan(10);
    }), { seed: 1, numRuns: 300 });
  });
});

describe("fields of a serving case", () => {
  const values = (more: object): Record<string, number> => {
    const result = evaluateCase({ ...good, ...more });
    if ("error" in result) throw new Error(JSON.stringify(result.error));
    return result.values as Record<string, number>;
  };
  const open = { load: { mode: "open", rate_per_s: 2 } };

  it("arrivals keep the stated rate and bring their own shape: bursts wait longer", () => {
    const gamma = { process: "renewal", interarrival: { dist: "gamma", shape: 0.2, scale: 1 } };
    const poisson = values(open);
    const bursty = values({ ...open, arrivals: gamma });
    expect(bursty.requests_per_s! / poisson.requests_per_s!).toBeGreaterThan(0.9);
    expect(bursty.requests_per_s! / poisson.requests_per_s!).toBeLessThan(1.1);
    expect(bursty.ttft_p99_s).toBeGreaterThan(poisson.ttft_p99_s!);
    expect(codeOf({ ...good, ...open, arrivals: { process: "renewal" } })).toMatch(/^missing-field arrivals/);
  });

  it("an interconnect slows what crosses nodes, and only that", () => {
    const two = { devices: 16, plan: { tp: 16 } };
    expect(values({ ...two, interconnect: { bytes_per_s_per_device: 1e9 } }).batch_s).toBeGreaterThan(values({ ...two, interconnect: { bytes_per_s_per_device: 400e9 } }).batch_s!);
    expect(values({ interconnect: { bytes_per_s_per_device: 1e9 } }).batch_s).toBe(values({}).batch_s);
    expect(codeOf({ ...good, interconnect: "string-and-cans" })).toBe("unknown-hardware interconnect");
  });

  it("wide activations on narrow weights multiply in 16 bits: prefill is slower", () => {
    expect(values({ precision: { weights: "fp8", kv: "fp8", activations: "bf16" } }).first_token_batch_s).toBeGreaterThan(values({}).first_token_batch_s!);
  });

  it("a profile stands on top of the shipped constants, and a wrong one is refused", () => {
    const slower = { constants: { dependentKernelSeconds: { "": { logOffset: Math.log(20e-6 / 3e-6), logSd: 0.1, observations: 3 } } } };
    expect(values({ profile: { constants: {} } }).batch_s).toBe(values({}).batch_s);
    expect(values({ profile: slower }).batch_s).toBeGreaterThan(values({}).batch_s!);
    expect(codeOf({ ...good, profile: { constants: { nonsense: {} } } })).toMatch(/^invalid-value profile/);
  });

  it("speculation is answered by simulation alone", () => {
    expect(codeOf({ ...good, speculative: { tokens: 3, acceptance: 0.7 } })).toBe("unsupported speculative");
    expect(values({ load: { mode: "closed", concurrency: 8 }, speculative: { tokens: 3, acceptance: 0.7 } }).tpot_s).toBeLessThan(values({ load: { mode: "closed", concurrency: 8 } }).tpot_s!);
  });

  it("a static batch has an exact running batch, and no share of a peak passes 1", () => {
    const result = evaluateCase(good) as unknown as { intervals90: Record<string, [number, number]> };
    expect(result.intervals90.running_batch).toBeUndefined();
    for (const share of ["mfu", "mbu"]) expect(result.intervals90[share]![1]).toBeLessThanOrEqual(1);
  });
});
