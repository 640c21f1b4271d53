import { normalQuantile } from "../numerics/normal.ts";
import { distinctExperts } from "../operators/experts.ts";

/** What one rank's routed experts have to do in one pass. */
export interface ExpertWork {
  /** Tokens that are routed and whose outputs are written, of all ranks that meet here. */
  tokens: number;
  /** Token–expert pairs computed. */
  pairs: number;
  /** Experts whose weights are read: those with at least one token. */
  visited: number;
  /** Row tiles of 128, 64 and 16 rows over all visited experts, each rounded up. */
  tiles128: number;
  tiles64: number;
  tiles16: number;
}

export function emptyExpertWork(): ExpertWork {
  return { tokens: 0, pairs: 0, visited: 0, tiles128: 0, tiles64: 0, tiles16: 0 };
}

/** Pairs spread as evenly as whole tokens allow: no expert has two more than another. A rank that has any has at least one. */
export function balancedExperts(out: ExpertWork, tokens: number, experts: number, topK: number, ep: number): void {
  const pairs = tokens * topK;
  const visited = pairs < experts ? pairs : experts;
  const least = pairs < 1 ? pairs : 1;
  out.tokens = tokens;
  out.visited = Math.max(visited / ep, least);
  out.pairs = Math.max(pairs / ep, least);
  const each = pairs > 0 ? pairs / visited : 0;
  out.tiles128 = out.visited * Math.ceil(each / 128);
  out.tiles64 = out.visited * Math.ceil(each / 64);
  out.tiles16 = out.visited * Math.ceil(each / 16);
}

/**
 * Each token chooses its experts at random: expectations for the busiest of `ep` ranks, which all others wait for.
 *
 * Experts are not equally popular: popularities are gamma distributed about 1 with variance `skew` (0: all alike). Of T tokens that
 * choose k of E, an expert of popularity g is visited by none with probability e^(−gx), x = −T·ln(1 − k/E); over all popularities
 * (1 + skew·x)^(−1/skew). The busiest of n alike sums is Φ⁻¹((n − ⅜)/(n + ¼)) standard deviations above their mean μ (Blom 1958).
 * Visited experts of a rank have variance μ(1 − D/E) with D the distinct experts of all ranks; pairs of a rank of l experts, being
 * sums of nearly independent choices, (μ + μ²·skew/l)·(1 − 1/ep).
 */
export function randomExperts(out: ExpertWork, tokens: number, experts: number, topK: number, ep: number, skew: number): void {
  out.tokens = tokens;
  const local = experts / ep;
  const distinct = skewedDistinctExperts(experts, topK, tokens, skew);
  let visited = distinct / ep;
  let pairs = (tokens * topK) / ep;
  if (ep > 1) {
    const reach = normalQuantile((ep - 0.375) / (ep + 0.25));
    const busiest = visited + reach * Math.sqrt(visited * (1 - distinct / experts));
    const most = pairs + reach * Math.sqrt(pairs * (1 + (pairs * skew) / local) * (1 - 1 / ep));
    visited = busiest < local ? busiest : local;
    pairs = most < tokens * Math.min(topK, local) ? most : tokens * Math.min(topK, local);
    if (visited > pairs) visited = pairs;
  }
  out.pairs = pairs;
  out.visited = visited;
  const mean = pairs / local;
  out.tiles128 = expectedTiles(visited, mean, local, 128);
  out.tiles64 = expectedTiles(visited, mean, local, 64);
  out.tiles16 = expectedTiles(visited, mean, local, 16);
}

/** Expected distinct experts of unequal popularity; {@link distinctExperts} where `skew` is 0. At least the k that one token visits. */
function skewedDistinctExperts(experts: number, topK: number, tokens: number, skew: number): number {
  if (!(skew > 0) || topK >= experts) return distinctExperts(experts, topK, tokens);
  const x = -tokens * Math.log1p(-topK / experts);
  const distinct = experts * -Math.expm1(-Math.log1p(skew * x) / skew);
  const one = topK * Math.min(1, tokens);
  return distinct > one ? distinct : one;
}

