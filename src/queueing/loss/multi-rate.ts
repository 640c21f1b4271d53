/** A class of requests that each hold `size` units of a shared capacity. */
export interface SizedLoad {
  /** λ·E[S], erlang. */
  readonly load: number;
  /** Units held, a whole number ≥ 1. */
  readonly size: number;
}

/** What a shared capacity with complete sharing does. */
export interface MultiRateLoss {
  /** P(a request of class i is refused). */
  readonly blocking: readonly number[];
  /** P(j units are held), j = 0 … capacity. */
  readonly occupancy: Float64Array;
  /** Mean units held. */
  readonly meanHeld: number;
  /** Mean number of requests of class i. */
  readonly meanInService: readonly number[];
}

/**
 * Loss with several sizes, for example requests that reserve KV blocks (Kaufman 1981, Roberts 1981):
 * `j·q(j) = Σ_i a_i s_i q(j − s_i)`; class i is refused with the sum of the last s_i probabilities. Insensitive to service laws.
 *
 * @param capacity - units that requests share, for example KV blocks; a whole number.
 */
export function multiRateLoss(capacity: number, classes: readonly SizedLoad[]): MultiRateLoss {
  const q = new Float64Array(capacity + 1);
  q[0] = 1;
  for (let j = 1; j <= capacity; j++) {
    let sum = 0;
    for (const { load, size } of classes) if (size <= j) sum += load * size * q[j - size]!;
    q[j] = sum / j;
    // Only proportions matter: rescale before they overflow.
    if (q[j]! > 1e250) for (let i = 0; i <= j; i++) q[i] = q[i]! * 1e-250;
  }
  const total = q.reduce((sum, x) => sum + x, 0);
  const occupancy = q.map((x) => x / total);
  const blocking = classes.map(({ size }) => occupancy.subarray(Math.max(0, capacity + 1 - size)).reduce((sum, p) => sum + p, 0));
  return {
    blocking,
    occupancy,
    meanHeld: occupancy.reduce((sum, p, j) => sum + j * p, 0),
    meanInService: classes.map(({ load }, i) => load * (1 - blocking[i]!)),
  };
}
