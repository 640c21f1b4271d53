/**
 * Stationary law of a finite irreducible Markov chain by state reduction (Grassmann, Taksar and Heyman 1985): no
 * subtractions, so small probabilities keep their relative accuracy.
 *
 * @param transitions - n·n transition probabilities (or rates), row-major; **overwritten**. The diagonal is not read.
 * @param down - the largest step downwards, i − j ≤ down for every possible transition i → j; states further down are not
 *   visited, which makes the cost O(n²·down) instead of O(n³). Default n.
 */
export function stationary(transitions: Float64Array, n: number, down: number = n): Float64Array {
  const p = transitions;
  for (let state = n - 1; state > 0; state--) {
    const first = Math.max(0, state - down);
    const row = state * n;
    let out = 0;
    for (let j = first; j < state; j++) out += p[row + j]!;
    const scale = 1 / out;
    for (let i = 0; i < state; i++) {
      const into = p[i * n + state]! * scale;
      if (into === 0) continue;
      p[i * n + state] = into;
      for (let j = first; j < state; j++) p[i * n + j] = p[i * n + j]! + into * p[row + j]!;
    }
  }
  const law = new Float64Array(n);
  law[0] = 1;
  let total = 1;
  for (let state = 1; state < n; state++) {
    let sum = 0;
    for (let i = 0; i < state; i++) sum += law[i]! * p[i * n + state]!;
    law[state] = sum;
    total += sum;
    // Ratios may overflow where the chain drifts far upwards; only their proportions matter.
    if (total > 1e280) {
      for (let i = 0; i <= state; i++) law[i] = law[i]! * 1e-280;
      total *= 1e-280;
    }
  }
  for (let i = 0; i < n; i++) law[i] = law[i]! / total;
  return law;
}
