/** Prefixes for powers of a thousand, largest first. */
const prefixes: readonly (readonly [number, string])[] = [
  [1e18, "E"], [1e15, "P"], [1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"], [1, ""], [1e-3, "m"], [1e-6, "µ"], [1e-9, "n"],
];

/** A number with a prefix and no unit, as ticks have it: 1500 is "1.5k". */
export function siTick(value: number): string {
  if (value === 0) return "0";
  const [factor, prefix] = prefixes.find(([size]) => Math.abs(value) >= size * 0.9999999) ?? [1, ""];
  return `${Number((value / factor).toPrecision(3))}${prefix}`;
}

/** Tokens as people say them: 131072 is "128k", 1000 is "1000". */
export function tokenTick(tokens: number): string {
  if (tokens < 1024 || tokens % 1024 !== 0) return siTick(tokens);
  return tokens % 2 ** 20 === 0 ? `${tokens / 2 ** 20}M` : `${tokens / 1024}k`;
}

/** A share as a percentage. */
export function percentTick(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

/** Where a logarithmic axis has ticks: decades with 2 and 5 between, decades alone, or every n-th, as there is room. */
export function logTicks([low, high]: readonly [number, number], pixels: number, gap = 46): number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  const within = (value: number): boolean => value >= low * 0.999999 && value <= high * 1.000001;
  const decades = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const ticks = decades.flatMap((decade) => steps.map((step) => Number((step * decade).toPrecision(6)))).filter(within);
    if (ticks.length >= 2 && ticks.length * gap <= pixels) return ticks;
  }
  const every = Math.max(1, Math.ceil((decades.length * gap) / pixels));
  const chosen = decades.filter((_, i) => i % every === 0).filter(within);
  return chosen.length >= 2 ? chosen : [low, high];
}

/** Powers of two between, thinned to what there is room for. */
export function binaryTicks([low, high]: readonly [number, number], pixels: number, gap = 46): number[] {
  const first = Math.ceil(Math.log2(low) - 1e-9);
  const last = Math.floor(Math.log2(high) + 1e-9);
  const every = Math.max(1, Math.ceil(((last - first + 1) * gap) / pixels));
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => 2 ** (first + i * every));
}

/** A logarithmic domain around values, with room on both sides as a share of it. */
export function logDomain(values: readonly number[], room = 0.05): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = Math.max(Math.log(high / low), Math.LN2);
  return [low * Math.exp(-room * span), high * Math.exp(room * span)];
}

/** About so many round ticks of a linear axis: steps of 1, 2 or 5 times a power of ten. */
export function linearTicks([low, high]: readonly [number, number], count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  // The nearest step by ratio: the bounds are geometric means of neighbours.
  const share = rough / power;
  const step = power * (share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.SQRT2 ? 2 : 1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
