import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { devices, device } from "../../src/hardware/lookup.ts";
import { numberFormats, type Precision } from "../../src/quantities/formats.ts";
import { balancedExperts, emptyExpertWork, powerLawExperts, randomExperts, type ExpertWork } from "../../src/roofline/expert-work.ts";
import { gemmSeconds } from "../../src/roofline/gemm.ts";
import { groupedGemmCall } from "../../src/roofline/grouped-gemm-call.ts";
import { groupedGemmSeconds, groupedRoofs } from "../../src/roofline/grouped-gemm.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import type { Machine } from "../../src/roofline/machine.ts";

const engine = { engine: "vllm", generation: "2025" };
const machines = devices().filter((each) => each.tiers[0].bandwidthBytesPerSecond !== null).map((each) => machineOf(each, engine));
const h100 = machineOf(device("h100-sxm5-80"), engine);
const sure = { seed: 1, numRuns: 2000 };

/** Uniform numbers in (0, 1): a linear congruential stream. */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) + 0.5) / 4294967296;
}

type Layout = readonly [tokens: number, experts: number, topK: number, ep: number];
const tilesOf = (counts: readonly number[], rows: number): number => counts.reduce((sum, count) => sum + Math.ceil(count / rows), 0);
const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
/** Counts of the rank with most pairs. */
function busiest(counts: readonly number[], ep: number): number[] {
  const local = counts.length / ep;
  const groups = Array.from({ length: ep }, (_, rank) => counts.slice(rank * local, (rank + 1) * local));
  return groups.reduce((best, group) => (total(group) > total(best) ? group : best));
}
function averages(draws: number, ep: number, draw: () => number[]): ExpertWork {
  const mean = emptyExpertWork();
  for (let i = 0; i < draws; i++) {
    const counts = busiest(draw(), ep);
    mean.pairs += total(counts) / draws;
    mean.visited += counts.filter((count) => count > 0).length / draws;
    mean.tiles128 += tilesOf(counts, 128) / draws;
    mean.tiles64 += tilesOf(counts, 64) / draws;
    mean.tiles16 += tilesOf(counts, 16) / draws;
  }
  return mean;
}
/** Every token draws topK different experts, all alike. */
function randomCounts([tokens, experts, topK]: Layout, random: () => number): number[] {
  const counts = new Array<number>(experts).fill(0);
  const deck = Array.from({ length: experts }, (_, i) => i);
  for (let token = 0; token < tokens; token++) {
    for (let i = 0; i < topK; i++) {
      const j = i + Math.floor(random() * (experts - i));
      const chosen = deck[j] as number;
      deck[j] = deck[i] as number;
      deck[i] = chosen;
      counts[chosen] = (counts[chosen] as number) + 1;
    }
  }
  return counts;
}
/** Inverse-transform draws of the truncated power law, scaled to T·k pairs and rounded; what rounding leaves goes to the fullest. */
function powerLawCounts([tokens, experts, topK]: Layout, exponent: number, random: () => number): number[] {
  const pairs = tokens * topK;
  const [low, high] = pairs > experts ? [1, 0.8 * tokens] : [0.01, 2];
  const e = 1 - exponent;
  const draws = Array.from({ length: experts }, () => ((high ** e - low ** e) * random() + low ** e) ** (1 / e));
  const scale = pairs / total(draws);
  const counts = draws.map((x) => Math.round(x * scale));
  const order = counts.map((_, i) => i).sort((a, b) => (counts[b] as number) - (counts[a] as number));
  for (let left = pairs - total(counts), i = 0; left !== 0; i++) {
    const at = order[left > 0 ? i % experts : experts - 1 - (i % experts)] as number;
    if (left < 0 && counts[at] === 0) continue;
    counts[at] = (counts[at] as number) + Math.sign(left);
    left -= Math.sign(left);
  }
  return counts;
}
function compare(work: ExpertWork, brute: ExpertWork, tolerance: number): void {
  for (const field of ["pairs", "visited", "tiles128", "tiles64", "tiles16"] as const) {
    expect.soft(work[field] / brute[field], `${field} ${work[field]} against ${brute[field]}`).toBeGreaterThan(1 - tolerance);
    expect.soft(work[field] / brute[field], `${field} ${work[field]} against ${brute[field]}`).toBeLessThan(1 + tolerance);
  }
}

