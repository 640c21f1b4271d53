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

/** A wait and its sojourn on [0, range]. */
export interface Sheet {
  readonly range: number;
  /** P(W > t), 0 ≤ t ≤ range. */
  readonly waitTail: (t: number) => number;
  readonly sojournTail: (t: number) => number;
}

/**
 * Laws from lattices that are made on demand, so that every quantile is read where the lattice is fine against it: in its upper seven
 * eighths.
 *
 * @param open - makes the lattice on [0, range].
 * @param scale - a first guess of a time that matters, s.
 */
export function zoomed(open: (range: number) => Sheet, scale: number): ZoomedLaws {
  const sheets: Sheet[] = [];
  const make = (range: number): Sheet => {
    const sheet = open(range);
    sheets.push(sheet);
    return sheet;
  };
  const sheetFor = (t: number): Sheet => sheets.find(({ range }) => t <= range && t >= range / 8) ?? make(t * 1.5);
  const find = (q: number, which: "waitTail" | "sojournTail"): number => {
    let sheet = sheetFor(scale * Math.max(0.1, -Math.log1p(-q)));
    const seen = new Set<Sheet>();
    for (;;) {
      const tail = sheet[which];
      if (tail(sheet.range) > 1 - q) {
        sheet = make(sheet.range * 6);
        continue;
      }
      const t = firstAtLeast((x) => 1 - tail(x), q, 0, sheet.range, 1e-12);
      if (t >= sheet.range / 8 || t === 0 || seen.has(sheet)) return t;
      seen.add(sheet);
      sheet = sheetFor(t);
    }
  };
  return {
    waitTail: (t) => (t < 0 ? 1 : sheetFor(t === 0 ? scale : t).waitTail(t)),
    waitQuantile: (q) => find(q, "waitTail"),
    sojournTail: (t) => (t < 0 ? 1 : sheetFor(t === 0 ? scale : t).sojournTail(t)),
    sojournQuantile: (q) => find(q, "sojournTail"),
  };
}

/**
 * {@link zoomed} where the sojourn is the wait and an independent service.
 *
 * @param latticeOver - the wait on [0, range]; its value at 0 is P(W > 0) exactly.
 */
export function zoomedLaws(service: Law, latticeOver: (range: number) => TailLattice, scale: number): ZoomedLaws {
  return zoomed((range) => {
    const wait = latticeOver(range);
    let sojourn: ((t: number) => number) | undefined;
    return {
      range: rangeOf(wait),
      waitTail: (t) => (t <= 0 ? wait.tail[0]! : tailAt(wait, t)),
      sojournTail: (t) => {
        if (t < service.low) return 1;
        if (wait.tail[0] === 0) return service.tail(t);
        sojourn ??= sojournTail(service, wait);
        return sojourn(t);
      },
    };
  }, scale);
}
