import type { Machine } from "../roofline/machine.ts";
import type { StepTime } from "../steps/types.ts";

/**
 * Mean power of one device while it works through steps like `step`, watts:
 * P = idle + (TDP − idle)·min(1, p_active + p_compute·c + p_memory·m + p_link·l), with c, m and l the shares of the time that matrix
 * work, memory traffic and links would take alone. Energy goes with the work done, not with what binds: a decode step of many requests
 * waits for memory and computes all the while. Never above TDP, which the device's governor enforces.
 */
export function devicePower(step: StepTime, machine: Machine): number {
  const { constants, idleWatts, tdpWatts } = machine;
  if (!(step.seconds > 0)) return idleWatts;
  const work = constants.powerCompute * step.matrixRoofSeconds + constants.powerMemory * step.memoryRoofSeconds + constants.powerLink * step.linkSeconds;
  return idleWatts + (tdpWatts - idleWatts) * Math.min(1, constants.powerActive + work / step.seconds);
}
