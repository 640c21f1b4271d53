import type { CollectiveKind } from "../operators/types.ts";
import type { Machine } from "./machine.ts";

/**
 * Bytes that a rank sends (and receives) at least when `ranks` of them run a collective on a buffer of `bytes`, without
 * reduction in the network: 2(n − 1)/n of an all-reduce, (n − 1)/n of a gather, scatter or exchange, all of a p2p message
 * (Thakur, Rabenseifner, Gropp 2005; what nccl-tests calls bus bandwidth).
 */
export function wireBytes(kind: CollectiveKind, bytes: number, ranks: number): number {
  if (kind === "p2p") return bytes;
  return ((kind === "allreduce" ? 2 : 1) * (ranks - 1) * bytes) / ranks;
}

/**
 * Time of a collective over `ranks` devices on buffers of `bytes` (the larger of a rank's send and receive buffer), launch
 * included: it cannot start before its peers arrive.
 *
 * Inside one scale-up network: the least of a ring (call + hops + wire bytes at a rate that ramps with size + the rank's own
 * share at the speed of a local copy), reduction in the switch where it can, and an engine's own all-reduce in one or two
 * shots. Across networks: stages inside and between, pipelined, so that the slower sets the rate; hops between nodes as a ring or
 * a tree, whichever is shorter.
 *
 * @param stride - devices from one rank to the next: 1 for neighbours; more where ranks of an inner dimension lie between.
 * @returns seconds; 0 for one rank or no bytes. Under `ideal` the wire bytes over the link, by the slowest stage.
 */
export function collectiveSeconds(machine: Machine, kind: CollectiveKind, bytes: number, ranks: number, stride: number): number {
  if (ranks <= 1 || bytes <= 0) return 0;
  const domain = Math.floor(machine.scaleUpDevices / stride);
  if (ranks <= domain) return insideSeconds(machine, kind, bytes, ranks);
  return acrossSeconds(machine, kind, bytes, ranks, domain > 1 ? domain : 1);
}

function insideSeconds(machine: Machine, kind: CollectiveKind, bytes: number, ranks: number): number {
  const { constants } = machine;
  const link = linkBytesPerSecond(machine, ranks);
  const wire = wireBytes(kind, bytes, ranks);
  if (machine.ideal) return wire / link;
  const pcie = machine.scaleUpTopology === "pcie" || machine.scaleUpTopology === "none";
  const rate = link * (pcie ? constants.pcieFraction : constants.linkFraction);
  const hop = pcie ? constants.pcieHopSeconds : constants.collectiveHopSeconds;
  const ramp = rampOf(machine, kind === "p2p" ? constants.p2pRampBytes : constants.messageRampBytes, bytes);
  const local = kind === "p2p" ? 0 : bytes / (ranks * constants.localCopyFraction * machine.memoryBytesPerSecond);
  const ring = constants.collectiveCallSeconds + hop * hopsOf(machine, kind, ranks) + (wire / rate + local) * ramp;
  if (kind !== "allreduce") return ring;
  let seconds = ring;
  if (constants.inSwitchReduction > 0.5 && machine.scaleUpTopology === "switched" && ranks > 2) {
    const inSwitch = constants.collectiveCallSeconds + 2 * hop * Math.log2(ranks)
      + (((ranks + 1) / ranks) * bytes) / (link * constants.inSwitchFraction) * rampOf(machine, constants.inSwitchRampBytes, bytes);
    if (inSwitch < seconds) seconds = inSwitch;
  }
  if (bytes <= constants.customAllReduceMaxBytes && ranks <= 8 && (!pcie || ranks === 2)) {
    const direct = link * (pcie ? constants.pcieFraction : constants.customLinkFraction);
    const call = constants.customAllReduceCallSeconds + constants.customAllReducePeerSeconds * (ranks - 2);
    const oneShot = call + ((ranks - 1) * bytes) / direct;
    if (oneShot < seconds) seconds = oneShot;
    if (constants.customAllReduceTwoShot > 0.5) {
      const twoShot = 1.5 * call + wire / direct;
      if (twoShot < seconds) seconds = twoShot;
    }
  }
  return seconds;
}

