import { complexExp, over } from "../complex.ts";
import { completeLaw, type Atoms, type Law } from "../law.ts";

/**
 * scale·N + shift with N geometric on 1, 2, … and mean `mean` > 1 (P(N > n) = (1 − 1/mean)^n), in closed form for any mean.
 */
export function geometricLaw(mean: number, scale = 1, shift = 0): Law {
  const p = 1 / mean;
  const logStay = Math.log1p(-p);
  const [n1, n2, n3] = [mean, (2 - p) * mean ** 2, (6 - 6 * p + p * p) * mean ** 3];
  /** Number of values ≤ x, robust to the rounding of scale·n + shift. */
  const count = (x: number): number => {
    let n = Math.max(0, Math.floor((x - shift) / scale));
    while (scale * (n + 1) + shift <= x) n++;
    while (n > 0 && scale * n + shift > x) n--;
    return n;
  };
  let cached: Atoms | undefined;
  return completeLaw({
    low: scale + shift,
    high: Infinity,
    moments: affineMoments([n1, n2, n3], scale, shift),
    variance: scale * scale * (1 - p) * mean ** 2,
    upperMoment: (k, x) => {
      // Above n the excess N − n is geometric again, so X is scale·N + (scale·n + shift).
      const n = count(x);
      const tail = Math.exp(n * logStay);
      return k === 0 ? tail : tail * affineMoments([n1, n2, n3], scale, scale * n + shift)[k - 1]!;
    },
    excess: (k, x) => {
      const n = count(x);
      return Math.exp(n * logStay) * affineMoments([n1, n2, n3], scale, scale * n + shift - x)[k - 1]!;
    },
    cdf: (x) => -Math.expm1(count(x) * logStay),
    quantile: (q) => scale * Math.max(1, Math.ceil((Math.log1p(-q) / logStay) * (1 - 1e-13))) + shift,
    atoms: () => (cached ??= truncated(p, logStay, scale, shift)),
    laplace: (re, im) => {
      const step = complexExp(-scale * re, -scale * im);
      const jump = complexExp(-shift * re, -shift * im);
      const top = { re: p * (step.re * jump.re - step.im * jump.im), im: p * (step.re * jump.im + step.im * jump.re) };
      return over(top, { re: 1 - (1 - p) * step.re, im: -(1 - p) * step.im });
    },
  });
}

/** E[(scale·X + shift)^k] from E[X^k]. */
export function affineMoments([m1, m2, m3]: readonly [number, number, number], a: number, b: number): readonly [number, number, number] {
  return [a * m1 + b, a * a * m2 + 2 * a * b * m1 + b * b, a ** 3 * m3 + 3 * a * a * b * m2 + 3 * a * b * b * m1 + b ** 3];
}

/** Up to a tail of 1e-19; the rest of the mass sits on the last value. */
function truncated(p: number, logStay: number, scale: number, shift: number): Atoms {
  const n = Math.max(1, Math.ceil(-43.75 / logStay));
  const values = new Float64Array(n);
  const probabilities = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    values[i] = scale * (i + 1) + shift;
    probabilities[i] = i === n - 1 ? Math.exp(i * logStay) : p * Math.exp(i * logStay);
  }
  return { values, probabilities };
}
