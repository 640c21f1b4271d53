import { withProfile } from "../constants/shipped.ts";
import { engineName, engineTraits, generationOf } from "../deployments/engines.ts";
import { fabric as fabricOf } from "../hardware/lookup.ts";
import { resolveHardware } from "../hardware/resolve.ts";
import { RidgepointError } from "../quantities/errors.ts";
import { machineOf } from "../roofline/machine-of.ts";
import type { Machine } from "../roofline/machine.ts";
import { measuredKernels, type KernelErrorKind } from "./kernel-intervals.ts";
import type { CollectiveKernel, KernelScenario } from "./kernel-types.ts";

/** The machine of a kernel, whose kernels run on it, and what had to be assumed. */
export interface KernelMachine {
  readonly machine: Machine;
  /** The same device by its datasheet alone. */
  readonly ideal: Machine;
  readonly engine: string;
  readonly warnings: string[];
}

const usualEngine: Readonly<Record<KernelErrorKind, string>> = {
  gemm: "tensorrt-llm", grouped_gemm: "tensorrt-llm", attention_prefill: "tensorrt-llm", attention_decode: "tensorrt-llm", mla_prefill: "tensorrt-llm", mla_decode: "tensorrt-llm",
  collective: "nccl", row: "vllm",
};

/** Looks up the hardware of a kernel and the constants of its engine. */
export function kernelMachine(kernel: KernelScenario, kind: KernelErrorKind): KernelMachine {
  const resolved = resolveHardware(kernel.hardware, kernel.node === undefined ? {} : { node: kernel.node });
  const engine = engineName(kernel.engine ?? usualEngine[kind]);
  const warnings = [...resolved.warnings];
  const known = engine === "ideal" || engineTraits[engine] !== undefined || (measuredKernels[kind]?.engines.includes(engine) ?? false);
  if (!known) warnings.push(`engine ${JSON.stringify(engine)} has no measured kernels of this kind; the prior of all engines is used`);
  const machine = machineOf(resolved.device, {
    engine, generation: generationOf(engine, { version: kernel.engineVersion, staticBatch: false, disaggregated: false }), ...(kernel.profile === undefined ? {} : { fitted: withProfile(kernel.profile.constants) }),
  });
  if (machine.derived.length > 0) warnings.push(`${machine.id} publishes no ${machine.derived.join(", ")}: taken from its relatives in the catalogue`);
  return { machine, ideal: machineOf(resolved.device, { engine: "ideal", generation: "" }), engine, warnings };
}

/** Words by which a fabric's name tells that it joins nodes, not the devices of one. */
const betweenNodes = /infiniband|ethernet|\bgbe\b|\befa\b|gpudirect|data-?cent(er|re) network/i;
/** Cards of a node that is not in the catalogue: one for each of eight devices. */
const devicesPerNode = 8;

/**
 * The machine with the links of a named fabric in place of its own. A network between nodes joins whole nodes where the group is
 * larger than one, single devices otherwise.
 * @throws RidgepointError `unknown-hardware`, or `unsupported` where the fabric publishes no bandwidth.
 */
export function withFabric(machine: Machine, { fabric: id, devices }: CollectiveKernel): Machine {
  if (id === undefined) return machine;
  const fabric = fabricOf(id, "fabric");
  const rate = fabric.bytesPerSecond;
  if (rate === null) throw new RidgepointError("unsupported", `fabric ${id} publishes no bandwidth; leave it out for the device's own link`, { path: "fabric", value: id });
  if (fabric.per === "node" || betweenNodes.test(fabric.name)) {
    return {
      ...machine, scaleOutBytesPerSecond: fabric.per === "node" ? rate / devicesPerNode : rate,
      scaleUpDevices: devices > machine.scaleUpDevices ? machine.scaleUpDevices : 1,
    };
  }
  if (fabric.per === "link") {
    const links = machine.scaleUpTopology === "torus-3d" ? 6 : 4;
    return { ...machine, scaleUpBytesPerSecond: rate * links, scaleUpDevices: Math.max(machine.scaleUpDevices, devices) };
  }
  const topology = /pcie/i.test(fabric.name) ? "pcie" : machine.scaleUpTopology === "pcie" || machine.scaleUpTopology === "none" ? "switched" : machine.scaleUpTopology;
  return { ...machine, scaleUpBytesPerSecond: rate, scaleUpTopology: topology, scaleUpDevices: topology === machine.scaleUpTopology ? machine.scaleUpDevices : Math.max(devicesPerNode, devices) };
}
