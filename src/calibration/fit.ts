import { levenbergMarquardt } from "ml-levenberg-marquardt";
import { invalidValue } from "../quantities/errors.ts";
import { medianAbsolute, symmetricInverse } from "./linear-algebra.ts";

/** One unknown of a fit: a logarithm (of a constant, or of the ratio of one family's constant to its parent). */
export interface FitParameter {
  /** For people and for messages: `gemmLaunchSeconds`, `gemmLaunchSeconds@nvidia-hopper`. */
  readonly name: string;
  /** Mean of the Gaussian prior: the logarithm of the constant's prior value, or 0 for an offset. */
  readonly prior: number;
  /** Standard deviation of the prior, in the same logarithm. The smaller, the more data it takes to move the parameter. */
  readonly sd: number;
  /** Degrees of freedom of the prior where it is a Student distribution: most families are like their parent, a few far from it. */
  readonly degreesOfFreedom?: number;
  /** Physical limits of the logarithm; default none. */
  readonly bounds?: readonly [low: number, high: number];
}

/** A robust, regularised least-squares problem on log ratios. */
export interface FitProblem {
  readonly parameters: readonly FitParameter[];
  /**
   * Logarithms of the predictions, one for each observation, at the given parameter logarithms (same order as `parameters`).
   * Called some hundred times; may return the same buffer every time. Must be finite; kinks (a minimum over kernels) do no harm.
   */
  readonly predict: (logs: Float64Array) => ArrayLike<number>;
  /** Logarithms of the measured values. */
  readonly observed: ArrayLike<number>;
  /**
   * Independent observations that each point is worth; default 1. A thousand points of one sweep share their model error, so
   * they are worth far fewer than a thousand: see {@link effectiveWeights}. This decides how soon data override a prior.
   */
  readonly weights?: ArrayLike<number>;
  /** Degrees of freedom of the Student distribution of residuals: small is robust, Infinity is plain least squares. Default 4. */
  readonly degreesOfFreedom?: number;
  /** Residual scale (log) below which the data are not believed: repeatability of the measurement. Default 0.02. */
  readonly noiseFloor?: number;
  /** Residual scale (log) where it is known beforehand; estimated from the residuals unless given, which takes many of them. */
  readonly scale?: number;
  /** Logarithms to start from. Default: the means of the priors. */
  readonly start?: ArrayLike<number>;
  /** Rounds of reweighting at most. Default 12. */
  readonly rounds?: number;
  /** Iterations of each round at most. Default 8. */
  readonly iterations?: number;
}

/** A parameter's posterior. */
export interface FittedParameter {
  readonly name: string;
  /** Logarithm at the optimum. */
  readonly log: number;
  /** Standard error of it, prior included (Gauss–Newton curvature). */
  readonly sd: number;
  /** Observations whose prediction moves by more than 0.1 % when the parameter moves by one prior standard deviation. */
  readonly observations: number;
  /** False where the data say little: the standard error is more than 0.9 of the prior's, so the value is the prior's. */
  readonly identified: boolean;
  /** The optimum lies on a physical limit: the form lacks something. */
  readonly atBound: boolean;
}

export interface FitResult {
  readonly parameters: readonly FittedParameter[];
  readonly logs: Float64Array;
  /** log(predicted / observed) of each observation at the optimum. */
  readonly residuals: Float64Array;
  /** Robust weight in (0, 1.25] that each observation ended with (before `weights`). */
  readonly robustWeights: Float64Array;
  /** Robust standard deviation of the residuals. */
  readonly residualSd: number;
  readonly rounds: number;
  readonly converged: boolean;
}

/**
 * Fits parameters to observations on the log scale: the mode of
 *
 *   Σᵢ wᵢ · log t_ν(rᵢ / σ) + Σⱼ log N(θⱼ; priorⱼ, sdⱼ),   rᵢ = log(predictedᵢ) − log(observedᵢ),
 *
 * by iteratively reweighted least squares: each round solves a Levenberg–Marquardt problem (library `ml-levenberg-marquardt`)
 * in which every prior is a pseudo-observation "θⱼ = priorⱼ ± sdⱼ" (reweighted alike where it is a Student distribution), then sets wᵢ·(ν + 1)/(ν + (rᵢ/σ)²) anew (Lange, Little,
 * Taylor 1989, Robust statistical modeling using the t distribution, eq. 4) and σ as the weighted 1.4826 · median |r|.
 * Parameters are standardised by their priors, so that the library's unscaled damping treats all alike.
 *
 * Partial pooling is a matter of parameters: give a constant one global parameter with its prior, and each family or engine an
 * offset with prior 0 ± pool sd, which `predict` adds ({@link pooledParameters} does this for the constants of the registry). A family
 * with few points then stays near the parent; one that is not in the data is the parent.
 *
 * @throws RidgepointError `invalid-value` for inconsistent lengths, or a prediction or observation that is not finite.
 */
