import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCase } from "../../src/contract/index.ts";
import { explain, memoryOf, plan, predict, withBestPlan, type Scenario } from "../../src/index.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

const onH100: Scenario = {
  model: "flan-t5-xxl", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "static", batch: 8 }, inputTokens: 512, outputTokens: 64,
};

function of(change: Partial<Scenario>): ReturnType<typeof predict>["values"] {
  return predict({ ...onH100, ...change }, { method: "closed-form" }).values;
}

describe("memory of an encoder–decoder", () => {
  it("holds an entry of cross-attention for each input token and one of self-attention for each output token, in each decoder layer", () => {
    const { kvBytesPerToken, kvBytesPerRequest, weightsBytes, parameters } = memoryOf({ model: "t5-11b", precision: { weights: "bf16" }, inputTokens: 300, outputTokens: 40 });
    const row = 128 * (128 + 128) * 2;
    let bytes = 0;
    for (let layer = 0; layer < 24; layer++) {
      for (let input = 0; input < 300; input++) bytes += row;
      for (let output = 0; output < 40; output++) bytes += row;
    }
    expect(kvBytesPerToken).toBe(24 * row);
    expect(kvBytesPerRequest).toBe(bytes);
    expect(weightsBytes).toBe(2 * parameters);
  });

  it("is spread over pipeline stages so that each has its share of both stacks", () => {
    const whole = memoryOf({ model: "t5-11b", precision: { weights: "bf16" }, hardware: "h100-sxm5-80" });
    const { stages = [] } = memoryOf({ model: "t5-11b", precision: { weights: "bf16" }, hardware: "h100-sxm5-80", plan: { pp: 5 } });
    expect(stages.map(({ layers }) => layers)).toEqual([10, 10, 10, 10, 8]);
    const cache = stages.reduce((sum, stage) => sum + stage.cache.bytesPerToken, 0);
    expect(cache).toBe(whole.kvBytesPerToken);
    // A tied head keeps the table on the last stage too.
    const weights = stages.reduce((sum, { weightsBytes }) => sum + weightsBytes, 0);
    expect(weights - whole.weightsBytes).toBe(32128 * 1024 * 2);
  });

  it("of a request that does not fit is infeasible, with the missing bytes", () => {
    expect(() => memoryOf({ model: "flan-t5-xxl", precision: { weights: "bf16" }, hardware: "a100-sxm-40", inputTokens: 200_000, outputTokens: 1 }))
      .toThrow(expect.objectContaining({ code: "infeasible", details: expect.objectContaining({ missingBytes: expect.any(Number) }) }));
  });
});

