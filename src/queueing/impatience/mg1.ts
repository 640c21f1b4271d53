import { memo } from "../../numerics/memo.ts";
import { RunningProduct } from "../../numerics/running-product.ts";
import { cappedMoment, type Law } from "../../workloads/law.ts";
import { residualMasses } from "../mg1/residual.ts";
import { impatientQueue, noWaitLattice, stepWithin, type OfferedLattice, type OfferedMoments } from "./offered.ts";
import type { ImpatientQueue } from "./types.ts";

/** Points of the lattices of percentiles. */
const POINTS = 2048;
/** Points of the lattices of means: as many as it takes until Richardson's step changes nothing in them. */
const FEWEST = 128;
const MOST = 4096;
const AGREEMENT = 2e-6;

/** Masses of the offered wait without its atom, and of the part that is patient enough; not normalised. */
interface Masses {
  readonly h: number;
  /** The atom at 0, 1 unless all masses had to shrink; always patient enough. */
  readonly atom: number;
  readonly offered: Float64Array;
  readonly accepted: Float64Array;
}

/**
 * M/G/1 with patience, first come, first served, any load. The workload met by an arrival obeys
 * `V = p0·δ_0 + ρ·R * (Ḡ·V)`: only requests whose patience exceeds the workload bring work (Daley 1965; Baccelli, Boyer and Hebuterne
 * 1984). Solved forwards on the lattice of `residualMasses`, Richardson's step between h and h/2; with deterministic patience τ
 * the lattice ends at τ. `p0 = 1/(1 + ρ·accepted)`, `P(loss) = 1 − p0·accepted`, masses relative to the atom at 0.
 *
 * Lattices are refined until means and variances stand still to 2e-6, which leaves an error of a fraction of that.
 *
 * @param service - law of the service time, s.
 * @param rate - Poisson arrivals, 1/s.
 * @param patience - its law, s; `deterministic` for a fixed one.
 */
export function mg1Impatient(service: Law, rate: number, patience: Law): ImpatientQueue {
  const rho = rate * service.mean;
  if (patience.high === 0) return lossOnly(service, rho, patience);
  const whole = wholeRange(service, rho, patience);
  const mixed = (x: number, y: number): number => (4 * x - y) / 3;
  // Lattices of half the step have the points of the one before among theirs.
  const second = memo((x: number) => service.excess(2, x));
  const known: Law = { ...service, excess: (k, x) => (k === 2 ? second(x) : service.excess(k, x)) };
  const { empty, ...moments } = refined((count) => momentsOf(solve(known, rho, patience, whole, count), rho, patience));
  const latticeOver = (range: number): OfferedLattice => {
    // No wait is longer than the largest patience; the lattice ends there and zeros follow.
    const end = Math.min(patience.high, range);
    const count = Math.max(1, Math.round(end / stepWithin(range, patience.high, POINTS)));
    const fine = solve(service, rho, patience, end, 2 * count);
    const coarse = solve(service, rho, patience, end, count);
    const tails = (of: (masses: Masses) => Float64Array, share: number): Float64Array => {
      const one = tailOf(of(fine), empty / fine.atom / share, empty / share);
      const two = tailOf(of(coarse), empty / coarse.atom / share, empty / share);
      return two.map((tail, j) => (j === 0 ? tail : Math.max(0, mixed(one[2 * j]!, tail))));
    };
    const served = tails((masses) => masses.accepted, 1 - moments.abandonProbability);
    if (end === patience.high) served[count] = 0;
    const length = Math.max(count, Math.ceil(range / coarse.h)) + 1;
    const padded = new Float64Array(length);
    padded.set(served);
    return { offered: { h: coarse.h, tail: tails((masses) => masses.offered, 1) }, served: { h: coarse.h, tail: padded } };
  };
  return impatientQueue(service, patience, moments.waitProbability, moments, latticeOver);
}

/** Nobody waits: the loss system M/G/1/1. */
function lossOnly(service: Law, rho: number, patience: Law): ImpatientQueue {
  const moments: OfferedMoments = { waitProbability: rho / (1 + rho), abandonProbability: rho / (1 + rho), wait: [0, 0], served: [0, 0] };
  return impatientQueue(service, patience, moments.waitProbability, moments, noWaitLattice);
}

type Refined = OfferedMoments & { readonly empty: number };

/** Doubles the points of the lattice until Richardson's step between the last two gives what the step before gave. */
function refined(momentsWith: (count: number) => Refined): Refined {
  let coarse = momentsWith(FEWEST);
  let fine = momentsWith(2 * FEWEST);
  let best = richardson(fine, coarse);
  for (let count = 4 * FEWEST; count <= MOST; count *= 2) {
    coarse = fine;
    fine = momentsWith(count);
    const before = best;
    best = richardson(fine, coarse);
    if (figures(best).every((x, i) => Math.abs(x - figures(before)[i]!) <= AGREEMENT * Math.abs(x) + 1e-15)) break;
  }
  return best;
}

