import { addTransition, bandedChain, stationaryBanded } from "../../numerics/banded.ts";
import { logFactorial } from "../../numerics/gamma.ts";
import { poissonWindow } from "../../numerics/poisson.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { requireStable } from "../stable.ts";

/** Continuous batching with geometric tokens: means over requests and over iterations. */
export interface GeometricBatching {
  /** Share of time in which an iteration runs. */
  readonly utilisation: number;
  /** P(nothing runs). */
  readonly idleProbability: number;
  /** Mean number waiting or running. */
  readonly meanInSystem: number;
  /** Before the first iteration, s. */
  readonly meanWaitSeconds: number;
  /** Arrival to first token, s. */
  readonly meanTtftSeconds: number;
  /** Arrival to last token, s. */
  readonly meanSojournSeconds: number;
  /** Requests in an iteration, each iteration counted once. */
  readonly meanBatch: number;
  /** Its variance. */
  readonly varianceBatch: number;
  /** s. */
  readonly meanIterationSeconds: number;
}

/** Most entries of the chain. */
const MOST_ENTRIES = 3e7;

/**
 * Iteration-level batching, exact for geometric token counts: the number x in system at an iteration's start is a Markov chain,
 * `b = min(x, most)`, iteration `d_b = fixed + perRequest·b`, departures Bin(b, q), arrivals Pois(λd_b); an empty system starts the
 * next iteration with one request at its arrival. By integration over the iteration
 * `E[T] = Σπ_x(x·d + λd²/2)/(λΣπ_x(d + [x=0]/λ))`, likewise E[W] with x − b; the first iteration of a request is found from the
 * transitions, each weighted by those who join.
 *
 * @param rate - Poisson arrivals, 1/s.
 * @param meanTokens - mean 1/q of the tokens of a request, at least 1.
 * @param most - requests in one iteration.
 * @param fixed - s per iteration.
 * @param perRequest - s per iteration and request.
 * @throws RidgepointError `unstable` where λ is not below the capacity most·q/d_most; `unsupported` for a rate too close to it.
 */
export function geometricBatching(rate: number, meanTokens: number, most: number, fixed: number, perRequest: number): GeometricBatching {
  const q = 1 / meanTokens;
  const duration = (b: number): number => fixed + perRequest * b;
  requireStable(rate, (most * q) / duration(most), `${most} running requests of ${meanTokens} tokens`);
  const departures = Array.from({ length: most + 1 }, (_, b) => binomial(b, q));
  const arrivals = Array.from({ length: most + 1 }, (_, b) => poissonWindow(rate * duration(b)));
  const running = (x: number): number => Math.min(Math.max(x, 1), most);
  const law = stationaryLaw(most, departures, arrivals, running);

  let cycle = 0;
  let busy = 0;
  let inSystem = 0;
  let waiting = 0;
  let batch = 0;
  let square = 0;
  let joined = 0;
  let firstIterations = 0;
  for (let x = 0; x < law.length; x++) {
    const p = law[x]!;
    if (p < 1e-300) continue;
    const b = running(x);
    const d = duration(b);
    const present = Math.max(x, 1);
    cycle += p * (d + (x === 0 ? 1 / rate : 0));
    busy += p * d;
    inSystem += p * (present * d + (rate * d * d) / 2);
    waiting += p * ((present - b) * d + (rate * d * d) / 2);
    batch += p * b;
    square += p * b * b;
    const { first, probabilities } = arrivals[b]!;
    for (let gone = 0; gone <= b; gone++) {
      const pg = p * departures[b]![gone]!;
      if (pg < 1e-20) continue;
      const survivors = b - gone;
      for (let k = 0; k < probabilities.length; k++) {
        const next = running(present - gone + first + k);
        const joins = next - survivors;
        joined += pg * probabilities[k]! * joins;
        firstIterations += pg * probabilities[k]! * joins * duration(next);
      }
    }
  }
  const meanWaitSeconds = waiting / (rate * cycle);
  return {
    utilisation: busy / cycle,
    idleProbability: 1 - busy / cycle,
    meanInSystem: inSystem / cycle,
    meanWaitSeconds,
    meanTtftSeconds: meanWaitSeconds + firstIterations / joined,
    meanSojournSeconds: inSystem / (rate * cycle),
    meanBatch: batch,
    varianceBatch: Math.max(0, square - batch * batch),
    meanIterationSeconds: busy,
  };
}

function stationaryLaw(
  most: number,
  departures: readonly Float64Array[],
  arrivals: readonly { first: number; probabilities: Float64Array }[],
  running: (x: number) => number,
): Float64Array {
  const furthest = Math.max(...arrivals.map(({ first, probabilities }) => first + probabilities.length));
  // Changes of x in one iteration with b running, from −b upwards.
  const steps = Array.from({ length: most + 1 }, (_, b) => {
    const { first, probabilities } = arrivals[b]!;
    const law = new Float64Array(b + first + probabilities.length);
    for (let gone = 0; gone <= b; gone++) {
      for (let k = 0; k < probabilities.length; k++) {
        const place = b - gone + first + k;
        law[place] = law[place]! + departures[b]![gone]! * probabilities[k]!;
      }
    }
    return law;
  });
  for (let n = Math.max(64, 4 * most); ; n *= 2) {
    const up = Math.min(n, furthest + 1);
    const down = Math.min(n, most);
    if (n * (up + down + 1) > MOST_ENTRIES) {
      throw new RidgepointError("unsupported", "the load is too close to the capacity for the exact chain; lower the rate slightly", { path: "arrivals.rate_per_s" });
    }
    const chain = bandedChain(n, down, up);
    for (let x = 0; x < n; x++) {
      const b = running(x);
      const law = steps[b]!;
      for (let k = 0; k < law.length; k++) if (law[k]! > 1e-20) addTransition(chain, x, Math.max(x, 1) - b + k, law[k]!);
    }
    const law = stationaryBanded(chain);
    if (law[n - 1]! < 1e-14) return law;
  }
}

function binomial(n: number, p: number): Float64Array {
  if (p >= 1) {
    const law = new Float64Array(n + 1);
    law[n] = 1;
    return law;
  }
  return Float64Array.from({ length: n + 1 }, (_, k) =>
    Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p)),
  );
}
