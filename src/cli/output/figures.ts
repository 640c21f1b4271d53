import { formatBytes, formatCount, formatJoules, formatSeconds, formatUsd, formatWatts } from "../../quantities/format.ts";

/** What stands where there is no figure. */
export const none = "–";

/** Three significant digits (or as many as told), integers whole, with commas: "1,167", "0.0421", "26.5". */
export function digits(value: number | undefined, significant = 3): string {
  if (value === undefined || !Number.isFinite(value)) return value === Infinity ? "∞" : none;
  if (value === 0) return "0";
  const decimals = Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(value))));
  const text = grouped(value.toFixed(Math.min(20, decimals)));
  return decimals > 0 && text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Three significant digits, zeros kept: a column of measured figures says how exact it is. */
export function significant(value: number | undefined, count = 3): string {
  if (value === undefined || !Number.isFinite(value) || value === 0) return digits(value);
  return grouped(value.toFixed(Math.min(20, Math.max(0, count - 1 - Math.floor(Math.log10(Math.abs(Number(value.toPrecision(count)))))))));
}

/** Commas between thousands. `toLocaleString` would do the same and takes tens of milliseconds at its first call. */
function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

/** "low–high" with the unit once where both have the same: "12–18 ms", "0.9 s–1.4 min". */
export function range(interval: readonly [number, number] | undefined, print: (value: number) => string = digits): string {
  if (interval === undefined) return none;
  const [low, high] = [print(interval[0]), print(interval[1])];
  const unit = / \S+$/.exec(low)?.[0] ?? "";
  return unit !== "" && high.endsWith(unit) ? `${low.slice(0, -unit.length)}–${high}` : `${low}–${high}`;
}

/** Milliseconds without the unit, for a column that has it in its header. */
export function milliseconds(seconds: number | undefined): string {
  if (seconds === undefined) return none;
  const ms = seconds * 1000;
  return ms >= 100 ? digits(Math.round(ms), 9) : significant(ms);
}

export function percent(ratio: number | undefined): string {
  return ratio === undefined || !Number.isFinite(ratio) ? none : `${digits(ratio * 100, ratio >= 0.1 ? 2 : 1)} %`;
}

/** Dollars with cents; below a dollar three digits. */
export function dollars(usd: number | undefined): string {
  return usd === undefined ? none : usd >= 1 ? grouped(usd.toFixed(2)) : digits(usd);
}

export type Unit = "s" | "1/s" | "B" | "tokens" | "ratio" | "W" | "J" | "USD" | "1";

/** A figure with its unit. */
export function withUnit(value: number | undefined, unit: Unit): string {
  if (value === undefined) return none;
  if (value === Infinity) return "no limit";
  if (value === 0) return "0";
  switch (unit) {
    case "s": return formatSeconds(value);
    case "1/s": return `${digits(value)} /s`;
    case "B": return formatBytes(value);
    case "tokens": return value >= 1e5 ? formatCount(value) : digits(Math.round(value), 9);
    case "ratio": return percent(value);
    case "W": return formatWatts(value);
    case "J": return formatJoules(value);
    case "USD": return formatUsd(value);
    case "1": return digits(value);
  }
}
