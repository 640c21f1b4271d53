// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedElementwise: FittedConstants = {
 "streamFraction": {
  "": { "logOffset": 0.0218, "logSd": 0.051, "observations": 37 },
  "nvidia-ampere": { "logOffset": 0.0127, "logSd": 0.045, "observations": 31 }
 },
 "streamCacheFraction": {
  "": { "logOffset": 0.0752, "logSd": 0.162, "observations": 41 }
 },
 "softmaxExtraReads": {
  "": { "logOffset": 0.2475, "logSd": 0.222, "observations": 14 },
  "pytorch": { "logOffset": 0.22, "logSd": 0.253, "observations": 14 }
 },
 "normExtraReads": {
  "": { "logOffset": 0.1329, "logSd": 0.459, "observations": 24 },
  "vllm": { "logOffset": 0.4127, "logSd": 0.596, "observations": 17 },
  "pytorch": { "logOffset": -0.2282, "logSd": 0.705, "observations": 7 }
 },
 "elementwiseCallSeconds": {
  "": { "logOffset": -0.1447, "logSd": 0.374, "observations": 50 },
  "nvidia-ampere": { "logOffset": 0.2626, "logSd": 0.306, "observations": 42 },
  "vllm": { "logOffset": -0.2325, "logSd": 0.507, "observations": 17 },
  "nvidia-ampere|vllm": { "logOffset": 0.111, "logSd": 0.334, "observations": 11 },
  "nvidia-hopper": { "logOffset": -0.2273, "logSd": 0.37, "observations": 6 },
  "nvidia-hopper|vllm": { "logOffset": -0.2273, "logSd": 0.37, "observations": 6 },
  "pytorch": { "logOffset": 0.0473, "logSd": 0.487, "observations": 33 },
  "nvidia-ampere|pytorch": { "logOffset": 0.1516, "logSd": 0.321, "observations": 31 },
  "amd-cdna2": { "logOffset": -0.128, "logSd": 0.333, "observations": 2 },
  "amd-cdna2|pytorch": { "logOffset": -0.128, "logSd": 0.333, "observations": 2 }
 },
 "softmaxCallSeconds": {
  "": { "logOffset": 0.0329, "logSd": 0.406, "observations": 15 },
  "nvidia-ampere": { "logOffset": -0.0968, "logSd": 0.334, "observations": 14 },
  "pytorch": { "logOffset": 0.0421, "logSd": 0.5, "observations": 15 },
  "nvidia-ampere|pytorch": { "logOffset": -0.0968, "logSd": 0.334, "observations": 14 },
  "amd-cdna2": { "logOffset": 0.1178, "logSd": 0.335, "observations": 1 },
  "amd-cdna2|pytorch": { "logOffset": 0.1178, "logSd": 0.335, "observations": 1 }
 }
};
