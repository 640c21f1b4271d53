import { devices } from "../hardware/lookup.ts";
import type { Device } from "../hardware/types.ts";
import type { ComputeFormat } from "../quantities/formats.ts";
import { RidgepointError } from "../quantities/errors.ts";

/** The figures of a device that timing needs, none missing, and which of them are priors. */
export interface CompleteFigures {
  readonly matrixFlopsPerSecond: Readonly<Record<ComputeFormat, number>>;
  readonly vectorFlopsPerSecond: number;
  readonly computeUnits: number;
  readonly clockHertz: number;
  readonly memoryBytesPerSecond: number;
  readonly memoryBytes: number;
  readonly l2Bytes: number;
  readonly l2BytesPerSecond: number;
  readonly sharedBytesPerUnit: number;
  readonly scaleUpBytesPerSecond: number;
  readonly scaleOutBytesPerSecond: number;
  readonly hostLinkBytesPerSecond: number;
  readonly tdpWatts: number;
  readonly idleWatts: number;
  readonly derived: readonly string[];
}

/**
 * Fills the figures that a device's file leaves null from relatives in the catalogue: devices of its family with the same kind
 * of memory, else of the family, else all. Ratios are used rather than values (peak to bandwidth, cache to memory rate), so
 * that a small device gets a small figure. Each filled figure is named in `derived`.
 * @throws RidgepointError `unsupported` where the device has neither a compute nor a bandwidth figure to scale from.
 */
export function completeFigures(device: Device): CompleteFigures {
  const derived: string[] = [];
  const fast = device.tiers[0];
  const memoryBytesPerSecond = fast.bandwidthBytesPerSecond ?? prior(derived, "memory bandwidth", () => {
    const peak = sixteenBitPeak(device);
    if (peak === null) return typicalRatio(device, bandwidthOf, one, "family") ?? fromMemoryKind(device, bandwidthOf, vectorOf, vectorOf(device));
    const ratio = typicalRatio(device, bandwidthOf, sixteenBitPeak);
    return ratio === null ? null : peak * ratio;
  }) ?? missing(device, "memory bandwidth");
  const sixteen = sixteenBitPeak(device) ?? prior(derived, "16-bit matrix peak", () => {
    const vector = vectorOf(device) ?? memoryBytesPerSecond * (typicalRatio(device, vectorOf, bandwidthOf, "family") ?? 0);
    // A family in which nobody publishes a matrix peak computes on its vector units.
    if (vector > 0) return vector * (typicalRatio(device, sixteenBitPeak, vectorOf, "family") ?? 1);
    const perByte = typicalRatio(device, sixteenBitPeak, bandwidthOf);
    return perByte === null ? null : memoryBytesPerSecond * perByte;
  }) ?? missing(device, "matrix peak");
  const vector = vectorOf(device) ?? sixteen * (typicalRatio(device, vectorOf, sixteenBitPeak) ?? 1 / 16);
  const scaled = (name: string, value: number | null, of: (d: Device) => number | null, from: (d: Device) => number | null, base: number, otherwise: number): number =>
    value ?? prior(derived, name, () => {
      const ratio = typicalRatio(device, of, from);
      return ratio === null ? otherwise : ratio * base;
    }) ?? otherwise;
  const hostLink = scaled("host link", device.hostLinkBytesPerSecond, (d) => d.hostLinkBytesPerSecond, one, 1, 32e9);
  const tdp = scaled("TDP", device.tdpWatts, tdpOf, one, 1, fromMemoryKind(device, tdpOf, bandwidthOf, memoryBytesPerSecond) ?? 300);
  return {
    matrixFlopsPerSecond: completePeaks(device, sixteen, vector),
    vectorFlopsPerSecond: vector,
    computeUnits: Math.max(1, Math.round(scaled("compute units", device.computeUnits, (d) => d.computeUnits, sixteenBitPeak, sixteen, 64))),
    clockHertz: device.clockHertz ?? 1.5e9,
    memoryBytesPerSecond,
    memoryBytes: fast.capacityBytes ?? prior(derived, "memory capacity", () => typicalRatio(device, capacityOf, one) ?? fromMemoryKind(device, capacityOf, bandwidthOf, memoryBytesPerSecond)) ?? missing(device, "memory capacity"),
    l2Bytes: device.l2Bytes ?? 0,
    l2BytesPerSecond: device.l2BytesPerSecond ?? memoryBytesPerSecond * (typicalRatio(device, (d) => d.l2BytesPerSecond, bandwidthOf) ?? cacheToMemoryRate),
    sharedBytesPerUnit: device.sharedBytesPerUnit ?? 128 * 1024,
    scaleUpBytesPerSecond: scaled("scale-up link", device.scaleUp.bytesPerSecond, (d) => d.scaleUp.bytesPerSecond, bandwidthOf, memoryBytesPerSecond, hostLink),
    scaleOutBytesPerSecond: device.scaleOut.bytesPerSecond ?? Math.min(hostLink, 50e9),
    hostLinkBytesPerSecond: hostLink,
    tdpWatts: tdp,
    idleWatts: device.idleWatts ?? tdp * idleShare,
    derived,
  };
}

