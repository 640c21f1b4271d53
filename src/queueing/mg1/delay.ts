/** E[X] and E[X²]. */
export interface TwoMoments {
  readonly first: number;
  readonly second: number;
}

/** A Poisson stream of work: λE[S], λE[S²], λE[S³] of the requests that count. */
export interface WorkStream {
  /** λE[S]. */
  readonly load: number;
  /** λE[S²], s. */
  readonly second: number;
  /** λE[S³], s². */
  readonly third: number;
}

/** No work. */
export const NO_WORK: WorkStream = { load: 0, second: 0, third: 0 };

/** Mean and variance of a time. */
export interface TimeMoments {
  /** s. */
  readonly meanSeconds: number;
  /** s². */
  readonly varianceSecondsSquared: number;
}

/** Adds independent streams. */
export function addStreams(a: WorkStream, b: WorkStream): WorkStream {
  return { load: a.load + b.load, second: a.second + b.second, third: a.third + b.third };
}

/**
 * Stationary work of M/G/1 (Pollaczek and Khinchine): `E[V] = λm2/(2(1−ρ))`, `E[V²] = 2E[V]² + λm3/(3(1−ρ))`.
 */
export function stationaryWork({ load, second, third }: WorkStream): TwoMoments {
  const first = second / (2 * (1 - load));
  return { first, second: 2 * first * first + third / (3 * (1 - load)) };
}

/**
 * Work ahead of an arrival when other work may enter only while there is none: a request of lower priority that cannot be preempted,
 * or one whose remaining part has become urgent. By level crossing the transform factors into the work of M/G/1 and, with probability
 * `others.load/(1 − stream.load)`, the residual of such an entry.
 */
export function workWithOthers(stream: WorkStream, others: WorkStream): TwoMoments {
  const own = stationaryWork(stream);
  const first = others.second / (2 * (1 - stream.load));
  const second = others.third / (3 * (1 - stream.load));
  return { first: own.first + first, second: own.second + 2 * own.first * first + second };
}

/**
 * Time until work V is done when more urgent requests keep arriving and are served first (a delay busy period):
 * `E[D] = E[V]/(1−ρ')`, `E[D²] = E[V²]/(1−ρ')² + λ'b2·E[V]/(1−ρ')³`.
 */
export function delayBusyPeriod(work: TwoMoments, urgent: WorkStream): TwoMoments {
  const free = 1 - urgent.load;
  return { first: work.first / free, second: work.second / free ** 2 + (urgent.second * work.first) / free ** 3 };
}

/** Adds independent times. */
export function addIndependent(a: TwoMoments, b: TwoMoments): TwoMoments {
  return { first: a.first + b.first, second: a.second + 2 * a.first * b.first + b.second };
}

/** A fixed time. */
export function fixedTime(seconds: number): TwoMoments {
  return { first: seconds, second: seconds * seconds };
}

/** Mean and variance of a mixture of conditional laws given by their two moments. */
export function timeMoments({ first, second }: TwoMoments): TimeMoments {
  return { meanSeconds: first, varianceSecondsSquared: Math.max(0, second - first * first) };
}
