import { describe, expect, it } from "vitest";
import { device } from "../../src/hardware/lookup.ts";
import { catalogueDevicePrice } from "../../src/predict/price.ts";
import { economicsOf } from "../../src/predict/economics.ts";
import { predict } from "../../src/predict/serving.ts";
import type { Scenario } from "../../src/predict/types.ts";

const scenario: Scenario = {
  model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "offline" }, inputTokens: 1000, outputTokens: 250,
  prices: { usdPerDeviceHour: 3.6 },
};
const api = { usdPerMillionInputTokens: 0.1, usdPerMillionOutputTokens: 0.3 };

describe("economicsOf", () => {
  it.each([
    ["offline", scenario],
    ["static", { ...scenario, load: { mode: "static", batch: 16 } }],
    ["closed", { ...scenario, load: { mode: "closed", concurrency: 32 } }],
    ["open", { ...scenario, load: { mode: "open", ratePerSecond: 2 } }],
  ] as const)("%s: input and output together cost what the devices cost", (_, s) => {
    const prediction = predict(s, { method: "closed-form" });
    const { cost } = economicsOf(s, prediction);
    const perSecond = (prediction.values.requestsPerSecond as number)
      * ((cost?.usdPerMillionInputTokens as number) * 1000 + (cost?.usdPerMillionOutputTokens as number) * 250) / 1e6;
    expect(perSecond).toBeCloseTo(3.6 / 3600, 9);
    // A decoded token takes a step of its own, a prompt's tokens share one.
    expect(cost?.usdPerMillionOutputTokens).toBeGreaterThan(cost?.usdPerMillionInputTokens as number);
  });

  it("a cached token is cheaper than a computed one", () => {
    const cached = { ...scenario, prefixHitTokens: 600 };
    const { cost } = economicsOf(cached, predict(cached));
    expect(cost?.usdPerMillionCachedInputTokens).toBeGreaterThan(0);
    expect(cost?.usdPerMillionCachedInputTokens).toBeLessThan((cost?.usdPerMillionInputTokens as number) / 2);
  });

  it("a loaded engine breaks even where its own offline cost meets the API's price", () => {
    const prediction = predict(scenario);
    const { breakEven, cost } = economicsOf(scenario, prediction, { api });
    expect(breakEven?.utilisation).toBeCloseTo((cost?.usdPerRequest as number) / ((1000 * 0.1 + 250 * 0.3) / 1e6), 9);
  });

  it("energy has the facility's factor, and its price comes on top", () => {
    const prediction = predict(scenario);
    const bare = economicsOf(scenario, prediction);
    const { energy, cost } = economicsOf(scenario, prediction, { facility: { pue: 1.25, usdPerKwh: 0.1, gramsCo2PerKwh: 400 } });
    expect(energy.watts).toBeCloseTo((prediction.values.powerWatts as number) * 1.25, 9);
    expect(cost?.usdPerHour).toBeCloseTo((bare.cost?.usdPerHour as number) + energy.watts / 1000 * 0.1, 9);
  });

  it("without a price there is energy alone", () => {
    const { prices: _, ...free } = { ...scenario, hardware: "mi300x" };
    const answer = economicsOf(free, predict(free), { api });
    expect(answer.cost).toBeUndefined();
    expect(answer.breakEven).toBeUndefined();
    expect(answer.energy.watts).toBeGreaterThan(0);
  });

  it("pools: input costs the prefill pool, output the decode pool, each its own devices' price", () => {
    const { prices: _, devices: _d, plan: _p, ...rest } = scenario;
    const pools: Scenario = { ...rest, load: { mode: "open", ratePerSecond: 1 }, disaggregated: { prefill: { devices: 1, hardware: "h100" }, decode: { devices: 2, plan: { dp: 2 }, hardware: "a100-sxm-80" } } };
    const prediction = predict(pools);
    const { cost, breakEven } = economicsOf(pools, prediction, { api });
    const first = catalogueDevicePrice(device("h100")) as number;
    const second = 2 * (catalogueDevicePrice(device("a100-sxm-80")) as number);
    const rate = 3600 * (prediction.values.requestsPerSecond as number);
    expect(cost?.usdPerHour).toBeCloseTo(first + second, 9);
    expect(cost?.usdPerMillionInputTokens).toBeCloseTo((first / rate / (pools.inputTokens as number)) * 1e6, 6);
    expect(cost?.usdPerMillionOutputTokens).toBeCloseTo((second / rate / (pools.outputTokens as number)) * 1e6, 6);
    expect(prediction.values.usdPerMillionOutputTokens).toBeCloseTo(((first + second) / 3600 / (prediction.values.outputTokensPerSecond as number)) * 1e6, 6);
    // One request a second is well under what the pools carry.
    expect((breakEven?.requestsPerSecond as number) / (breakEven?.utilisation as number)).toBeGreaterThan(2);
  });
});
