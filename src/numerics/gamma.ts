/** Gamma functions: Lanczos' approximation and the series and continued fraction of the incomplete gamma function. */

/** Lanczos coefficients for g = 607/128, n = 15 (P. Godfrey 2001, as printed in Numerical Recipes, 3rd ed., section 6.1). */
const LANCZOS = [
  57.1562356658629235, -59.5979603554754912, 14.1360979747417471, -0.491913816097620199, 0.339946499848118887e-4,
  0.465236289270485756e-4, -0.983744753048795646e-4, 0.158088703224912494e-3, -0.210264441724104883e-3,
  0.21743961811521264e-3, -0.164318106536763890e-3, 0.844182239838527433e-4, -0.26190838401581408e-4, 0.368991826595316234e-5,
] as const;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Infinity) return Infinity;
  // Stirling's series is exact to the last digits there, and does not lose them in the difference of large terms.
  if (x >= 12) {
    const r = 1 / (x * x);
    const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / x;
    return (x - 0.5) * Math.log(x) - x + 0.91893853320467274178 + series;
  }
  const t = x + 5.2421875;
  let series = 0.999999999999997092;
  for (let j = 0; j < LANCZOS.length; j++) series += LANCZOS[j]! / (x + 1 + j);
  return (x + 0.5) * Math.log(t) - t + Math.log((2.5066282746310005 * series) / x);
}

const SMALL = 1024;
/** Made at the first use, so that an import costs nothing. */
let smallFactorials: Float64Array | null = null;

function logFactorials(count: number): Float64Array {
  const table = new Float64Array(count);
  for (let n = 2; n < count; n++) table[n] = logGamma(n + 1);
  return table;
}

/** ln n! for n = 0, 1, 2, … */
export function logFactorial(n: number): number {
  return n < SMALL ? (smallFactorials ??= logFactorials(SMALL))[n]! : logGamma(n + 1);
}

/** x^a e^{−x}/Γ(a + 1), the term that links Q(a + 1, x) = Q(a, x) + this. */
export function gammaTerm(a: number, x: number): number {
  if (x <= 0) return a === 0 ? 1 : 0;
  return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
}

/** Q(a, x) = Γ(a, x)/Γ(a), the upper tail of a gamma law with shape a; exact also far out. a > 0. */
export function gammaUpper(a: number, x: number): number {
  if (!(x > 0)) return 1;
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
}

/** P(a, x) = 1 − Q(a, x), computed from the lower side. */
export function gammaLower(a: number, x: number): number {
  if (!(x > 0)) return 0;
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 10_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum * gammaTerm(a, x);
}

/** Lentz's evaluation of the continued fraction of Γ(a, x). */
function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h * a * gammaTerm(a, x);
}

/** ψ(x) = d ln Γ/dx for x > 0. */
export function digamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 12) shift -= 1 / y++;
  const r = 1 / (y * y);
  const tail = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - (r * 1) / 132))));
  return shift + Math.log(y) - 0.5 / y - tail;
}
