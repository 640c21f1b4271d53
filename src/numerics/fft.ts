import FFT from "fft.js";

/** Plans of fft.js by size: building one costs as much as a transform. At most one per power of two. */
const plans = new Map<number, FFT>();

function plan(size: number): FFT {
  let found = plans.get(size);
  if (found === undefined) {
    found = new FFT(size);
    plans.set(size, found);
  }
  return found;
}

/** The smallest power of two that is at least `count` (and at least 2). */
export function powerOfTwo(count: number): number {
  let size = 2;
  while (size < count) size *= 2;
  return size;
}

/** Forward transform Σ_j x_j e^{−2πijk/n} of a real sequence, padded with zeros to `size`; interleaved re, im. */
export function forwardReal(values: ArrayLike<number>, size: number): Float64Array {
  const fft = plan(size);
  const input = new Float64Array(size);
  input.set(values.length > size ? Array.from(values).slice(0, size) : values);
  const output = new Float64Array(2 * size);
  fft.realTransform(output, input);
  fft.completeSpectrum(output);
  return output;
}

/** Real part of the inverse transform of an interleaved spectrum. */
export function inverseReal(spectrum: Float64Array): Float64Array {
  const size = spectrum.length / 2;
  const output = new Float64Array(2 * size);
  plan(size).inverseTransform(output, spectrum);
  const real = new Float64Array(size);
  for (let j = 0; j < size; j++) real[j] = output[2 * j]!;
  return real;
}

/** The first `length` terms of the product of two power series: Σ_i a_i b_{j−i}. */
export function convolve(a: ArrayLike<number>, b: ArrayLike<number>, length: number = a.length + b.length - 1): Float64Array {
  const size = powerOfTwo(Math.min(a.length, length) + Math.min(b.length, length));
  const x = forwardReal(a, size);
  multiplyInto(x, forwardReal(b, size));
  return inverseReal(x).slice(0, length);
}

/** x ← x·y for interleaved spectra. */
export function multiplyInto(x: Float64Array, y: Float64Array): void {
  for (let k = 0; k < x.length; k += 2) {
    const re = x[k]! * y[k]! - x[k + 1]! * y[k + 1]!;
    x[k + 1] = x[k]! * y[k + 1]! + x[k + 1]! * y[k]!;
    x[k] = re;
  }
}
