// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedAttention: FittedConstants = {
 "attentionCallSeconds": {
  "": { "logOffset": 0.078, "logSd": 0.23, "observations": 849 },
  "nvidia-ampere": { "logOffset": -0.003, "logSd": 0.19, "observations": 456 },
  "tensorrt-llm": { "logOffset": 0.078, "logSd": 0.23, "observations": 849 },
  "nvidia-hopper": { "logOffset": 0.081, "logSd": 0.19, "observations": 393 }
 },
 "attentionQuantiseCallSeconds": {
  "": { "logOffset": -0.397, "logSd": 0.28, "observations": 285 },
  "tensorrt-llm": { "logOffset": -0.143, "logSd": 0.26, "observations": 253 }
 },
 "attentionMatrixFraction": {
  "": { "logOffset": 0.082, "logSd": 0.059, "observations": 1077 },
  "nvidia-ampere": { "logOffset": 0.043, "logSd": 0.061, "observations": 842 },
  "nvidia-hopper": { "logOffset": 0.039, "logSd": 0.06, "observations": 235 }
 },
 "attentionNarrowMatrixFraction": {
  "": { "logOffset": -0.045, "logSd": 0.095, "observations": 387 },
  "nvidia-hopper": { "logOffset": -0.029, "logSd": 0.094, "observations": 386 }
 },
 "softmaxFlopsPerScore": {
  "": { "logOffset": 0.281, "logSd": 0.053, "observations": 1433 }
 },
 "attentionSerialShare": {
  "": { "logOffset": -0.028, "logSd": 0.14, "observations": 496 },
  "nvidia-ampere": { "logOffset": 0.034, "logSd": 0.15, "observations": 0 },
  "nvidia-hopper": { "logOffset": -0.062, "logSd": 0.14, "observations": 496 }
 },
 "attentionHeadPadding": {
  "": { "logOffset": -0.035, "logSd": 0.2, "observations": 62 },
  "tensorrt-llm": { "logOffset": -0.015, "logSd": 0.17, "observations": 58 }
 },
 "attentionTileSeconds": {
  "": { "logOffset": -0.077, "logSd": 0.16, "observations": 1468 },
  "nvidia-ampere": { "logOffset": -0.065, "logSd": 0.17, "observations": 771 },
  "nvidia-hopper": { "logOffset": 0.035, "logSd": 0.16, "observations": 627 }
 },
 "attentionTailFraction": {
  "": { "logOffset": 0.118, "logSd": 0.029, "observations": 1383 }
 },
 "attentionPreparationPasses": {
  "": { "logOffset": 0.002, "logSd": 0.21, "observations": 1059 },
  "tensorrt-llm": { "logOffset": 0.002, "logSd": 0.21, "observations": 1059 }
 },
 "attentionMemoryFraction": {
  "": { "logOffset": 0.087, "logSd": 0.025, "observations": 415 },
  "nvidia-ampere": { "logOffset": 0.052, "logSd": 0.03, "observations": 0 },
  "nvidia-hopper": { "logOffset": 0.035, "logSd": 0.025, "observations": 415 }
 },
 "attentionCacheFraction": {
  "": { "logOffset": 0.063, "logSd": 0.079, "observations": 599 }
 },
 "attentionCacheReach": {
  "": { "logOffset": 0.054, "logSd": 0.098, "observations": 335 }
 },
 "mlaPrefillCallSeconds": {
  "": { "logOffset": 0.005, "logSd": 0.23, "observations": 327 },
  "nvidia-ampere": { "logOffset": -0.018, "logSd": 0.19, "observations": 168 },
  "tensorrt-llm": { "logOffset": 0.005, "logSd": 0.23, "observations": 327 },
  "nvidia-hopper": { "logOffset": 0.022, "logSd": 0.19, "observations": 159 }
 },
 "mlaPreparationPasses": {
  "": { "logOffset": -1.952, "logSd": 0.44, "observations": 233 },
  "tensorrt-llm": { "logOffset": -0.703, "logSd": 0.29, "observations": 185 }
 },
 "mlaQuantisePasses": {
  "": { "logOffset": 0.073, "logSd": 0.17, "observations": 91 },
  "tensorrt-llm": { "logOffset": 0.032, "logSd": 0.17, "observations": 89 }
 },
 "decodeCallSeconds": {
  "": { "logOffset": -0.036, "logSd": 0.24, "observations": 318 },
  "nvidia-hopper": { "logOffset": -0.036, "logSd": 0.24, "observations": 318 },
  "tensorrt-llm": { "logOffset": -0.036, "logSd": 0.24, "observations": 318 }
 },
 "perHeadDecodeCallSeconds": {
  "": { "logOffset": 0.04, "logSd": 0.24, "observations": 146 },
  "nvidia-hopper": { "logOffset": 0.04, "logSd": 0.24, "observations": 146 },
  "tensorrt-llm": { "logOffset": 0.04, "logSd": 0.24, "observations": 146 }
 },
 "decodeMemoryFraction": {
  "": { "logOffset": -0.005, "logSd": 0.033, "observations": 275 },
  "nvidia-hopper": { "logOffset": -0.003, "logSd": 0.032, "observations": 266 }
 },
 "decodeUnitBytesPerClock": {
  "": { "logOffset": 0.531, "logSd": 0.22, "observations": 701 }
 },
 "decodeMatrixFraction": {
  "": { "logOffset": 0.055, "logSd": 0.21, "observations": 297 },
  "nvidia-hopper": { "logOffset": 0.014, "logSd": 0.18, "observations": 276 }
 },
 "decodeVectorFraction": {
  "": { "logOffset": 0.065, "logSd": 0.19, "observations": 140 },
  "nvidia-hopper": { "logOffset": 0.016, "logSd": 0.18, "observations": 137 }
 },
 "decodeBlockSeconds": {
  "": { "logOffset": 0.11, "logSd": 0.29, "observations": 150 },
  "nvidia-hopper": { "logOffset": 0.062, "logSd": 0.26, "observations": 149 },
  "tensorrt-llm": { "logOffset": 0.062, "logSd": 0.26, "observations": 149 }
 },
 "decodeNarrowBlockSeconds": {
  "": { "logOffset": -0.144, "logSd": 0.29, "observations": 170 },
  "nvidia-hopper": { "logOffset": -0.081, "logSd": 0.26, "observations": 170 },
  "tensorrt-llm": { "logOffset": -0.081, "logSd": 0.26, "observations": 170 }
 },
 "perHeadBlockSeconds": {
  "": { "logOffset": -0.058, "logSd": 0.29, "observations": 146 },
  "nvidia-hopper": { "logOffset": -0.033, "logSd": 0.26, "observations": 146 },
  "tensorrt-llm": { "logOffset": -0.033, "logSd": 0.26, "observations": 146 }
 },
 "decodeQueryElementSeconds": {
  "": { "logOffset": -0.12, "logSd": 0.074, "observations": 308 }
 },
 "decodeSplitTokens": {
  "": { "logOffset": -0.369, "logSd": 0.18, "observations": 122 },
  "tensorrt-llm": { "logOffset": -0.092, "logSd": 0.18, "observations": 120 }
 },
 "decodeBlocksPerUnit": {
  "": { "logOffset": 0.653, "logSd": 0.2, "observations": 128 },
  "tensorrt-llm": { "logOffset": 0.104, "logSd": 0.19, "observations": 125 }
 },
 "decodeReductionSeconds": {
  "": { "logOffset": -0.062, "logSd": 0.25, "observations": 312 },
  "nvidia-hopper": { "logOffset": -0.062, "logSd": 0.25, "observations": 312 },
  "tensorrt-llm": { "logOffset": -0.062, "logSd": 0.25, "observations": 312 }
 },
 "mlaDecodeCallSeconds": {
  "": { "logOffset": -0.175, "logSd": 0.24, "observations": 299 },
  "nvidia-hopper": { "logOffset": -0.345, "logSd": 0.23, "observations": 171 },
  "tensorrt-llm": { "logOffset": -0.175, "logSd": 0.24, "observations": 299 },
  "nvidia-ampere": { "logOffset": 0.17, "logSd": 0.22, "observations": 128 }
 },
 "mlaBlockSeconds": {
  "": { "logOffset": 0.111, "logSd": 0.27, "observations": 328 },
  "nvidia-hopper": { "logOffset": 0.096, "logSd": 0.2, "observations": 185 },
  "tensorrt-llm": { "logOffset": 0.063, "logSd": 0.25, "observations": 327 },
  "nvidia-ampere": { "logOffset": -0.033, "logSd": 0.2, "observations": 142 }
 },
 "mlaQueryElementSeconds": {
  "": { "logOffset": -0.283, "logSd": 0.088, "observations": 269 }
 },
 "mlaMatrixFraction": {
  "": { "logOffset": 0.054, "logSd": 0.11, "observations": 251 },
  "nvidia-hopper": { "logOffset": 0.203, "logSd": 0.12, "observations": 86 },
  "nvidia-ampere": { "logOffset": -0.107, "logSd": 0.11, "observations": 168 }
 },
 "mlaNarrowMatrixFraction": {
  "": { "logOffset": 0.014, "logSd": 0.16, "observations": 92 },
  "nvidia-hopper": { "logOffset": 0.009, "logSd": 0.16, "observations": 92 }
 },
 "mlaSplitTokens": {
  "": { "logOffset": -0.189, "logSd": 0.19, "observations": 28 },
  "tensorrt-llm": { "logOffset": -0.047, "logSd": 0.18, "observations": 28 }
 },
 "mlaBlocksPerUnit": {
  "": { "logOffset": 0.092, "logSd": 0.13, "observations": 50 },
  "tensorrt-llm": { "logOffset": 0.052, "logSd": 0.12, "observations": 50 }
 },
 "mlaCrowding": {
  "": { "logOffset": 0.121, "logSd": 0.11, "observations": 73 },
  "nvidia-ampere": { "logOffset": 0.121, "logSd": 0.11, "observations": 73 }
 }
};
