/**
 * x ⊕ y = √(x² + y²): the larger of two times that overlap, rounded where they are alike (the smooth maximum of exponent 2,
 * which a square root computes in a few nanoseconds).
 */
export function overlapped(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** The same with exponent 4: nearly the maximum. */
export function wellOverlapped(x: number, y: number): number {
  const xx = x * x;
  const yy = y * y;
  return Math.sqrt(Math.sqrt(xx * xx + yy * yy));
}

/** Between one after the other (`serialShare` 1: the sum) and overlapped (0: {@link overlapped}). */
export function partlyOverlapped(x: number, y: number, serialShare: number): number {
  return serialShare * (x + y) + (1 - serialShare) * Math.sqrt(x * x + y * y);
}
