// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedAttention: FittedConstants = {
 "attentionCallSeconds": {
  "": { "logOffset": 0.0833, "logSd": 0.227, "observations": 849 },
  "nvidia-ampere": { "logOffset": -0.0028, "logSd": 0.168, "observations": 425 },
  "tensorrt-llm": { "logOffset": 0.074, "logSd": 0.255, "observations": 798 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.0028, "logSd": 0.168, "observations": 425 },
  "nvidia-hopper": { "logOffset": 0.0398, "logSd": 0.168, "observations": 373 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0398, "logSd": 0.168, "observations": 373 }
 },
 "attentionQuantiseCallSeconds": {
  "": { "logOffset": -0.3193, "logSd": 0.333, "observations": 285 },
  "tensorrt-llm": { "logOffset": -0.2299, "logSd": 0.379, "observations": 252 }
 },
 "attentionMatrixFraction": {
  "": { "logOffset": 0.0816, "logSd": 0.062, "observations": 1077 },
  "nvidia-ampere": { "logOffset": 0.0427, "logSd": 0.068, "observations": 842 },
  "nvidia-hopper": { "logOffset": 0.039, "logSd": 0.061, "observations": 235 }
 },
 "attentionNarrowMatrixFraction": {
  "": { "logOffset": -0.0461, "logSd": 0.095, "observations": 387 },
  "nvidia-hopper": { "logOffset": -0.0295, "logSd": 0.094, "observations": 386 }
 },
 "softmaxFlopsPerScore": {
  "": { "logOffset": 0.28, "logSd": 0.056, "observations": 1432 }
 },
 "attentionSerialShare": {
  "": { "logOffset": -0.0331, "logSd": 0.138, "observations": 1333 },
  "nvidia-ampere": { "logOffset": 0.0294, "logSd": 0.131, "observations": 842 },
  "nvidia-hopper": { "logOffset": -0.0626, "logSd": 0.144, "observations": 491 }
 },
 "attentionHeadPadding": {
  "": { "logOffset": -0.0278, "logSd": 0.221, "observations": 62 },
  "tensorrt-llm": { "logOffset": -0.0247, "logSd": 0.253, "observations": 58 }
 },
 "attentionTileSeconds": {
  "": { "logOffset": -0.074, "logSd": 0.164, "observations": 1468 },
  "nvidia-ampere": { "logOffset": -0.0627, "logSd": 0.165, "observations": 771 },
  "nvidia-hopper": { "logOffset": 0.0338, "logSd": 0.164, "observations": 627 }
 },
 "attentionTailFraction": {
  "": { "logOffset": 0.1177, "logSd": 0.029, "observations": 1383 }
 },
 "attentionPreparationPasses": {
  "": { "logOffset": 0.0007, "logSd": 0.245, "observations": 1059 },
  "tensorrt-llm": { "logOffset": 0.0014, "logSd": 0.347, "observations": 1059 }
 },
 "attentionMemoryFraction": {
  "": { "logOffset": 0.0853, "logSd": 0.025, "observations": 415 },
  "nvidia-ampere": { "logOffset": 0.0495, "logSd": 0.03, "observations": 0 },
  "nvidia-hopper": { "logOffset": 0.0358, "logSd": 0.025, "observations": 415 }
 },
 "attentionCacheFraction": {
  "": { "logOffset": 0.0617, "logSd": 0.079, "observations": 598 }
 },
 "attentionCacheReach": {
  "": { "logOffset": 0.0532, "logSd": 0.098, "observations": 335 }
 },
 "mlaPrefillCallSeconds": {
  "": { "logOffset": 0.0051, "logSd": 0.227, "observations": 327 },
  "nvidia-ampere": { "logOffset": -0.0088, "logSd": 0.168, "observations": 162 },
  "tensorrt-llm": { "logOffset": 0.0046, "logSd": 0.255, "observations": 319 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.0088, "logSd": 0.168, "observations": 162 },
  "nvidia-hopper": { "logOffset": 0.0111, "logSd": 0.168, "observations": 157 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0111, "logSd": 0.168, "observations": 157 }
 },
 "mlaPreparationPasses": {
  "": { "logOffset": -1.6775, "logSd": 0.463, "observations": 204 },
  "tensorrt-llm": { "logOffset": -1.2078, "logSd": 0.413, "observations": 157 }
 },
 "mlaQuantisePasses": {
  "": { "logOffset": 0.0579, "logSd": 0.207, "observations": 91 },
  "tensorrt-llm": { "logOffset": 0.0515, "logSd": 0.248, "observations": 89 }
 },
 "decodeCallSeconds": {
  "": { "logOffset": -0.0388, "logSd": 0.24, "observations": 318 },
  "nvidia-hopper": { "logOffset": -0.0172, "logSd": 0.183, "observations": 318 },
  "tensorrt-llm": { "logOffset": -0.0345, "logSd": 0.259, "observations": 318 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0172, "logSd": 0.183, "observations": 318 }
 },
 "perHeadDecodeCallSeconds": {
  "": { "logOffset": 0.0427, "logSd": 0.24, "observations": 146 },
  "nvidia-hopper": { "logOffset": 0.019, "logSd": 0.183, "observations": 144 },
  "tensorrt-llm": { "logOffset": 0.0379, "logSd": 0.259, "observations": 144 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.019, "logSd": 0.183, "observations": 144 }
 },
 "decodeMemoryFraction": {
  "": { "logOffset": -0.0048, "logSd": 0.033, "observations": 275 },
  "nvidia-hopper": { "logOffset": -0.0032, "logSd": 0.032, "observations": 266 }
 },
 "decodeUnitBytesPerClock": {
  "": { "logOffset": 0.5306, "logSd": 0.221, "observations": 701 }
 },
 "decodeMatrixFraction": {
  "": { "logOffset": 0.0578, "logSd": 0.211, "observations": 297 },
  "nvidia-hopper": { "logOffset": 0.0145, "logSd": 0.181, "observations": 276 }
 },
 "decodeVectorFraction": {
  "": { "logOffset": 0.0648, "logSd": 0.186, "observations": 140 },
  "nvidia-hopper": { "logOffset": 0.0162, "logSd": 0.179, "observations": 137 }
 },
 "decodeBlockSeconds": {
  "": { "logOffset": 0.1168, "logSd": 0.283, "observations": 150 },
  "nvidia-hopper": { "logOffset": 0.0292, "logSd": 0.187, "observations": 149 },
  "tensorrt-llm": { "logOffset": 0.0584, "logSd": 0.265, "observations": 149 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0292, "logSd": 0.187, "observations": 149 }
 },
 "decodeNarrowBlockSeconds": {
  "": { "logOffset": -0.1535, "logSd": 0.286, "observations": 170 },
  "nvidia-hopper": { "logOffset": -0.0384, "logSd": 0.187, "observations": 167 },
  "tensorrt-llm": { "logOffset": -0.0767, "logSd": 0.265, "observations": 167 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0384, "logSd": 0.187, "observations": 167 }
 },
 "perHeadBlockSeconds": {
  "": { "logOffset": -0.0618, "logSd": 0.283, "observations": 146 },
  "nvidia-hopper": { "logOffset": -0.0154, "logSd": 0.187, "observations": 143 },
  "tensorrt-llm": { "logOffset": -0.0309, "logSd": 0.265, "observations": 143 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0154, "logSd": 0.187, "observations": 143 }
 },
 "decodeQueryElementSeconds": {
  "": { "logOffset": -0.1201, "logSd": 0.074, "observations": 308 }
 },
 "decodeSplitTokens": {
  "": { "logOffset": -0.309, "logSd": 0.233, "observations": 122 },
  "tensorrt-llm": { "logOffset": -0.1545, "logSd": 0.258, "observations": 120 }
 },
 "decodeBlocksPerUnit": {
  "": { "logOffset": 0.5768, "logSd": 0.255, "observations": 128 },
  "tensorrt-llm": { "logOffset": 0.1846, "logSd": 0.266, "observations": 125 }
 },
 "decodeReductionSeconds": {
  "": { "logOffset": -0.0683, "logSd": 0.243, "observations": 313 },
  "nvidia-hopper": { "logOffset": -0.0303, "logSd": 0.184, "observations": 307 },
  "tensorrt-llm": { "logOffset": -0.0607, "logSd": 0.26, "observations": 307 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0303, "logSd": 0.184, "observations": 307 }
 },
 "mlaDecodeCallSeconds": {
  "": { "logOffset": -0.184, "logSd": 0.233, "observations": 299 },
  "nvidia-hopper": { "logOffset": -0.163, "logSd": 0.177, "observations": 170 },
  "tensorrt-llm": { "logOffset": -0.1636, "logSd": 0.257, "observations": 286 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.163, "logSd": 0.177, "observations": 170 },
  "nvidia-ampere": { "logOffset": 0.0812, "logSd": 0.176, "observations": 116 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0812, "logSd": 0.176, "observations": 116 }
 },
 "mlaBlockSeconds": {
  "": { "logOffset": 0.116, "logSd": 0.263, "observations": 328 },
  "nvidia-hopper": { "logOffset": 0.0449, "logSd": 0.17, "observations": 179 },
  "tensorrt-llm": { "logOffset": 0.058, "logSd": 0.262, "observations": 314 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0449, "logSd": 0.17, "observations": 179 },
  "nvidia-ampere": { "logOffset": -0.0159, "logSd": 0.17, "observations": 135 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.0159, "logSd": 0.17, "observations": 135 }
 },
 "mlaQueryElementSeconds": {
  "": { "logOffset": -0.2825, "logSd": 0.088, "observations": 269 }
 },
 "mlaMatrixFraction": {
  "": { "logOffset": 0.0538, "logSd": 0.107, "observations": 251 },
  "nvidia-hopper": { "logOffset": 0.2033, "logSd": 0.125, "observations": 86 },
  "nvidia-ampere": { "logOffset": -0.1076, "logSd": 0.106, "observations": 168 }
 },
 "mlaNarrowMatrixFraction": {
  "": { "logOffset": 0.0139, "logSd": 0.16, "observations": 92 },
  "nvidia-hopper": { "logOffset": 0.0089, "logSd": 0.158, "observations": 92 }
 },
 "mlaSplitTokens": {
  "": { "logOffset": -0.1593, "logSd": 0.24, "observations": 28 },
  "tensorrt-llm": { "logOffset": -0.0797, "logSd": 0.259, "observations": 28 }
 },
 "mlaBlocksPerUnit": {
  "": { "logOffset": 0.0711, "logSd": 0.15, "observations": 50 },
  "tensorrt-llm": { "logOffset": 0.08, "logSd": 0.184, "observations": 50 }
 },
 "mlaCrowding": {
  "": { "logOffset": 0.1207, "logSd": 0.107, "observations": 73 },
  "nvidia-ampere": { "logOffset": 0.1207, "logSd": 0.107, "observations": 73 }
 }
};