function richardson(fine: Refined, coarse: Refined): Refined {
  const mixed = (of: (moments: Refined) => number): number => (4 * of(fine) - of(coarse)) / 3;
  return {
    empty: mixed(({ empty }) => empty),
    waitProbability: mixed(({ waitProbability }) => waitProbability),
    abandonProbability: Math.max(0, mixed(({ abandonProbability }) => abandonProbability)),
    wait: [mixed(({ wait }) => wait[0]), mixed(({ wait }) => wait[1])],
    served: [mixed(({ served }) => served[0]), mixed(({ served }) => served[1])],
  };
}

/** What must stand still: probabilities, means and variances. */
function figures({ waitProbability, abandonProbability, wait, served }: Refined): readonly number[] {
  return [waitProbability, abandonProbability, wait[0], wait[1] - wait[0] ** 2, served[0], served[1] - served[0] ** 2];
}

/** Beyond this range nobody waits any more, as far as double precision shows. */
function wholeRange(service: Law, rho: number, patience: Law): number {
  for (let range = 16 * service.mean; ; range *= 2) {
    if (range >= patience.high) return patience.high;
    const { atom, accepted } = solve(service, rho, patience, range, 256);
    const total = accepted.reduce((sum, p) => sum + p, atom);
    const last = accepted[accepted.length - 1]!;
    if (last * accepted.length < 1e-11 * total || range > 1e7 * service.mean) return range;
  }
}

/** Masses relative to the atom, by forward substitution. */
function solve(service: Law, rho: number, patience: Law, range: number, count: number): Masses {
  const h = range / count;
  const w = residualMasses(service, h, count + 2).fine;
  const offered = new Float64Array(count + 1);
  const product = new RunningProduct(w, count + 1);
  let atom = 1;
  for (let j = 0; j <= count; j++) {
    const patient = patientShare(patience, j, h);
    const mass = (rho * (w[j]! * atom + product.next())) / (1 - rho * w[0]! * patient);
    offered[j] = mass;
    product.push(mass * patient);
    // Above saturation masses grow: all shrink together before they overflow.
    if (mass > 1e200) {
      product.scale(1e-200);
      for (let i = 0; i <= j; i++) offered[i] = offered[i]! * 1e-200;
      atom *= 1e-200;
    }
  }
  return { h, atom, offered, accepted: product.values };
}

/** Mean of P(patience > v) over the cell around the lattice point: exact at jumps, and 1/2 where the patience ends. */
function patientShare(patience: Law, j: number, h: number): number {
  if (patience.density !== undefined && patience.atoms().values.length === 0) return patience.tail(j * h);
  const from = Math.max(0, (j - 0.5) * h);
  const to = (j + 0.5) * h;
  return (patience.excess(1, from) - patience.excess(1, to)) / (to - from);
}

/** P(V = 0) comes by itself too: far above saturation it is tiny, and 1 − P(V > 0) would lose it. */
function momentsOf({ h, atom, offered, accepted }: Masses, rho: number, patience: Law): OfferedMoments & { readonly empty: number } {
  const acceptedSum = accepted.reduce((sum, p) => sum + p, atom);
  const scale = 1 / (atom + rho * acceptedSum);
  const share = scale * acceptedSum;
  const wait = [0, 0];
  const served = [0, 0];
  let rest = 1 - atom * scale;
  for (let j = 0; j < offered.length; j++) {
    const v = j * h;
    const mass = offered[j]! * scale;
    rest -= mass;
    if (v > 0) {
      wait[0] = wait[0]! + mass * cappedMoment(patience, 1, v);
      wait[1] = wait[1]! + mass * cappedMoment(patience, 2, v);
    }
    served[0] = served[0]! + (accepted[j]! * scale * v) / share;
    served[1] = served[1]! + (accepted[j]! * scale * v * v) / share;
  }
  // Who meets more work than the lattice holds gives up, at the end of the patience.
  rest = Math.max(0, rest);
  return {
    empty: atom * scale,
    waitProbability: 1 - atom * scale,
    abandonProbability: 1 - share,
    wait: [wait[0]! + rest * patience.moments[0], wait[1]! + rest * patience.moments[1]],
    served: [served[0]!, served[1]!],
  };
}

/** 1 − (atom + masses up to here), a lattice mass standing half on either side of its point; exact at 0. */
function tailOf(masses: Float64Array, scale: number, atom: number): Float64Array {
  let sum = atom;
  return masses.map((mass, j) => {
    const tail = j === 0 ? 1 - atom : 1 - sum - (mass * scale) / 2;
    sum += mass * scale;
    return tail;
  });
}