/** Σ ⌈load / rows⌉ over experts with loads about `mean`: half a tile is wasted once loads exceed half a tile. */
function expectedTiles(visited: number, mean: number, experts: number, rows: number): number {
  const many = (mean / rows + 0.5) * experts;
  return mean > rows / 2 && many > visited ? many : visited;
}

/**
 * Expert loads that follow a power law: with p(x) ∝ x^−α from 1 to 0.8 T tokens (from 0.01 to 2 where there are fewer pairs than
 * experts), scaled to T·k pairs and rounded, as AIConfigurator's collectors draw them (collector/helper.py,
 * power_law_logits_v3). The draws are replaced by the E midpoint quantiles, so the result is repeatable. Of `ep` ranks the
 * busiest is taken.
 */
export function powerLawExperts(out: ExpertWork, tokens: number, experts: number, topK: number, ep: number, exponent: number): void {
  const loads = powerLawLoads(tokens, experts, topK, exponent);
  const local = experts / ep;
  let pairs = 0, visited = 0, tiles128 = 0, tiles64 = 0, tiles16 = 0, squares = 0;
  for (const load of loads) {
    const whole = load < 0.5 ? 0 : Math.max(1, load);
    pairs += load;
    squares += load * load;
    if (whole === 0) continue;
    visited++;
    tiles128 += Math.ceil(whole / 128);
    tiles64 += Math.ceil(whole / 64);
    tiles16 += Math.ceil(whole / 16);
  }
  // Pairs of rounded-away experts fall to the fullest: nothing is lost.
  const seated = Math.min(visited === 0 ? Math.min(tokens * topK, experts) : visited, tokens * topK);
  const share = ep > 1 ? busiestShare(loads, pairs, squares, ep, local) : 1;
  out.tokens = tokens;
  out.pairs = pairs * share;
  // The rank that is busiest by its pairs visits more experts than the mean one, but not as many as the one with most would.
  const mean = seated / ep;
  const more = ep > 1 ? 0.5 * Math.sqrt(2 * Math.log(ep) * mean * Math.max(0, 1 - seated / experts)) : 0;
  // A token's k experts are distinct, however its pairs were drawn.
  const least = ep > 1 ? 1 : Math.min(topK, experts);
  out.visited = Math.min(local, Math.max(least, mean + more), out.pairs);
  out.tiles128 = out.visited + (tiles128 - visited) * share;
  out.tiles64 = out.visited + (tiles64 - visited) * share;
  out.tiles16 = out.visited + (tiles16 - visited) * share;
}

/** Midpoint quantiles of the truncated power law, scaled to T·k. */
function powerLawLoads(tokens: number, experts: number, topK: number, exponent: number): Float64Array {
  const pairs = tokens * topK;
  const low = pairs > experts ? 1 : 0.01;
  const high = pairs > experts ? Math.max(1.0001, 0.8 * tokens) : 2;
  const e = Math.abs(1 - exponent) < 1e-6 ? 1e-6 : 1 - exponent;
  const from = low ** e;
  const span = high ** e - from;
  const loads = new Float64Array(experts);
  let sum = 0;
  for (let i = 0; i < experts; i++) {
    const load = (from + (span * (i + 0.5)) / experts) ** (1 / e);
    loads[i] = load;
    sum += load;
  }
  for (let i = 0; i < experts; i++) loads[i] = ((loads[i] as number) * pairs) / sum;
  return loads;
}

/**
 * Expected share of all pairs on the busiest of `ep` ranks that hold `local` experts each, placed at random: the rank with the
 * fullest expert, or the usual maximum of alike sums (√(2 ln ep) standard deviations), whichever is more.
 */
function busiestShare(loads: Float64Array, pairs: number, squares: number, ep: number, local: number): number {
  const experts = loads.length;
  const mean = pairs / experts;
  const variance = Math.max(0, squares / experts - mean * mean);
  const fullest = (loads[experts - 1] as number) + (local - 1) * ((pairs - (loads[experts - 1] as number)) / Math.max(1, experts - 1));
  const usual = local * mean + Math.sqrt(2 * Math.log(ep) * local * variance * (1 - 1 / ep));
  return Math.min(1, Math.max(fullest, usual) / pairs);
}
