import { gammaLower, gammaTerm, gammaUpper, logGamma } from "../../numerics/gamma.ts";
import { findRoot } from "../../numerics/roots.ts";
import { complexPower } from "../complex.ts";
import { completeLaw, type Law } from "../law.ts";

/** The gamma law; an Erlang law of r phases and mean m is `gammaLaw(r, m/r)`. */
export function gammaLaw(shape: number, scale: number): Law {
  const m1 = shape * scale;
  const m2 = m1 * (shape + 1) * scale;
  const m3 = m2 * (shape + 2) * scale;
  const logNorm = logGamma(shape);
  return completeLaw({
    low: 0,
    high: Infinity,
    moments: [m1, m2, m3],
    variance: shape * scale * scale,
    upperMoment: (k, x) => {
      const y = x / scale;
      let tail = gammaUpper(shape, y);
      // Q(a + 1, y) = Q(a, y) + y^a e^{−y}/Γ(a + 1), and E[X^k; X > x] = m_k Q(shape + k, y).
      for (let i = 0; i < k; i++) tail += gammaTerm(shape + i, y);
      return tail * (k === 0 ? 1 : k === 1 ? m1 : k === 2 ? m2 : m3);
    },
    cdf: (x) => gammaLower(shape, x / scale),
    quantile: (q) => gammaQuantile(shape, q) * scale,
    density: (x) => (x <= 0 ? 0 : Math.exp((shape - 1) * Math.log(x / scale) - x / scale - logNorm) / scale),
    laplace: (re, im) => complexPower(1 + scale * re, scale * im, -shape),
  });
}

/** Quantile of the gamma law with scale 1: Brent on the logarithm, from whichever side is smaller. */
function gammaQuantile(shape: number, q: number): number {
  const miss = (u: number): number => {
    const x = Math.exp(u);
    return q < 0.5 ? Math.log(gammaLower(shape, x) / q) : Math.log((1 - q) / gammaUpper(shape, x));
  };
  let low = Math.log(shape) - 1;
  let high = Math.log(shape) + 1;
  while (!(miss(low) < 0)) low -= high - low;
  while (!(miss(high) > 0)) high += 1;
  return Math.exp(findRoot(miss, low, high, 1e-15));
}