export function fit(problem: FitProblem): FitResult {
  const { parameters, observed } = problem;
  const n = observed.length;
  const p = parameters.length;
  checkProblem(problem);
  const degreesOfFreedom = problem.degreesOfFreedom ?? 4;
  const noiseFloor = problem.noiseFloor ?? 0.02;
  const rounds = problem.rounds ?? 12;
  const low = parameters.map(({ prior, sd, bounds }) => (bounds ? (bounds[0] - prior) / sd : -Infinity));
  const high = parameters.map(({ prior, sd, bounds }) => (bounds ? (bounds[1] - prior) / sd : Infinity));
  const steps = parameters.map(({ sd }) => Math.min(0.05, 2e-3 / sd));

  const logsAt = (z: ArrayLike<number>): Float64Array =>
    Float64Array.from(parameters, ({ prior, sd }, j) => prior + sd * (z[j] as number));
  const predictionAt = (z: ArrayLike<number>): Float64Array => checkedPrediction(problem.predict(logsAt(z)), n);
  const indices = Array.from({ length: n + p }, (_, i) => i);

  const startAt = (j: number, { prior, sd }: FitParameter): number => (problem.start === undefined ? 0 : ((problem.start[j] as number) - prior) / sd);
  let z = parameters.map((parameter, j) => Math.min(high[j] as number, Math.max(low[j] as number, startAt(j, parameter))));
  const residuals = new Float64Array(n);
  const robustWeights = new Float64Array(n).fill(1);
  let sigma = noiseFloor;
  let converged = false;
  let round = 0;
  const priorScales = new Float64Array(p).fill(1);
  const reweigh = (): void => {
    const prediction = predictionAt(z);
    for (let j = 0; j < p; j++) {
      const freedom = (parameters[j] as FitParameter).degreesOfFreedom ?? Infinity;
      if (freedom < Infinity) priorScales[j] = Math.sqrt((freedom + 1) / (freedom + (z[j] as number) ** 2));
    }
    for (let i = 0; i < n; i++) residuals[i] = (prediction[i] as number) - (observed[i] as number);
    sigma = problem.scale ?? Math.max(noiseFloor, 1.4826 * medianAbsolute(residuals, problem.weights));
    for (let i = 0; i < n; i++) {
      const scaled = (residuals[i] as number) / sigma;
      robustWeights[i] = degreesOfFreedom === Infinity ? 1 : (degreesOfFreedom + 1) / (degreesOfFreedom + scaled * scaled);
    }
  };
  reweigh();
  while (round < rounds && !converged && p > 0) {
    round++;
    // Rows are divided by their deviations here and the library's own weights left at 1: version 5.1 multiplies the Hessian by
    // what it divides the gradient by (step.ts), so with unequal weights it steps in a wrong direction.
    const scales = Float64Array.from(residuals, (_, i) => Math.sqrt((robustWeights[i] as number) * weightOf(problem, i)) / sigma);
    const rows = { x: indices, y: indices.map((i) => (i < n ? (observed[i] as number) * (scales[i] as number) : 0)) };
    const solution = levenbergMarquardt(rows, (candidate) => {
      const prediction = predictionAt(candidate);
      return (i: number) => (i < n ? (prediction[i] as number) * (scales[i] as number) : (candidate[i - n] as number) * (priorScales[i - n] as number));
    }, {
      initialValues: z, gradientDifference: steps, damping: 1, dampingStepUp: 4, dampingStepDown: 5,
      maxIterations: problem.iterations ?? 8, errorTolerance: 1e-9, minValues: low, maxValues: high,
    });
    const next = Array.from(solution.parameterValues);
    converged = round > 2 && next.every((value, j) => Math.abs(value - (z[j] as number)) * (parameters[j] as FitParameter).sd < 1e-4);
    z = next;
    reweigh();
  }
  const { sds, informed } = posterior(problem, z, steps, predictionAt, robustWeights, priorScales, sigma);
  return {
    parameters: parameters.map(({ name, sd }, j) => ({
      name,
      log: logsAt(z)[j] as number,
      sd: (sds[j] as number) * sd,
      observations: informed[j] as number,
      identified: (sds[j] as number) < 0.9,
      atBound: (z[j] as number) <= (low[j] as number) + 1e-9 || (z[j] as number) >= (high[j] as number) - 1e-9,
    })),
    logs: logsAt(z), residuals, robustWeights, residualSd: sigma, rounds: round, converged: converged || p === 0,
  };
}

