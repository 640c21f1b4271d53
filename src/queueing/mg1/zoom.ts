import { firstAtLeast } from "../../numerics/roots.ts";
import type { Law } from "../../workloads/law.ts";
import { sojournTail } from "./sojourn.ts";
import { rangeOf, tailAt, type TailLattice } from "./wait-lattice.ts";

/** Tails and quantiles of a wait and of the sojourn that follows it. */
export interface ZoomedLaws {
  readonly waitTail: (t: number) => number;
  readonly waitQuantile: (q: number) => number;
  readonly sojournTail: (t: number) => number;
  readonly sojournQuantile: (q: number) => number;
}

interface Sheet {
  readonly wait: TailLattice;
  readonly waitTail: (t: number) => number;
  readonly sojournTail: () => (t: number) => number;
}

/**
 * Laws from lattices that are made on demand, so that every quantile is read where the lattice is fine against it: in its upper seven
 * eighths.
 *
 * @param service - what follows the wait, independent of it.
 * @param latticeOver - the wait on [0, range]; its value at 0 is P(W > 0) exactly.
 * @param scale - a first guess of a time that matters, s.
 */
export function zoomedLaws(service: Law, latticeOver: (range: number) => TailLattice, scale: number): ZoomedLaws {
  const sheets: Sheet[] = [];
  const open = (range: number): Sheet => {
    const wait = latticeOver(range);
    let sojourn: ((t: number) => number) | undefined;
    const sheet: Sheet = {
      wait,
      waitTail: (t) => (t <= 0 ? wait.tail[0]! : tailAt(wait, t)),
      sojournTail: () => (sojourn ??= sojournTail(service, wait)),
    };
    sheets.push(sheet);
    return sheet;
  };
  const sheetFor = (t: number): Sheet =>
    sheets.find(({ wait }) => t <= rangeOf(wait) && t >= rangeOf(wait) / 8) ?? open(t * 1.5);
  const find = (q: number, guess: number, tailOf: (sheet: Sheet) => (t: number) => number): number => {
    let sheet = sheetFor(guess);
    const seen = new Set<Sheet>();
    for (;;) {
      const range = rangeOf(sheet.wait);
      const tail = tailOf(sheet);
      if (tail(range) > 1 - q) {
        sheet = open(range * 6);
        continue;
      }
      const t = firstAtLeast((x) => 1 - tail(x), q, 0, range, 1e-12);
      if (t >= range / 8 || t === 0 || seen.has(sheet)) return t;
      seen.add(sheet);
      sheet = sheetFor(t);
    }
  };
  const guess = (q: number): number => scale * Math.max(0.1, -Math.log1p(-q));
  const waits = (): number => (sheets[0] ?? sheetFor(scale)).wait.tail[0]!;
  return {
    waitTail: (t) => (t < 0 ? 1 : t === 0 ? waits() : sheetFor(t).waitTail(t)),
    waitQuantile: (q) => (q <= 1 - waits() ? 0 : find(q, guess(q), (sheet) => sheet.waitTail)),
    sojournTail: (t) => (t < service.low || t <= 0 ? 1 : sheetFor(t).sojournTail()(t)),
    sojournQuantile: (q) => (waits() === 0 ? service.quantile(q) : find(q, guess(q), (sheet) => sheet.sojournTail())),
  };
}
