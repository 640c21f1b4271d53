import { inverseReal, powerOfTwo } from "../../numerics/fft.ts";
import { cappedMoment, type Law } from "../../workloads/law.ts";
import type { BatchTime } from "../types.ts";

/**
 * Shrinking completion: a step costs per_token + per_request_token·(requests still active), so a batch takes
 * `fixed + per_request·b + per_token·max + per_request_token·Σ n_i`, which needs the joint law of the largest count and the sum.
 */

/** E[H] and E[H²] from the moments of (max, sum). */
export function shrinkingMoments(time: BatchTime, tokens: Law, b: number): { mean: number; second: number } {
  const { values } = tokens.atoms();
  const [m1, m2] = tokens.moments;
  let max1 = 0;
  let max2 = 0;
  let withSum = 0;
  let previous = 0;
  // E[g(max)·X] = Σ over the gaps between values of (g(next) − g(value))·E[X; max > value].
  for (const value of [0, ...values]) {
    if (value > previous) {
      const below = 1 - tokens.tail(previous);
      const noneAbove = below ** b;
      const others = below ** (b - 1);
      const gap = value - previous;
      max1 += gap * (1 - noneAbove);
      max2 += (value * value - previous * previous) * (1 - noneAbove);
      // E[N_1; max > previous] = m1 − E[N_1; N_1 ≤ previous]·P(the others ≤ previous)
      withSum += gap * (m1 - (m1 - tokens.upperMoment(1, previous)) * others);
    }
    previous = value;
  }
  const offset = time.fixed_s + time.per_request_s * b;
  const t = time.per_token_s;
  const r = time.per_request_token_s;
  const varying = t * max1 + r * b * m1;
  const square = t * t * max2 + 2 * t * r * b * withSum + r * r * (b * m2 + b * (b - 1) * m1 * m1);
  return { mean: offset + varying, second: offset * offset + 2 * offset * varying + square };
}

/** A member's own time: fixed + per_request·b + per_token·n + per_request_token·(n + Σ_others min(n_j, n)). */
export function shrinkingOwn(time: BatchTime, tokens: Law, b: number): { ownMean: number; ownSecond: number } {
  const { values, probabilities } = tokens.atoms();
  const offset = time.fixed_s + time.per_request_s * b;
  const r = time.per_request_token_s;
  let ownMean = 0;
  let ownSecond = 0;
  for (let i = 0; i < values.length; i++) {
    const n = values[i]!;
    const first = cappedMoment(tokens, 1, n);
    const variance = Math.max(0, cappedMoment(tokens, 2, n) - first * first);
    const mean = offset + time.per_token_s * n + r * (n + (b - 1) * first);
    ownMean += probabilities[i]! * mean;
    ownSecond += probabilities[i]! * (mean * mean + r * r * (b - 1) * variance);
  }
  return { ownMean, ownSecond };
}

/**
 * P(j arrivals during a batch), the coefficients of z^j in E[e^{−λ(1−z)H_b}], by FFT over the unit circle. The transform of (max, sum)
 * sums over the largest count: `Σ_n e^{−s·per_token·n}(K_n^b − K_{n−1}^b)`, `K_n(s) = Σ_{j≤n} p_j e^{−s·per_request_token·j}`.
 */
export function shrinkingArrivals(time: BatchTime, tokens: Law, b: number, rate: number): Float64Array {
  const { values, probabilities } = tokens.atoms();
  const { mean, second } = shrinkingMoments(time, tokens, b);
  const largest = values[values.length - 1]!;
  const longest = time.fixed_s + time.per_request_s * b + (time.per_token_s + time.per_request_token_s * b) * largest;
  const spread = Math.sqrt(rate * rate * (second - mean * mean) + rate * mean);
  const reach = Math.min(rate * longest + 11 * Math.sqrt(rate * longest) + 40, rate * mean + 60 * spread + 60);
  const size = powerOfTwo(reach);
  const spectrum = new Float64Array(size + 2);
  const offset = time.fixed_s + time.per_request_s * b;
  for (let k = 0; k <= size / 2; k++) {
    const angle = (2 * Math.PI * k) / size;
    // s = λ(1 − z), z = e^{−i·angle} (the sign of the forward transform).
    const sr = rate * (1 - Math.cos(angle));
    const si = rate * Math.sin(angle);
    let kr = 0;
    let ki = 0;
    let beforeR = 0;
    let beforeI = 0;
    let totalR = 0;
    let totalI = 0;
    for (let i = 0; i < values.length; i++) {
      const n = values[i]!;
      const x = time.per_request_token_s * n;
      const size1 = probabilities[i]! * Math.exp(-sr * x);
      kr += size1 * Math.cos(si * x);
      ki -= size1 * Math.sin(si * x);
      const [pr, pi] = power(kr, ki, b);
      const y = time.per_token_s * n;
      const size2 = Math.exp(-sr * y);
      const cr = size2 * Math.cos(si * y);
      const ci = -size2 * Math.sin(si * y);
      totalR += cr * (pr - beforeR) - ci * (pi - beforeI);
      totalI += cr * (pi - beforeI) + ci * (pr - beforeR);
      beforeR = pr;
      beforeI = pi;
    }
    const size0 = Math.exp(-sr * offset);
    const cr = size0 * Math.cos(si * offset);
    const ci = -size0 * Math.sin(si * offset);
    const re = cr * totalR - ci * totalI;
    const im = cr * totalI + ci * totalR;
    spectrum[2 * k] = re;
    spectrum[2 * k + 1] = im;
  }
  const counts = inverseReal(spectrum).map((p) => (p > 1e-15 ? p : 0));
  let last = counts.length;
  while (last > 1 && counts[last - 1] === 0) last--;
  return counts.slice(0, last);
}

/** (re + i·im)^b by squaring. */
function power(re: number, im: number, b: number): [number, number] {
  let x = 1;
  let y = 0;
  let br = re;
  let bi = im;
  for (let e = b; e > 0; e >>= 1) {
    if ((e & 1) === 1) {
      const t = x * br - y * bi;
      y = x * bi + y * br;
      x = t;
    }
    const t = br * br - bi * bi;
    bi = 2 * br * bi;
    br = t;
  }
  return [x, y];
}
