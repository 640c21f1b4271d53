import { gemmWidths } from "../constants/fitted/gemm-intervals.generated.ts";
import { kernelWidths, roofShareEdges, type KernelWidths } from "../constants/fitted/kernel-intervals.generated.ts";
import { device as deviceOf } from "../hardware/lookup.ts";
import type { DeviceFamily } from "../hardware/types.ts";
import type { Machine } from "../roofline/machine.ts";

/** What measured calls tell about the errors of each kind of kernel. */
export const measuredKernels: Readonly<Record<string, KernelWidths>> = { ...kernelWidths, ...gemmWidths };

/** Factors by which what is new widens an interval; residuals of two families of one vendor cannot tell them. */
const newFamily = 1.2;
const newVendor = 1.7;
const newEngine = 1.2;
const derivedFigures = 1.3;

/** What a kernel's error is judged by. */
export type KernelErrorKind = "gemm" | "grouped_gemm" | "attention_prefill" | "attention_decode" | "mla_prefill" | "mla_decode" | "collective" | "row";

/**
 * Half-width of the 90 % interval on the log scale: of held-back residuals, by how near the roofline the prediction is and by
 * whether the device and the engine were among the measurements.
 * @param roofShare - share of the datasheet roofline in the predicted time.
 */
export function kernelHalfWidth(kind: KernelErrorKind, machine: Machine, engine: string, roofShare: number): number {
  const widths = measuredKernels[kind];
  if (widths === undefined) return Math.log(2);
  let bin = 0;
  for (const edge of roofShareEdges) if (roofShare >= edge) bin++;
  const seenDevice = widths.devices.includes(machine.id);
  const seenEngine = widths.engines.includes(engine);
  const base = (seenDevice && seenEngine ? widths.seen : widths.unseen)[bin] ?? Math.log(2);
  return base * (seenDevice ? 1 : newness(machine.family, widths.devices)) * (seenEngine ? 1 : newEngine) * (machine.derived.length > 0 ? derivedFigures : 1);
}

function newness(family: DeviceFamily, seen: readonly string[]): number {
  const families = seen.map((id) => deviceOf(id).family);
  if (families.includes(family)) return 1;
  const vendorOf = (name: string): string => name.slice(0, name.indexOf("-"));
  return families.some((known) => vendorOf(known) === vendorOf(family)) ? newFamily : newVendor;
}
