import { engineOf, resolveBase, resolvePlan } from "../../predict/resolve.ts";
import type { Scenario } from "../../predict/types.ts";
import type { ComputeFormat } from "../../quantities/formats.ts";

/** A ceiling of arithmetic. */
export interface ComputeRoof {
  /** The number format. */
  readonly name: string;
  /** Dense peak, FLOP/s. */
  readonly flopsPerSecond: number;
}

/** A ceiling of data: memory, cache or link. */
export interface BandwidthRoof {
  /** For the label. */
  readonly name: string;
  /** B/s. */
  readonly bytesPerSecond: number;
  /** Memory, a cache above it, or a link. */
  readonly kind: "memory" | "cache" | "link";
}

/** The ceilings of one device, as a datasheet tells them. */
export interface Roofs {
  /** Id of the device. */
  readonly hardware: string;
  /** Dense peaks of the formats that the scenario computes in, highest first. */
  readonly compute: readonly ComputeRoof[];
  /** Fastest first. */
  readonly bandwidth: readonly BandwidthRoof[];
}

/**
 * The ceilings under which one device of a scenario works: peaks of the formats that its operators compute in, the last-level cache,
 * the fast memory and slower tiers, the scale-up link where the plan has one, and the host link. Bytes per second one way.
 *
 * @throws RidgepointError as `predict` does.
 * @example roofsOf({ model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "fp8" },
 *   load: { mode: "static", batch: 8 }, inputTokens: 1024, outputTokens: 256 }).compute[0].name // "FP8"
 */
export function roofsOf(scenario: Scenario): Roofs {
  const base = resolveBase(scenario);
  const { machine, device } = base;
  const plan = resolvePlan(base.architecture, scenario.plan, scenario.devices);
  const formats = new Set<ComputeFormat>();
  for (const operator of engineOf(base, plan).pass.operators) if ("compute" in operator) formats.add(operator.compute);
  const byPeak = new Map<number, string[]>();
  for (const format of formats) {
    const peak = machine.peakFlopsPerSecond[format];
    byPeak.set(peak, [...(byPeak.get(peak) ?? []), format.toUpperCase()]);
  }
  const bandwidth: BandwidthRoof[] = device.tiers.flatMap(({ technology, name, bandwidthBytesPerSecond }, index) => {
    const bytesPerSecond = index === 0 ? machine.memoryBytesPerSecond : bandwidthBytesPerSecond;
    return bytesPerSecond === null ? [] : [{ name: technology ?? name.toUpperCase(), bytesPerSecond, kind: "memory" as const }];
  });
  if (machine.l2Bytes > 0) bandwidth.push({ name: "L2 cache", bytesPerSecond: machine.l2BytesPerSecond, kind: "cache" });
  if (plan.tp * plan.ep * plan.pp > 1) bandwidth.push({ name: "scale-up link", bytesPerSecond: machine.scaleUpBytesPerSecond, kind: "link" });
  bandwidth.push({ name: "host link", bytesPerSecond: machine.hostLinkBytesPerSecond, kind: "link" });
  return {
    hardware: device.id,
    compute: [...byPeak].map(([flopsPerSecond, names]) => ({ name: names.sort().join(", "), flopsPerSecond })).sort((a, b) => b.flopsPerSecond - a.flopsPerSecond),
    bandwidth: bandwidth.sort((a, b) => b.bytesPerSecond - a.bytesPerSecond),
  };
}
