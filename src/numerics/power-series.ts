import { forwardReal, inverseReal, powerOfTwo } from "./fft.ts";

/** Up to this length the recursion is as fast as the transform, and exact to the last digits. */
const DIRECT = 1100;

/**
 * The first n coefficients of A(z) = a / (1 − b·W(z)) from the first n coefficients of W, exactly up to rounding: the coefficients
 * do not depend on later ones. By FFT on a circle of radius r < 1 (r^size = 1e-11), which damps what wraps around by that factor
 * and costs half as many digits in rounding.
 * Needs |b·W| < 1 on the circle: the coefficients may not grow.
 */
export function geometricSeries(w: Float64Array, a: number, b: number): Float64Array {
  const n = w.length;
  if (n <= DIRECT) return panjer(w, a, b);
  const size = powerOfTwo(2 * n);
  const logRadius = Math.log(1e-11) / size;
  const tilted = new Float64Array(n);
  for (let j = 0; j < n; j++) tilted[j] = w[j]! * Math.exp(j * logRadius);
  const spectrum = forwardReal(tilted, size);
  for (let k = 0; k < spectrum.length; k += 2) {
    const re = 1 - b * spectrum[k]!;
    const im = -b * spectrum[k + 1]!;
    const scale = a / (re * re + im * im);
    spectrum[k] = re * scale;
    spectrum[k + 1] = -im * scale;
  }
  const out = inverseReal(spectrum).slice(0, n);
  for (let j = 0; j < n; j++) out[j] = out[j]! * Math.exp(-j * logRadius);
  return out;
}

/** p_j (1 − b w_0) = a·[j = 0] + b Σ_{i=1}^{j} w_i p_{j−i}. */
function panjer(w: Float64Array, a: number, b: number): Float64Array {
  const n = w.length;
  const p = new Float64Array(n);
  const scale = 1 / (1 - b * w[0]!);
  p[0] = a * scale;
  for (let j = 1; j < n; j++) {
    let sum = 0;
    for (let i = 1; i <= j; i++) sum += w[i]! * p[j - i]!;
    p[j] = b * scale * sum;
  }
  return p;
}
