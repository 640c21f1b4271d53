// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedCollectives: FittedConstants = {
 "collectiveCallSeconds": {
  "": { "logOffset": -0.118, "logSd": 0.31, "observations": 666 },
  "nvidia-ampere": { "logOffset": 0.138, "logSd": 0.32, "observations": 335 },
  "nccl": { "logOffset": 0.141, "logSd": 0.31, "observations": 642 },
  "nvidia-ampere|nccl": { "logOffset": 0.176, "logSd": 0.32, "observations": 325 },
  "tensorrt-llm": { "logOffset": -0.259, "logSd": 0.34, "observations": 24 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.038, "logSd": 0.38, "observations": 10 },
  "nvidia-hopper": { "logOffset": -0.256, "logSd": 0.31, "observations": 331 },
  "nvidia-hopper|nccl": { "logOffset": -0.035, "logSd": 0.31, "observations": 317 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.221, "logSd": 0.35, "observations": 14 }
 },
 "collectiveHopSeconds": {
  "": { "logOffset": -0.015, "logSd": 0.083, "observations": 606 },
  "nvidia-ampere": { "logOffset": 0.04, "logSd": 0.083, "observations": 274 },
  "nvidia-hopper": { "logOffset": -0.045, "logSd": 0.084, "observations": 291 }
 },
 "linkFraction": {
  "": { "logOffset": 0.011, "logSd": 0.025, "observations": 575 },
  "nvidia-ampere": { "logOffset": -0.058, "logSd": 0.025, "observations": 320 },
  "nvidia-hopper": { "logOffset": 0.069, "logSd": 0.025, "observations": 255 }
 },
 "localCopyFraction": {
  "": { "logOffset": -0.005, "logSd": 0.11, "observations": 506 },
  "nvidia-ampere": { "logOffset": -0.058, "logSd": 0.11, "observations": 269 },
  "nvidia-hopper": { "logOffset": 0.056, "logSd": 0.11, "observations": 215 }
 },
 "messageRampBytes": {
  "": { "logOffset": 0.58, "logSd": 0.057, "observations": 551 }
 },
 "messagePipelineBytes": {
  "": { "logOffset": -0.202, "logSd": 0.27, "observations": 452 }
 },
 "p2pRampBytes": {
  "": { "logOffset": -0.444, "logSd": 0.34, "observations": 61 }
 },
 "inSwitchFraction": {
  "": { "logOffset": -0.004, "logSd": 0.043, "observations": 68 },
  "nvidia-hopper": { "logOffset": -0.003, "logSd": 0.04, "observations": 68 }
 },
 "inSwitchRampBytes": {
  "": { "logOffset": 0.93, "logSd": 0.12, "observations": 68 }
 },
 "customAllReduceCallSeconds": {
  "": { "logOffset": 0.052, "logSd": 0.13, "observations": 56 },
  "nvidia-ampere": { "logOffset": 0.235, "logSd": 0.13, "observations": 28 },
  "nvidia-hopper": { "logOffset": -0.211, "logSd": 0.13, "observations": 28 }
 },
 "customAllReducePeerSeconds": {
  "": { "logOffset": -0.462, "logSd": 0.25, "observations": 34 },
  "nvidia-ampere": { "logOffset": -0.003, "logSd": 0.19, "observations": 18 },
  "nvidia-hopper": { "logOffset": -0.071, "logSd": 0.18, "observations": 16 }
 },
 "customLinkFraction": {
  "": { "logOffset": -0.088, "logSd": 0.057, "observations": 40 },
  "nvidia-ampere": { "logOffset": -0.129, "logSd": 0.059, "observations": 20 },
  "nvidia-hopper": { "logOffset": 0.09, "logSd": 0.058, "observations": 20 }
 }
};
