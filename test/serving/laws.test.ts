import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { device } from "../../src/hardware/index.ts";
import { memoryOf } from "../../src/predict/memory.ts";
import { predictEngine, predict } from "../../src/predict/serving.ts";
import { engineOf, resolveBase, resolvePlan } from "../../src/predict/resolve.ts";
import type { Scenario } from "../../src/predict/types.ts";
import type { Machine } from "../../src/roofline/machine.ts";

const base: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", devices: 2, plan: { tp: 2 }, engine: "vllm", precision: { weights: "bf16" },
  load: { mode: "static", batch: 16 }, inputTokens: 512, outputTokens: 64,
};

const load = fc.record({ batch: fc.integer({ min: 1, max: 256 }), input: fc.integer({ min: 1, max: 4000 }), output: fc.integer({ min: 2, max: 300 }) });
const seeded = { seed: 1, numRuns: 60 };

function scenario({ batch, input, output }: { batch: number; input: number; output: number }, more: Partial<Scenario> = {}): Scenario {
  return { ...base, load: { mode: "static", batch }, inputTokens: input, outputTokens: output, ...more };
}

/** Batch time with one figure of the machine changed. */
function batchSeconds(s: Scenario, change: (machine: Machine) => Partial<Machine>): number {
  const resolved = resolveBase(s);
  const engine = engineOf(resolved, resolvePlan(resolved.architecture, s.plan, s.devices));
  return predictEngine({ ...engine, machine: { ...engine.machine, ...change(engine.machine) } }, resolved, s).values.batchSeconds as number;
}

describe("laws of a prediction", () => {
  it("more memory bandwidth, more FLOPs or a faster link never slow", () => {
    fc.assert(fc.property(load, (l) => {
      const s = scenario(l);
      const before = batchSeconds(s, () => ({}));
      expect(batchSeconds(s, (m) => ({ memoryBytesPerSecond: 1.3 * m.memoryBytesPerSecond }))).toBeLessThanOrEqual(before * (1 + 1e-9));
      expect(batchSeconds(s, (m) => ({ scaleUpBytesPerSecond: 1.3 * m.scaleUpBytesPerSecond }))).toBeLessThanOrEqual(before * (1 + 1e-9));
    }), seeded);
  });

  it("the datasheet alone is never slower than the calibrated prediction", () => {
    fc.assert(fc.property(load, (l) => {
      const ideal = predict(scenario(l, { engine: "ideal" })).values;
      const real = predict(scenario(l)).values;
      expect(ideal.batchSeconds as number).toBeLessThanOrEqual((real.batchSeconds as number) * (1 + 1e-9));
      expect(real.mfu as number).toBeLessThanOrEqual(1);
      expect(real.mbu as number).toBeLessThanOrEqual(1);
    }), seeded);
  });

  it("a longer answer takes longer, and its tokens add up", () => {
    fc.assert(fc.property(load, (l) => {
      const short = predict(scenario(l)).values;
      const long = predict(scenario({ ...l, output: l.output + 10 })).values;
      expect(long.batchSeconds as number).toBeGreaterThan(short.batchSeconds as number);
      expect(short.outputTokensPerSecond as number).toBeCloseTo((l.batch * l.output) / (short.batchSeconds as number), 6);
    }), seeded);
  });

  it("Little's law holds in a simulated closed loop: users = rate × time of a request", () => {
    const { values } = predict({ ...base, load: { mode: "closed", concurrency: 32 } });
    // Time outside the engine is drawn, and its mean is what a request's time holds: they differ by the sample.
    expect(Math.abs(((values.requestsPerSecond as number) * (values.requestSeconds as number)) / 32 - 1)).toBeLessThan(0.04);
  });

  it("the closed form and the simulation of a closed loop agree on TPOT within a tenth", () => {
    // Lengths that differ: users of all-alike requests fall into step, which the steady state of a closed form does not know.
    const s: Scenario = { ...base, load: { mode: "closed", concurrency: 32 }, outputTokens: { dist: "tokens-uniform", min: 32, max: 224 } };
    const closed = predict(s, { method: "closed-form" }).values.tpotSeconds as number;
    const simulated = predict(s, { method: "simulation" }).values.tpotSeconds as number;
    expect(Math.abs(closed / simulated - 1)).toBeLessThan(0.1);
  });

  it("percentiles are in order and the mean of an open load lies among them", () => {
    const v = predict({ ...base, load: { mode: "open", ratePerSecond: 10 } }).values;
    expect(v.ttftP50Seconds as number).toBeLessThanOrEqual(v.ttftP90Seconds as number);
    expect(v.ttftP90Seconds as number).toBeLessThanOrEqual(v.ttftP95Seconds as number);
    expect(v.ttftP95Seconds as number).toBeLessThanOrEqual(v.ttftP99Seconds as number);
    expect(v.ttftSeconds as number).toBeLessThan(v.ttftP99Seconds as number);
  });
});

describe("memory", () => {
  const precision = { weights: "bf16" } as const;
  it("KV of Llama-3.1-70B is 80 layers × 8 heads × 256 elements a token, not charged twice", () => {
    const m = memoryOf({ model: "meta-llama/Llama-3.1-70B", precision, inputTokens: 1000, outputTokens: 24 });
    expect(m.kvBytesPerToken).toBe(80 * 8 * 256 * 2);
    expect(m.kvBytesPerRequest).toBe(1024 * m.kvBytesPerToken);
    expect(m.weightsBytes).toBe(2 * m.parameters);
  });

  it("doubling the devices never loses cache", () => {
    let before = 0;
    for (const tp of [1, 2, 4, 8]) {
      const now = memoryOf({ model: "meta-llama/Llama-3.1-8B", hardware: "a100-sxm-80", devices: tp, plan: { tp }, precision }).kvCapacityTokens as number;
      expect(now).toBeGreaterThan(before);
      before = now;
    }
  });

  it("a pipeline that does not divide shows on its stages, and the stages hold every layer once", () => {
    const m = memoryOf({ model: "meta-llama/Llama-3.1-8B", hardware: "a100-sxm-80", devices: 5, plan: { pp: 5 }, precision });
    expect(m.stages?.map((stage) => stage.layers)).toEqual([7, 7, 6, 6, 6]);
    expect(m.stages?.reduce((sum, stage) => sum + stage.weightsBytes, 0)).toBe(m.weightsBytes);
  });

  it("an H100 offers 80 GiB, not 80 GB", () => {
    expect(device("h100").tiers[0].capacityBytes).toBe(80 * 2 ** 30);
  });
});