describe("expert loads", () => {
  test("balanced: exactly what dealing tokens out in turn gives", () => {
    for (const [tokens, experts, topK] of [[64, 8, 2], [3, 128, 8], [100, 16, 1], [4096, 256, 8]] as const) {
      const counts = new Array<number>(experts).fill(0);
      for (let pair = 0; pair < tokens * topK; pair++) counts[pair % experts] = (counts[pair % experts] as number) + 1;
      const work = emptyExpertWork();
      balancedExperts(work, tokens, experts, topK, 1);
      expect(work).toMatchObject({ tokens, pairs: tokens * topK, visited: counts.filter((count) => count > 0).length });
      expect(work.tiles16 / tilesOf(counts, 16)).toBeCloseTo(1, 0);
      expect(work.tiles128 / tilesOf(counts, 128)).toBeCloseTo(1, 1);
    }
  });

  test("random: one rank's visited experts, pairs and tiles as brute-force routing finds them", () => {
    const random = stream(7);
    for (const layout of [[1, 128, 8, 1], [16, 128, 8, 1], [64, 256, 8, 1], [512, 8, 2, 1], [2048, 256, 8, 1], [4096, 128, 4, 1]] as Layout[]) {
      const work = emptyExpertWork();
      randomExperts(work, layout[0], layout[1], layout[2], 1, 0);
      compare(work, averages(layout[0] > 1000 ? 20 : 200, 1, () => randomCounts(layout, random)), 0.06);
    }
  });

  test("random: the busiest of several ranks", () => {
    const random = stream(8);
    for (const layout of [[8, 128, 8, 8], [64, 256, 8, 16], [256, 256, 8, 32], [2048, 128, 8, 8]] as Layout[]) {
      const work = emptyExpertWork();
      randomExperts(work, layout[0], layout[1], layout[2], layout[3], 0);
      compare(work, averages(layout[0] > 1000 ? 30 : 200, layout[3], () => randomCounts(layout, random)), 0.3);
    }
  });

  test("random: experts of unequal popularity, as brute-force routing by gamma distributed popularity finds them", () => {
    const random = stream(10);
    // Shape 3: skew 1/3. Of E exponential races with these rates the k first are chosen.
    const popularity = (experts: number): number[] => Array.from({ length: experts }, () => -(Math.log(random()) + Math.log(random()) + Math.log(random())) / 3);
    const counts = ([tokens, experts, topK]: Layout): number[] => {
      const rates = popularity(experts);
      const found = new Array<number>(experts).fill(0);
      for (let token = 0; token < tokens; token++) {
        const race = rates.map((rate, i) => [-Math.log(random()) / rate, i] as const).sort((a, b) => a[0] - b[0]);
        for (const [, i] of race.slice(0, topK)) found[i]!++;
      }
      return found;
    };
    for (const [layout, tolerance] of [[[4, 128, 8, 1], 0.06], [[64, 256, 8, 1], 0.06], [[512, 64, 4, 1], 0.06], [[64, 256, 8, 8], 0.2], [[1024, 128, 8, 8], 0.12], [[512, 256, 8, 32], 0.2]] as [Layout, number][]) {
      const work = emptyExpertWork();
      randomExperts(work, layout[0], layout[1], layout[2], layout[3], 1 / 3);
      const { pairs, visited } = averages(layout[0] > 500 ? 20 : 60, layout[3], () => counts(layout));
      expect(Math.abs(work.pairs / pairs - 1), `pairs of ${layout}`).toBeLessThan(tolerance);
      expect(Math.abs(work.visited / visited - 1), `visited of ${layout}`).toBeLessThan(tolerance);
    }
  });

  test("power law: as the draws of the benchmark give in the mean", () => {
    const random = stream(9);
    for (const [layout, exponent, tolerance] of [
      [[16, 128, 8, 1], 1.2, 0.06], [[4, 160, 8, 1], 1.01, 0.06], [[2048, 16, 1, 1], 1.2, 0.1], [[8192, 8, 2, 1], 1.2, 0.06],
      [[16384, 512, 10, 1], 1.01, 0.06], [[16, 128, 8, 8], 1.2, 0.2], [[1024, 128, 8, 8], 1.2, 0.2], [[8192, 256, 8, 32], 1.01, 0.2], [[8192, 8, 2, 4], 1.2, 0.3],
    ] as [Layout, number, number][]) {
      const work = emptyExpertWork();
      powerLawExperts(work, layout[0], layout[1], layout[2], layout[3], exponent);
      compare(work, averages(100, layout[3], () => powerLawCounts(layout, exponent, random)), tolerance);
    }
  });

  test("no rank has more pairs than there are, nor more visited experts than it holds; all pairs of all ranks are there", () => {
    const layouts = fc.record({
      tokens: fc.integer({ min: 1, max: 20000 }), local: fc.integer({ min: 1, max: 64 }), ep: fc.constantFrom(1, 2, 8, 64), topK: fc.integer({ min: 1, max: 10 }),
      exponent: fc.constantFrom(0, 1, 1.01, 1.2, 1.9), skew: fc.constantFrom(0, 1e-6, 0.3, 4),
    });
    fc.assert(fc.property(layouts, ({ tokens, local, ep, topK: k, exponent, skew }) => {
      const experts = local * ep;
      const topK = Math.min(k, experts);
      const work = emptyExpertWork();
      const ok = (): boolean => work.visited <= local + 1e-9 && work.visited <= work.pairs + 1e-9 && work.pairs <= tokens * topK * (1 + 1e-9)
        && work.pairs >= (tokens * topK) / ep * (1 - 1e-9) && work.tiles128 >= work.visited - 1e-9 && work.tiles16 >= work.tiles128 - 1e-9
        && (ep > 1 || Math.abs(work.pairs - tokens * topK) < 1e-6 * tokens * topK);
      randomExperts(work, tokens, experts, topK, ep, skew);
      const random = ok();
      if (exponent > 0) powerLawExperts(work, tokens, experts, topK, ep, exponent);
      else balancedExperts(work, tokens, experts, topK, ep);
      return random && ok();
    }), sure);
  });
});

