import type { Operator, Pass, StepShape } from "../operators/types.ts";
import { shapeSeen } from "../operators/sections.ts";
import type { Machine } from "../roofline/machine.ts";
import { timeOperator, emptyOperatorTime, type OperatorTime } from "../roofline/operator-time.ts";
import { engineSeconds, launchSeconds } from "./engine-seconds.ts";
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
  const sums = noSums();
  for (const { sees, operators } of pass.sections) {
    const seen = shapeSeen(sees, shape);
    if (seen === null) continue;
    for (const operator of operators) {
      timeOperator(operator, seen, machine, time);
      add(operator, time, machine, sums);
    }
  }
  return compose(sums, shape, machine, mode, out);
}

/** Two steps that differ in context alone, as `timeStep` times each: only attention depends on it, the other operators are timed once. */
export function timeStepTwice(pass: Pass, shape: StepShape, other: StepShape, machine: Machine, mode: StepMode, out: StepTime, otherOut: StepTime): void {
  const sums = noSums();
  const otherSums = noSums();
  for (const { sees, operators } of pass.sections) {
    const seen = shapeSeen(sees, shape);
    const otherSeen = shapeSeen(sees, other);
    if (seen === null || otherSeen === null) continue;
    for (const operator of operators) {
      timeOperator(operator, seen, machine, time);
      add(operator, time, machine, sums);
      if (operator.kind === "attention" || operator.kind === "mla") timeOperator(operator, otherSeen, machine, time);
      add(operator, time, machine, otherSums);
    }
  }
  compose(sums, shape, machine, mode, out);
  compose(otherSums, other, machine, mode, otherOut);
}

/** Reused: one layer of one operator. */
const time = emptyOperatorTime();

/** Sums over the operators of a step. */
interface Sums {
  compute: number;
  memory: number;
  link: number;
  overhead: number;
  flops: number;
  kernels: number;
  matrixRoof: number;
  memoryRoof: number;
}

function noSums(): Sums {
  return { compute: 0, memory: 0, link: 0, overhead: 0, flops: 0, kernels: 0, matrixRoof: 0, memoryRoof: 0 };
}

function add({ kind, count, kernels }: Operator, time: OperatorTime, { constants }: Machine, sums: Sums): void {
  const { seconds, computeSeconds, memorySeconds, flops } = time;
  sums.flops += flops * count;
  sums.kernels += kernels * count;
  if (kind === "collective") {
    sums.link += seconds * count;
    return;
  }
  sums.overhead += launchSeconds(kind, kernels, constants) * count;
  sums.matrixRoof += computeSeconds * count;
  sums.memoryRoof += memorySeconds * count;
  const reached = engineSeconds(kind, time, constants) * count;
  if (computeSeconds > memorySeconds) sums.compute += reached;
  else sums.memory += reached;
}

function compose({ compute, memory, link, overhead, flops, kernels, matrixRoof, memoryRoof }: Sums, shape: StepShape, { constants }: Machine, mode: StepMode, out: StepTime): StepTime {
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
