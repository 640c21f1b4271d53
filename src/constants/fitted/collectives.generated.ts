// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedCollectives: FittedConstants = {
 "collectiveCallSeconds": {
  "": { "logOffset": -0.118, "logSd": 0.311, "observations": 666 },
  "nvidia-ampere": { "logOffset": 0.138, "logSd": 0.32, "observations": 335 },
  "nccl": { "logOffset": 0.1407, "logSd": 0.311, "observations": 642 },
  "nvidia-ampere|nccl": { "logOffset": 0.1758, "logSd": 0.32, "observations": 325 },
  "tensorrt-llm": { "logOffset": -0.2587, "logSd": 0.345, "observations": 24 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.0378, "logSd": 0.379, "observations": 10 },
  "nvidia-hopper": { "logOffset": -0.2561, "logSd": 0.313, "observations": 331 },
  "nvidia-hopper|nccl": { "logOffset": -0.0352, "logSd": 0.313, "observations": 317 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.2209, "logSd": 0.354, "observations": 14 }
 },
 "collectiveHopSeconds": {
  "": { "logOffset": -0.0149, "logSd": 0.083, "observations": 606 },
  "nvidia-ampere": { "logOffset": 0.0397, "logSd": 0.083, "observations": 274 },
  "nvidia-hopper": { "logOffset": -0.045, "logSd": 0.084, "observations": 291 }
 },
 "linkFraction": {
  "": { "logOffset": 0.0109, "logSd": 0.025, "observations": 575 },
  "nvidia-ampere": { "logOffset": -0.058, "logSd": 0.025, "observations": 320 },
  "nvidia-hopper": { "logOffset": 0.0689, "logSd": 0.025, "observations": 255 }
 },
 "localCopyFraction": {
  "": { "logOffset": -0.0046, "logSd": 0.108, "observations": 506 },
  "nvidia-ampere": { "logOffset": -0.0576, "logSd": 0.107, "observations": 269 },
  "nvidia-hopper": { "logOffset": 0.056, "logSd": 0.109, "observations": 215 }
 },
 "messageRampBytes": {
  "": { "logOffset": 0.5803, "logSd": 0.057, "observations": 551 }
 },
 "messagePipelineBytes": {
  "": { "logOffset": -0.2021, "logSd": 0.267, "observations": 452 }
 },
 "p2pRampBytes": {
  "": { "logOffset": -0.4435, "logSd": 0.344, "observations": 61 }
 },
 "inSwitchFraction": {
  "": { "logOffset": -0.0037, "logSd": 0.043, "observations": 68 },
  "nvidia-hopper": { "logOffset": -0.0026, "logSd": 0.04, "observations": 68 }
 },
 "inSwitchRampBytes": {
  "": { "logOffset": 0.9297, "logSd": 0.118, "observations": 68 }
 },
 "customAllReduceCallSeconds": {
  "": { "logOffset": 0.0525, "logSd": 0.129, "observations": 56 },
  "nvidia-ampere": { "logOffset": 0.2347, "logSd": 0.129, "observations": 28 },
  "nvidia-hopper": { "logOffset": -0.2113, "logSd": 0.129, "observations": 28 }
 },
 "customAllReducePeerSeconds": {
  "": { "logOffset": -0.4624, "logSd": 0.252, "observations": 34 },
  "nvidia-ampere": { "logOffset": -0.0029, "logSd": 0.187, "observations": 18 },
  "nvidia-hopper": { "logOffset": -0.0711, "logSd": 0.184, "observations": 16 }
 },
 "customLinkFraction": {
  "": { "logOffset": -0.0877, "logSd": 0.057, "observations": 40 },
  "nvidia-ampere": { "logOffset": -0.1294, "logSd": 0.059, "observations": 20 },
  "nvidia-hopper": { "logOffset": 0.0904, "logSd": 0.058, "observations": 20 }
 }
};
