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
  "seen": [0.127, 0.136, 0.111, 0.056, 0.137],
  "unseen": [0.166, 0.16, 0.147, 0.147, 0.178],
  "observations": 1102,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_prefill": {
  "seen": [0.159, 0.164, 0.222, 0.143, 0.17],
  "unseen": [0.183, 0.183, 0.222, 0.183, 0.183],
  "observations": 367,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "attention_decode": {
  "seen": [0.235, 0.288, 0.345, 0.244, 0.152],
  "unseen": [0.305, 0.347, 0.382, 0.311, 0.305],
  "observations": 468,
  "devices": ["h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_decode": {
  "seen": [0.219, 0.24, 0.248, 0.297, 0.168],
  "unseen": [0.386, 0.421, 0.47, 0.467, 0.386],
  "observations": 358,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "collective": {
  "seen": [0.184, 0.458, 0.183, 0.185, 0.117],
  "unseen": [0.559, 0.693, 0.508, 0.508, 0.508],
  "observations": 736,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["nccl", "tensorrt-llm"]
 },
 "row": {
  "seen": [0.148, 0.167, 0.185, 0.202, 0.195],
  "unseen": [0.607, 0.579, 0.579, 0.579, 0.579],
  "observations": 62,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["pytorch", "vllm"]
 }
};
