import type { ConstantSet } from "../../src/constants/registry.ts";
import { device } from "../../src/hardware/lookup.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import type { Machine } from "../../src/roofline/machine.ts";

/** A machine of the shipped constants, with some of its figures or constants replaced. */
export function machine(id: string, engine: string = "vllm", figures: Partial<Machine> = {}, constants: Partial<ConstantSet> = {}): Machine {
  const base = machineOf(device(id), { engine, generation: "2025" });
  return { ...base, ...figures, constants: { ...base.constants, ...constants } };
}

/** GPUs whose compute units are tiles' grain, so that laws in the peak are not blurred by how tiles are dealt out. */
export const gpus = ["a100-sxm-80", "h100-sxm5-80", "h200-sxm-141", "b200-sxm", "l40s", "mi300x", "v100-sxm2-32"] as const;

/** The same with every roof times `factor`. */
export function faster(m: Machine, part: "peak" | "memory" | "links", factor: number): Machine {
  switch (part) {
    case "peak": return {
      ...m, vectorFlopsPerSecond: m.vectorFlopsPerSecond * factor,
      peakFlopsPerSecond: Object.fromEntries(Object.entries(m.peakFlopsPerSecond).map(([format, peak]) => [format, peak * factor])) as unknown as Machine["peakFlopsPerSecond"],
    };
    case "memory": return { ...m, memoryBytesPerSecond: m.memoryBytesPerSecond * factor, l2BytesPerSecond: m.l2BytesPerSecond * factor };
    case "links": return {
      ...m, scaleUpBytesPerSecond: m.scaleUpBytesPerSecond * factor, scaleOutBytesPerSecond: m.scaleOutBytesPerSecond * factor,
      hostLinkBytesPerSecond: m.hostLinkBytesPerSecond * factor,
    };
  }
}
