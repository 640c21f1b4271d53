import { collectiveSeconds, wireBytes } from "../../src/roofline/collective.ts";
import type { CollectiveKind } from "../../src/operators/types.ts";
import { counted, found, given, type Chapter, type Law, type Letter, type Values } from "./law.ts";
import { machineWith } from "./machines.ts";

const implementedBy = { name: "collectiveSeconds", file: "src/roofline/collective.ts" };
const wire = { name: "wireBytes", file: "src/roofline/collective.ts" };
const thakur =
  "Thakur, Rabenseifner, Gropp, Optimization of Collective Communication Operations in MPICH (2005); nccl-tests, PERFORMANCE.md.";
const fitted =
  "Latency and bandwidth terms (Hockney's α–β), the constants fitted to published nccl-tests and all-reduce measurements.";

const n = counted("n", "ranks", "1", 2, 8);
const S = given("S", "bytes of the buffer", "B", 1e3, 1e9);
const t = found("t", "time of the collective, launch included", "s");

const letters = {
  S,
  t,
  n,
  alpha: given("\\alpha", "call and synchronisation", "s", 1e-6, 2e-5),
  h: given("h", "one hop between neighbours", "s", 1e-7, 5e-6),
  x: given("x", "share of the link that bulk transfers reach", "1", 0.5, 1),
  B: given("B", "bandwidth of a device's links, one way", "B/s", 5e10, 1e12),
  y: given("y", "rate of a local copy over the memory's bandwidth", "1", 0.3, 1),
  M: given("M", "bandwidth of the fast memory", "B/s", 1e12, 8e12),
  s_0: given("s_0", "bytes at which a message's ramp is felt", "B", 1e4, 1e6),
  s_1: given("s_1", "bytes over which a pipeline fills", "B", 1e5, 1e8),
} as const satisfies Record<string, Letter>;

/** A switched domain of eight devices and the constants of a check; no reduction in the switch, no engine's own all-reduce. */
function network(v: Values) {
  return machineWith(
    {
      scaleUpBytesPerSecond: v["B"]!,
      scaleUpDevices: 8,
      scaleUpTopology: "switched",
      memoryBytesPerSecond: v["M"]!,
      scaleOutBytesPerSecond: v["B_o"] ?? 5e10,
    },
    {
      collectiveCallSeconds: v["alpha"]!,
      collectiveHopSeconds: v["h"]!,
      linkFraction: v["x"]!,
      localCopyFraction: v["y"]!,
      messageRampBytes: v["s_0"]!,
      p2pRampBytes: v["s_0"]!,
      messagePipelineBytes: v["s_1"]!,
      inSwitchReduction: 0,
      customAllReduceMaxBytes: 0,
      networkFraction: v["x_o"] ?? 1,
      networkHopSeconds: v["h_o"] ?? 0,
    },
  );
}

const ramp = "1 + sqrt(s_0 / (S (1 + S / s_1)))";

/** Bytes on the wire of one kind. */
function onTheWire(title: string, kind: CollectiveKind, line: string, source = thakur): Law {
  return {
    title,
    lines: [line],
    letters: { D: found("D", "bytes that a rank sends, and receives", "B"), n: counted("n", "ranks", "1", 2, 1024), S },
    source,
    implementedBy: wire,
    code: (v) => wireBytes(kind, v["S"]!, v["n"]!),
  };
}

/** A ring inside one network. */
function inside(title: string, kind: CollectiveKind, hops: string, bytes: string): Law {
  return {
    title,
    lines: [`t = alpha + ${hops} + (${bytes} S / (n x B) + S / (n y M)) * (${ramp})`],
    letters,
    source: `${thakur} ${fitted}`,
    implementedBy,
    note: "Behind one switch, up to eight ranks. A mesh and a torus have fewer links or more hops for the same bytes.",
    code: (v) => collectiveSeconds(network(v), kind, v["S"]!, v["n"]!, 1),
  };
}

