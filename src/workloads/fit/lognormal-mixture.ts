import { normalCdf, normalDensity, normalTail } from "../../numerics/normal.ts";
import { lognormalTokens } from "../distributions.ts";
import type { Distribution } from "../types.ts";
import type { Sample } from "./sample.ts";

/** A mixture of lognormal laws; token counts are its values rounded up and censored at `max`. */
export interface LognormalMixture {
  /** Probability of each part. */
  readonly weights: readonly number[];
  /** Means of the logarithms. */
  readonly mus: readonly number[];
  /** Standard deviations of the logarithms. */
  readonly sigmas: readonly number[];
}

/** A value to fit: a point of the logarithm, or a cell that holds it. */
interface Cell {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

/**
 * Maximum likelihood of a lognormal mixture by the EM algorithm (Dempster, Laird and Rubin 1977). Counts are interval-censored: n means
 * that ln X lies in (ln(n − 1), ln n], and n = max that it lies above ln(max − 1).
 *
 * @param components - 1 for a plain lognormal law.
 * @param max - for counts, the largest possible; absent for continuous values (which must be above 0).
 */
export function fitLognormalMixture(sample: Sample, components: number, max?: number): LognormalMixture {
  const cells = cellsOf(sample, max);
  const total = cells.reduce((sum, cell) => sum + cell.count, 0);
  let weights = Array.from({ length: components }, () => 1 / components);
  // Start: the sorted sample cut into equal parts.
  let mus: number[] = [];
  let sigmas: number[] = [];
  const middle = (cell: Cell): number => (cell.high === Infinity ? cell.low : cell.low === -Infinity ? cell.high - 0.5 : (cell.low + cell.high) / 2);
  let taken = 0;
  const parts = Array.from({ length: components }, () => ({ n: 0, s: 0, q: 0 }));
  for (const cell of cells) {
    const part = parts[Math.min(components - 1, Math.floor((components * (taken + cell.count / 2)) / total))]!;
    part.n += cell.count;
    part.s += cell.count * middle(cell);
    part.q += cell.count * middle(cell) ** 2;
    taken += cell.count;
  }
  mus = parts.map(({ n, s }) => s / Math.max(n, 1));
  sigmas = parts.map(({ n, s, q }) => Math.sqrt(Math.max(1e-4, q / Math.max(n, 1) - (s / Math.max(n, 1)) ** 2)));
  let previous = -Infinity;
  for (let round = 0; round < 5000; round++) {
    const sums = Array.from({ length: components }, () => ({ w: 0, s: 0, q: 0 }));
    let logLikelihood = 0;
    for (const cell of cells) {
      const each = mus.map((mu, k) => conditional(cell, mu, sigmas[k]!));
      const masses = each.map(({ mass }, k) => weights[k]! * mass);
      const mass = masses.reduce((sum, m) => sum + m, 0);
      if (!(mass > 0)) continue;
      logLikelihood += cell.count * Math.log(mass);
      masses.forEach((m, k) => {
        const share = (cell.count * m) / mass;
        const sum = sums[k]!;
        sum.w += share;
        sum.s += share * each[k]!.mean;
        sum.q += share * each[k]!.second;
      });
    }
    weights = sums.map(({ w }) => w / total);
    mus = sums.map(({ w, s }, k) => (w > 0 ? s / w : mus[k]!));
    sigmas = sums.map(({ w, s, q }, k) => (w > 0 ? Math.sqrt(Math.max(1e-10, q / w - (s / w) ** 2)) : sigmas[k]!));
    if (logLikelihood - previous < 1e-9 * Math.abs(logLikelihood) && round > 20) break;
    previous = logLikelihood;
  }
  return { weights, mus, sigmas };
}

function cellsOf({ values, counts }: Sample, max: number | undefined): readonly Cell[] {
  return Array.from(values, (value, i) => {
    const count = counts[i]!;
    if (max === undefined) return { low: Math.log(value), high: Math.log(value), count };
    const low = value <= 1 ? -Infinity : Math.log(value - 1);
    return { low, high: value >= max ? Infinity : Math.log(Math.max(1, value)), count };
  });
}

/** Mass of a normal law in a cell, and the first two moments given that it lies there. */
function conditional({ low, high }: Cell, mu: number, sigma: number): { mass: number; mean: number; second: number } {
  if (low === high) return { mass: normalDensity((low - mu) / sigma) / sigma, mean: low, second: low * low };
  const a = (low - mu) / sigma;
  const b = (high - mu) / sigma;
  const mass = a > 0 ? normalTail(a) - normalTail(b) : normalCdf(b) - normalCdf(a);
  if (!(mass > 1e-300)) {
    const point = Number.isFinite(low) ? low : high;
    return { mass: 0, mean: point, second: point * point };
  }
  const fa = Number.isFinite(a) ? normalDensity(a) : 0;
  const fb = Number.isFinite(b) ? normalDensity(b) : 0;
  const first = (fa - fb) / mass;
  const square = 1 + ((Number.isFinite(a) ? a * fa : 0) - (Number.isFinite(b) ? b * fb : 0)) / mass;
  const mean = mu + sigma * first;
  return { mass, mean, second: mu * mu + 2 * mu * sigma * first + sigma * sigma * square };
}

/** Token counts of a mixture as a distribution of the contract, everything from `max` upwards at `max`. */
export function mixtureTokens({ weights, mus, sigmas }: LognormalMixture, max: number): Extract<Distribution, { dist: "tokens-pmf" }> {
  const pmf = new Float64Array(max + 1);
  weights.forEach((weight, k) => {
    const { values, probabilities } = lognormalTokens(mus[k]!, sigmas[k]!, max);
    values.forEach((n, i) => {
      pmf[n] = pmf[n]! + weight * probabilities[i]!;
    });
  });
  const values: number[] = [];
  const probabilities: number[] = [];
  const total = pmf.reduce((sum, p) => sum + p, 0);
  pmf.forEach((p, n) => {
    if (p > 0) {
      values.push(n);
      probabilities.push(p / total);
    }
  });
  return { dist: "tokens-pmf", values, probabilities };
}
