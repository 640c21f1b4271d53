/**
 * The normal law. erfc is W. J. Cody's rational minimax approximation ("Rational Chebyshev approximations for the error
 * function", Math. Comp. 23, 1969; SPECFUN CALERF), relative error about 1e-16 also far out in the tail.
 */

const SQRT_HALF = Math.SQRT1_2;
const INVERSE_SQRT_PI = 0.56418958354775628695;
const INVERSE_SQRT_TWO_PI = 0.39894228040143267794;

const A = [3.1611237438705656, 113.864154151050156, 377.485237685302021, 3209.37758913846947, 0.185777706184603153] as const;
const B = [23.6012909523441209, 244.024637934444173, 1282.61652607737228, 2844.23683343917062] as const;
const C = [
  0.564188496988670089, 8.88314979438837594, 66.1191906371416295, 298.635138197400131, 881.95222124176909,
  1712.04761263407058, 2051.07837782607147, 1230.33935479799725, 2.15311535474403846e-8,
] as const;
const D = [
  15.7449261107098347, 117.693950891312499, 537.181101862009858, 1621.38957456669019, 3290.79923573345963,
  4362.61909014324716, 3439.36767414372164, 1230.33935480374942,
] as const;
const P = [
  0.305326634961232344, 0.360344899949804439, 0.125781726111229246, 0.0160837851487422766, 6.58749161529837803e-4,
  0.0163153871373020978,
] as const;
const Q = [2.56852019228982242, 1.87295284992346047, 0.527905102951428412, 0.0605183413124413191, 2.33520497626869185e-3] as const;

/** Complementary error function. */
export function erfc(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.46875) return 1 - smallErf(x);
  const upper = y <= 4 ? middleErfc(y) : largeErfc(y);
  return x < 0 ? 2 - upper : upper;
}

/** Error function. */
export function erf(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.46875) return smallErf(x);
  const value = 1 - (y <= 4 ? middleErfc(y) : largeErfc(y));
  return x < 0 ? -value : value;
}

function smallErf(x: number): number {
  const y2 = x * x;
  let top = A[4] * y2;
  let bottom = y2;
  for (let i = 0; i < 3; i++) {
    top = (top + (A[i] as number)) * y2;
    bottom = (bottom + (B[i] as number)) * y2;
  }
  return (x * (top + A[3])) / (bottom + B[3]);
}

function middleErfc(y: number): number {
  let top = C[8] * y;
  let bottom = y;
  for (let i = 0; i < 7; i++) {
    top = (top + (C[i] as number)) * y;
    bottom = (bottom + (D[i] as number)) * y;
  }
  return (expMinusSquare(y) * (top + C[7])) / (bottom + D[7]);
}

function largeErfc(y: number): number {
  if (y > 26.6) return 0;
  const y2 = 1 / (y * y);
  let top = P[5] * y2;
  let bottom = y2;
  for (let i = 0; i < 4; i++) {
    top = (top + (P[i] as number)) * y2;
    bottom = (bottom + (Q[i] as number)) * y2;
  }
  const correction = (y2 * (top + P[4])) / (bottom + Q[4]);
  return (expMinusSquare(y) * (INVERSE_SQRT_PI - correction)) / y;
}

/** exp(−y²) with the square split, so that its rounding does not reach the exponential. */
function expMinusSquare(y: number): number {
  const whole = Math.trunc(y * 16) / 16;
  return Math.exp(-whole * whole) * Math.exp(-(y - whole) * (y + whole));
}

/** Density φ(z) of the standard normal law. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * Math.exp(-0.5 * z * z);
}

/** Φ(z) = P(Z ≤ z), relative accuracy also in the lower tail. */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z * SQRT_HALF);
}

/** 1 − Φ(z) = P(Z > z), computed from the upper side. */
export function normalTail(z: number): number {
  return 0.5 * erfc(z * SQRT_HALF);
}

/**
 * Φ⁻¹(q), −∞ at 0 and ∞ at 1. Acklam's rational start (P. J. Acklam 2003, relative error 1.15e-9) and one step of Halley.
 */
export function normalQuantile(q: number): number {
  if (!(q > 0)) return q === 0 ? -Infinity : Number.NaN;
  if (!(q < 1)) return q === 1 ? Infinity : Number.NaN;
  const z = q < 0.5 ? acklam(q) : -acklam(1 - q);
  const residual = q < 0.5 ? normalCdf(z) - q : 1 - q - normalTail(z);
  const step = residual / normalDensity(z);
  return z - step / (1 + 0.5 * z * step);
}

function acklam(q: number): number {
  if (q < 0.02425) {
    const r = Math.sqrt(-2 * Math.log(q));
    return (
      (((((-0.007784894002430293 * r - 0.3223964580411365) * r - 2.400758277161838) * r - 2.549732539343734) * r +
        4.374664141464968) *
        r +
        2.938163982698783) /
      ((((0.007784695709041462 * r + 0.3224671290700398) * r + 2.445134137142996) * r + 3.754408661907416) * r + 1)
    );
  }
  const p = q - 0.5;
  const r = p * p;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      p) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}
