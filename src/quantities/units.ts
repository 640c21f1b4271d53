/** What a figure measures. Money per time is kept per hour, as it is quoted everywhere; all else is SI. */
export type Dimension =
  | "bytes" | "bytes-per-second" | "flops" | "flops-per-second" | "seconds" | "watts" | "joules" | "hertz"
  | "usd" | "usd-per-hour" | "count" | "per-second" | "ratio";

/** A unit as it is written, its dimension, and how many base units it holds. */
export interface Unit {
  readonly dimension: Dimension;
  readonly factor: number;
}

const decimal = { k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 } as const;
const binary = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 } as const;
const small = { m: 1e-3, µ: 1e-6, u: 1e-6, n: 1e-9, p: 1e-12 } as const;
const none = { "": 1 } as const;

/** Which prefixes one base unit takes. A bare "K" is not among them: it means 1000 to some and 1024 to others. */
const families: readonly (readonly [Dimension, number, readonly string[], Readonly<Record<string, number>>])[] = [
  ["bytes", 1, ["B"], { ...none, ...decimal, ...binary }],
  ["bytes", 1 / 8, ["b", "bit"], { ...none, ...decimal, ...binary }],
  ["bytes-per-second", 1, ["B/s"], { ...none, ...decimal, ...binary }],
  ["bytes-per-second", 1 / 8, ["b/s", "bit/s", "bps"], { ...none, ...decimal, ...binary }],
  ["flops", 1, ["FLOP", "OP"], { ...none, ...decimal }],
  ["flops-per-second", 1, ["FLOP/s", "OP/s", "FLOPS", "OPS"], { ...none, ...decimal }],
  ["seconds", 1, ["s"], { ...none, ...small }],
  ["seconds", 60, ["min"], none],
  ["seconds", 3600, ["h"], none],
  ["seconds", 86400, ["d"], none],
  ["watts", 1, ["W"], { ...none, ...small, ...decimal }],
  ["joules", 1, ["J"], { ...none, ...small, ...decimal }],
  ["joules", 3600, ["Wh"], { ...none, ...decimal }],
  ["hertz", 1, ["Hz"], { ...none, ...decimal }],
  ["usd", 1, ["USD"], none],
  ["usd-per-hour", 1, ["USD/h"], none],
  ["usd-per-hour", 3600, ["USD/s"], none],
  ["count", 1, [""], none],
  ["count", 1, ["k", "M", "G", "T"], none],
  ["per-second", 1, ["/s"], { ...none, ...decimal }],
  ["per-second", 1 / 60, ["/min"], none],
  ["per-second", 1 / 3600, ["/h"], none],
  ["ratio", 0.01, ["%"], none],
];

const counts: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
let table: ReadonlyMap<string, Unit> | undefined;

/** All units by their spelling; built on first use so that importing costs nothing. */
function units(): ReadonlyMap<string, Unit> {
  if (table !== undefined) return table;
  const all = new Map<string, Unit>();
  for (const [dimension, base, names, prefixes] of families) {
    for (const name of names) {
      for (const [prefix, scale] of Object.entries(prefixes)) {
        all.set(prefix + name, { dimension, factor: scale * base * (dimension === "count" ? (counts[name] ?? 1) : 1) });
      }
    }
  }
  table = all;
  return all;
}

/** Looks a unit up by its spelling (case matters: "Gb" is a bit, "GB" a byte, "GiB" is not "GB"). */
export function unitOf(spelling: string): Unit | undefined {
  return units().get(spelling);
}

/** The spellings of one dimension, for messages and for the published JSON Schema. */
export function unitSpellings(dimension: Dimension): readonly string[] {
  return [...units()].filter(([, unit]) => unit.dimension === dimension).map(([spelling]) => spelling);
}
