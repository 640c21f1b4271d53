import type { Pass, StepShape } from "../operators/types.ts";
import type { Machine } from "../roofline/machine.ts";
import { timeOperator, emptyOperatorTime } from "../roofline/operator-time.ts";
import { engineSeconds } from "./engine-seconds.ts";
import type { StepMode, StepTime } from "./types.ts";

/**
 * Time of one step on one rank: every operator of the pass, timed by its roofs, plus what launches and the host add.
 *
 * Composition. A kernel starts when the one before it has drained, so launches add to the work of kernels, and operators depend
 * on each other, so their times add.
 * Without graph capture the host dispatches every kernel one after another, and the step takes the slower of host and device,
 * again joined smoothly. The host's own work for the step and its requests adds.
 */
export function timeStep(pass: Pass, shape: StepShape, machine: Machine, mode: StepMode, out: StepTime): StepTime {
  const constants = machine.constants;
  const launch = constants.dependentKernelSeconds;
  let compute = 0, memory = 0, link = 0, overhead = 0, flops = 0, kernels = 0, matrixRoof = 0, memoryRoof = 0;
  const time = emptyOperatorTime();
  for (const operator of pass.operators) {
    timeOperator(operator, shape, machine, time);
    flops += time.flops * operator.count;
    kernels += operator.kernels * operator.count;
    if (operator.kind === "collective") {
      link += time.seconds * operator.count;
      continue;
    }
    overhead += operator.kernels * launch * operator.count;
    matrixRoof += time.computeSeconds * operator.count;
    memoryRoof += time.memorySeconds * operator.count;
    const seconds = engineSeconds(operator.kind, time, constants);
    if (time.computeSeconds > time.memorySeconds) compute += seconds * operator.count;
    else memory += seconds * operator.count;
  }
  const device = compute + memory + link + overhead;
  let host = constants.stepHostSeconds + constants.requestHostSeconds * mode.hostRequests;
  if (shape.prefillTokens > 0) host += constants.prefillStepSeconds;
  let seconds = device;
  if (!mode.graphs) {
    const dispatch = kernels * constants.eagerKernelSeconds;
    seconds = Math.sqrt(device * device + dispatch * dispatch);
    host += seconds - device;
  }
  out.seconds = device + host;
  out.computeSeconds = compute;
  out.memorySeconds = memory;
  out.linkSeconds = link;
  out.launchSeconds = overhead;
  out.hostSeconds = host;
  out.matrixRoofSeconds = matrixRoof;
  out.memoryRoofSeconds = memoryRoof;
  out.flops = flops;
  return out;
}

