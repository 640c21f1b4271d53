import { type Comparison, compareFamily, coverage, kindOf } from "./compare.ts";
import { Draw } from "./draw.ts";
import { families } from "./families.ts";
import { compareRouter, routerFamilies } from "./routers.ts";

const share = (inside: number, all: number): string => `${((100 * inside) / all).toFixed(1)} %`;
type Offset = Pick<Comparison, "name" | "offset">;
const insideOf = (comparisons: readonly Offset[]): number => comparisons.filter(({ offset }) => Math.abs(offset) <= 1).length;
const largest = <T extends Offset>(comparisons: readonly T[]): T => comparisons.reduce((worst, one) => (Math.abs(one.offset) > Math.abs(worst.offset) ? one : worst));

function row(name: string, comparisons: readonly Offset[], cases: number): string {
  const { name: value, offset } = largest(comparisons);
  const columns = [name.padEnd(32), String(cases).padStart(5), String(comparisons.length).padStart(7), share(insideOf(comparisons), comparisons.length).padStart(8), offset.toFixed(2).padStart(7)];
  return `${columns.join(" ")}  ${value}`;
}

/** Runs `count` cases of every family from number `first` on and prints what came of it. Returns whether all is well. */
export function crosscheck(count: number, first: number, print: (line: string) => void): boolean {
  print(`${"model".padEnd(32)} cases  values   inside   worst  value (offsets in half-widths of the 95 % interval)`);
  const all: Comparison[] = [];
  for (const [index, family] of families.entries()) {
    const own = compareFamily(family, index, count, first);
    all.push(...own);
    print(row(family.name, own, count));
  }
  print(row("all", all, families.length * count));
  const routed = routerFamilies.map((family, index) => routers(family, 1000 * (families.length + index + 1) + first, count, print));
  print("");
  print(`${"value".padEnd(32)} cases  inside   P(so few)`);
  let well = Math.abs(largest(all).offset) < 3 && Math.max(...routed) < 3;
  for (const kind of [...new Set(all.map(kindOf))].sort()) {
    const { cases, inside, probability } = coverage(all, kind);
    well &&= probability > 1e-4;
    print(`${kind.padEnd(32)} ${String(cases).padStart(5)} ${share(inside, cases).padStart(7)}   ${probability.toPrecision(2)}`);
  }
  const { case: c, name, analysis, simulated, halfWidth } = largest(all);
  print("");
  print(`farthest apart: ${name} is ${analysis}, simulated ${simulated} ± ${halfWidth}, of`);
  print(JSON.stringify(c));
  return well;
}

/** Cases of a router, whose percentiles are read from histograms. Returns the largest offset. */
function routers(family: (typeof routerFamilies)[number], seed: number, count: number, print: (line: string) => void): number {
  const found = Array.from({ length: count }, (_, i) => compareRouter(family.draw(new Draw(seed + i)), seed + i)).flat();
  print(row(family.name, found, count));
  return Math.abs(largest(found).offset);
}
