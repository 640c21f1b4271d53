import type { ComputeFormat } from "../quantities/formats.ts";
import type { DeviceFile, LinkFile, MemoryFile, PriceFile, ScaleUpFile, Source } from "./file.ts";
import { bytesOf, labelBytesOf, least, numberOf, quantityOf, rateOf, textOf } from "./read-fields.ts";
import type { Device, DeviceLink, DevicePrice, MemoryTier } from "./types.ts";

/**
 * A device's file as figures in SI. Capacity: what software sees, else the label × 2³⁰. A tier behind a link is read at the
 * slower of the two; one that several devices share counts in equal parts. `l2BytesPerSecond` is the published rate where
 * there is one, else the measured one.
 */
export function toDevice(file: DeviceFile, sources: Readonly<Record<string, Source>> = file.sources ?? {}): Device {
  const { compute, onChip, measured, links } = file;
  const [first, ...rest] = file.memory;
  return {
    id: file.id,
    name: file.name,
    vendor: file.vendor ?? "unknown",
    kind: file.kind,
    family: file.family ?? "other",
    releaseYear: numberOf(file.releaseYear),
    matrixFlopsPerSecond: peaks<ComputeFormat>(compute?.matrix),
    vectorFlopsPerSecond: peaks<"fp64" | "fp32" | "fp16">(compute?.vector),
    computeUnits: numberOf(compute?.units),
    clockHertz: quantityOf(compute?.peakClock, "hertz") ?? quantityOf(compute?.baseClock, "hertz"),
    sharedBytesPerUnit: bytesOf(onChip?.sharedPerUnit),
    l2Bytes: bytesOf(onChip?.l2),
    l2BytesPerSecond: rateOf(onChip?.l2Bandwidth) ?? rateOf(measured?.l2Bandwidth),
    sramBytes: bytesOf(onChip?.sram),
    sramBytesPerSecond: rateOf(onChip?.sramBandwidth),
    tiers: [tier(first), ...rest.map(tier)],
    hostLinkBytesPerSecond: rateOf(links?.host?.bandwidth),
    scaleUp: scaleUpLink(links?.scaleUp),
    scaleOut: plainLink(links?.scaleOut),
    tdpWatts: quantityOf(file.power?.tdp, "watts"),
    idleWatts: quantityOf(file.power?.idle, "watts"),
    measured: {
      memoryBytesPerSecond: rateOf(measured?.memoryBandwidth),
      bf16FlopsPerSecond: quantityOf(measured?.bf16, "flops-per-second"),
      fp8FlopsPerSecond: quantityOf(measured?.fp8, "flops-per-second"),
      kernelLaunchSeconds: quantityOf(measured?.kernelLaunch, "seconds"),
    },
    prices: (file.prices ?? []).map((price) => devicePrice(price, sources)),
  };
}

function peaks<Format extends string>(fields: Readonly<Partial<Record<Format, unknown>>> | undefined): Partial<Record<Format, number>> {
  const found: Partial<Record<Format, number>> = {};
  for (const format of Object.keys(fields ?? {}) as Format[]) {
    const peak = quantityOf(fields?.[format] as Parameters<typeof quantityOf>[0], "flops-per-second");
    if (peak !== null) found[format] = peak;
  }
  return found;
}

function tier(file: MemoryFile): MemoryTier {
  const sharers = numberOf(file.sharedBy) ?? 1;
  const capacity = bytesOf(file.usable) ?? labelBytesOf(file.label);
  const bandwidth = rateOf(file.bandwidth);
  return {
    name: file.tier,
    technology: textOf(file.technology),
    capacityBytes: capacity === null ? null : Math.floor(capacity / sharers),
    bandwidthBytesPerSecond: least(bandwidth === null ? null : bandwidth / sharers, rateOf(file.link)),
  };
}

/** A file's scale-up network; a device without one stands alone. */
export function scaleUpLink(file: ScaleUpFile | undefined): DeviceLink {
  if (file === undefined) return { fabric: null, description: null, bytesPerSecond: null, domainDevices: 1, topology: "none" };
  return { ...plainLink(file), topology: file.topology, domainDevices: file.topology === "none" ? 1 : numberOf(file.domain) };
}

/** Networks beyond the node are switched, and of a size that no datasheet limits. */
function plainLink(file: LinkFile | undefined): DeviceLink {
  return {
    fabric: file?.fabric ?? null,
    description: textOf(file?.description),
    bytesPerSecond: rateOf(file?.bandwidth),
    domainDevices: null,
    topology: "switched",
  };
}

function devicePrice(price: PriceFile, sources: Readonly<Record<string, Source>>): DevicePrice {
  const titles = price.sources.map((tag) => sources[tag]?.title ?? tag);
  return {
    usdPerDeviceHour: price.usdPerDeviceHour,
    provider: price.provider,
    kind: price.kind,
    date: price.date ?? (price.read === undefined ? "undated" : `undated, read ${price.read}`),
    source: titles.join("; "),
  };
}
