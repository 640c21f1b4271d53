import type { DeviceFamily } from "../hardware/types.ts";

/** Kinds of figure that share an error model. */
export type IntervalLevel = "ttft" | "tpot" | "batch" | "rate" | "power";

/**
 * First error model: half-width factor of the 90 % interval by level for a device family and engine that were measured, and
 * how much wider it is for each thing that is new. Replaced by held-back residuals when the constants are calibrated.
 */
const widths: Readonly<Record<IntervalLevel, number>> = { ttft: 1.8, tpot: 1.35, batch: 1.4, rate: 1.4, power: 1.35 };
const unseenFamily = 1.25;
const unseenEngine = 1.25;
const derivedFigures = 1.5;

const seenFamilies: ReadonlySet<DeviceFamily> = new Set(["nvidia-ampere", "nvidia-hopper", "nvidia-blackwell", "nvidia-ada", "amd-cdna3"]);
const seenEngines: ReadonlySet<string> = new Set(["vllm", "sglang", "tensorrt-llm", "llama.cpp", "deepspeed-mii"]);

/** Factor by which the 90 % interval reaches above and below a figure of `level`. */
export function intervalWidths(level: IntervalLevel, family: DeviceFamily, engine: string, derived: boolean): number {
  return widths[level] * (seenFamilies.has(family) ? 1 : unseenFamily) * (seenEngines.has(engine) ? 1 : unseenEngine) * (derived ? derivedFigures : 1);
}
