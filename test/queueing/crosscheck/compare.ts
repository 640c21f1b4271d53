import { analyse } from "../../../src/queueing/answer/analyse.ts";
import { simulateQueue } from "../../../src/queueing/simulation/simulate-queue.ts";
import type { QueueCase } from "../../../src/queueing/types.ts";
import { parseQueueCase } from "../../../src/queueing/validate/case.ts";
import { Draw } from "./draw.ts";
import type { Family } from "./families.ts";

/** One value that analysis and simulation both give. */
export interface Comparison {
  readonly family: string;
  readonly case: QueueCase;
  readonly name: string;
  readonly analysis: number;
  readonly simulated: number;
  /** Half-width of the 95 % interval. */
  readonly halfWidth: number;
  /** (simulated − analysis)/half-width: within −1 … 1 for 95 % of the values. */
  readonly offset: number;
}

/** Rounding, and the error that analysis states: an interval narrower than this decides nothing. */
const RELATIVE = 2e-5;

/** Compares what analysis and simulation say of a case. */
export function compareCase(family: string, c: QueueCase, seed: number): Comparison[] {
  const checked = parseQueueCase(c);
  const analysis = analyse(checked);
  if (analysis === undefined) throw new Error(`analysis says nothing of ${JSON.stringify(c)}`);
  const { values, ci95 } = simulateQueue(checked, { precision: 0.9, seed });
  const result: Comparison[] = [];
  for (const [name, known] of Object.entries(analysis.values)) {
    const simulated = values[name];
    if (simulated === undefined) continue;
    const [exact, mean, intervals] = [[known].flat(), [simulated].flat(), [ci95[name]].flat(2) as number[]];
    for (const [i, value] of exact.entries()) {
      // The lower end of an interval may be cut at 0.
      const halfWidth = intervals[2 * i + 1]! - mean[i]!;
      const slack = RELATIVE * Math.abs(value) + 1e-12;
      const apart = mean[i]! - value;
      const offset = Math.abs(apart) <= slack ? 0 : apart / Math.max(halfWidth, slack);
      result.push({ family, case: c, name: exact.length > 1 ? `${name}[${i}]` : name, analysis: value, simulated: mean[i]!, halfWidth, offset });
    }
  }
  return result;
}

/** `count` random cases of a family, each with its own seed. */
export function compareFamily(family: Family, index: number, count: number, first = 0): Comparison[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = 1000 * (index + 1) + first + i;
    return compareCase(family.name, family.draw(new Draw(seed)), seed);
  }).flat();
}

/** The kind of a value: `class1_p95_wait_s` is one of `p95_wait_s`. */
export function kindOf({ name }: Comparison): string {
  return name.replace(/^class\d+_|\[\d+\]$/g, "");
}

/**
 * How many 95 % intervals hold the value of the analysis, and how likely so few are. Values of one case hang together, so
 * each case is asked for one value of a kind only.
 */
export function coverage(comparisons: readonly Comparison[], kind: string): { readonly cases: number; readonly inside: number; readonly probability: number } {
  const byCase = new Map<QueueCase, Comparison>();
  for (const one of comparisons) if (kindOf(one) === kind && !byCase.has(one.case)) byCase.set(one.case, one);
  const cases = byCase.size;
  const inside = [...byCase.values()].filter(({ offset }) => Math.abs(offset) <= 1).length;
  return { cases, inside, probability: binomialAtMost(inside, cases, 0.95) };
}

/** P(Binomial(n, p) ≤ k). */
export function binomialAtMost(k: number, n: number, p: number): number {
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let j = 1; j <= k; j++) {
    term += Math.log((n - j + 1) / j) + Math.log(p / (1 - p));
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
