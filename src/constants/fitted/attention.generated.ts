// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedAttention: FittedConstants = {
 "attentionCallSeconds": {
  "": { "logOffset": 0.0778, "logSd": 0.232, "observations": 849 },
  "nvidia-ampere": { "logOffset": -0.0029, "logSd": 0.19, "observations": 456 },
  "tensorrt-llm": { "logOffset": 0.0778, "logSd": 0.232, "observations": 849 },
  "nvidia-hopper": { "logOffset": 0.0807, "logSd": 0.19, "observations": 393 }
 },
 "attentionQuantiseCallSeconds": {
  "": { "logOffset": -0.3965, "logSd": 0.275, "observations": 285 },
  "tensorrt-llm": { "logOffset": -0.1428, "logSd": 0.26, "observations": 253 }
 },
 "attentionMatrixFraction": {
  "": { "logOffset": 0.0823, "logSd": 0.059, "observations": 1077 },
  "nvidia-ampere": { "logOffset": 0.0429, "logSd": 0.061, "observations": 842 },
  "nvidia-hopper": { "logOffset": 0.0394, "logSd": 0.06, "observations": 235 }
 },
 "attentionNarrowMatrixFraction": {
  "": { "logOffset": -0.0453, "logSd": 0.095, "observations": 387 },
  "nvidia-hopper": { "logOffset": -0.029, "logSd": 0.094, "observations": 386 }
 },
 "softmaxFlopsPerScore": {
  "": { "logOffset": 0.2805, "logSd": 0.053, "observations": 1433 }
 },
 "attentionSerialShare": {
  "": { "logOffset": -0.0276, "logSd": 0.144, "observations": 496 },
  "nvidia-ampere": { "logOffset": 0.0344, "logSd": 0.15, "observations": 0 },
  "nvidia-hopper": { "logOffset": -0.062, "logSd": 0.144, "observations": 496 }
 },
 "attentionHeadPadding": {
  "": { "logOffset": -0.0347, "logSd": 0.197, "observations": 62 },
  "tensorrt-llm": { "logOffset": -0.0154, "logSd": 0.173, "observations": 58 }
 },
 "attentionTileSeconds": {
  "": { "logOffset": -0.077, "logSd": 0.164, "observations": 1468 },
  "nvidia-ampere": { "logOffset": -0.0646, "logSd": 0.165, "observations": 771 },
  "nvidia-hopper": { "logOffset": 0.0346, "logSd": 0.164, "observations": 627 }
 },
 "attentionTailFraction": {
  "": { "logOffset": 0.1185, "logSd": 0.029, "observations": 1383 }
 },
 "attentionPreparationPasses": {
  "": { "logOffset": 0.002, "logSd": 0.213, "observations": 1059 },
  "tensorrt-llm": { "logOffset": 0.002, "logSd": 0.213, "observations": 1059 }
 },
 "attentionMemoryFraction": {
  "": { "logOffset": 0.0875, "logSd": 0.025, "observations": 415 },
  "nvidia-ampere": { "logOffset": 0.0525, "logSd": 0.03, "observations": 0 },
  "nvidia-hopper": { "logOffset": 0.035, "logSd": 0.025, "observations": 415 }
 },
 "attentionCacheFraction": {
  "": { "logOffset": 0.0631, "logSd": 0.079, "observations": 599 }
 },
 "attentionCacheReach": {
  "": { "logOffset": 0.0536, "logSd": 0.098, "observations": 335 }
 },
 "mlaPrefillCallSeconds": {
  "": { "logOffset": 0.0047, "logSd": 0.232, "observations": 327 },
  "nvidia-ampere": { "logOffset": -0.0175, "logSd": 0.19, "observations": 168 },
  "tensorrt-llm": { "logOffset": 0.0047, "logSd": 0.232, "observations": 327 },
  "nvidia-hopper": { "logOffset": 0.0222, "logSd": 0.19, "observations": 159 }
 },
 "mlaPreparationPasses": {
  "": { "logOffset": -1.9521, "logSd": 0.443, "observations": 233 },
  "tensorrt-llm": { "logOffset": -0.7028, "logSd": 0.288, "observations": 185 }
 },
 "mlaQuantisePasses": {
  "": { "logOffset": 0.0726, "logSd": 0.17, "observations": 91 },
  "tensorrt-llm": { "logOffset": 0.0323, "logSd": 0.167, "observations": 89 }
 },
 "decodeCallSeconds": {
  "": { "logOffset": -0.0361, "logSd": 0.245, "observations": 318 },
  "nvidia-hopper": { "logOffset": -0.0361, "logSd": 0.245, "observations": 318 },
  "tensorrt-llm": { "logOffset": -0.0361, "logSd": 0.245, "observations": 318 }
 },
 "perHeadDecodeCallSeconds": {
  "": { "logOffset": 0.0395, "logSd": 0.245, "observations": 146 },
  "nvidia-hopper": { "logOffset": 0.0395, "logSd": 0.245, "observations": 146 },
  "tensorrt-llm": { "logOffset": 0.0395, "logSd": 0.245, "observations": 146 }
 },
 "decodeMemoryFraction": {
  "": { "logOffset": -0.0048, "logSd": 0.033, "observations": 275 },
  "nvidia-hopper": { "logOffset": -0.0032, "logSd": 0.032, "observations": 266 }
 },
 "decodeUnitBytesPerClock": {
  "": { "logOffset": 0.531, "logSd": 0.221, "observations": 701 }
 },
 "decodeMatrixFraction": {
  "": { "logOffset": 0.0552, "logSd": 0.211, "observations": 297 },
  "nvidia-hopper": { "logOffset": 0.0138, "logSd": 0.181, "observations": 276 }
 },
 "decodeVectorFraction": {
  "": { "logOffset": 0.0645, "logSd": 0.186, "observations": 140 },
  "nvidia-hopper": { "logOffset": 0.0161, "logSd": 0.179, "observations": 137 }
 },
 "decodeBlockSeconds": {
  "": { "logOffset": 0.1101, "logSd": 0.291, "observations": 150 },
  "nvidia-hopper": { "logOffset": 0.0619, "logSd": 0.257, "observations": 149 },
  "tensorrt-llm": { "logOffset": 0.0619, "logSd": 0.257, "observations": 149 }
 },
 "decodeNarrowBlockSeconds": {
  "": { "logOffset": -0.1443, "logSd": 0.294, "observations": 170 },
  "nvidia-hopper": { "logOffset": -0.0812, "logSd": 0.258, "observations": 170 },
  "tensorrt-llm": { "logOffset": -0.0812, "logSd": 0.258, "observations": 170 }
 },
 "perHeadBlockSeconds": {
  "": { "logOffset": -0.0582, "logSd": 0.292, "observations": 146 },
  "nvidia-hopper": { "logOffset": -0.0327, "logSd": 0.257, "observations": 146 },
  "tensorrt-llm": { "logOffset": -0.0327, "logSd": 0.257, "observations": 146 }
 },
 "decodeQueryElementSeconds": {
  "": { "logOffset": -0.1205, "logSd": 0.074, "observations": 308 }
 },
 "decodeSplitTokens": {
  "": { "logOffset": -0.3693, "logSd": 0.183, "observations": 122 },
  "tensorrt-llm": { "logOffset": -0.0923, "logSd": 0.179, "observations": 120 }
 },
 "decodeBlocksPerUnit": {
  "": { "logOffset": 0.653, "logSd": 0.201, "observations": 128 },
  "tensorrt-llm": { "logOffset": 0.1045, "logSd": 0.186, "observations": 125 }
 },
 "decodeReductionSeconds": {
  "": { "logOffset": -0.0624, "logSd": 0.247, "observations": 312 },
  "nvidia-hopper": { "logOffset": -0.0624, "logSd": 0.247, "observations": 312 },
  "tensorrt-llm": { "logOffset": -0.0624, "logSd": 0.247, "observations": 312 }
 },
 "mlaDecodeCallSeconds": {
  "": { "logOffset": -0.1751, "logSd": 0.238, "observations": 299 },
  "nvidia-hopper": { "logOffset": -0.3452, "logSd": 0.225, "observations": 171 },
  "tensorrt-llm": { "logOffset": -0.1751, "logSd": 0.238, "observations": 299 },
  "nvidia-ampere": { "logOffset": 0.1701, "logSd": 0.218, "observations": 128 }
 },
 "mlaBlockSeconds": {
  "": { "logOffset": 0.1111, "logSd": 0.272, "observations": 328 },
  "nvidia-hopper": { "logOffset": 0.0957, "logSd": 0.198, "observations": 185 },
  "tensorrt-llm": { "logOffset": 0.0625, "logSd": 0.25, "observations": 327 },
  "nvidia-ampere": { "logOffset": -0.0332, "logSd": 0.199, "observations": 142 }
 },
 "mlaQueryElementSeconds": {
  "": { "logOffset": -0.2828, "logSd": 0.088, "observations": 269 }
 },
 "mlaMatrixFraction": {
  "": { "logOffset": 0.054, "logSd": 0.107, "observations": 251 },
  "nvidia-hopper": { "logOffset": 0.2032, "logSd": 0.124, "observations": 86 },
  "nvidia-ampere": { "logOffset": -0.1073, "logSd": 0.106, "observations": 168 }
 },
 "mlaNarrowMatrixFraction": {
  "": { "logOffset": 0.014, "logSd": 0.16, "observations": 92 },
  "nvidia-hopper": { "logOffset": 0.0089, "logSd": 0.158, "observations": 92 }
 },
 "mlaSplitTokens": {
  "": { "logOffset": -0.189, "logSd": 0.194, "observations": 28 },
  "tensorrt-llm": { "logOffset": -0.0472, "logSd": 0.18, "observations": 28 }
 },
 "mlaBlocksPerUnit": {
  "": { "logOffset": 0.0921, "logSd": 0.13, "observations": 50 },
  "tensorrt-llm": { "logOffset": 0.0518, "logSd": 0.123, "observations": 50 }
 },
 "mlaCrowding": {
  "": { "logOffset": 0.121, "logSd": 0.107, "observations": 73 },
  "nvidia-ampere": { "logOffset": 0.121, "logSd": 0.107, "observations": 73 }
 }
};
