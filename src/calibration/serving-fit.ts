import type { ConstantName } from "../constants/registry.ts";
import type { FittedConstants } from "../constants/lookup.ts";
import { effectiveWeights, fit, type FitResult } from "./fit.ts";
import { predictEngine } from "../predict/serving.ts";
import type { ServingValues } from "../predict/types.ts";
import { machinesOf, quickFigure, type PreparedObservation } from "./observations.ts";
import { pooledParameters } from "./pooled.ts";

/** The constants of a step that only runs of whole models tell, or on more devices than kernels do. */
export const stepConstantNames: readonly ConstantName[] = [
  "dependentKernelSeconds", "eagerKernelSeconds", "stepHostSeconds", "requestHostSeconds", "prefillStepSeconds", "requestPathSeconds", "expertFirstTokenSeconds",
  "engineMatrixEfficiency", "engineMemoryEfficiency", "engineAttentionEfficiency", "sortPasses", "expertSkew", "unfusedLayerKernels",
  "unsplitDecodeShare", "softwareNarrowOperations", "activationPasses", "storedScorePasses", "unpackedAccess", "vectorProductBytesPerClock",
  // Kernels tell it on Hopper alone.
  "gemmBlockScaleOperations",
];

/** The constants of power. They are fitted after those of steps, which say what a device does; watts say nothing of time. */
export const powerConstantNames: readonly ConstantName[] = ["powerActive", "powerCompute", "powerMemory", "powerLink"];

/** What a fit to runs of models gives. */
export interface ServingFit {
  /** The base with the fitted constants in it. */
  readonly constants: FittedConstants;
  readonly result: FitResult;
}

/**
 * Fits constants to measured runs, with partial pooling toward parents. Runs of one slice share what a case cannot say
 * (software, settings), so a slice counts as at most `sliceCap` independent runs. A fit to most of the same runs may start `from`
 * the one to all.
 * @param corrections - by how much `predict` lies above the closed form for each observation, as a logarithm.
 */
export function fitServing(
  observations: readonly PreparedObservation[], base: FittedConstants, names: readonly ConstantName[] = stepConstantNames, rounds = 3, sliceCap = 6,
  from?: FitResult, corrections?: Float64Array,
): ServingFit {
  const pooled = pooledParameters(names, observations.map(keyOf), base);
  const buffer = new Float64Array(observations.length);
  const start = from === undefined ? undefined : new Map(from.parameters.map(({ name, log }) => [name, log]));
  const result = fit({
    parameters: pooled.parameters,
    ...(start === undefined ? {} : { iterations: 2, start: pooled.parameters.map(({ name, prior }) => start.get(name) ?? prior) }),
    observed: Float64Array.from(observations, (o, i) => Math.log(o.measured) - (corrections?.[i] ?? 0)),
    weights: effectiveWeights(observations.map((o) => o.slice), sliceCap).map((weight, i) => weight * (observations[i] as PreparedObservation).weight),
    rounds,
    predict: (logs) => predictLogs(observations, pooled.at(logs), buffer),
  });
  return { constants: pooled.fitted(result), result };
}

/** Fits of the constants of steps and of power, one after the other. */
export interface WholeFit {
  readonly constants: FittedConstants;
  readonly steps: FitResult;
  readonly power: FitResult;
}

/**
 * Fits what runs of whole models tell, with {@link fitServing}: first times and rates, then watts. Times are fitted once more with what
 * the simulation of closed loads adds to their closed form, which hardly changes with the constants.
 */
export function fitWhole(observations: readonly PreparedObservation[], base: FittedConstants, rounds = 3, sliceCap = 6, from?: WholeFit): WholeFit {
  const times = observations.filter(({ figure }) => figure !== "powerWatts");
  const watts = observations.filter(({ figure }) => figure === "powerWatts");
  const first = fitServing(times, base, stepConstantNames, rounds, sliceCap, from?.steps);
  const quick = predictLogs(times, first.constants, new Float64Array(times.length));
  const corrections = residualsOf(times, first.constants).map((residual, i) => residual + Math.log((times[i] as PreparedObservation).measured) - (quick[i] as number));
  const steps = fitServing(times, base, stepConstantNames, rounds, sliceCap, first.result, corrections);
  const power = fitServing(watts, steps.constants, powerConstantNames, rounds, sliceCap, from?.power);
  return { constants: power.constants, steps: steps.result, power: power.result };
}

/** log(predicted/measured) of each observation under the given constants, as `predict` answers it: closed loads are simulated. */
export function residualsOf(observations: readonly PreparedObservation[], constants: FittedConstants): Float64Array {
  const machine = machinesOf(constants);
  const runs = new Map<string, ServingValues>();
  return Float64Array.from(observations, (o) => {
    const { scenario, figure, measured } = o;
    if (scenario.load.mode !== "closed") return Math.log(quickFigure(o, machine(o)) / measured);
    // Several figures come from one run.
    const key = JSON.stringify(scenario);
    let values = runs.get(key);
    if (values === undefined) runs.set(key, (values = predictEngine({ ...o.engine, machine: machine(o) }, o.base, scenario).values));
    return Math.log((values[figure] as number) / measured);
  });
}

function predictLogs(observations: readonly PreparedObservation[], constants: FittedConstants, out: Float64Array): Float64Array {
  const machine = machinesOf(constants);
  observations.forEach((o, i) => void (out[i] = Math.log(quickFigure(o, machine(o)))));
  return out;
}

function keyOf({ base }: PreparedObservation): { family: PreparedObservation["base"]["device"]["family"]; engine: string; generation: string } {
  return { family: base.device.family, engine: base.engine, generation: base.generation };
}

/** At most `most` observations of each slice, evenly over its order. */
export function thinned<T extends { readonly slice: string }>(observations: readonly T[], most: number): T[] {
  const sizes = new Map<string, number>();
  for (const { slice } of observations) sizes.set(slice, (sizes.get(slice) ?? 0) + 1);
  const places = new Map<string, number>();
  return observations.filter(({ slice }) => {
    const size = sizes.get(slice) as number;
    const at = places.get(slice) ?? 0;
    places.set(slice, at + 1);
    return at === 0 || Math.floor((at * most) / size) !== Math.floor(((at - 1) * most) / size);
  });
}