function acrossSeconds(machine: Machine, kind: CollectiveKind, bytes: number, ranks: number, inside: number): number {
  const { constants } = machine;
  const groups = ranks / inside;
  // A pair of cards with a bridge meets the next pair over PCIe, not over the network.
  const bridged = machine.scaleUpTopology === "mesh" && machine.scaleUpDevices === 2;
  const outer = bridged ? machine.hostLinkBytesPerSecond : machine.scaleOutBytesPerSecond;
  // Each rank of a node carries its part of what the nodes exchange; in an exchange of all with all every rank has its own.
  const outerWire = kind === "p2p" ? bytes : kind === "alltoall" ? ((ranks - inside) * bytes) / ranks : wireBytes(kind, bytes / inside, groups);
  const innerLink = inside > 1 ? linkBytesPerSecond(machine, inside) : Infinity;
  const innerWire = kind === "p2p" ? 0 : kind === "alltoall" ? ((inside - 1) * bytes) / ranks : wireBytes(kind, bytes, inside);
  if (machine.ideal) return Math.max(outerWire / outer, innerWire / innerLink);
  const outerTime = outerWire / (outer * (bridged ? constants.pcieFraction : constants.networkFraction));
  const innerTime = innerWire / (innerLink * constants.linkFraction);
  const rounds = kind === "p2p" ? 1 : kind === "alltoall" ? Math.log2(groups) + 1
    : (kind === "allreduce" ? 2 : 1) * Math.min(groups - 1, Math.log2(groups) + 1);
  const hops = rounds * (bridged ? constants.pcieHopSeconds : constants.networkHopSeconds)
    + (inside > 1 && kind !== "p2p" ? hopsOf(machine, kind, inside) * constants.collectiveHopSeconds : 0);
  const local = kind === "p2p" ? 0 : bytes / (ranks * constants.localCopyFraction * machine.memoryBytesPerSecond);
  const ramp = rampOf(machine, kind === "p2p" ? constants.p2pRampBytes : constants.messageRampBytes, bytes);
  return constants.collectiveCallSeconds + hops + ((outerTime > innerTime ? outerTime : innerTime) + local) * ramp;
}

/** How much longer a message of `bytes` takes than its bytes at the full rate: pipelines fill, for longer the longer it is, up to a size. */
function rampOf(machine: Machine, rampBytes: number, bytes: number): number {
  return 1 + Math.sqrt(rampBytes / (bytes * (1 + bytes / machine.constants.messagePipelineBytes)));
}

/** Bandwidth that a group of `ranks` has out of each device, one way. */
function linkBytesPerSecond(machine: Machine, ranks: number): number {
  const all = machine.scaleUpBytesPerSecond;
  switch (machine.scaleUpTopology) {
    // Every peer has a link of its own: a smaller group uses fewer of them.
    case "mesh": return machine.scaleUpDevices > 1 ? (all * (ranks - 1)) / (machine.scaleUpDevices - 1) : all;
    case "torus-2d": return all * torusShare(ranks, 2, 256);
    case "torus-3d": return all * torusShare(ranks, 3, 64);
    default: return all;
  }
}

/**
 * Share of a torus device's links that a slice uses: its axes out of all, and one direction of each where the slice is too small
 * to close its rings (v5e and v6e wrap at 16, v4 and v5p at 4 per axis; How to Scale Your Model, section 2).
 */
function torusShare(ranks: number, dimensions: number, closed: number): number {
  const axes = Math.min(dimensions, Math.floor(Math.log2(ranks)));
  return ((axes > 1 ? axes : 1) / dimensions) * (ranks >= closed ? 1 : 0.5);
}

/** Dependent steps between neighbours. */
function hopsOf(machine: Machine, kind: CollectiveKind, ranks: number): number {
  if (kind === "p2p") return 1;
  const torus = machine.scaleUpTopology === "torus-2d" ? 2 : machine.scaleUpTopology === "torus-3d" ? 3 : 0;
  const across = torus > 0
    ? torusSteps(ranks, torus)
    : kind === "alltoall" || machine.scaleUpTopology === "mesh" ? 1 + Math.log2(ranks) : shorterOfRingAndTree(ranks);
  return kind === "allreduce" ? 2 * across : across;
}

/** Both directions at once along each axis in turn. */
function torusSteps(ranks: number, dimensions: number): number {
  const axes = Math.max(1, Math.min(dimensions, Math.floor(Math.log2(ranks))));
  return (axes * ranks ** (1 / axes)) / 2;
}

/** Steps of a ring; large groups take a double tree. */
function shorterOfRingAndTree(ranks: number): number {
  return ranks <= 8 ? ranks - 1 : Math.min(ranks - 1, 4 * Math.log2(ranks) - 5);
}
