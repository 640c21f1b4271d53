import { forwardReal, inverseReal, multiplyInto, powerOfTwo } from "../../numerics/fft.ts";
import { poissonMass, poissonWindow } from "../../numerics/poisson.ts";
import type { BatchTimes } from "./batch-times.ts";
import { condense } from "./condense.ts";
import type { BatchChain } from "./chain.ts";

/** The joint law of the wait and of the size of one's own batch. */
export interface WaitAndSize {
  readonly h: number;
  /** density[b][i]: P(W ∈ dw, batch of b) at w = ih, for the sizes that occur; the atom at 0 is not in it. */
  readonly density: ReadonlyMap<number, Float64Array>;
  /** P(W = 0): the arrivals that complete the smallest batch at an idle server. Their batch has `least` members. */
  readonly immediate: number;
}

/**
 * Where a request stands: at its arrival a batch has residual time y and n requests are ahead in the queue. As y runs down, n grows
 * by arrivals, so the density f_n(y) obeys `f(y) = f(y + h) * Pois(λh)` plus the batches of duration y that start, with n left over.
 * Then ⌊n/most⌋ full batches pass, and the request rides in the next one, with those who came behind it meanwhile; below the smallest
 * batch it waits for more arrivals, an Erlang time that is independent of the past.
 *
 * @param count - lattice points over [0, range].
 */
export function waitAndSize(times: BatchTimes, chain: BatchChain, range: number, count: number): WaitAndSize {
  const h = range / count;
  const { rate, left, cycleSeconds, rule } = chain;
  let seenIdle = 0;
  for (let q = 0; q < Math.min(rule.least, left.length); q++) seenIdle += left[q]!;
  const immediate = seenIdle / (rate * cycleSeconds);
  const density = new Map<number, Float64Array>();
  const add = (b: number, values: Float64Array, share = 1): void => {
    const known = density.get(b);
    if (known === undefined) density.set(b, values.map((x) => x * share));
    else for (let i = 0; i <= count; i++) known[i] = known[i]! + values[i]! * share;
  };
  if (rule.most === Infinity && rule.least === 1) unlimited(times, chain, h, count, add);
  else limited(times, chain, h, count, add);
  // Arrivals at an idle server that find j < least − 1 waiting.
  let below = 0;
  for (let j = 0; j < rule.least - 1; j++) {
    below += left[j] ?? 0;
    add(rule.least, erlangDensity(rule.least - 1 - j, rate, h, count), below / (rate * cycleSeconds));
  }
  return { h, density, immediate };
}

/** Densities whose integral over the range is less than this are left out. */
const NEGLIGIBLE = 1e-15;

type Add = (b: number, values: Float64Array, share?: number) => void;

/** Masses of batch times on the lattice, shared by neighbours; what lies beyond the lattice as it is. */
interface Durations {
  readonly masses: Float64Array;
  readonly beyond: [seconds: number, mass: number][];
}

function durations(times: BatchTimes, sizes: ReadonlyMap<number, number>, rate: number, h: number, count: number): Durations {
  const masses = new Float64Array(count + 1);
  const beyond: [number, number][] = [];
  for (const [b, weight] of sizes) {
    const { values, probabilities } = times.time(b).atoms();
    let k = 0;
    for (; k < values.length; k++) {
      const place = values[k]! / h;
      const i = Math.floor(place);
      if (i >= count) break;
      const mass = weight * probabilities[k]!;
      masses[i] = masses[i]! + mass * (i + 1 - place);
      masses[i + 1] = masses[i + 1]! + mass * (place - i);
    }
    const far = condense({ values: values.subarray(k), probabilities: probabilities.subarray(k) }, 0.2 / rate);
    far.values.forEach((x, i) => {
      beyond.push([x, weight * far.probabilities[i]!]);
    });
  }
  return { masses, beyond };
}

/** Weight π of each batch size, of those that leave nobody behind. */
function sizesWithoutRest({ left, sizeOf, rule }: BatchChain): Map<number, number> {
  const sizes = new Map<number, number>();
  for (let q = 0; q < left.length && q <= rule.most; q++) {
    if (left[q]! > 0) sizes.set(sizeOf(q), (sizes.get(sizeOf(q)) ?? 0) + left[q]!);
  }
  return sizes;
}

