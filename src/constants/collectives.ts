import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Constants of messages between devices. */
export const collectiveConstants = {
  collectiveCallSeconds: {
    prior: 6e-6, scope: "family+engine", bounds: [0.1e-6, 100e-6],
    // Exchanges are part of the fused program there and start with it (SN40L, arXiv:2405.07518, section on multi-socket operation).
    priorByFamily: { "sambanova-rdu": 0.5e-6 },
  },
  collectiveHopSeconds: {
    prior: 0.9e-6, scope: "family", bounds: [0.1e-6, 20e-6],
    priorByFamily: { "google-tpu": 1e-6, "intel-gaudi": 2e-6 },
  },
  pcieHopSeconds: {
    prior: 2e-6, scope: "global", bounds: [0.3e-6, 30e-6],
  },
  networkHopSeconds: {
    prior: 5e-6, scope: "global", bounds: [0.5e-6, 100e-6],
  },
  linkFraction: {
    prior: 0.8, scope: "family", bounds: [0.2, 1], ideal: 1,
    priorByFamily: { "google-tpu": 0.9, "amd-cdna2": 0.72, "amd-cdna3": 0.72, "amd-cdna4": 0.72, "intel-gaudi": 0.85 },
  },
  pcieFraction: {
    prior: 0.6, scope: "global", bounds: [0.1, 1], ideal: 1,
  },
  networkFraction: {
    prior: 0.75, scope: "global", bounds: [0.1, 1], ideal: 1,
  },
  localCopyFraction: {
    prior: 0.27, scope: "family", bounds: [0.02, 1], ideal: 1,
  },
  messageRampBytes: {
    prior: 3e6, scope: "global", bounds: [1e3, 1e9],
  },
  messagePipelineBytes: {
    prior: 64e6, scope: "global", bounds: [1e6, 1e12], ideal: 1e6,
  },
  p2pRampBytes: {
    prior: 3e5, scope: "global", bounds: [1e3, 1e9],
  },
  inSwitchFraction: {
    prior: 0.68, scope: "family", bounds: [0.2, 1], ideal: 1,
    priorByFamily: { "nvidia-blackwell": 0.61 },
  },
  inSwitchRampBytes: {
    prior: 6e6, scope: "global", bounds: [1e3, 1e9],
  },
  inSwitchReduction: {
    prior: 0, scope: "family", bounds: [0, 1],
    priorByFamily: { "nvidia-hopper": 1, "nvidia-blackwell": 1 },
  },
  customAllReduceMaxBytes: {
    prior: 0, scope: "engine", bounds: [0, 1e9],
    priorByEngine: { vllm: 8388608, sglang: 8388608, "tensorrt-llm": 8388608 },
  },
  customAllReduceTwoShot: {
    prior: 1, scope: "engine", bounds: [0, 1],
    priorByEngine: { "tensorrt-llm": 0 },
  },
  customAllReduceCallSeconds: {
    prior: 3.2e-6, scope: "family", bounds: [0.3e-6, 50e-6],
  },
  customAllReducePeerSeconds: {
    prior: 0.15e-6, scope: "family", bounds: [0.005e-6, 5e-6],
  },
  customLinkFraction: {
    prior: 0.62, scope: "family", bounds: [0.1, 1], ideal: 1,
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `collectiveConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const collectiveProvenance = {
  collectiveCallSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.4,
    meaning: "Time of a collective call beside its hops: launch of the kernel, arrival of all ranks.",
    source: "Null-kernel floor of 4.5 to 4.7 µs (TaxBreak, Table III); llm-analysis assumes 8 µs in all inside a node.",
  },
  collectiveHopSeconds: {
    unit: "s", priorLogSd: 0.2, poolLogSd: 0.12,
    meaning: "Latency of one step of a ring between neighbours inside a scale-up network: write, flag, read.",
    source: "About 1 µs a hop on TPU links (How to Scale Your Model, section 3); NVLink between the 0.6 µs of an InfiniBand HDR link and that; RDMA over Ethernet above it.",
  },
  pcieHopSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "The same over PCIe through the host's root complex.",
    source: "A PCIe round trip takes about 1 µs, and flags cross it both ways; no published measurement was found, hence the width.",
  },
  networkHopSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Latency of one step between nodes: card, switch, card, and the proxy thread that starts it.",
    source: "aiconfigurator assumes 5 µs between racks, calculon 20 µs; the wire alone is 0.5 to 0.6 µs (InfiniBand EDR, HDR).",
  },
  linkFraction: {
    unit: "1", priorLogSd: 0.04, poolLogSd: 0.04,
    meaning: "Share of the scale-up bandwidth that long messages reach on a ring.",
    source: "NCCL bus bandwidth at 16 GiB: 235 of 300 GB/s on 8 A100, 367 of 450 on 8 H200, 682 of 900 on 8 B200 (ML Engineering, network chapter). Infinity Fabric, not measured: one of seven links at a time is lost to uneven rings.",
  },
  pcieFraction: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Share of the PCIe bandwidth that devices reach between each other, both directions busy.",
    source: "Host copies reach 0.87 to 0.88 (nvbandwidth, 8 H200); peers share root complexes and socket links besides.",
  },
  networkFraction: {
    unit: "1", priorLogSd: 0.1, poolLogSd: 0.08,
    meaning: "Share of the network cards' bandwidth that long messages between nodes reach.",
    source: "NCCL all-reduce over 4 nodes of 8 B200 with 50 GB/s each: 36.5 to 37 GB/s per device, 0.73 to 0.74 (ML Engineering, network chapter).",
  },
  localCopyFraction: {
    unit: "1", priorLogSd: 0.25, poolLogSd: 0.15,
    meaning: "Rate at which a collective's few blocks copy or reduce the rank's own share, over the memory bandwidth.",
    source: "A collective runs on 16 to 32 of some hundred units; each streams at about its share, read and write.",
  },
  messageRampBytes: {
    unit: "B", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Message size at which links run at half their long-message rate (rate ∝ 1/(1 + √(ramp/size)) until pipelines are full).",
    source: "NCCL bus bandwidth by payload on 8 H200: half of the final rate between 4 and 16 MiB (ML Engineering, network chapter).",
  },
  messagePipelineBytes: {
    unit: "B", priorLogSd: 0.5, poolLogSd: 0.2,
    meaning: "Message size from which pipelines are full, so that the time lost in filling them no longer grows.",
    source: "On 8 H200 NCCL's bandwidth rises by 6 % from 256 MiB to 1 GiB and by 4 % to 16 GiB (ML Engineering, network chapter).",
  },
  p2pRampBytes: {
    unit: "B", priorLogSd: 0.7, poolLogSd: 0.2,
    meaning: "As messageRampBytes, for a message from one device to another.",
    source: "One step fills its pipeline once; a ring waits for the slowest of its steps each time.",
  },
  inSwitchFraction: {
    unit: "1", priorLogSd: 0.06, poolLogSd: 0.05,
    meaning: "Share of the link bandwidth with which a switch reduces long messages (each rank sends and receives (n + 1)/n of the message).",
    source: "NCCL with NVLS at 16 GiB: 482 GB/s bus bandwidth on 8 H200, 838 on 8 B200 (ML Engineering, network chapter): 0.69 and 0.60 of the link by the count above.",
  },
  inSwitchRampBytes: {
    unit: "B", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "As messageRampBytes, for reduction in the switch.",
    source: "The ring is chosen below some tens of MB, so the switch starts slower.",
  },
  inSwitchReduction: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "1 where switches of the scale-up network reduce (NVLink SHARP).",
    source: "Third-generation NVSwitch and later (NVIDIA H100 white paper).",
  },
  customAllReduceMaxBytes: {
    unit: "B", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "Largest message for which an engine has an all-reduce of its own, written and read directly between peers; 0: it has none.",
    source: "custom_all_reduce of vLLM and SGLang, max_size 8 MiB; TensorRT-LLM's AUTO strategy has a workspace of that order.",
  },
  customAllReduceTwoShot: {
    unit: "1", priorLogSd: 0.01, poolLogSd: 0.01,
    meaning: "1 where that all-reduce also has a form in two steps (scatter, gather), which moves less.",
    source: "vLLM csrc/custom_all_reduce: two stages for long messages; TensorRT-LLM's times above 128 KiB follow one shot.",
  },
  customAllReduceCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Time of such a call for a tiny message between two devices: launch and one barrier.",
    source: "One kernel in a captured graph (1.3 to 1.5 µs on A100 and H200) and two crossings of the link.",
  },
  customAllReducePeerSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.2,
    meaning: "What each further peer adds to it.",
    source: "One flag written and polled for each peer, mostly overlapped.",
  },
  customLinkFraction: {
    unit: "1", priorLogSd: 0.12, poolLogSd: 0.08,
    meaning: "Share of the link bandwidth at which a device reads its peers' messages directly.",
    source: "Loads over NVLink carry headers and requests the other way; below the ring's 0.8.",
  },
} as const satisfies Record<keyof typeof collectiveConstants, ConstantProvenance>;
