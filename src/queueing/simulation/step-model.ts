import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import type { SampledSteps, StepCoefficients, StepTime } from "./server-types.ts";
import { StepTable } from "./step-table.ts";

/**
 * The time of iterations as the engine asks for it: of one iteration, and of a run of decoding iterations in which the
 * context grows by the same amount each time, as an affine function of the iteration's place in the run.
 */
export interface StepModel {
  /** Whether chunks of a long prompt also form affine runs, with `perPairSeconds` for each pair of attention. */
  readonly affine: boolean;
  readonly perKvTokenSeconds: number;
  readonly perPairSeconds: number;
  /** Results of the last {@link line}: time of its first iteration, increase from one to the next, how many it holds for. */
  lineFirst: number;
  lineSlope: number;
  lineSteps: number;
  step(requests: number, context: number, prefillTokens: number, prefillPairs: number, prefillRequests: number): number;
  line(requests: number, context: number, growth: number): void;
}

/** Tables of step functions: simulations that are given the same object share what was sampled. */
const sampled = new WeakMap<SampledSteps, StepModel>();

/** The step model of the options, checked. */
export function stepModel(time: StepTime, path: string): StepModel {
  if (!("stepSeconds" in time)) return coefficientSteps(time, path);
  const known = sampled.get(time) ?? sampledSteps(time, path);
  sampled.set(time, known);
  return known;
}

function coefficientSteps(time: StepCoefficients, path: string): StepModel {
  const read = (name: keyof StepCoefficients): number => {
    const value = time[name] ?? 0;
    if (!(value >= 0 && value < Infinity)) throw invalidValue(`${path}.${name}`, value, "must be zero or positive seconds");
    return value;
  };
  const k = {
    fixed: read("fixedSeconds"), request: read("perRequestSeconds"), kvToken: read("perKvTokenSeconds"), prefillStep: read("perPrefillStepSeconds"),
    prefillRequest: read("perPrefillRequestSeconds"), prefillToken: read("perPrefillTokenSeconds"), pair: read("perPrefillPairSeconds"),
  };
  if (!(k.fixed + k.request + k.kvToken > 0)) throw invalidValue(path, time, "gives a decoding iteration no time; give fixedSeconds > 0");
  if (!(k.fixed + k.prefillStep + k.prefillRequest + k.prefillToken + k.pair > 0)) {
    throw invalidValue(path, time, "gives an iteration with prompt tokens no time; give fixedSeconds > 0");
  }
  return new CoefficientSteps(k);
}

type Coefficients = Readonly<Record<"fixed" | "request" | "kvToken" | "prefillStep" | "prefillRequest" | "prefillToken" | "pair", number>>;

/** A class and not closures: the loops of many runs of one process stay compiled. */
class CoefficientSteps implements StepModel {
  readonly affine = true;
  lineFirst = 0;
  lineSlope = 0;
  readonly lineSteps: number = Infinity;
  readonly perKvTokenSeconds: number;
  readonly perPairSeconds: number;
  readonly #k: Coefficients;

  constructor(k: Coefficients) {
    this.#k = k;
    this.perKvTokenSeconds = k.kvToken;
    this.perPairSeconds = k.pair;
  }

  step(requests: number, context: number, tokens: number, pairs: number, prompts: number): number {
    const k = this.#k;
    const decode = k.fixed + k.request * requests + k.kvToken * context;
    return tokens > 0 ? decode + k.prefillStep + k.prefillRequest * prompts + k.prefillToken * tokens + k.pair * pairs : decode;
  }

  line(requests: number, context: number, growth: number): void {
    this.lineFirst = this.step(requests, context, 0, 0, 0);
    this.lineSlope = this.perKvTokenSeconds * growth;
  }
}

function sampledSteps(time: SampledSteps, path: string): StepModel {
  const nodes = time.nodesPerOctave ?? 4;
  const exact = time.exactRequests ?? 8;
  if (!(nodes >= 1 && nodes <= 64)) throw invalidValue(`${path}.nodesPerOctave`, nodes, "must lie in 1 … 64");
  if (!(exact >= 1)) throw invalidValue(`${path}.exactRequests`, exact, "must be at least 1");
  const table = new StepTable((...state) => {
    const seconds = time.stepSeconds(...state);
    if (!(seconds > 0 && seconds < Infinity)) {
      throw new RidgepointError(
        "invalid-value",
        `${path}.stepSeconds(${state.join(", ")}) = ${seconds} must be a positive number of seconds`,
        { path: `${path}.stepSeconds`, value: seconds },
      );
    }
    return seconds;
  }, nodes, exact);
  return {
    affine: false,
    perKvTokenSeconds: 0,
    perPairSeconds: 0,
    lineFirst: 0,
    lineSlope: 0,
    lineSteps: 1,
    step: (requests, context, tokens, pairs, prompts) => table.step(requests, context, tokens, pairs, prompts),
    line(requests, context, growth) {
      table.line(requests, context);
      this.lineFirst = table.value;
      this.lineSlope = table.slope * growth;
      this.lineSteps = growth > 0 ? Math.max(1, Math.ceil((table.cellEnd - context) / growth)) : Infinity;
    },
  };
}
