import type { Operator, Pass, StepShape } from "../operators/types.ts";
import { shapeSeen } from "../operators/sections.ts";
import { workOf } from "../operators/work.ts";
import type { Machine } from "../roofline/machine.ts";
import { emptyOperatorTime, timeOperator } from "../roofline/operator-time.ts";
import { engineSeconds, launchSeconds } from "./engine-seconds.ts";
import type { StepMode } from "./types.ts";

/** What limits one part of a step. */
export type StepRoof = "compute" | "memory" | "link" | "launch" | "host";

/** One operator's part of a step, over all layers that have it, on one rank. */
export interface OperatorPart {
  /** `attention.qkv`, `experts`, …; `host` for what the host adds. */
  readonly name: string;
  /** Which law counts and times it. */
  readonly kind: Operator["kind"] | "host";
  /** Layers that have it. */
  readonly layers: number;
  /** Its share of the step's time: device work and what its launches add. */
  readonly seconds: number;
  /** Of `seconds`, what its kernel launches add. */
  readonly launchSeconds: number;
  /** Floating-point operations over all its layers, on one rank. */
  readonly flops: number;
  /** Bytes that must move between the device and its memory. */
  readonly bytes: number;
  /** Bytes of messages: the larger of a rank's send and receive buffer. */
  readonly messageBytes: number;
  /** What limits it most, launches included. */
  readonly roof: StepRoof;
  /** What limits the work itself, launches aside. */
  readonly workRoof: StepRoof;
  /** Time of the datasheet alone: the higher of the bare roofs. */
  readonly idealSeconds: number;
}

/** A step taken apart; the parts add up to its time. */
export interface StepBreakdown {
  readonly seconds: number;
  readonly parts: readonly OperatorPart[];
  /** Time by what limits it: device work of each roof, what launches add, the host. Adds up to `seconds` too. */
  readonly byRoof: Readonly<Record<StepRoof, number>>;
}

/**
 * Takes the step that `timeStep` times apart, by the same composition: an operator takes its launches and its work, collectives
 * their own time, the host what it adds. Operators that occur several times in the pass (one per kind of layer) are one part.
 *
 * @param ideal - the same device under `ideal`, for the bare roofs.
 * @param factor - stretches every part: the imbalance of a pipeline.
 */
export function breakdownStep(pass: Pass, shape: StepShape, machine: Machine, ideal: Machine, mode: StepMode, factor: number): StepBreakdown {
  const { constants } = machine;
  const parts = new Map<string, OperatorPart>();
  const byRoof: Record<StepRoof, number> = { compute: 0, memory: 0, link: 0, launch: 0, host: 0 };
  const time = emptyOperatorTime();
  let device = 0;
  let kernels = 0;
  for (const { sees, operators } of pass.sections) {
    const seen = shapeSeen(sees, shape);
    if (seen === null) continue;
    for (const operator of operators) {
      const { count } = operator;
      timeOperator(operator, seen, machine, time);
      kernels += operator.kernels * count;
      const collective = operator.kind === "collective";
      const work = collective ? time.seconds : engineSeconds(operator.kind, time, constants);
      const launch = launchSeconds(operator.kind, operator.kernels, constants);
      const roof: StepRoof = collective ? "link" : time.computeSeconds > time.memorySeconds ? "compute" : "memory";
      byRoof[roof] += work * count * factor;
      byRoof.launch += launch * count * factor;
      timeOperator(operator, seen, ideal, time);
      const { flops, weightBytes, kvReadBytes, kvWriteBytes, activationBytes, messageBytes } = workOf(operator, seen);
      const seconds = (work + launch) * count;
      device += seconds;
      add(parts, {
        name: operator.name, kind: operator.kind, layers: count, seconds: seconds * factor, launchSeconds: launch * count * factor, flops,
        bytes: weightBytes + kvReadBytes + kvWriteBytes + activationBytes, messageBytes, roof: launch > work ? "launch" : roof, workRoof: roof, idealSeconds: time.seconds * count,
      });
    }
  }
  let host = constants.stepHostSeconds + constants.requestHostSeconds * mode.hostRequests;
  if (shape.prefillTokens > 0) host += constants.prefillStepSeconds;
  if (!mode.graphs) {
    const dispatch = kernels * constants.eagerKernelSeconds;
    host += Math.sqrt(device * device + dispatch * dispatch) - device;
  }
  byRoof.host = host * factor;
  add(parts, {
    name: "host", kind: "host", layers: 1, seconds: host * factor, launchSeconds: 0, flops: 0, bytes: 0, messageBytes: 0, roof: "host", workRoof: "host", idealSeconds: 0,
  });
  return { seconds: (device + host) * factor, parts: [...parts.values()], byRoof };
}

/** Adds a part to the one of its name; the roof is that of the longer of the two. */
function add(parts: Map<string, OperatorPart>, part: OperatorPart): void {
  const before = parts.get(part.name);
  parts.set(part.name, before === undefined ? part : {
    ...part,
    layers: before.layers + part.layers,
    seconds: before.seconds + part.seconds,
    launchSeconds: before.launchSeconds + part.launchSeconds,
    flops: before.flops + part.flops,
    bytes: before.bytes + part.bytes,
    messageBytes: before.messageBytes + part.messageBytes,
    idealSeconds: before.idealSeconds + part.idealSeconds,
    roof: part.seconds > before.seconds ? part.roof : before.roof,
    workRoof: part.seconds > before.seconds ? part.workRoof : before.workRoof,
  });
}
