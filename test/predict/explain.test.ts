import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../src/predict/explain.ts";
import { kernelHalfWidth } from "../../src/predict/kernel-intervals.ts";
import { engineOf, resolveBase, resolvePlan } from "../../src/predict/resolve.ts";
import type { Scenario } from "../../src/predict/types.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import { iterationOf, iterationTime } from "../../src/serving/engine-model.ts";
import { breakdownStep, type StepRoof } from "../../src/steps/breakdown.ts";
import { emptyStepTime } from "../../src/steps/types.ts";

const dense: Scenario = {
  model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", devices: 8, plan: { tp: 8 }, precision: { weights: "fp8", kv: "fp8" },
  load: { mode: "static", batch: 32 }, inputTokens: 1024, outputTokens: 256,
};

/** Dense, latent attention with experts, hybrid, pipeline, attention replicas; captured graphs and eager. */
const scenarios: readonly (readonly [string, Scenario])[] = [
  ["dense, tp 8", dense],
  ["eager", { ...dense, enforceEager: true }],
  ["one device", { ...dense, model: "meta-llama/Llama-3.1-8B", devices: 1, plan: { tp: 1 }, precision: { weights: "bf16" } }],
  ["uneven pipeline", { ...dense, plan: { tp: 2, pp: 3 }, devices: 6, load: { mode: "closed", concurrency: 48 } }],
  ["experts and attention replicas", {
    ...dense, model: "deepseek-ai/DeepSeek-V3", hardware: "h200-sxm-141", devices: 16, plan: { tp: 2, attentionDp: 8, ep: 16 }, precision: { weights: "fp8_block" },
    load: { mode: "closed", concurrency: 256 },
  }],
  ["hybrid", { ...dense, model: "ai21labs/Jamba-v0.1", devices: 4, plan: { tp: 4 }, precision: { weights: "bf16" } }],
  ["other makers", { ...dense, hardware: "tpu-v5p", devices: 4, plan: { tp: 4 }, precision: { weights: "bf16" }, load: { mode: "open", ratePerSecond: 2 } }],
  ["prefill first", { ...dense, engine: "sglang", load: { mode: "offline" } }],
];

describe("breakdownStep", () => {
  it.each(scenarios)("%s: parts add up to the step that timeStep times, roof by roof", (_, scenario) => {
    const base = resolveBase(scenario);
    const engine = engineOf(base, resolvePlan(base.architecture, scenario.plan, scenario.devices));
    const ideal = machineOf(base.device, { engine: "ideal", generation: base.generation });
    const time = emptyStepTime();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 4000 }),
        (decoding, context, prompts, tokens, cached) => {
          fc.pre(decoding + prompts > 0);
          const shape = [decoding, context, prompts * tokens, prompts, tokens + cached] as const;
          iterationTime(engine, ...shape, time);
          const iteration = iterationOf(engine, ...shape);
          const { seconds, parts, byRoof } = breakdownStep(engine.pass, iteration.shape, engine.machine, ideal, iteration.mode, iteration.factor);
          const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
          expect(seconds / time.seconds).toBeCloseTo(1, 12);
          expect(sum(parts.map((part) => part.seconds)) / time.seconds).toBeCloseTo(1, 12);
          const expected: Record<StepRoof, number> = {
            compute: time.computeSeconds, memory: time.memorySeconds, link: time.linkSeconds, launch: time.launchSeconds, host: time.hostSeconds,
          };
          for (const roof of Object.keys(expected) as StepRoof[]) expect((byRoof[roof] - expected[roof]) / time.seconds).toBeCloseTo(0, 12);
          for (const part of parts) expect(part.seconds).toBeGreaterThanOrEqual(part.launchSeconds);
        },
      ),
      { seed: 1, numRuns: 30 },
    );
  });
});