const formats = Object.keys(numberFormats) as Precision[];
const shape = fc.record({
  machine: fc.constantFrom(...machines), format: fc.constantFrom(...formats), tokens: fc.integer({ min: 1, max: 20000 }), experts: fc.constantFrom(8, 16, 128, 256, 512),
  topK: fc.integer({ min: 1, max: 8 }), hidden: fc.integer({ min: 64, max: 8192 }), intermediate: fc.integer({ min: 64, max: 16384 }), gated: fc.boolean(),
  sustained: fc.constantFrom(0, 1),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;
function timed(machine: Machine, s: Shape): number {
  const work = emptyExpertWork();
  randomExperts(work, s.tokens, s.experts, s.topK, 1, 0);
  return groupedGemmSeconds(machine, work, s.hidden, s.intermediate, s.gated, numberFormats[s.format], s.sustained);
}

describe("routed experts", () => {
  test("ideal is the roofline, from counts by hand", () => {
    const ideal = machineOf(device("h100-sxm5-80"), { engine: "ideal", generation: "2025" });
    const work = emptyExpertWork();
    balancedExperts(work, 64, 8, 2, 1);
    groupedGemmSeconds(ideal, work, 4096, 14336, true, numberFormats.bf16, 1);
    expect(groupedRoofs.flops).toBe(2 * 128 * 3 * 4096 * 14336);
    expect(groupedRoofs.bytes).toBeGreaterThan(8 * 3 * 4096 * 14336 * 2);
    expect(groupedRoofs.bytes).toBeLessThan(1.02 * 8 * 3 * 4096 * 14336 * 2);
  });

  test("is never faster than the roofline; more tokens, bandwidth or FLOPs never slow the device", () => {
    const factor = fc.double({ min: 1, max: 4, noNaN: true });
    fc.assert(fc.property(shape, factor, (s, more) => {
      const seconds = timed(s.machine, s);
      const ideal = timed({ ...s.machine, ideal: true }, s);
      const base = { ...h100, constants: s.machine.constants };
      const before = timed(base, s);
      const peaks = Object.fromEntries(Object.entries(base.peakFlopsPerSecond).map(([f, peak]) => [f, peak * Math.min(2, more)])) as Machine["peakFlopsPerSecond"];
      return seconds >= ideal * (1 - 1e-12) && seconds < Infinity
        && timed({ ...base, memoryBytesPerSecond: base.memoryBytesPerSecond * more }, s) <= before * (1 + 1e-12)
        && timed({ ...base, peakFlopsPerSecond: peaks }, s) <= before * (1 + 1e-12)
        && timed(s.machine, { ...s, tokens: 2 * s.tokens }) >= seconds * (1 - 1e-9);
    }), sure);
  });

  test("one expert that takes every token is little slower than its two products", () => {
    for (const tokens of [16, 256, 4096]) {
      const work = emptyExpertWork();
      balancedExperts(work, tokens, 1, 1, 1);
      const grouped = groupedGemmSeconds(h100, work, 4096, 14336, true, numberFormats.bf16, 1);
      const products = gemmSeconds(h100, tokens, 28672, 4096, numberFormats.bf16, 2, Infinity, 1) + gemmSeconds(h100, tokens, 4096, 14336, numberFormats.bf16, 2, Infinity, 1);
      expect(grouped / products).toBeGreaterThan(0.95);
      expect(grouped / products).toBeLessThan(1.7);
    }
  });

  test("a call: skew costs tiles and saves weights, ep shares the weights out", () => {
    const call = (tokens: number, ep: number, exponent: number): number =>
      groupedGemmCall(h100, tokens, 128, 8, 4096, 1536, ep, 1, true, exponent, numberFormats.bf16).seconds;
    expect(call(32, 1, 1.2)).toBeLessThan(call(32, 1, 0));
    expect(call(8192, 8, 1.2)).toBeGreaterThan(call(8192, 8, 0));
    expect(call(256, 8, 0)).toBeLessThan(call(256, 1, 0) / 3);
  });
});
