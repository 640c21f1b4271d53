// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedAttention: FittedConstants = {
 "attentionCallSeconds": {
  "": { "logOffset": 0.1297, "logSd": 0.174, "observations": 848 },
  "nvidia-ampere": { "logOffset": 0.0239, "logSd": 0.174, "observations": 456 },
  "nvidia-hopper": { "logOffset": 0.1057, "logSd": 0.174, "observations": 392 }
 },
 "attentionQuantiseCallSeconds": {
  "": { "logOffset": -0.5243, "logSd": 0.132, "observations": 287 }
 },
 "attentionMatrixFraction": {
  "": { "logOffset": 0.0833, "logSd": 0.059, "observations": 1077 },
  "nvidia-ampere": { "logOffset": 0.0434, "logSd": 0.061, "observations": 842 },
  "nvidia-hopper": { "logOffset": 0.0399, "logSd": 0.06, "observations": 235 }
 },
 "attentionNarrowMatrixFraction": {
  "": { "logOffset": -0.0446, "logSd": 0.095, "observations": 387 },
  "nvidia-hopper": { "logOffset": -0.0285, "logSd": 0.094, "observations": 386 }
 },
 "softmaxFlopsPerScore": {
  "": { "logOffset": 0.2824, "logSd": 0.053, "observations": 1435 }
 },
 "attentionSerialShare": {
  "": { "logOffset": -0.0274, "logSd": 0.144, "observations": 496 },
  "nvidia-ampere": { "logOffset": 0.0351, "logSd": 0.15, "observations": 0 },
  "nvidia-hopper": { "logOffset": -0.0625, "logSd": 0.144, "observations": 496 }
 },
 "attentionHeadPadding": {
  "": { "logOffset": -0.0446, "logSd": 0.146, "observations": 62 }
 },
 "attentionTileSeconds": {
  "": { "logOffset": -0.0819, "logSd": 0.164, "observations": 1468 },
  "nvidia-ampere": { "logOffset": -0.0682, "logSd": 0.165, "observations": 771 },
  "nvidia-hopper": { "logOffset": 0.0362, "logSd": 0.164, "observations": 627 }
 },
 "attentionTailFraction": {
  "": { "logOffset": 0.1189, "logSd": 0.03, "observations": 1383 }
 },
 "attentionPreparationPasses": {
  "": { "logOffset": 0.0095, "logSd": 0.039, "observations": 1059 }
 },
 "attentionMemoryFraction": {
  "": { "logOffset": 0.0889, "logSd": 0.025, "observations": 415 },
  "nvidia-ampere": { "logOffset": 0.0527, "logSd": 0.03, "observations": 0 },
  "nvidia-hopper": { "logOffset": 0.0361, "logSd": 0.025, "observations": 415 }
 },
 "attentionCacheFraction": {
  "": { "logOffset": 0.0599, "logSd": 0.079, "observations": 599 }
 },
 "attentionCacheReach": {
  "": { "logOffset": 0.0596, "logSd": 0.099, "observations": 335 }
 },
 "mlaPrefillCallSeconds": {
  "": { "logOffset": 0.0075, "logSd": 0.173, "observations": 327 },
  "nvidia-ampere": { "logOffset": -0.0157, "logSd": 0.174, "observations": 168 },
  "nvidia-hopper": { "logOffset": 0.0232, "logSd": 0.174, "observations": 159 }
 },
 "mlaPreparationPasses": {
  "": { "logOffset": -2.4377, "logSd": 0.415, "observations": 251 }
 },
 "mlaQuantisePasses": {
  "": { "logOffset": 0.1013, "logSd": 0.047, "observations": 91 }
 },
 "decodeCallSeconds": {
  "": { "logOffset": -0.0544, "logSd": 0.213, "observations": 318 },
  "nvidia-hopper": { "logOffset": -0.0544, "logSd": 0.213, "observations": 318 }
 },
 "perHeadDecodeCallSeconds": {
  "": { "logOffset": 0.0591, "logSd": 0.213, "observations": 146 },
  "nvidia-hopper": { "logOffset": 0.0591, "logSd": 0.213, "observations": 146 }
 },
 "decodeMemoryFraction": {
  "": { "logOffset": -0.0027, "logSd": 0.033, "observations": 274 },
  "nvidia-hopper": { "logOffset": -0.0019, "logSd": 0.032, "observations": 266 }
 },
 "decodeUnitBytesPerClock": {
  "": { "logOffset": 0.5077, "logSd": 0.22, "observations": 701 }
 },
 "decodeMatrixFraction": {
  "": { "logOffset": 0.0474, "logSd": 0.211, "observations": 297 },
  "nvidia-hopper": { "logOffset": 0.0119, "logSd": 0.181, "observations": 276 }
 },
 "decodeVectorFraction": {
  "": { "logOffset": 0.0657, "logSd": 0.186, "observations": 140 },
  "nvidia-hopper": { "logOffset": 0.0164, "logSd": 0.179, "observations": 137 }
 },
 "decodeBlockSeconds": {
  "": { "logOffset": 0.15, "logSd": 0.241, "observations": 150 },
  "nvidia-hopper": { "logOffset": 0.0844, "logSd": 0.24, "observations": 149 }
 },
 "decodeNarrowBlockSeconds": {
  "": { "logOffset": -0.1947, "logSd": 0.246, "observations": 170 },
  "nvidia-hopper": { "logOffset": -0.1095, "logSd": 0.242, "observations": 170 }
 },
 "perHeadBlockSeconds": {
  "": { "logOffset": -0.079, "logSd": 0.241, "observations": 146 },
  "nvidia-hopper": { "logOffset": -0.0444, "logSd": 0.24, "observations": 146 }
 },
 "decodeQueryElementSeconds": {
  "": { "logOffset": -0.1214, "logSd": 0.075, "observations": 308 }
 },
 "decodeSplitTokens": {
  "": { "logOffset": -0.4548, "logSd": 0.046, "observations": 122 }
 },
 "decodeBlocksPerUnit": {
  "": { "logOffset": 0.75, "logSd": 0.09, "observations": 128 }
 },
 "decodeReductionSeconds": {
  "": { "logOffset": -0.0902, "logSd": 0.218, "observations": 311 },
  "nvidia-hopper": { "logOffset": -0.0902, "logSd": 0.218, "observations": 311 }
 },
 "mlaDecodeCallSeconds": {
  "": { "logOffset": -0.2755, "logSd": 0.191, "observations": 299 },
  "nvidia-hopper": { "logOffset": -0.389, "logSd": 0.215, "observations": 171 },
  "nvidia-ampere": { "logOffset": 0.1135, "logSd": 0.203, "observations": 128 }
 },
 "mlaBlockSeconds": {
  "": { "logOffset": 0.156, "logSd": 0.19, "observations": 328 },
  "nvidia-hopper": { "logOffset": 0.1101, "logSd": 0.191, "observations": 185 },
  "nvidia-ampere": { "logOffset": -0.0224, "logSd": 0.192, "observations": 142 }
 },
 "mlaQueryElementSeconds": {
  "": { "logOffset": -0.2859, "logSd": 0.089, "observations": 269 }
 },
 "mlaMatrixFraction": {
  "": { "logOffset": 0.046, "logSd": 0.106, "observations": 251 },
  "nvidia-hopper": { "logOffset": 0.1787, "logSd": 0.123, "observations": 86 },
  "nvidia-ampere": { "logOffset": -0.097, "logSd": 0.106, "observations": 168 }
 },
 "mlaNarrowMatrixFraction": {
  "": { "logOffset": 0.0085, "logSd": 0.16, "observations": 92 },
  "nvidia-hopper": { "logOffset": 0.0054, "logSd": 0.158, "observations": 92 }
 },
 "mlaSplitTokens": {
  "": { "logOffset": -0.4609, "logSd": 0.197, "observations": 22 }
 },
 "mlaBlocksPerUnit": {
  "": { "logOffset": -0.0381, "logSd": 0.073, "observations": 56 }
 },
 "mlaCrowding": {
  "": { "logOffset": 0.1219, "logSd": 0.107, "observations": 73 },
  "nvidia-ampere": { "logOffset": 0.1219, "logSd": 0.107, "observations": 73 }
 }
};
