import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEven, costOf, devicesWithin, facilityEnergy, gridCarbon, surveyedPue } from "../../src/economics/index.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

const positive = (max: number): fc.Arbitrary<number> => fc.double({ min: 1e-3, max, noNaN: true });

describe("costOf", () => {
  it("splits the hour by the time of each phase", () => {
    // 8 devices at $2.25 for an hour are $18; 5 requests/s are 18,000 an hour: $0.001 each, a quarter of it for 1,000 input tokens.
    const cost = costOf({
      usdPerDeviceHour: 2.25, devices: 8, requestsPerSecond: 5, inputTokens: 1000, outputTokens: 200,
      phases: { freshInputSeconds: 0.05, cachedInputSeconds: 0, outputSeconds: 0.15 },
    });
    expect(cost.usdPerHour).toBeCloseTo(18, 12);
    expect(cost.usdPerRequest).toBeCloseTo(0.001, 12);
    expect(cost.usdPerMillionInputTokens).toBeCloseTo(0.25, 12);
    expect(cost.usdPerMillionOutputTokens).toBeCloseTo(3.75, 12);
    expect(cost.usdPerMillionTokens).toBeCloseTo(0.001 / 1200 * 1e6, 12);
    expect(cost.usdPerMillionCachedInputTokens).toBeUndefined();
  });

  it("prices of all tokens of a request add up to what the request costs", () => {
    fc.assert(
      fc.property(
        positive(100), positive(1000), positive(1e4), fc.integer({ min: 2, max: 1e5 }), fc.integer({ min: 1, max: 1e4 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        positive(10), positive(10), positive(10), positive(1000),
        (usdPerDeviceHour, devices, requestsPerSecond, inputTokens, outputTokens, share, fresh, cached, output, otherUsdPerHour) => {
          const cachedInputTokens = share * inputTokens;
          const cost = costOf({
            usdPerDeviceHour, devices, requestsPerSecond, inputTokens, outputTokens, cachedInputTokens, otherUsdPerHour,
            phases: { freshInputSeconds: fresh, cachedInputSeconds: cached, outputSeconds: output },
          });
          const sum = (cost.usdPerMillionInputTokens * (inputTokens - cachedInputTokens)
            + (cost.usdPerMillionCachedInputTokens as number) * cachedInputTokens + cost.usdPerMillionOutputTokens * outputTokens) / 1e6;
          expect(sum / cost.usdPerRequest).toBeCloseTo(1, 9);
          expect(cost.usdPerRequest * requestsPerSecond * 3600 / cost.usdPerHour).toBeCloseTo(1, 9);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    ["usdPerDeviceHour", 0], ["devices", -1], ["requestsPerSecond", NaN], ["inputTokens", 0], ["outputTokens", Infinity], ["cachedInputTokens", 1000],
  ])("refuses %s = %s", (field, value) => {
    const question = {
      usdPerDeviceHour: 2, devices: 8, requestsPerSecond: 5, inputTokens: 1000, outputTokens: 200,
      phases: { freshInputSeconds: 0.05, cachedInputSeconds: 0, outputSeconds: 0.15 }, [field]: value,
    };
    expect(() => costOf(question)).toThrow(RidgepointError);
  });
});

describe("breakEven", () => {
  it("an API at $1 and $3 per million against $3.6 an hour", () => {
    // 1,000 in and 200 out are $0.0016; $3.6 an hour is $0.001/s, so 0.625 requests/s, an eighth of 5.
    const answer = breakEven({ usdPerHour: 3.6, capacityRequestsPerSecond: 5, inputTokens: 1000, outputTokens: 200, api: { usdPerMillionInputTokens: 1, usdPerMillionOutputTokens: 3 } });
    expect(answer.apiUsdPerRequest).toBeCloseTo(0.0016, 12);
    expect(answer.requestsPerSecond).toBeCloseTo(0.625, 12);
    expect(answer.utilisation).toBeCloseTo(0.125, 12);
    expect(answer.pays).toBe(true);
  });

  it("at the break-even rate both cost the same per request", () => {
    fc.assert(
      fc.property(positive(1000), positive(1000), fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 1, max: 1e4 }), positive(100), positive(100), (usdPerHour, capacity, inputTokens, outputTokens, input, output) => {
        const api = { usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output };
        const answer = breakEven({ usdPerHour, capacityRequestsPerSecond: capacity, inputTokens, outputTokens, api });
        const own = costOf({
          usdPerDeviceHour: usdPerHour, devices: 1, requestsPerSecond: answer.requestsPerSecond, inputTokens, outputTokens,
          phases: { freshInputSeconds: 1, cachedInputSeconds: 0, outputSeconds: 1 },
        });
        expect(own.usdPerRequest / answer.apiUsdPerRequest).toBeCloseTo(1, 9);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("cached input is cheaper where the API says so, and a free API never breaks even", () => {
    const question = { usdPerHour: 1, capacityRequestsPerSecond: 1, inputTokens: 1000, outputTokens: 1, cachedInputTokens: 500 };
    const api = { usdPerMillionInputTokens: 1, usdPerMillionOutputTokens: 1 };
    expect(breakEven({ ...question, api: { ...api, usdPerMillionCachedInputTokens: 0.1 } }).apiUsdPerRequest).toBeCloseTo((500 + 50 + 1) / 1e6, 12);
    expect(() => breakEven({ ...question, api: { usdPerMillionInputTokens: 0, usdPerMillionOutputTokens: 0 } })).toThrow(/api/);
    expect(() => breakEven({ ...question, cachedInputTokens: 1001, api })).toThrow(/cachedInputTokens/);
  });
});

describe("facilityEnergy", () => {
  it("10 kW of devices at PUE 1.2, 9 cents and 400 g", () => {
    const energy = facilityEnergy(10_000, { pue: 1.2, usdPerKwh: 0.09, gramsCo2PerKwh: 400 }, { outputTokensPerSecond: 1000, requestsPerSecond: 5 });
    expect(energy.watts).toBeCloseTo(12_000, 9);
    expect(energy.usdPerHour).toBeCloseTo(1.08, 12);
    expect(energy.joulesPerOutputToken).toBeCloseTo(12, 12);
    // 12 kWh × 400 g = 4.8 kg an hour over 3.6 million tokens and 18,000 requests.
    expect(energy.gramsCo2PerHour).toBeCloseTo(4800, 9);
    expect(energy.gramsCo2PerMillionOutputTokens).toBeCloseTo(4800 / 3.6, 9);
    expect(energy.gramsCo2PerRequest).toBeCloseTo(4800 / 18_000, 12);
  });

  it("gives only what the facility tells", () => {
    expect(facilityEnergy(100, {})).toEqual({ watts: 100, kwhPerHour: 0.1 });
  });

  it.each([{ pue: 0.9 }, { pue: NaN }, { usdPerKwh: -1 }, { gramsCo2PerKwh: Infinity }])("refuses %j", (facility) => {
    expect(() => facilityEnergy(100, facility)).toThrow(RidgepointError);
  });
});

describe("devicesWithin", () => {
  it("whole nodes of eight within a megawatt", () => {
    // (700 + 575) W × 1.2 × 8 = 12.24 kW a node: 81 of them.
    expect(devicesWithin({ budgetWatts: 1e6, wattsPerDevice: 700, hostWattsPerDevice: 575, pue: 1.2, groupDevices: 8 })).toBe(648);
  });

  it("is the largest number that fits", () => {
    fc.assert(
      fc.property(positive(1e7), positive(2000), positive(1000), fc.double({ min: 1, max: 2, noNaN: true }), fc.integer({ min: 1, max: 72 }), (budgetWatts, wattsPerDevice, hostWattsPerDevice, pue, groupDevices) => {
        const devices = devicesWithin({ budgetWatts, wattsPerDevice, hostWattsPerDevice, pue, groupDevices });
        const watts = (count: number): number => count * (wattsPerDevice + hostWattsPerDevice) * pue;
        expect(devices % groupDevices).toBe(0);
        expect(watts(devices)).toBeLessThanOrEqual(budgetWatts * (1 + 1e-12));
        expect(watts(devices + groupDevices)).toBeGreaterThan(budgetWatts * (1 - 1e-12));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("refuses half a group and a device without power", () => {
    expect(() => devicesWithin({ budgetWatts: 1, wattsPerDevice: 0 })).toThrow(/wattsPerDevice/);
    expect(() => devicesWithin({ budgetWatts: 1, wattsPerDevice: 1, groupDevices: 0.5 })).toThrow(/groupDevices/);
  });
});

describe("grid", () => {
  it("every figure has a source, an id of its own and a plausible value", () => {
    expect(new Set(gridCarbon.map(({ id }) => id)).size).toBe(gridCarbon.length);
    for (const { gramsCo2PerKwh, source, year } of gridCarbon) {
      expect(source).toMatch(/https:\/\//);
      expect(year).toBeGreaterThanOrEqual(2022);
      // From hydro and nuclear grids to coal ones.
      expect(gramsCo2PerKwh).toBeGreaterThan(10);
      expect(gramsCo2PerKwh).toBeLessThan(1000);
    }
    expect(surveyedPue.value).toBeGreaterThan(1);
  });

  it("the United States: 0.86 lb of CO₂ per kWh (EIA, FAQ 74)", () => {
    expect(gridCarbon.find(({ id }) => id === "us")?.gramsCo2PerKwh).toBe(Math.round(0.86 * 453.592));
  });
});