/** Everybody who arrives during a batch of length x rides in the next: its size is 1 + Pois(λx), the wait uniform on [0, x]. */
function unlimited(times: BatchTimes, chain: BatchChain, h: number, count: number, add: Add): void {
  const { masses, beyond } = durations(times, sizesWithoutRest(chain), chain.rate, h, count);
  const { rate, cycleSeconds } = chain;
  let largest = 1;
  for (let q = 0; q < chain.left.length; q++) if (chain.left[q]! > 1e-15) largest = q + 1;
  // above[b − 1]: mass of the longer batches in which b − 1 others arrive.
  const above = new Float64Array(largest);
  const put = (x: number, mass: number, into: (place: number, value: number) => void): void => {
    const { first, probabilities } = poissonWindow(rate * x);
    for (let k = 0; k < probabilities.length && first + k < largest; k++) into(first + k, mass * probabilities[k]!);
  };
  const raise = (place: number, value: number): void => {
    above[place] = above[place]! + value;
  };
  for (const [x, mass] of beyond) put(x, mass, raise);
  const rows = Array.from({ length: largest }, () => new Float64Array(count + 1));
  for (let i = count; i >= 0; i--) {
    const mass = masses[i]!;
    // At a jump the lattice takes the middle value.
    if (mass > 0) put(i * h, mass / 2, raise);
    for (let b = 0; b < largest; b++) rows[b]![i] = above[b]! / cycleSeconds;
    if (mass > 0) put(i * h, mass / 2, raise);
  }
  rows.forEach((values, b) => {
    add(b + 1, values);
  });
}

function limited(times: BatchTimes, chain: BatchChain, h: number, count: number, add: Add): void {
  const { rate, left, rule } = chain;
  const { least, most } = rule;
  const rows = aheadDensities(times, chain, h, count);
  const starts = startDensities(rows, durations(times, new Map([[most, 1]]), rate, h, count).masses, most, count);
  const forming = Array.from({ length: least }, () => new Float64Array(count + 1));
  const sizes = new Map<number, Float64Array>();
  const into = (b: number): Float64Array => {
    let values = sizes.get(b);
    if (values === undefined) {
      values = new Float64Array(count + 1);
      sizes.set(b, values);
    }
    return values;
  };
  const bySize = Array.from({ length: most + 1 }, (_, b) => (b >= least ? into(b) : undefined));
  for (let i = 0; i <= count; i++) {
    const { first, probabilities } = poissonWindow(rate * i * h, 1e-17);
    for (let p = 0; p < most; p++) {
      const d = starts[p]![i]!;
      if (d < 1e-300) continue;
      let rest = d;
      for (let k = 0; k < probabilities.length && p + 1 + first + k < most; k++) {
        const members = p + 1 + first + k;
        const mass = d * probabilities[k]!;
        rest -= mass;
        const target = members >= least ? bySize[members]! : forming[least - members]!;
        target[i] = target[i]! + mass;
      }
      const full = bySize[most]!;
      full[i] = full[i]! + Math.max(0, rest);
    }
  }
  for (const [b, values] of sizes) add(b, values);
  // The server is free before the batch is large enough: j more arrivals, then it starts with `least`.
  if (least > 1 && left.length > 0) {
    const size = powerOfTwo(2 * count);
    const total = new Float64Array(size + 2);
    let first = 0;
    for (let j = 1; j < least; j++) {
      const formed = halfAtZero(forming[j]!);
      const rest = halfAtZero(erlangDensity(j, rate, h, count));
      first += formed[0]! * rest[0]! * h;
      const spectrum = forwardReal(formed, size);
      multiplyInto(spectrum, forwardReal(rest, size));
      for (let k = 0; k < total.length; k++) total[k] = total[k]! + spectrum[k]! * h;
    }
    const later = inverseReal(total).slice(0, count + 1);
    // The product of the two last points wraps around to 0.
    later[0] = first;
    add(least, later);
  }
}

