import { complexExp, over } from "../complex.ts";
import { completeLaw, type Law } from "../law.ts";

/** The uniform law on [low, high], low < high. */
export function uniformLaw(low: number, high: number): Law {
  const width = high - low;
  return completeLaw({
    low,
    high,
    moments: [(low + high) / 2, (low * low + low * high + high * high) / 3, ((low + high) * (low * low + high * high)) / 4],
    variance: (width * width) / 12,
    upperMoment: (k, x) => {
      const part = (high - x) / width;
      if (k === 0) return part;
      if (k === 1) return (part * (high + x)) / 2;
      if (k === 2) return (part * (high * high + high * x + x * x)) / 3;
      return (part * (high + x) * (high * high + x * x)) / 4;
    },
    excess: (k, x) => (high - x) ** (k + 1) / ((k + 1) * width),
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    quantile: (q) => low + q * width,
    density: (x) => (x < low || x > high ? 0 : 1 / width),
    edges: () => Array.from({ length: 17 }, (_, i) => low + (width * i) / 16),
    laplace: (re, im) => {
      // (e^{−s·low} − e^{−s·high})/(s·width) = e^{−s·low}(1 − e^{−s·width})/(s·width), by its series near 0.
      const shift = complexExp(-low * re, -low * im);
      const x = width * re;
      const y = width * im;
      if (Math.hypot(x, y) < 1e-3) {
        const re2 = x * x - y * y;
        const im2 = 2 * x * y;
        const series = { re: 1 - x / 2 + re2 / 6 - (re2 * x - im2 * y) / 24, im: -y / 2 + im2 / 6 - (re2 * y + im2 * x) / 24 };
        return { re: shift.re * series.re - shift.im * series.im, im: shift.re * series.im + shift.im * series.re };
      }
      const far = complexExp(-high * re, -high * im);
      return over({ re: shift.re - far.re, im: shift.im - far.im }, { re: x, im: y });
    },
  });
}
