import type { ConstantSet } from "../../src/constants/registry.ts";
import { device } from "../../src/hardware/lookup.ts";
import { engineOf, resolveBase, resolvePlan } from "../../src/predict/resolve.ts";
import { machineOf } from "../../src/roofline/machine-of.ts";
import type { Machine } from "../../src/roofline/machine.ts";
import type { EngineModel } from "../../src/serving/engine-model.ts";

/** A machine with some of its figures and constants replaced by what a check draws. */
export function machineWith(figures: Partial<Machine>, constants: Partial<ConstantSet> = {}): Machine {
  const base = machineOf(device("h100-sxm5-80"), { engine: "vllm", generation: "2025" });
  return { ...base, ...figures, constants: { ...base.constants, ...constants } };
}

/** A machine that multiplies 16-bit numbers at one rate and whose power limit is out of the way. */
export function multiplying(
  flopsPerSecond: number,
  figures: Partial<Machine> = {},
  constants: Partial<ConstantSet> = {},
): Machine {
  const base = machineWith(figures, constants);
  return {
    ...base,
    derived: ["TDP"],
    peakFlopsPerSecond: { ...base.peakFlopsPerSecond, bf16: flopsPerSecond, fp16: flopsPerSecond, fp8: flopsPerSecond },
  };
}

const base = resolveBase({
  model: "meta-llama/Llama-3.1-8B-Instruct",
  hardware: "h100-sxm5-80",
  precision: { weights: "bf16" },
  inputTokens: 1000,
  outputTokens: 200,
  load: { mode: "closed", concurrency: 8 },
});

/** An engine of the catalogue, for laws of what it does and not of what it is: its step times are taken as they are. */
export const engine: EngineModel = engineOf(base, resolvePlan(base.architecture, { tp: 1 }, 1));