/** f_n(y) for n ahead, at y = ih: rows[n][i]. */
function aheadDensities(times: BatchTimes, chain: BatchChain, h: number, count: number): Float64Array[] {
  const { rate, left, cycleSeconds, rule } = chain;
  const plain = durations(times, sizesWithoutRest(chain), chain.rate, h, count);
  const full = durations(times, new Map([[rule.most, 1]]), rate, h, count);
  const rests = Math.max(1, left.length - rule.most);
  const states = rests + times.arrivals(rule.most).length;
  const rows = Array.from({ length: states }, () => new Float64Array(count + 1));
  let f: Float64Array = new Float64Array(states);
  let next: Float64Array = new Float64Array(states);
  const restMass = (r: number): number => (left[rule.most + r] ?? 0) / cycleSeconds;
  // Batches that outlast the lattice: arrivals since their start, at its end.
  const range = h * count;
  const spread = (atoms: readonly [number, number][]): Float64Array => {
    const counts = new Float64Array(states);
    for (const [x, mass] of atoms) {
      const { first, probabilities } = poissonWindow(rate * (x - range));
      for (let k = 0; k < probabilities.length && first + k < states; k++) counts[first + k] = counts[first + k]! + mass * probabilities[k]!;
    }
    return counts;
  };
  spread(plain.beyond).forEach((mass, n) => {
    f[n] = mass / cycleSeconds;
  });
  if (full.beyond.length > 0) {
    const counts = spread(full.beyond);
    for (let r = 1; r < rests; r++) {
      const weight = restMass(r);
      if (weight > 0) for (let n = r; n < states; n++) f[n] = f[n]! + weight * counts[n - r]!;
    }
  }
  const { first: fewest, probabilities: arrivals } = poissonWindow(rate * h, 1e-17);
  const least = NEGLIGIBLE / range;
  for (let i = count; i >= 0; i--) {
    if (i < count) {
      next.fill(0);
      for (let n = 0; n < states; n++) {
        const mass = f[n]!;
        if (mass < least) continue;
        const to = n + fewest;
        const end = Math.min(arrivals.length, states - to);
        for (let k = 0; k < end; k++) next[to + k] = next[to + k]! + mass * arrivals[k]!;
      }
      [f, next] = [next, f];
    }
    // At a jump the lattice takes the middle value.
    const start = plain.masses[i]! / cycleSeconds;
    for (let n = 0; n < states; n++) {
      const started = n === 0 ? start : n < rests ? full.masses[i]! * restMass(n) : 0;
      rows[n]![i] = f[n]! + started / 2;
      f[n] = f[n]! + started;
    }
  }
  let used = states;
  while (used > 1 && rows[used - 1]!.every((x) => x < least)) used--;
  return rows.slice(0, used);
}

/**
 * Density of the time until the server turns to one's own batch, with p ahead in it: Σ_m f_{m·most+p} * H^{*m}, by Horner's rule.
 * Repeated products outgrow the transform: everything is damped exponentially, so that what wraps around comes back 1e-11 as large.
 */
function startDensities(rows: readonly Float64Array[], fullBatch: Float64Array, most: number, count: number): Float64Array[] {
  const size = powerOfTwo(2 * count);
  const damping = Float64Array.from({ length: count + 1 }, (_, i) => Math.exp((Math.log(1e-11) * i) / size));
  const batch = forwardReal(
    fullBatch.map((x, i) => x * damping[i]!),
    size,
  );
  const input = new Float64Array(count + 1);
  return Array.from({ length: most }, (_, p) => {
    const own = rows[p] ?? new Float64Array(count + 1);
    const last = Math.floor((rows.length - 1 - p) / most);
    if (last < 1) return own;
    const total = new Float64Array(size + 2);
    for (let m = last; m >= 1; m--) {
      const row = rows[m * most + p]!;
      for (let i = 0; i <= count; i++) input[i] = row[i]! * damping[i]!;
      input[0] = input[0]! / 2;
      const spectrum = forwardReal(input, size);
      for (let k = 0; k < total.length; k++) total[k] = total[k]! + spectrum[k]!;
      multiplyInto(total, batch);
    }
    const later = inverseReal(total);
    const starts = new Float64Array(count + 1);
    for (let i = 0; i <= count; i++) starts[i] = own[i]! + Math.max(0, later[i]! / damping[i]!);
    return starts;
  });
}

/** Density of an Erlang law of j phases of rate λ at the lattice points. */
function erlangDensity(j: number, rate: number, h: number, count: number): Float64Array {
  return Float64Array.from({ length: count + 1 }, (_, i) => rate * poissonMass(j - 1, rate * i * h));
}

/** A density that jumps at 0 counts half there in a trapezoidal convolution. */
function halfAtZero(values: Float64Array): Float64Array {
  const copy = values.slice();
  copy[0] = copy[0]! / 2;
  return copy;
}
