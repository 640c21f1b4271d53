// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedCollectives: FittedConstants = {
 "collectiveCallSeconds": {
  "": { "logOffset": -0.1407, "logSd": 0.274, "observations": 667 },
  "nvidia-ampere": { "logOffset": 0.1497, "logSd": 0.209, "observations": 330 },
  "nccl": { "logOffset": 0.1621, "logSd": 0.312, "observations": 632 },
  "nvidia-ampere|nccl": { "logOffset": 0.1647, "logSd": 0.208, "observations": 322 },
  "tensorrt-llm": { "logOffset": -0.272, "logSd": 0.329, "observations": 22 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.015, "logSd": 0.244, "observations": 8 },
  "nvidia-hopper": { "logOffset": -0.2047, "logSd": 0.206, "observations": 324 },
  "nvidia-hopper|nccl": { "logOffset": -0.0837, "logSd": 0.205, "observations": 310 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.121, "logSd": 0.234, "observations": 14 }
 },
 "collectiveHopSeconds": {
  "": { "logOffset": -0.0155, "logSd": 0.083, "observations": 606 },
  "nvidia-ampere": { "logOffset": 0.0413, "logSd": 0.083, "observations": 274 },
  "nvidia-hopper": { "logOffset": -0.0469, "logSd": 0.084, "observations": 291 }
 },
 "linkFraction": {
  "": { "logOffset": 0.011, "logSd": 0.025, "observations": 575 },
  "nvidia-ampere": { "logOffset": -0.058, "logSd": 0.025, "observations": 320 },
  "nvidia-hopper": { "logOffset": 0.069, "logSd": 0.025, "observations": 255 }
 },
 "localCopyFraction": {
  "": { "logOffset": -0.004, "logSd": 0.108, "observations": 506 },
  "nvidia-ampere": { "logOffset": -0.058, "logSd": 0.107, "observations": 269 },
  "nvidia-hopper": { "logOffset": 0.0565, "logSd": 0.108, "observations": 215 }
 },
 "messageRampBytes": {
  "": { "logOffset": 0.5796, "logSd": 0.057, "observations": 551 }
 },
 "messagePipelineBytes": {
  "": { "logOffset": -0.1943, "logSd": 0.267, "observations": 452 }
 },
 "p2pRampBytes": {
  "": { "logOffset": -0.4426, "logSd": 0.343, "observations": 61 }
 },
 "inSwitchFraction": {
  "": { "logOffset": -0.004, "logSd": 0.043, "observations": 68 },
  "nvidia-hopper": { "logOffset": -0.0028, "logSd": 0.04, "observations": 68 }
 },
 "inSwitchRampBytes": {
  "": { "logOffset": 0.9219, "logSd": 0.118, "observations": 68 }
 },
 "customAllReduceCallSeconds": {
  "": { "logOffset": 0.0525, "logSd": 0.129, "observations": 56 },
  "nvidia-ampere": { "logOffset": 0.2346, "logSd": 0.129, "observations": 28 },
  "nvidia-hopper": { "logOffset": -0.2113, "logSd": 0.129, "observations": 28 }
 },
 "customAllReducePeerSeconds": {
  "": { "logOffset": -0.4631, "logSd": 0.252, "observations": 34 },
  "nvidia-ampere": { "logOffset": -0.0031, "logSd": 0.187, "observations": 18 },
  "nvidia-hopper": { "logOffset": -0.071, "logSd": 0.184, "observations": 16 }
 },
 "customLinkFraction": {
  "": { "logOffset": -0.0877, "logSd": 0.057, "observations": 40 },
  "nvidia-ampere": { "logOffset": -0.1295, "logSd": 0.059, "observations": 20 },
  "nvidia-hopper": { "logOffset": 0.0905, "logSd": 0.058, "observations": 20 }
 }
};
