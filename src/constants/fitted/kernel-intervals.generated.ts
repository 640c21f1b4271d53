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
  "seen": [0.13, 0.134, 0.111, 0.054, 0.134],
  "unseen": [0.191, 0.159, 0.164, 0.155, 0.16],
  "observations": 1102,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_prefill": {
  "seen": [0.155, 0.164, 0.216, 0.143, 0.17],
  "unseen": [0.209, 0.209, 0.25, 0.209, 0.209],
  "observations": 367,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "attention_decode": {
  "seen": [0.235, 0.289, 0.347, 0.243, 0.152],
  "unseen": [0.306, 0.347, 0.382, 0.312, 0.306],
  "observations": 468,
  "devices": ["h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "mla_decode": {
  "seen": [0.218, 0.24, 0.248, 0.296, 0.181],
  "unseen": [0.35, 0.364, 0.407, 0.477, 0.35],
  "observations": 358,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 },
 "collective": {
  "seen": [0.184, 0.458, 0.183, 0.185, 0.117],
  "unseen": [0.493, 0.664, 0.463, 0.463, 0.463],
  "observations": 736,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["nccl", "tensorrt-llm"]
 },
 "row": {
  "seen": [0.149, 0.168, 0.186, 0.203, 0.196],
  "unseen": [0.608, 0.58, 0.58, 0.58, 0.58],
  "observations": 62,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["pytorch", "vllm"]
 }
};
