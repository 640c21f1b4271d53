import { forwardReal, inverseReal, multiplyInto, powerOfTwo } from "../../numerics/fft.ts";
import { tailAt, type TailLattice } from "../mg1/wait-lattice.ts";
import type { Sheet } from "../mg1/zoom.ts";
import type { BatchTimes } from "./batch-times.ts";
import type { BatchChain } from "./chain.ts";
import { waitAndSize, type WaitAndSize } from "./joint.ts";

/** E[W], E[W²], E[T], E[T²] from the joint law of wait and batch size on one lattice. */
interface LatticeMoments {
  readonly wait: readonly [number, number];
  readonly sojourn: readonly [number, number];
}

/** Wait and sojourn on [0, range]: Richardson's step between the lattices of `count` and `count/2` points. */
export function bulkSheet(times: BatchTimes, chain: BatchChain, range: number, count: number): Sheet {
  const fine = waitAndSize(times, chain, range, count);
  const coarse = waitAndSize(times, chain, range, count / 2);
  const wait = extrapolate(waitTail(fine), waitTail(coarse));
  let rest: TailLattice | undefined;
  const immediate = fine.immediate;
  const own = times.own(chain.rule.least);
  return {
    range,
    waitTail: (t) => (t < 0 ? 1 : tailAt(wait, t)),
    sojournTail: (t) => {
      rest ??= extrapolate(waitedSojournTail(times, fine), waitedSojournTail(times, coarse));
      // The jumps of those who do not wait are exact.
      return immediate * own.tail(t) + tailAt(rest, t);
    },
  };
}

/** Moments from both lattices over a range that holds everything, extrapolated. */
export function bulkMoments(times: BatchTimes, chain: BatchChain, range: number, count: number): LatticeMoments {
  const fine = momentsOf(times, chain, waitAndSize(times, chain, range, count));
  const coarse = momentsOf(times, chain, waitAndSize(times, chain, range, count / 2));
  const mix = (a: number, b: number): number => (4 * a - b) / 3;
  return {
    wait: [mix(fine.wait[0], coarse.wait[0]), mix(fine.wait[1], coarse.wait[1])],
    sojourn: [mix(fine.sojourn[0], coarse.sojourn[0]), mix(fine.sojourn[1], coarse.sojourn[1])],
  };
}

function extrapolate(fine: TailLattice, coarse: TailLattice): TailLattice {
  let before = 1;
  const tail = coarse.tail.map((value, i) => {
    before = Math.min(before, Math.max(0, (4 * fine.tail[2 * i]! - value) / 3));
    return before;
  });
  return { h: coarse.h, tail };
}

function totalDensity({ density }: WaitAndSize): Float64Array {
  let total: Float64Array | undefined;
  for (const values of density.values()) {
    if (total === undefined) total = values.slice();
    else for (let i = 0; i < total.length; i++) total[i] = total[i]! + values[i]!;
  }
  return total ?? new Float64Array(1);
}

function waitTail(joint: WaitAndSize): TailLattice {
  const density = totalDensity(joint);
  const tail = new Float64Array(density.length);
  tail[0] = 1 - joint.immediate;
  for (let i = 1; i < tail.length; i++) tail[i] = tail[i - 1]! - (joint.h * (density[i - 1]! + density[i]!)) / 2;
  return { h: joint.h, tail };
}

/** P(T > t, waited): P(W > t) and, for each size, the density of W against the tail of one's own time in the batch. */
function waitedSojournTail(times: BatchTimes, joint: WaitAndSize): TailLattice {
  const { h, density } = joint;
  const { tail } = waitTail(joint);
  const n = tail.length - 1;
  const size = powerOfTwo(2 * n);
  const total = new Float64Array(size + 2);
  for (const [b, values] of density) {
    const own = times.own(b);
    const cells = new Float64Array(n);
    const survival = new Float64Array(n);
    let excess = own.excess(1, 0);
    for (let i = 0; i < n; i++) {
      cells[i] = (values[i]! + values[i + 1]!) / 2;
      const next = own.excess(1, (i + 1) * h);
      survival[i] = excess - next;
      excess = next;
    }
    const spectrum = forwardReal(cells, size);
    multiplyInto(spectrum, forwardReal(survival, size));
    for (let k = 0; k < total.length; k++) total[k] = total[k]! + spectrum[k]!;
  }
  const served = inverseReal(total);
  return { h, tail: tail.map((value, i) => (i === 0 ? value : value + served[i - 1]!)) };
}

function momentsOf(times: BatchTimes, { rule }: BatchChain, { h, density, immediate }: WaitAndSize): LatticeMoments {
  const first = times.moments(rule.least);
  const wait: [number, number] = [0, 0];
  const sojourn: [number, number] = [immediate * first.ownMean, immediate * first.ownSecond];
  for (const [b, values] of density) {
    const { ownMean, ownSecond } = times.moments(b);
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    for (let i = 0; i < values.length; i++) {
      const mass = (i === 0 || i === values.length - 1 ? h / 2 : h) * values[i]!;
      const w = i * h;
      w0 += mass;
      w1 += mass * w;
      w2 += mass * w * w;
    }
    wait[0] += w1;
    wait[1] += w2;
    sojourn[0] += w1 + w0 * ownMean;
    sojourn[1] += w2 + 2 * w1 * ownMean + w0 * ownSecond;
  }
  return { wait, sojourn };
}