describe("predictions of an encoder–decoder", () => {
  it("take longer the longer inputs, outputs and batches are, and less on a faster device", () => {
    const length = fc.integer({ min: 1, max: 1500 });
    fc.assert(fc.property(length, length, fc.integer({ min: 1, max: 64 }), fc.constantFrom("t5-small", "mt5-large", "flan-t5-xxl", "switch-64"), (inputTokens, outputTokens, batch, model) => {
      const base = { model, inputTokens, outputTokens: outputTokens + 1, load: { mode: "static", batch } } as const;
      const total = of(base).batchSeconds as number;
      expect(total).toBeGreaterThan(0);
      for (const more of [{ inputTokens: inputTokens + 256 }, { outputTokens: outputTokens + 257 }, { load: { mode: "static", batch: 2 * batch } }] as const) {
        expect(of({ ...base, ...more }).batchSeconds).toBeGreaterThanOrEqual(total * (1 - 1e-9));
      }
      expect(of({ ...base, hardware: "b200" }).batchSeconds).toBeLessThan(total);
    }), { seed: 1, numRuns: 40 });
  });

  it("decode with the decoder alone, and encode with the encoder alone", () => {
    const { steps } = explain(onH100);
    const [prefill, decode] = steps.map(({ operators }) => operators.map(({ name }) => name));
    expect(prefill).toEqual(expect.arrayContaining(["encoder.attention.core", "encoder.feed-forward.up", "cross-attention.kv", "cross-attention.core", "attention.core"]));
    expect(decode?.filter((name) => name.startsWith("encoder."))).toEqual([]);
    expect(decode).toContain("cross-attention.core");
    for (const step of steps) expect(step.operators.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(step.seconds, 12);
  });

  it("read in decode what it must: the decoder's weights and both caches, on a bare roofline", () => {
    const { tpotSeconds, mbu } = of({ engine: "ideal", inputTokens: 2000, outputTokens: 3 });
    // Decoder: 24 layers of 8·h² (both attentions but cross-attention's keys and values: 6·h²) and 3·h·i, and the head.
    const weights = 2 * (24 * (6 * 4096 * 4096 + 3 * 4096 * 10240) + 4096 * 32128);
    const cache = 8 * 2002.5 * 24 * 64 * 128 * 2;
    expect((tpotSeconds as number) * 3.35e12).toBeGreaterThan(weights + cache);
    expect((tpotSeconds as number) * 3.35e12).toBeLessThan(1.03 * (weights + cache));
    expect(mbu).toBeGreaterThan(0.97);
    expect(mbu).toBeLessThanOrEqual(1);
  });

  it("agree in closed form and in simulation, under every load and engine", () => {
    for (const engine of ["vllm", "sglang", "tensorrt-llm"]) {
      const open = { ...onH100, engine, load: { mode: "open", ratePerSecond: 8 } } as const;
      const closed = predict(open, { method: "closed-form" }).values;
      const simulated = predict(open).values;
      for (const figure of ["tpotSeconds", "requestSeconds"] as const) expect(Math.abs(Math.log((simulated[figure] as number) / (closed[figure] as number)))).toBeLessThan(0.15);
    }
    const law = { dist: "tokens-geometric", mean: 300 } as const;
    const requests = Array.from({ length: 40 }, (_, i) => ({ arrivalSeconds: i / 4, inputTokens: 100 + 30 * (i % 7), outputTokens: 20 + (i % 5) }));
    for (const load of [{ mode: "open", ratePerSecond: 4 }, { mode: "offline" }, { mode: "trace", requests }] as const) {
      for (const value of Object.values(predict({ ...onH100, load, inputTokens: law, outputTokens: 50 }).values)) expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  it("hold whole inputs: longer ones than a step's budget are not cut", () => {
    const long = of({ inputTokens: 30_000, outputTokens: 2, load: { mode: "static", batch: 1 }, maxBatchedTokens: 1024 });
    const free = of({ inputTokens: 30_000, outputTokens: 2, load: { mode: "static", batch: 1 }, maxBatchedTokens: 30_000 });
    expect(long.ttftSeconds).toBe(free.ttftSeconds);
  });

  it.each([
    [{ chunkedPrefillTokens: 512 }, "chunked_prefill_tokens"],
    [{ prefixHitTokens: 100 }, "prefix_hit_tokens"],
    [{ load: { mode: "trace", requests: [{ arrivalSeconds: 0, inputTokens: 10, outputTokens: 5, prefixHitTokens: 4 }, { arrivalSeconds: 1, inputTokens: 10, outputTokens: 5 }] } }, "prefix_hit_tokens"],
    [{ load: { mode: "closed", concurrency: 4 }, disaggregated: { prefill: { devices: 1 }, decode: { devices: 1 } } }, "disaggregated"],
  ] as const)("refuse %j, which engines cannot do with an encoder", (change, path) => {
    expect(() => predict({ ...onH100, ...change })).toThrow(expect.objectContaining({ code: "unsupported", details: expect.objectContaining({ path }) }));
  });

  it("refuse a plan with more stages than a stack has layers", () => {
    expect(() => predict({ ...onH100, plan: { pp: 32 } })).toThrow(expect.objectContaining({ code: "invalid-value", details: expect.objectContaining({ path: "plan.pp", value: 32 }) }));
    expect(predict({ ...onH100, plan: { pp: 3, tp: 2 } }).values.batchSeconds).toBeGreaterThan(0);
  });
});

describe("the other verbs", () => {
  it("plan and choose plans", () => {
    const question = { model: "switch-128", ratePerSecond: 20, inputTokens: 400, outputTokens: 60, objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 }, hardware: ["h100-sxm5-80", "l4"], confirm: 1 };
    const { cheapest, deployments } = plan(question);
    expect(cheapest?.usdPerHour).toBeGreaterThan(0);
    expect(deployments.length).toBeGreaterThan(0);
    expect(() => plan({ ...question, prefixHitTokens: 100 })).toThrow(expect.objectContaining({ code: "unsupported" }));
    const chosen = withBestPlan({ ...onH100, devices: 8 }).question.plan;
    expect(chosen).toBeDefined();
    expect(predict({ ...onH100, devices: 8, plan: chosen ?? {} }).values.batchSeconds).toBeLessThan(of({}).batchSeconds as number);
  });

  it("answer the contract, by name and by config", () => {
    const serving = { id: "1", kind: "serving", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "static", batch: 4 }, input_tokens: 256, output_tokens: 32 };
    const config = { model_type: "t5", d_model: 1024, d_ff: 4096, num_layers: 24, num_heads: 16 };
    const [byName, byConfig] = [{ ...serving, model: "t5-large" }, { ...serving, model: { config } }].map((line) => evaluateCase(line) as unknown as { values: Record<string, number> });
    expect(byName?.values["tpot_s"]).toBeGreaterThan(0);
    expect(byConfig?.values["tpot_s"]).toBe(byName?.values["tpot_s"]);
    const refused = evaluateCase({ ...serving, model: "t5-large", chunked_prefill_tokens: 64 }) as unknown as { error: { code: string } };
    expect(refused.error.code).toBe("unsupported");
    const memory = evaluateCase({ id: "2", kind: "memory", model: "mt5-xl", precision: { weights: "fp8" }, hardware: "l4", input_tokens: 100, output_tokens: 10 }) as unknown as { values: Record<string, number> };
    expect(memory.values["max_concurrency"]).toBeGreaterThan(0);
  });

  it("throw errors of the library alone, whatever the question", () => {
    fc.assert(fc.property(fc.record({ tp: fc.integer({ min: -1, max: 9 }), pp: fc.integer({ min: 0, max: 30 }), ep: fc.integer({ min: 1, max: 8 }), attentionDp: fc.integer({ min: 1, max: 4 }) }),
      fc.constantFrom("t5-small", "switch-32"), fc.integer({ min: 0, max: 300_000 }), (degrees, model, inputTokens) => {
        try {
          for (const value of Object.values(predict({ ...onH100, model, plan: degrees, inputTokens }).values)) expect(Number.isFinite(value) && value >= 0).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RidgepointError);
        }
      }), { seed: 2, numRuns: 60 });
  });
});
