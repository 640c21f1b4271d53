import type { DeviceFamily } from "../hardware/types.ts";

/** Kinds of figure that share an error model. */
export type IntervalLevel = "ttft" | "tpot" | "batch" | "rate" | "power";

/**
 * First error model: factor by which the 90 % interval reaches up and down, by level, for a device family and engine that were
 * measured: the 90th percentile of |log(predicted/measured)| over the runs that `npm run calibrate` fits (0.17 to 0.26 for
 * TPOT, 0.3 to 0.5 for batches of old engines), rounded up; and how much wider it is for each thing that is new. It is not
 * from held-back residuals yet, so unseen devices and engines get a margin instead of a measurement.
 */
const widths: Readonly<Record<IntervalLevel, number>> = { ttft: 2.8, tpot: 1.3, batch: 1.5, rate: 1.5, power: 1.35 };
const unseenFamily = 1.25;
const unseenEngine = 1.25;
const derivedFigures = 1.5;

const seenFamilies: ReadonlySet<DeviceFamily> = new Set(["nvidia-ampere", "nvidia-hopper", "nvidia-blackwell", "nvidia-ada", "amd-cdna3"]);
const seenEngines: ReadonlySet<string> = new Set(["vllm", "sglang", "tensorrt-llm", "llama.cpp", "deepspeed-mii"]);

/** Factor by which the 90 % interval reaches above and below a figure of `level`. */
export function intervalWidths(level: IntervalLevel, family: DeviceFamily, engine: string, derived: boolean): number {
  return widths[level] * (seenFamilies.has(family) ? 1 : unseenFamily) * (seenEngines.has(engine) ? 1 : unseenEngine) * (derived ? derivedFigures : 1);
}
