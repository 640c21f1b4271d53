// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedElementwise: FittedConstants = {
 "streamFraction": {
  "": { "logOffset": 0.0177, "logSd": 0.051, "observations": 37 },
  "nvidia-ampere": { "logOffset": 0.0115, "logSd": 0.045, "observations": 31 },
  "nvidia-hopper": { "logOffset": -0.0016, "logSd": 0.051, "observations": 6 }
 },
 "streamCacheFraction": {
  "": { "logOffset": 0.078, "logSd": 0.161, "observations": 41 }
 },
 "softmaxExtraReads": {
  "": { "logOffset": 0.3035, "logSd": 0.199, "observations": 14 },
  "pytorch": { "logOffset": 0.1349, "logSd": 0.173, "observations": 14 }
 },
 "normExtraReads": {
  "": { "logOffset": 0.2322, "logSd": 0.388, "observations": 25 },
  "vllm": { "logOffset": 0.3001, "logSd": 0.384, "observations": 17 },
  "pytorch": { "logOffset": -0.1388, "logSd": 0.498, "observations": 7 }
 },
 "elementwiseCallSeconds": {
  "": { "logOffset": -0.2065, "logSd": 0.366, "observations": 50 },
  "nvidia-ampere": { "logOffset": 0.3194, "logSd": 0.354, "observations": 42 },
  "vllm": { "logOffset": -0.2248, "logSd": 0.415, "observations": 17 },
  "nvidia-ampere|vllm": { "logOffset": 0.1338, "logSd": 0.386, "observations": 11 },
  "nvidia-hopper": { "logOffset": -0.3586, "logSd": 0.437, "observations": 6 },
  "pytorch": { "logOffset": 0.0183, "logSd": 0.372, "observations": 33 },
  "nvidia-ampere|pytorch": { "logOffset": 0.1856, "logSd": 0.368, "observations": 31 },
  "amd-cdna2": { "logOffset": -0.1673, "logSd": 0.351, "observations": 2 }
 },
 "softmaxCallSeconds": {
  "": { "logOffset": 0.0632, "logSd": 0.396, "observations": 15 },
  "nvidia-ampere": { "logOffset": -0.121, "logSd": 0.397, "observations": 14 },
  "pytorch": { "logOffset": 0.0632, "logSd": 0.396, "observations": 15 },
  "nvidia-ampere|pytorch": { "logOffset": -0.121, "logSd": 0.397, "observations": 14 },
  "amd-cdna2": { "logOffset": 0.1842, "logSd": 0.357, "observations": 1 }
 }
};
