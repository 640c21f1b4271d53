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
  "unseen": [0.18, 0.161, 0.165, 0.156, 0.16],
  "observations": 1102,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_prefill": {
  "seen": [0.159, 0.163, 0.222, 0.142, 0.167],
  "unseen": [0.205, 0.205, 0.251, 0.205, 0.205],
  "observations": 367,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "attention_decode": {
  "seen": [0.235, 0.29, 0.348, 0.242, 0.152],
  "unseen": [0.306, 0.347, 0.382, 0.311, 0.306],
  "observations": 468,
  "devices": ["h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_decode": {
  "seen": [0.218, 0.24, 0.248, 0.297, 0.18],
  "unseen": [0.351, 0.364, 0.407, 0.471, 0.351],
  "observations": 358,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "collective": {
  "seen": [0.184, 0.458, 0.183, 0.185, 0.117],
  "unseen": [0.496, 0.684, 0.455, 0.455, 0.455],
  "observations": 736,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["nccl", "tensorrt-llm"]
 },
 "row": {
  "seen": [0.149, 0.169, 0.188, 0.203, 0.196],
  "unseen": [0.637, 0.608, 0.608, 0.608, 0.608],
  "observations": 62,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["pytorch", "vllm"]
 }
};