/**
 * Weights under which each group of observations (a sweep, a file and device) counts as `min(its size, cap)` independent
 * observations, shared evenly: the guard against a large sweep that talks every prior down.
 */
export function effectiveWeights(groups: readonly string[], cap: number): Float64Array {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return Float64Array.from(groups, (group) => Math.min(1, cap / (sizes.get(group) as number)));
}

function weightOf(problem: FitProblem, i: number): number {
  return problem.weights === undefined ? 1 : (problem.weights[i] as number);
}

/** Standard errors (in units of the prior's) from JᵀWJ/σ² + I, and how many observations feel each parameter. */
function posterior(
  problem: FitProblem, z: readonly number[], steps: readonly number[], predictionAt: (z: ArrayLike<number>) => Float64Array,
  robustWeights: Float64Array, priorScales: Float64Array, sigma: number,
): { sds: Float64Array; informed: Float64Array } {
  const p = z.length;
  const n = problem.observed.length;
  const base = predictionAt(z);
  const columns = z.map((value, j) => {
    const moved = z.slice();
    moved[j] = value + (steps[j] as number);
    const prediction = predictionAt(moved);
    return Float64Array.from(base, (at, i) => ((prediction[i] as number) - at) / (steps[j] as number));
  });
  const information = columns.map((a, row) => columns.map((b, column) => {
    let sum = row === column ? (priorScales[row] as number) ** 2 : 0;
    for (let i = 0; i < n; i++) {
      sum += ((a[i] as number) * (b[i] as number) * (robustWeights[i] as number) * weightOf(problem, i)) / (sigma * sigma);
    }
    return sum;
  }));
  const covariance = symmetricInverse(information);
  return {
    sds: Float64Array.from({ length: p }, (_, j) => Math.sqrt(Math.max(0, covariance[j]?.[j] ?? 0))),
    informed: Float64Array.from(columns, (column) => column.reduce((count, slope) => count + (Math.abs(slope) > 1e-3 ? 1 : 0), 0)),
  };
}

function checkProblem({ parameters, observed, weights }: FitProblem): void {
  for (const [j, { name, prior, sd, bounds }] of parameters.entries()) {
    if (!Number.isFinite(prior)) throw invalidValue(`parameters[${j}].prior`, prior, `(${name}) must be a finite logarithm`);
    if (!(sd > 0 && sd < Infinity)) throw invalidValue(`parameters[${j}].sd`, sd, `(${name}) must be positive; leave a known constant out instead`);
    if (bounds && !(bounds[0] < bounds[1])) throw invalidValue(`parameters[${j}].bounds`, bounds, `(${name}) must be low, high`);
  }
  for (let i = 0; i < observed.length; i++) {
    if (!Number.isFinite(observed[i])) throw invalidValue(`observed[${i}]`, observed[i], "must be the logarithm of a positive measurement");
  }
  if (observed.length === 0) throw invalidValue("observed", observed, "must have at least one observation");
  if (weights === undefined) return;
  if (weights.length !== observed.length) throw invalidValue("weights", weights.length, `must have ${observed.length} entries, one per observation`);
  for (let i = 0; i < weights.length; i++) {
    if (!((weights[i] as number) >= 0 && (weights[i] as number) < Infinity)) throw invalidValue(`weights[${i}]`, weights[i], "must be finite and not negative");
  }
}

function checkedPrediction(prediction: ArrayLike<number>, n: number): Float64Array {
  if (prediction.length !== n) throw invalidValue("predict(…).length", prediction.length, `must be ${n}, one per observation`);
  const copy = Float64Array.from(prediction);
  const bad = copy.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw invalidValue(`predict(…)[${bad}]`, copy[bad], "must be finite: the logarithm of a positive prediction");
  return copy;
}
