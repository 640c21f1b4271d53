// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedElementwise: FittedConstants = {
 "streamFraction": {
  "": { "logOffset": 0.018, "logSd": 0.051, "observations": 37 },
  "nvidia-ampere": { "logOffset": 0.011, "logSd": 0.045, "observations": 31 },
  "nvidia-hopper": { "logOffset": -0.002, "logSd": 0.051, "observations": 6 }
 },
 "streamCacheFraction": {
  "": { "logOffset": 0.078, "logSd": 0.16, "observations": 41 }
 },
 "softmaxExtraReads": {
  "": { "logOffset": 0.303, "logSd": 0.2, "observations": 14 },
  "pytorch": { "logOffset": 0.135, "logSd": 0.17, "observations": 14 }
 },
 "normExtraReads": {
  "": { "logOffset": 0.232, "logSd": 0.39, "observations": 25 },
  "vllm": { "logOffset": 0.3, "logSd": 0.38, "observations": 17 },
  "pytorch": { "logOffset": -0.139, "logSd": 0.5, "observations": 7 }
 },
 "elementwiseCallSeconds": {
  "": { "logOffset": -0.206, "logSd": 0.37, "observations": 50 },
  "nvidia-ampere": { "logOffset": 0.319, "logSd": 0.35, "observations": 42 },
  "vllm": { "logOffset": -0.225, "logSd": 0.41, "observations": 17 },
  "nvidia-ampere|vllm": { "logOffset": 0.134, "logSd": 0.39, "observations": 11 },
  "nvidia-hopper": { "logOffset": -0.359, "logSd": 0.44, "observations": 6 },
  "pytorch": { "logOffset": 0.018, "logSd": 0.37, "observations": 33 },
  "nvidia-ampere|pytorch": { "logOffset": 0.186, "logSd": 0.37, "observations": 31 },
  "amd-cdna2": { "logOffset": -0.167, "logSd": 0.35, "observations": 2 }
 },
 "softmaxCallSeconds": {
  "": { "logOffset": 0.063, "logSd": 0.4, "observations": 15 },
  "nvidia-ampere": { "logOffset": -0.121, "logSd": 0.4, "observations": 14 },
  "pytorch": { "logOffset": 0.063, "logSd": 0.4, "observations": 15 },
  "nvidia-ampere|pytorch": { "logOffset": -0.121, "logSd": 0.4, "observations": 14 },
  "amd-cdna2": { "logOffset": 0.184, "logSd": 0.36, "observations": 1 }
 }
};
