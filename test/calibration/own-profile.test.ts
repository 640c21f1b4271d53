import { describe, expect, it } from "vitest";
import { calibrateOwn } from "../../src/calibration/own-profile.ts";
import { fitOwnConstants } from "../../src/calibration/profile-fit.ts";
import { readyRun, type OwnRun, type ReadyRun } from "../../src/calibration/profile-runs.ts";
import { constantProvenance } from "../../src/constants/provenance.ts";
import type { ConstantName } from "../../src/constants/registry.ts";
import { shippedConstants } from "../../src/constants/shipped.ts";
import type { FittedOffset } from "../../src/constants/types.ts";
import type { FittedConstants } from "../../src/constants/lookup.ts";
import { predict } from "../../src/predict/serving.ts";
import type { Profile, Scenario } from "../../src/predict/types.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";
import { createStream } from "../../src/numerics/random.ts";

/** Made-up clusters: the shipped constants, moved by what families and engines differ by. */
const places: Readonly<Record<string, string>> = {
  dependentKernelSeconds: "nvidia-hopper|vllm/2025", engineMatrixEfficiency: "nvidia-hopper|vllm/2025", engineMemoryEfficiency: "nvidia-hopper|vllm/2025", stepHostSeconds: "vllm/2025",
};
function moved(sds: Readonly<Record<string, number>>): FittedConstants {
  return Object.fromEntries(Object.entries(sds).map(([name, sd]): [string, Record<string, FittedOffset>] => {
    const place = places[name] as string;
    return [name, { [place]: { logOffset: (shippedConstants[name]?.[place]?.logOffset ?? 0) + sd * constantProvenance[name as ConstantName].poolLogSd, logSd: 0, observations: 0 } }];
  }));
}

const scenario = (batch: number, tp: number, more: Partial<Scenario> = {}): Scenario => ({
  model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", plan: { tp }, engine: "vllm", engineVersion: "0.10.0", precision: { weights: "fp8" },
  load: { mode: "static", batch }, inputTokens: 1024, outputTokens: 256, ...more,
});
const grid = [1, 4, 16, 64].flatMap((batch) => [2, 4, 8].map((tp) => scenario(batch, tp)));

function runsUnder(constants: FittedConstants, scenarios: readonly Scenario[], scatter: number, seed: number): OwnRun[] {
  const stream = createStream(seed);
  const noise = (): number => Math.exp(scatter * stream.normal());
  return scenarios.map((each, i) => {
    const { values } = predict({ ...each, profile: { constants } });
    return { name: `run ${i + 1}`, scenario: each, measured: { firstTokenBatchSeconds: (values.firstTokenBatchSeconds as number) * noise(), tpotSeconds: (values.tpotSeconds as number) * noise() } };
  });
}

/** Median of |log(predicted/measured)| of TPOT. */
function errorOf(runs: readonly OwnRun[], profile?: Profile): number {
  const errors = runs.map(({ scenario: each, measured }) => Math.abs(Math.log((predict(profile === undefined ? each : { ...each, profile }).values.tpotSeconds as number) / (measured.tpotSeconds as number))));
  return errors.sort((a, b) => a - b)[Math.floor(errors.length / 2)] as number;
}

const clusters: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ["a slow memory", { engineMemoryEfficiency: -1.5 }],
  ["a quick memory", { engineMemoryEfficiency: 1.5 }],
  ["slow launches and a slow host", { dependentKernelSeconds: 1.5, stepHostSeconds: 1.5 }],
  ["everything a bit off", { dependentKernelSeconds: -1, engineMatrixEfficiency: -1, engineMemoryEfficiency: 1, stepHostSeconds: 1 }],
];

