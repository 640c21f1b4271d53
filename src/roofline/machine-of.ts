import type { Device } from "../hardware/types.ts";
import { completeFigures } from "../constants/device-priors.ts";
import { constantsFor, softwareAge, type ConstantKey, type FittedConstants } from "../constants/lookup.ts";
import { shippedConstants } from "../constants/shipped.ts";
import type { Machine } from "./machine.ts";

/** For whom a machine is made. */
export interface MachineOptions {
  readonly engine: string;
  readonly generation: string;
  /** A user's profile; the shipped constants by default. */
  readonly fitted?: FittedConstants;
}

/**
 * A device (composed with its node where one is given) under an engine, as flat numbers. `ideal` as the engine gives the datasheet alone. Machines of shipped
 * constants are made once for each device and engine, for they are immutable and planners ask for the same one again and again.
 */
export function machineOf(device: Device, options: MachineOptions): Machine {
  if (options.fitted !== undefined) return build(device, options);
  let machines = made.get(device);
  if (machines === undefined) made.set(device, (machines = new Map()));
  const key = `${options.engine}/${options.generation}`;
  let machine = machines.get(key);
  if (machine === undefined) machines.set(key, (machine = build(device, options)));
  return machine;
}

const made = new WeakMap<Device, Map<string, Machine>>();

function build(device: Device, { engine, generation, fitted }: MachineOptions): Machine {
  const figures = completeFigures(device);
  const ideal = engine === "ideal";
  const key: ConstantKey = { family: device.family, engine, generation };
  const constants = constantsFor(key, fitted ?? shippedConstants, ideal);
  const peaks = figures.matrixFlopsPerSecond;
  return {
    id: device.id,
    family: device.family,
    // Where accumulation in 32 bits halves the rate of 16-bit products, accumulation in 16 bits gives it back: half the 8-bit rate.
    peakFlopsPerSecond: constants.shortAccumulation > 0 && peaks.int8 > 2 * peaks.fp16 ? { ...peaks, fp16: peaks.int8 / 2 } : peaks,
    vectorFlopsPerSecond: figures.vectorFlopsPerSecond,
    computeUnits: figures.computeUnits,
    clockHertz: figures.clockHertz,
    memoryBytesPerSecond: figures.memoryBytesPerSecond,
    memoryBytes: figures.memoryBytes,
    l2Bytes: figures.l2Bytes,
    l2BytesPerSecond: figures.l2BytesPerSecond,
    sharedBytesPerUnit: figures.sharedBytesPerUnit,
    scaleUpBytesPerSecond: figures.scaleUpBytesPerSecond,
    scaleUpDevices: device.scaleUp.domainDevices ?? defaultDomain,
    scaleUpTopology: device.scaleUp.topology,
    scaleOutBytesPerSecond: figures.scaleOutBytesPerSecond,
    hostLinkBytesPerSecond: figures.hostLinkBytesPerSecond,
    tdpWatts: figures.tdpWatts,
    idleWatts: figures.idleWatts,
    constants,
    age: softwareAge(device.family, generation),
    derived: figures.derived,
    ideal,
  };
}

/** Devices of a server where the catalogue does not say how many share its links: eight to a node is the common build. */
const defaultDomain = 8;