/** Messages between ranks. */
export const collectives: Chapter = {
  title: "Collectives",
  about:
    "Latency, bytes over links, and a message's ramp, by algorithm; of an all-reduce the fastest that the machine and the engine have is taken.",
  laws: [
    onTheWire("All-reduce on the wire", "allreduce", "D = 2 (n - 1) * S / n"),
    onTheWire("Gather and scatter on the wire", "allgather", "D = (n - 1) * S / n"),
    inside("Ring all-reduce", "allreduce", "2 h (n - 1)", "2 (n - 1) *"),
    inside("All-gather, reduce-scatter", "allgather", "h (n - 1)", "(n - 1) *"),
    inside("All-to-all", "alltoall", "h (1 + log2(n))", "(n - 1) *"),
    {
      title: "Point to point",
      lines: [`t = alpha + h + S / (x B) * (${ramp})`],
      letters: Object.fromEntries(Object.entries(letters).filter(([name]) => !["n", "y", "M"].includes(name))),
      source: fitted,
      implementedBy,
      code: (v) => collectiveSeconds(network({ ...v, y: 1, M: 1e12 }), "p2p", v["S"]!, 2, 1),
    },
    {
      title: "One-shot all-reduce",
      lines: ["t = c + p (n - 2) + (n - 1) * S / (x B)"],
      letters: {
        t,
        n: counted("n", "ranks", "1", 3, 8),
        S: given("S", "bytes of the buffer", "B", 1e3, 1e5),
        c: given("c", "call", "s", 1e-6, 5e-6),
        p: given("p", "a further peer", "s", 1e-8, 1e-6),
        x: letters.x,
        B: letters.B,
      },
      source: `vLLM, csrc/custom_all_reduce.cuh: every rank reads every buffer. ${fitted}`,
      implementedBy,
      note: "The engine's own kernel; taken where it is faster than the others.",
      code: (v) => collectiveSeconds(shots(v, 0), "allreduce", v["S"]!, v["n"]!, 1),
    },
    {
      title: "Two-shot all-reduce",
      lines: ["t = 3 / 2 * (c + p (n - 2)) + 2 (n - 1) * S / (n x B)"],
      letters: {
        t,
        n: counted("n", "ranks", "1", 6, 8),
        S: given("S", "bytes of the buffer", "B", 2e7, 1e9),
        c: given("c", "call", "s", 1e-6, 5e-6),
        p: given("p", "a further peer", "s", 1e-8, 1e-6),
        x: letters.x,
        B: letters.B,
      },
      source: `vLLM, csrc/custom_all_reduce.cuh: reduce-scatter, then all-gather, in one kernel. ${fitted}`,
      implementedBy,
      code: (v) => collectiveSeconds(shots(v, 1), "allreduce", v["S"]!, v["n"]!, 1),
    },
    {
      title: "All-reduce in the switch",
      lines: ["t = alpha + 2 h * log2(n) + (n + 1) / n * S / (z B) * (1 + sqrt(s_0 / (S (1 + S / s_1))))"],
      letters: {
        t,
        n: counted("n", "ranks", "1", 3, 8),
        S,
        alpha: letters.alpha,
        h: letters.h,
        z: given("z", "share of the link that reduction in the switch reaches", "1", 0.5, 1),
        B: letters.B,
        s_0: letters.s_0,
        s_1: letters.s_1,
      },
      source: `NVIDIA SHARP: a rank sends its buffer once and receives the sum once. ${fitted}`,
      implementedBy,
      code: (v) => {
        const base = network({ ...v, x: 1e-6, y: 1e-6, M: 1e12 });
        return collectiveSeconds(
          {
            ...base,
            constants: { ...base.constants, inSwitchReduction: 1, inSwitchFraction: v["z"]!, inSwitchRampBytes: v["s_0"]! },
          },
          "allreduce",
          v["S"]!,
          v["n"]!,
          1,
        );
      },
    },
    {
      title: "All-reduce across nodes",
      lines: [
        "t_o = 2 (g - 1) * S / (8 g x_o B_o)",
        "t_i = 2 * 7 * S / (8 x B)",
        "H = 2 h_o * min(g - 1, log2(g) + 1) + 2 * 7 h",
        `t = alpha + H + (max(t_o, t_i) + S / (8 g y M)) * (${ramp})`,
      ],
      letters: {
        t_o: found("t_o", "bytes between nodes over their network, each of eight ranks carrying its part", "s"),
        t_i: found("t_i", "bytes inside a node over its links", "s"),
        H: found("H", "hops: a ring or a tree between nodes, a ring inside", "s"),
        t,
        g: counted("g", "nodes of eight devices", "1", 2, 32),
        S,
        x_o: given("x_o", "share of the network", "1", 0.5, 1),
        B_o: given("B_o", "network bandwidth of a device, one way", "B/s", 1e10, 1e11),
        h_o: given("h_o", "one hop between nodes", "s", 1e-6, 2e-5),
        x: letters.x,
        B: letters.B,
        h: letters.h,
        alpha: letters.alpha,
        y: letters.y,
        M: letters.M,
        s_0: letters.s_0,
        s_1: letters.s_1,
      },
      source: `${thakur} Jeaugey, Massively Scale Your Deep Learning Training with NCCL 2.4 (2019), for the tree. ${fitted}`,
      implementedBy,
      note: "Stages inside and between nodes are pipelined, so that the slower sets the rate.",
      code: (v) => collectiveSeconds(network(v), "allreduce", v["S"]!, 8 * v["g"]!, 1),
    },
  ],
};

/** An engine's own all-reduce, so that the ring is never taken. */
function shots(v: Values, twoShot: number) {
  return machineWith(
    { scaleUpBytesPerSecond: v["B"]!, scaleUpDevices: 8, scaleUpTopology: "switched" },
    {
      collectiveCallSeconds: 1,
      inSwitchReduction: 0,
      customAllReduceMaxBytes: Infinity,
      customAllReduceTwoShot: twoShot,
      customAllReduceCallSeconds: v["c"]!,
      customAllReducePeerSeconds: v["p"]!,
      customLinkFraction: v["x"]!,
    },
  );
}
