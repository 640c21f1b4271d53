import FFT from "fft.js";

/** What the transform of a real sequence of n needs: that of n/2 complex numbers, and e^{−2πik/n}, k = 0 … n/2. */
interface Plan {
  readonly half: FFT;
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/** Plans by size: building one costs as much as a transform. At most one per power of two. */
const plans = new Map<number, Plan>();

function plan(size: number): Plan {
  let found = plans.get(size);
  if (found === undefined) {
    const table = (of: (angle: number) => number): Float64Array => Float64Array.from({ length: size / 2 + 1 }, (_, k) => of((2 * Math.PI * k) / size));
    found = { half: new FFT(size / 2), cosines: table(Math.cos), sines: table(Math.sin) };
    plans.set(size, found);
  }
  return found;
}

/** The smallest power of two that is at least `count` (and at least 4). */
export function powerOfTwo(count: number): number {
  let size = 4;
  while (size < count) size *= 2;
  return size;
}

/**
 * Forward transform Σ_j x_j e^{−2πijk/n} of a real sequence, padded with zeros to `size`: interleaved re, im for k = 0 … n/2. The other
 * half is its mirror image.
 */
export function forwardReal(values: ArrayLike<number>, size: number): Float64Array {
  const { half } = plan(size);
  // Pairs of neighbours are the complex numbers of a transform half as long.
  const input = new Float64Array(size);
  input.set(values.length > size ? Array.from(values).slice(0, size) : values);
  const output = new Float64Array(size + 2);
  half.transform(output, input);
  output[size] = output[0]!;
  output[size + 1] = output[1]!;
  return turned(output, 1);
}

/** The real sequence of a spectrum as {@link forwardReal} gives it. */
export function inverseReal(spectrum: Float64Array): Float64Array {
  const size = spectrum.length - 2;
  const output = new Float64Array(size);
  plan(size).half.inverseTransform(output, turned(spectrum, -1));
  return output;
}

/**
 * From the transform Z of the pairs to that of the sequence, `X_k = (Z_k + Z̄_{m−k})/2 − i·e^{∓2πik/n}·(Z_k − Z̄_{m−k})/2`, m = n/2, and with the
 * other sign back.
 */
function turned(from: Float64Array, sign: 1 | -1): Float64Array {
  const end = from.length - 2;
  const { cosines, sines } = plan(end);
  const to = new Float64Array(from.length);
  for (let i = 0; i <= end; i += 2) {
    const j = end - i;
    const re = (from[i]! - from[j]!) / 2;
    const im = (from[i + 1]! + from[j + 1]!) / 2;
    const c = sign * cosines[i / 2]!;
    const s = sines[i / 2]!;
    to[i] = (from[i]! + from[j]!) / 2 - s * re + c * im;
    to[i + 1] = (from[i + 1]! - from[j + 1]!) / 2 - s * im - c * re;
  }
  return to;
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