describe("explain", () => {
  it.each(scenarios)("%s: shares add up to one, figures are finite, the longest operator comes first", (_, scenario) => {
    const { steps, levers, constants } = explain(scenario);
    expect(steps.map(({ phase }) => phase)).toEqual(["prefill", "decode"]);
    for (const { operators, seconds, efficiency } of steps) {
      expect(operators.reduce((sum, operator) => sum + operator.share, 0)).toBeCloseTo(1, 12);
      expect(operators.reduce((sum, operator) => sum + operator.seconds, 0) / seconds).toBeCloseTo(1, 12);
      expect(operators.map((operator) => operator.seconds)).toEqual(operators.map((operator) => operator.seconds).sort((a, b) => b - a));
      expect(efficiency).toBeGreaterThan(0);
      expect(efficiency).toBeLessThan(1);
    }
    for (const { effect } of [...levers, ...constants]) for (const value of Object.values(effect)) expect(Number.isFinite(value)).toBe(true);
  });

  it("a step is as sure as the prediction that it is a part of, an operator as the same kernel alone", () => {
    for (const [, scenario] of scenarios) {
      const { steps, prediction } = explain(scenario);
      const shareOf = (figure: "ttftSeconds" | "tpotSeconds"): number[] => (prediction.intervals90[figure] ?? []).map((end) => end / (prediction.values[figure] as number));
      for (const { phase, seconds, interval90, operators } of steps) {
        expect(interval90.map((end) => end / seconds)).toEqual(shareOf(phase === "prefill" ? "ttftSeconds" : "tpotSeconds").map((share) => expect.closeTo(share, 9)));
        for (const { kind, seconds: alone, interval90: interval } of operators) {
          expect(interval === undefined).toBe(["host", "sort", "recurrent"].includes(kind));
          if (interval === undefined) continue;
          expect(interval[0]).toBeLessThan(alone);
          expect(interval[0] * interval[1]).toBeCloseTo(alone * alone, 12);
        }
      }
    }
    // Collectives of this engine on this device: the share of the roofline decides.
    const find = ({ operators }: ReturnType<typeof explain>["steps"][number]) => operators.find(({ kind }) => kind === "collective");
    const part = find(explain(dense).steps[1]!)!;
    const base = resolveBase(dense);
    expect(Math.log(part.interval90![1] / part.seconds)).toBeCloseTo(kernelHalfWidth("collective", base.machine, base.engine, part.efficiency), 12);
  });

  it("names of a step are each there once, the host among them", () => {
    const [, decode] = explain(dense).steps;
    const names = decode?.operators.map(({ name }) => name) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["host", "attention.core", "feed-forward.up", "tensor-parallel.all-reduce"]));
  });

  it("FLOPs and weights of the decode step are those of the model: 2 per weight and token, one eighth on each of 8 devices", () => {
    const [, decode] = explain({ ...dense, load: { mode: "static", batch: 1 } }).steps;
    const of = (kind: string): number => decode?.operators.filter((operator) => operator.kind === kind).reduce((sum, { flops }) => sum + flops, 0) ?? 0;
    // Llama-3.1-70B has 70,553,706,496 parameters, of which the input embedding (128,256 × 8,192) and 161 norms are not multiplied.
    const multiplied = 70_553_706_496 - 128_256 * 8192 - 161 * 8192;
    expect(of("gemm")).toBe((2 * multiplied) / 8);
  });

  it("improving everything by 1 % makes a step 1 % faster: effects on static times add up to −1 (Euler)", () => {
    for (const [, scenario] of scenarios.slice(0, 3)) {
      const { levers } = explain({ ...scenario, load: { mode: "static", batch: 8 } });
      const sum = (figure: "ttft" | "tpot"): number => levers.reduce((total, { effect }) => total + effect[figure], 0);
      // One-sided differences at 1 %: 1/1.01 − 1 = −0.990 %, and what smooth maxima add in the second order.
      expect(Math.abs(sum("tpot") + 0.99)).toBeLessThan(0.02);
      expect(Math.abs(sum("ttft") + 0.99)).toBeLessThan(0.02);
    }
  });

  it("nothing that gets better makes a static batch slower", () => {
    fc.assert(
      fc.property(fc.constantFrom("h100-sxm5-80", "a100-sxm-80", "mi300x", "tpu-v5p", "gaudi3"), fc.constantFrom(1, 2, 4, 8), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 16, max: 8000 }), (hardware, tp, batch, inputTokens) => {
        const { levers } = explain({ ...dense, model: "meta-llama/Llama-3.1-8B", hardware, devices: tp, plan: { tp }, precision: { weights: "bf16" }, load: { mode: "static", batch }, inputTokens });
        for (const { name, effect } of levers) {
          if (name === "memory capacity") continue;
          expect(effect.ttft).toBeLessThanOrEqual(1e-9);
          expect(effect.tpot).toBeLessThanOrEqual(1e-9);
          expect(effect.throughput).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it("decode at batch 1 leans on memory bandwidth, a long prompt on matrix FLOP/s", () => {
    const small: Scenario = { ...dense, model: "meta-llama/Llama-3.1-8B", devices: 1, plan: { tp: 1 }, precision: { weights: "bf16" }, load: { mode: "static", batch: 1 }, inputTokens: 8000 };
    const { levers, steps } = explain(small);
    const effect = (name: string): { readonly ttft: number; readonly tpot: number } | undefined => levers.find((lever) => lever.name === name)?.effect;
    for (const { name, effect: other } of levers) {
      if (name !== "memory bandwidth") expect(other.tpot).toBeGreaterThan(effect("memory bandwidth")?.tpot as number);
      if (name !== "matrix FLOP/s") expect(other.ttft).toBeGreaterThan(effect("matrix FLOP/s")?.ttft as number);
    }
    expect(effect("link bandwidth")?.tpot).toBe(0);
    expect(steps[0]?.byRoof.compute).toBeGreaterThan((steps[0]?.seconds ?? 0) / 2);
    expect(steps[1]?.byRoof.memory).toBeGreaterThan((steps[1]?.seconds ?? 0) / 2);
  });

  it("constants come with meaning, source and effect; `ideal` has none that are times", () => {
    const { constants } = explain(dense);
    expect(constants.length).toBeGreaterThan(5);
    for (const { source, meaning, value } of constants) {
      expect(source.length).toBeGreaterThan(10);
      expect(meaning.length).toBeGreaterThan(10);
      expect(value).toBeGreaterThan(0);
    }
    expect(explain({ ...dense, engine: "ideal" }).constants.filter(({ unit }) => unit === "s")).toEqual([]);
  });

  it("the ideal engine takes the datasheet's time", () => {
    for (const step of explain({ ...dense, engine: "ideal" }).steps) expect(step.efficiency).toBeCloseTo(1, 6);
  });

  it("a device with figures from relatives says which", () => {
    expect(explain({ ...dense, hardware: "tpu-v5p", devices: 4, plan: { tp: 4 }, precision: { weights: "bf16" } }).derived).toContain("TDP");
    expect(explain(dense).derived).toEqual([]);
  });

  it("one output token has no decode step", () => {
    expect(explain({ ...dense, outputTokens: 1 }).steps.map(({ phase }) => phase)).toEqual(["prefill"]);
  });

  it("explains pools by the prefill step of the one and the decode step of the other", () => {
    const { plan: _, devices: _d, ...rest } = dense;
    const pools: Scenario = {
      ...rest, load: { mode: "open", ratePerSecond: 4 }, disaggregated: { prefill: { devices: 4, plan: { tp: 4 }, hardware: "h100-sxm5-80" }, decode: { devices: 8, plan: { tp: 8 }, hardware: "h200-sxm-141" } },
    };
    const { prediction, steps, levers, constants } = explain(pools);
    expect(steps.map(({ phase }) => phase)).toEqual(["prefill", "decode"]);
    for (const { seconds, operators } of steps) expect(operators.reduce((sum, part) => sum + part.seconds, 0) / seconds).toBeCloseTo(1, 9);
    // A prompt waits for nothing but its own step at this load, and a token for the step in which the simulator has it.
    expect((prediction.values.ttftSeconds as number) / (steps[0]?.seconds as number)).toBeGreaterThan(1);
    expect((prediction.values.tpotSeconds as number) / (steps[1]?.seconds as number)).toBeCloseTo(1, 1);
    // Everything 1 % better makes every step 1 % shorter: the effects on a time add up to −1.
    for (const figure of ["ttft", "tpot"] as const) expect(levers.reduce((sum, { effect }) => sum + effect[figure], 0)).toBeCloseTo(-1, 1);
    expect(constants.length).toBeGreaterThan(5);
  });

  it("refuses traces with a way out", () => {
    expect(() => explain({ ...dense, load: { mode: "trace", requests: [{ arrivalSeconds: 0, inputTokens: 10, outputTokens: 10 }] } })).toThrow(/open load/);
  });
});
