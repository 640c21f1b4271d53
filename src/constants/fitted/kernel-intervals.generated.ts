// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
/** Edges, by share of the roofline in the predicted time, between the entries of each list of widths. */
export const roofShareEdges: readonly number[] = [0.05,0.2,0.4,0.6];

/** Error widths of one kind of kernel, and what they are known from. */
export interface KernelWidths {
  readonly seen: readonly number[];
  readonly unseen: readonly number[];
  readonly observations: number;
  readonly devices: readonly string[];
  readonly engines: readonly string[];
}

/** Half-widths of 90 % intervals on the log scale: cross-validated residuals of devices in the data (seen), residuals with the device left out (unseen). */
export const kernelWidths: Readonly<Record<string, KernelWidths>> = {
 "attention_prefill": {
  "seen": [0.128, 0.135, 0.11, 0.054, 0.135],
  "unseen": [0.18, 0.161, 0.165, 0.059, 0.16],
  "observations": 1102,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_prefill": {
  "seen": [0.159, 0.163, 0.222, 0.142, 0.167],
  "unseen": [0.159, 0.181, 0.251, 0.176, 0.169],
  "observations": 367,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "attention_decode": {
  "seen": [0.235, 0.29, 0.348, 0.242, 0.152],
  "unseen": [0.282, 0.347, 0.382, 0.311, 0.172],
  "observations": 468,
  "devices": ["h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_decode": {
  "seen": [0.218, 0.24, 0.248, 0.297, 0.18],
  "unseen": [0.251, 0.364, 0.407, 0.471, 0.18],
  "observations": 358,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "collective": {
  "seen": [0.18, 0.468, 0.195, 0.184, 0.116],
  "unseen": [0.491, 0.689, 0.367, 0.324, 0.185],
  "observations": 736,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["nccl", "tensorrt-llm"]
 },
 "row": {
  "seen": [0.149, 0.169, 0.188, 0.203, 0.196],
  "unseen": [0.637, 0.601, 0.387, 0.432, 0.521],
  "observations": 62,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["pytorch", "vllm"]
 }
};
