/** How a figure is printed. */
export interface FormatOptions {
  /** Significant digits, 1 to 15; 3 unless told. */
  readonly digits?: number;
}

/** How bytes are printed: capacities are binary (GiB) by custom, files and flash decimal (GB). */
export interface ByteFormatOptions extends FormatOptions {
  readonly prefix?: "binary" | "decimal";
}

type Scale = readonly (readonly [factor: number, unit: string])[];

const decimal = (unit: string): Scale => [
  [1e18, `E${unit}`], [1e15, `P${unit}`], [1e12, `T${unit}`], [1e9, `G${unit}`], [1e6, `M${unit}`], [1e3, `k${unit}`], [1, unit],
];
const binaryBytes: Scale = [
  [2 ** 50, "PiB"], [2 ** 40, "TiB"], [2 ** 30, "GiB"], [2 ** 20, "MiB"], [2 ** 10, "KiB"], [1, "B"],
];
const decimalBytes = decimal("B");
const byteRates = decimal("B/s");
const flops = decimal("FLOP");
const flopRates = decimal("FLOP/s");
const hertz = decimal("Hz");
const watts: Scale = [...decimal("W"), [1e-3, "mW"]];
const joules: Scale = [...decimal("J"), [1e-3, "mJ"], [1e-6, "µJ"]];
const seconds: Scale = [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"], [1e-3, "ms"], [1e-6, "µs"], [1e-9, "ns"]];
const countScale: Scale = [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"], [1, ""]];

/** Bytes: "80 GiB" (2³⁰), or with `prefix: "decimal"` "85.9 GB" (10⁹). */
export function formatBytes(bytes: number, options: ByteFormatOptions = {}): string {
  return scaled(bytes, options.prefix === "decimal" ? decimalBytes : binaryBytes, options);
}

/** Bytes per second, always decimal as links and memories are sold: "3.35 TB/s". */
export function formatRate(bytesPerSecond: number, options: FormatOptions = {}): string {
  return scaled(bytesPerSecond, byteRates, options);
}

/** Floating-point operations: "141 TFLOP". */
export function formatFlops(count: number, options: FormatOptions = {}): string {
  return scaled(count, flops, options);
}

/** FLOP per second: "989 TFLOP/s". */
export function formatFlopRate(flopsPerSecond: number, options: FormatOptions = {}): string {
  return scaled(flopsPerSecond, flopRates, options);
}

/** Seconds: "12.3 ms", "1.5 s", "2 min"; minutes and above only from two of them on, so that 90 s stays 90 s. */
export function formatSeconds(value: number, options: FormatOptions = {}): string {
  return scaled(value, value < 120 ? seconds.slice(3) : value < 7200 ? seconds.slice(2) : value < 172800 ? seconds.slice(1) : seconds, options);
}

/** Watts: "700 W", "5.6 kW". */
export function formatWatts(value: number, options: FormatOptions = {}): string {
  return scaled(value, watts, options);
}

/** Joules: "0.41 J" is printed "410 mJ". */
export function formatJoules(value: number, options: FormatOptions = {}): string {
  return scaled(value, joules, options);
}

/** Hertz: "1.83 GHz". */
export function formatHertz(value: number, options: FormatOptions = {}): string {
  return scaled(value, hertz, options);
}

/** Dollars: cents from a dollar on ("$2.29", "$1234.00"), below it significant digits ("$0.0123"). */
export function formatUsd(usd: number, options: FormatOptions = {}): string {
  if (!Number.isFinite(usd)) return "–";
  const digits = options.digits ?? 3;
  return Number(usd.toPrecision(digits)) >= 1 || usd === 0 ? `$${usd.toFixed(2)}` : `$${plain(usd, digits)}`;
}

/** A count of things: "8", "1.16 k", "70.6 G". */
export function formatCount(value: number, options: FormatOptions = {}): string {
  return scaled(value, countScale, options);
}

/** Events per second: "5.53 /s", "12.4 k/s". */
export function formatPerSecond(value: number, options: FormatOptions = {}): string {
  return scaled(value, decimal("/s"), options);
}

/** A ratio as a percentage: "45.2 %". */
export function formatRatio(value: number, options: FormatOptions = {}): string {
  return Number.isFinite(value) ? `${plain(value * 100, options.digits ?? 3)} %` : "–";
}

/** The largest unit that leaves at least 1, after rounding: 999.96 kB is "1 MB". What is not a number prints as a dash. */
function scaled(value: number, scale: Scale, options: FormatOptions): string {
  if (!Number.isFinite(value)) return "–";
  const digits = options.digits ?? 3;
  let chosen = scale[scale.length - 1] as readonly [number, string];
  for (const entry of scale) {
    if (Number((Math.abs(value) / entry[0]).toPrecision(digits)) >= 1) {
      chosen = entry;
      break;
    }
  }
  const unit = chosen[1] === "" ? "" : ` ${chosen[1]}`;
  return plain(value / chosen[0], digits) + unit;
}

/** Significant digits without an exponent and without trailing zeros; integers keep all their digits. */
function plain(value: number, digits: number): string {
  if (value === 0) return "0";
  const exponent = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))));
  const decimals = Math.min(100, Math.max(0, digits - 1 - exponent));
  const text = value.toFixed(decimals);
  return decimals === 0 ? text : text.replace(/\.?0+$/, "");
}