/**
 * Last-level cache over memory rate where no device of the family was measured: H100 PCIe 6.9 to 7.1 TB/s over 2.0, A100 5.3
 * to 5.5 over 2.04 (published L2 read tests), about 3.
 */
const cacheToMemoryRate = 3;

/**
 * Idle over TDP where a datasheet is silent: between 35 W of 600 W (RTX PRO 6000, LLMServingSim's power model) and 90 W of 192 W
 * (TPU v4, Google), nearer the GPUs; a judgement.
 */
const idleShare = 0.12;

/** What a device computes a format in when its own units lack it. */
const computedIn: readonly (readonly [ComputeFormat, readonly ComputeFormat[]])[] = [
  ["fp16", ["bf16"]], ["bf16", ["fp16"]], ["fp8", ["fp16"]], ["int8", ["fp16"]], ["fp6", ["fp8", "fp16"]],
  ["fp4", ["fp16"]], ["int4", ["fp16"]], ["tf32", ["fp32"]],
];

function completePeaks(device: Device, sixteen: number, vector: number): Record<ComputeFormat, number> {
  const peaks: Partial<Record<ComputeFormat, number>> = { ...device.matrixFlopsPerSecond };
  peaks.fp16 ??= peaks.bf16 ?? sixteen;
  peaks.bf16 ??= peaks.fp16;
  peaks.fp32 ??= vector;
  peaks.fp64 ??= device.vectorFlopsPerSecond.fp64 ?? vector / 2;
  for (const [format, fallbacks] of computedIn) {
    peaks[format] ??= fallbacks.map((other) => peaks[other]).find((peak) => peak !== undefined) ?? sixteen;
  }
  return peaks as Record<ComputeFormat, number>;
}

const one = (): number => 1;
const bandwidthOf = (d: Device): number | null => d.tiers[0].bandwidthBytesPerSecond;
const capacityOf = (d: Device): number | null => d.tiers[0].capacityBytes;
const tdpOf = (d: Device): number | null => d.tdpWatts;
const vectorOf = (d: Device): number | null => d.vectorFlopsPerSecond.fp32 ?? null;

function sixteenBitPeak(d: Device): number | null {
  const { bf16, fp16 } = d.matrixFlopsPerSecond;
  return bf16 === undefined && fp16 === undefined ? null : Math.max(bf16 ?? 0, fp16 ?? 0);
}

const memoryKindOf = (d: Device): string => (d.tiers[0].technology ?? "").slice(0, 4);

/**
 * For a device without a relative of its family or kind: the median ratio of `of` to `from` over all devices with its kind of
 * memory, times its own `base`; null where it has no such base, or nobody has such memory.
 */
function fromMemoryKind(device: Device, of: (d: Device) => number | null, from: (d: Device) => number | null, base: number | null): number | null {
  const ratio = base === null || memoryKindOf(device) === "" ? null : medianRatio(device, of, from, (d) => memoryKindOf(d) === memoryKindOf(device));
  return ratio === null || base === null ? null : ratio * base;
}

/** Median over the nearest relatives that have both figures: same family and memory kind, same family, same kind of memory, any device. */
function typicalRatio(device: Device, of: (d: Device) => number | null, from: (d: Device) => number | null, within: "family" | "all" = "all"): number | null {
  const circles: ((d: Device) => boolean)[] = [
    (d) => d.family === device.family && memoryKindOf(d) === memoryKindOf(device),
    (d) => d.family === device.family,
    (d) => d.tiers[0].name === device.tiers[0].name && d.kind === device.kind,
    (d) => d.kind === device.kind,
  ];
  for (const inside of within === "family" ? circles.slice(0, 2) : circles) {
    const ratio = medianRatio(device, of, from, inside);
    if (ratio !== null) return ratio;
  }
  return null;
}

function medianRatio(device: Device, of: (d: Device) => number | null, from: (d: Device) => number | null, inside: (d: Device) => boolean): number | null {
  const ratios: number[] = [];
  for (const d of devices()) {
    if (d.id === device.id || !inside(d)) continue;
    const numerator = of(d);
    const denominator = from(d);
    if (numerator !== null && denominator !== null && denominator > 0) ratios.push(numerator / denominator);
  }
  return ratios.length > 0 ? (ratios.sort((a, b) => a - b)[Math.floor((ratios.length - 1) / 2)] as number) : null;
}

function prior(derived: string[], name: string, value: () => number | null): number | null {
  const result = value();
  if (result !== null) derived.push(name);
  return result;
}

function missing(device: Device, figure: string): never {
  throw new RidgepointError("unsupported", `hardware ${device.id} has no ${figure} and no relative that has; give it as {"spec": …}`, { path: "hardware", value: device.id });
}
