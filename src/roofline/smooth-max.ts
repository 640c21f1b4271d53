/**
 * x ⊕ y = (xᵖ + yᵖ)^(1/p): the larger of two times that overlap, rounded where they are alike. p = 1 is no overlap (the sum),
 * p = ∞ perfect overlap (the maximum). Both times must be non-negative, p ≥ 1.
 */
export function smoothMax(x: number, y: number, p: number): number {
  const large = x > y ? x : y;
  const small = x > y ? y : x;
  if (small <= 0 || p === Infinity) return large;
  if (p === 1) return large + small;
  const ratio = small / large;
  if (p === 2) return large * Math.sqrt(1 + ratio * ratio);
  // Below this ratio the sum differs from the larger by less than a thousandth, for any p of at least 1.5.
  if (ratio < 0.01 && p >= 1.5) return large;
  return large * (1 + ratio ** p) ** (1 / p);
}
