import type { Machine } from "../roofline/machine.ts";
import type { StepTime } from "../steps/types.ts";

/**
 * Mean power of one device while it works through steps like `step`, watts:
 * P = idle + (TDP − idle)·Σ shares·weights, where each share of the time draws its own part of the dynamic power: matrix work
 * nearly all of it, memory traffic most, links and launches little. Never above TDP, which the device's governor enforces.
 */
export function devicePower(step: StepTime, machine: Machine): number {
  const { constants, idleWatts, tdpWatts } = machine;
  if (!(step.seconds > 0)) return idleWatts;
  const active = constants.powerCompute * step.computeSeconds + constants.powerMemory * step.memorySeconds
    + constants.powerLink * step.linkSeconds + constants.powerWaiting * (step.launchSeconds + step.hostSeconds);
  return idleWatts + (tdpWatts - idleWatts) * Math.min(1, active / step.seconds);
}