describe("calibrateOwn", () => {
  it.each(clusters)("three points of a cluster with %s help its others", (_, sds) => {
    const runs = runsUnder(moved(sds), grid, 0.02, 7);
    const three = [runs[0], runs[4], runs[8]] as OwnRun[];
    const others = runs.filter((run) => !three.includes(run));
    const { constants, moved: told } = calibrateOwn(three);
    expect(told.length).toBeGreaterThan(0);
    expect(errorOf(others, { constants })).toBeLessThan(0.7 * errorOf(others));
  });

  it("where nothing differs, three points move little, and nobody else's by more than the interval", () => {
    const runs = runsUnder({}, grid, 0.04, 3);
    const { constants } = calibrateOwn([runs[1], runs[5], runs[9]] as OwnRun[]);
    expect(errorOf(runs, { constants })).toBeLessThan(errorOf(runs) + 0.03);
  });

  it("moves no other engine or family, and within the family no prediction beyond its interval", () => {
    const { constants } = calibrateOwn(runsUnder(moved({ engineMemoryEfficiency: -0.75, stepHostSeconds: 1.5 }), grid.slice(0, 3), 0.02, 5));
    const tpot = (each: Scenario, profile?: Profile): number => predict(profile === undefined ? each : { ...each, profile }).values.tpotSeconds as number;
    for (const other of [{ engine: "sglang", engineVersion: "0.5.0" }, { engine: "tensorrt-llm", engineVersion: "1.1.0" }] as const) {
      expect(tpot(scenario(8, 4, other), { constants })).toBe(tpot(scenario(8, 4, other)));
    }
    for (const other of [{ hardware: "b200-sxm" }, { hardware: "h200-sxm-141" }, { model: "meta-llama/Llama-3.1-8B" }, { engineVersion: "0.5.0" }] as const) {
      const each = scenario(8, 4, other);
      const [low, high] = predict(each).intervals90.tpotSeconds as readonly [number, number];
      expect(tpot(each, { constants })).toBeGreaterThan(low);
      expect(tpot(each, { constants })).toBeLessThan(high);
    }
  });

  it("more runs tell more: the standard errors shrink and the constants come nearer to the truth", () => {
    const truth = moved({ engineMemoryEfficiency: -1.5 });
    const runs = runsUnder(truth, grid, 0.01, 11);
    const of = (some: readonly OwnRun[]): { off: number; sd: number } => {
      const constant = fitOwnConstants(some.map((run) => readyRun(run) as ReadyRun)).moved.find(({ name }) => name === "engineMemoryEfficiency");
      const wanted = (constant?.shipped as number) * Math.exp(-1.5 * constantProvenance.engineMemoryEfficiency.poolLogSd);
      return { off: Math.abs(Math.log((constant?.value as number) / wanted)), sd: constant?.logSd as number };
    };
    const [few, many] = [of(runs.slice(0, 2)), of(runs)];
    expect(many.sd).toBeLessThan(few.sd);
    expect(many.off).toBeLessThan(0.05);
  });

  it("an outlier among six does not drag the others", () => {
    const runs = runsUnder(moved({ engineMemoryEfficiency: -1 }), grid, 0.01, 2);
    const six = runs.slice(0, 6).map((run, i) => (i === 2 ? { ...run, measured: { tpotSeconds: 3 * (run.measured.tpotSeconds as number) } } : run));
    const { constants } = calibrateOwn(six);
    expect(errorOf(runs, { constants })).toBeLessThan(errorOf(runs));
  });

  it("gives held-back errors by device, engine and level, which narrow the interval of what was measured", () => {
    const { constants, residuals, runs } = calibrateOwn(runsUnder(moved({ engineMemoryEfficiency: -1.5 }), grid.slice(3, 9), 0.01, 9));
    expect(runs).toBe(6);
    expect(residuals).toEqual([
      { device: "h100-sxm5-80", engine: "vllm", level: "batch", models: ["meta-llama/Llama-3.1-70B"], runs: 6, logSd: expect.any(Number) },
      { device: "h100-sxm5-80", engine: "vllm", level: "tpot", models: ["meta-llama/Llama-3.1-70B"], runs: 6, logSd: expect.any(Number) },
    ]);
    const ratio = (profile?: Profile): number => {
      const [low, high] = predict(profile === undefined ? scenario(8, 4) : { ...scenario(8, 4), profile }).intervals90.tpotSeconds as readonly [number, number];
      return high / low;
    };
    expect(ratio({ constants, residuals })).toBeLessThan(ratio());
  });

  it("leaves out what it cannot use, each with its reason, and refuses to work on nothing", () => {
    const [good] = runsUnder({}, [scenario(4, 4)], 0, 1) as [OwnRun];
    const bad: OwnRun[] = [
      { name: "too large", scenario: scenario(1, 1, { precision: { weights: "bf16" } }), measured: { tpotSeconds: 1 } },
      { name: "ideal", scenario: scenario(1, 4, { engine: "ideal" }), measured: { tpotSeconds: 1 } },
      { name: "nothing", scenario: scenario(1, 4), measured: { mfu: 0.3 } },
    ];
    expect(calibrateOwn([good, ...bad]).leftOut.map(({ name }) => name)).toEqual(["too large", "ideal", "nothing"]);
    expect(() => calibrateOwn(bad)).toThrow(RidgepointError);
    expect(() => calibrateOwn(bad)).toThrow(/no run can be used; too large: /);
    expect(() => calibrateOwn([])).toThrow(/there are no runs/);
  });

  it("the same runs give the same profile", () => {
    const runs = runsUnder(moved({ engineMemoryEfficiency: -1 }), grid.slice(0, 4), 0.02, 4);
    expect(calibrateOwn(runs)).toEqual(calibrateOwn(runs));
  });
});
