// Written by scripts/calibrate-attention.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100 SXM and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedCollectives: FittedConstants = {
 "collectiveCallSeconds": {
  "": { "logOffset": -0.1156, "logSd": 0.273, "observations": 667 },
  "nvidia-ampere": { "logOffset": 0.152, "logSd": 0.208, "observations": 331 },
  "nccl": { "logOffset": 0.1415, "logSd": 0.312, "observations": 632 },
  "nvidia-ampere|nccl": { "logOffset": 0.1627, "logSd": 0.208, "observations": 322 },
  "tensorrt-llm": { "logOffset": -0.2318, "logSd": 0.327, "observations": 23 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": -0.0107, "logSd": 0.244, "observations": 9 },
  "nvidia-hopper": { "logOffset": -0.1971, "logSd": 0.206, "observations": 324 },
  "nvidia-hopper|nccl": { "logOffset": -0.0919, "logSd": 0.205, "observations": 310 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.1052, "logSd": 0.233, "observations": 14 }
 },
 "collectiveHopSeconds": {
  "": { "logOffset": -0.0147, "logSd": 0.083, "observations": 607 },
  "nvidia-ampere": { "logOffset": 0.0378, "logSd": 0.084, "observations": 275 },
  "nvidia-hopper": { "logOffset": -0.0431, "logSd": 0.084, "observations": 290 }
 },
 "linkFraction": {
  "": { "logOffset": 0.0669, "logSd": 0.032, "observations": 595 },
  "nvidia-ampere": { "logOffset": -0.039, "logSd": 0.031, "observations": 328 },
  "nvidia-hopper": { "logOffset": 0.0854, "logSd": 0.032, "observations": 260 }
 },
 "localCopyFraction": {
  "": { "logOffset": 0.1001, "logSd": 0.11, "observations": 506 },
  "nvidia-ampere": { "logOffset": -0.0436, "logSd": 0.108, "observations": 266 },
  "nvidia-hopper": { "logOffset": 0.0796, "logSd": 0.11, "observations": 215 }
 },
 "messageRampBytes": {
  "": { "logOffset": 0.7434, "logSd": 0.064, "observations": 551 }
 },
 "p2pRampBytes": {
  "": { "logOffset": 0.2838, "logSd": 0.262, "observations": 61 }
 },
 "inSwitchFraction": {
  "": { "logOffset": 0.076, "logSd": 0.053, "observations": 68 },
  "nvidia-hopper": { "logOffset": 0.0427, "logSd": 0.05, "observations": 68 }
 },
 "inSwitchRampBytes": {
  "": { "logOffset": 1.1545, "logSd": 0.138, "observations": 68 }
 },
 "customAllReduceCallSeconds": {
  "": { "logOffset": 0.0525, "logSd": 0.129, "observations": 56 },
  "nvidia-ampere": { "logOffset": 0.2353, "logSd": 0.129, "observations": 28 },
  "nvidia-hopper": { "logOffset": -0.212, "logSd": 0.129, "observations": 28 }
 },
 "customAllReducePeerSeconds": {
  "": { "logOffset": -0.4511, "logSd": 0.256, "observations": 34 },
  "nvidia-ampere": { "logOffset": -0.0006, "logSd": 0.188, "observations": 18 },
  "nvidia-hopper": { "logOffset": -0.0716, "logSd": 0.184, "observations": 16 }
 },
 "customLinkFraction": {
  "": { "logOffset": -0.0886, "logSd": 0.057, "observations": 40 },
  "nvidia-ampere": { "logOffset": -0.1288, "logSd": 0.059, "observations": 20 },
  "nvidia-hopper": { "logOffset": 0.0894, "logSd": 0.058, "observations": 20 }
 }
};
