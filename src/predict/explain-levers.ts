import { collectiveConstants } from "../constants/collectives.ts";
import { constantProvenance } from "../constants/provenance.ts";
import type { ConstantName, ConstantSet } from "../constants/registry.ts";
import { constantNames } from "../constants/lookup.ts";
import type { Machine } from "../roofline/machine.ts";
import type { LeverName } from "./explain-types.ts";

/** A machine of which one thing is better by the factor: rates and sizes times it, times over it. */
export type Improve = (machine: Machine, factor: number) => Machine;

const launchConstants: readonly ConstantName[] = ["dependentKernelSeconds", "eagerKernelSeconds"];
const hostConstants: readonly ConstantName[] = ["stepHostSeconds", "requestHostSeconds", "prefillStepSeconds"];

/** Constants that are times, in all or of something: they shrink when something gets faster. */
const times = constantNames.filter((name) => /^s(\/|$)/.test(constantProvenance[name].unit));
const linkTimes = times.filter((name) => Object.hasOwn(collectiveConstants, name));
const kernelTimes = times.filter((name) => !linkTimes.includes(name) && !launchConstants.includes(name) && !hostConstants.includes(name));

/**
 * What can get better. Together they hold every rate and time of the model, so that improving all by a factor makes every step
 * faster by it: the effects on a time without queueing add up to −1 (Euler's theorem on homogeneous functions).
 */
export const improvements: Readonly<Record<LeverName, Improve>> = {
  "memory bandwidth": (machine, factor) => ({ ...machine, memoryBytesPerSecond: machine.memoryBytesPerSecond * factor }),
  "matrix FLOP/s": (machine, factor) => ({ ...machine, peakFlopsPerSecond: scaled(machine.peakFlopsPerSecond, factor) }),
  "link bandwidth": (machine, factor) => ({
    ...machine, scaleUpBytesPerSecond: machine.scaleUpBytesPerSecond * factor, scaleOutBytesPerSecond: machine.scaleOutBytesPerSecond * factor,
    hostLinkBytesPerSecond: machine.hostLinkBytesPerSecond * factor,
  }),
  "link latency": (machine, factor) => shorter(machine, linkTimes, factor),
  "kernel launch": (machine, factor) => shorter(machine, launchConstants, factor),
  "host time": (machine, factor) => shorter(machine, hostConstants, factor),
  "kernel start and drain": (machine, factor) => shorter(machine, kernelTimes, factor),
  "caches, clock and vector units": (machine, factor) => ({
    ...machine, l2BytesPerSecond: machine.l2BytesPerSecond * factor, clockHertz: machine.clockHertz * factor,
    vectorFlopsPerSecond: machine.vectorFlopsPerSecond * factor,
  }),
  "power limit": (machine, factor) => ({ ...machine, tdpWatts: machine.tdpWatts * factor }),
  "memory capacity": (machine, factor) => ({ ...machine, memoryBytes: machine.memoryBytes * factor }),
};

/** A machine with one constant times a factor. */
export function withConstant(machine: Machine, name: ConstantName, factor: number): Machine {
  return { ...machine, constants: { ...machine.constants, [name]: machine.constants[name] * factor } };
}

function shorter(machine: Machine, names: readonly ConstantName[], factor: number): Machine {
  const constants: Record<string, number> = { ...machine.constants };
  for (const name of names) constants[name] = machine.constants[name] / factor;
  return { ...machine, constants: constants as ConstantSet };
}

function scaled<Key extends string>(record: Readonly<Record<Key, number>>, factor: number): Record<Key, number> {
  const result = { ...record } as Record<Key, number>;
  for (const key of Object.keys(record) as Key[]) result[key] = record[key] * factor;
  return result;
}
