import { completeLaw, type Law } from "../law.ts";
import { reciprocal } from "../complex.ts";

/** The exponential law. */
export function exponentialLaw(mean: number): Law {
  return completeLaw({
    low: 0,
    high: Infinity,
    moments: [mean, 2 * mean ** 2, 6 * mean ** 3],
    upperMoment: (k, x) => {
      const tail = Math.exp(-x / mean);
      if (k === 0) return tail;
      if (k === 1) return tail * (x + mean);
      if (k === 2) return tail * (x * x + 2 * mean * (x + mean));
      return tail * (x ** 3 + 3 * mean * (x * x + 2 * mean * (x + mean)));
    },
    // Without memory: the excess is again exponential.
    excess: (k, x) => Math.exp(-x / mean) * (k === 1 ? mean : k === 2 ? 2 * mean ** 2 : 6 * mean ** 3),
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
    quantile: (q) => -mean * Math.log1p(-q),
    density: (x) => (x < 0 ? 0 : Math.exp(-x / mean) / mean),
    laplace: (re, im) => reciprocal(1 + mean * re, mean * im),
  });
}
