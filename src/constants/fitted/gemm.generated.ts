// Written by scripts/calibrate-gemm.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedGemm: FittedConstants = {
 "gemmCallSeconds": {
  "": { "logOffset": -0.1076, "logSd": 0.173, "observations": 2763 },
  "nvidia-ampere": { "logOffset": 0.0037, "logSd": 0.158, "observations": 1355 },
  "tensorrt-llm": { "logOffset": -0.0076, "logSd": 0.148, "observations": 1972 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0346, "logSd": 0.153, "observations": 961 },
  "nvidia-hopper": { "logOffset": -0.0515, "logSd": 0.153, "observations": 1332 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0421, "logSd": 0.146, "observations": 1011 },
  "pytorch": { "logOffset": 0.249, "logSd": 0.149, "observations": 703 },
  "nvidia-ampere|pytorch": { "logOffset": -0.0309, "logSd": 0.157, "observations": 394 },
  "nvidia-hopper|pytorch": { "logOffset": 0.2799, "logSd": 0.148, "observations": 309 },
  "deepgemm": { "logOffset": -0.2893, "logSd": 0.16, "observations": 12 }
 },
 "gemmMatrixEfficiency": {
  "": { "logOffset": 0.0955, "logSd": 0.04, "observations": 2463 },
  "nvidia-ampere": { "logOffset": 0.005, "logSd": 0.032, "observations": 1285 },
  "tensorrt-llm": { "logOffset": 0.0218, "logSd": 0.032, "observations": 1592 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0013, "logSd": 0.031, "observations": 818 },
  "nvidia-hopper": { "logOffset": 0.0262, "logSd": 0.032, "observations": 999 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0205, "logSd": 0.032, "observations": 774 },
  "pytorch": { "logOffset": -0.0391, "logSd": 0.032, "observations": 692 },
  "nvidia-ampere|pytorch": { "logOffset": 0.0037, "logSd": 0.031, "observations": 467 },
  "nvidia-hopper|pytorch": { "logOffset": -0.0428, "logSd": 0.031, "observations": 225 },
  "deepgemm": { "logOffset": 0.0485, "logSd": 0.04, "observations": 0 }
 },
 "gemmOperandFeedRows": {
  "": { "logOffset": -0.2134, "logSd": 0.161, "observations": 2601 }
 },
 "gemmMemoryEfficiency": {
  "": { "logOffset": 0.0039, "logSd": 0.026, "observations": 2588 },
  "nvidia-ampere": { "logOffset": -0.036, "logSd": 0.026, "observations": 1315 },
  "nvidia-hopper": { "logOffset": 0.0385, "logSd": 0.026, "observations": 1197 }
 },
 "gemmExposedShare": {
  "": { "logOffset": 0.1803, "logSd": 0.204, "observations": 2980 },
  "nvidia-ampere": { "logOffset": -0.0485, "logSd": 0.204, "observations": 1570 },
  "nvidia-hopper": { "logOffset": 0.1134, "logSd": 0.203, "observations": 1371 }
 },
 "gemmWriteExposedShare": {
  "": { "logOffset": 0.6126, "logSd": 0.339, "observations": 1053 },
  "nvidia-hopper": { "logOffset": 0.2722, "logSd": 0.334, "observations": 977 }
 },
 "gemmLoopSecondsPerByte": {
  "": { "logOffset": -0.0257, "logSd": 0.138, "observations": 2992 },
  "nvidia-ampere": { "logOffset": 0.1429, "logSd": 0.139, "observations": 1559 },
  "nvidia-hopper": { "logOffset": -0.1494, "logSd": 0.138, "observations": 1350 }
 },
 "gemmFillSeconds": {
  "": { "logOffset": -0.1335, "logSd": 0.177, "observations": 2747 },
  "nvidia-ampere": { "logOffset": 0.0349, "logSd": 0.166, "observations": 1262 },
  "nvidia-hopper": { "logOffset": -0.0682, "logSd": 0.165, "observations": 1224 }
 },
 "gemmWaveQuantisation": {
  "": { "logOffset": -0.1726, "logSd": 0.16, "observations": 1182 },
  "nvidia-ampere": { "logOffset": -0.1206, "logSd": 0.157, "observations": 645 },
  "nvidia-hopper": { "logOffset": 0.044, "logSd": 0.163, "observations": 454 }
 },
 "gemmSplitSeconds": {
  "": { "logOffset": 0.3117, "logSd": 0.139, "observations": 670 },
  "nvidia-ampere": { "logOffset": 0.0516, "logSd": 0.139, "observations": 520 },
  "nvidia-hopper": { "logOffset": 0.0263, "logSd": 0.139, "observations": 139 }
 },
 "gemmSplitTraffic": {
  "": { "logOffset": 0.4627, "logSd": 0.127, "observations": 585 }
 },
 "gemmJoulesPerFlop": {
  "": { "logOffset": 0.158, "logSd": 0.104, "observations": 614 },
  "nvidia-ampere": { "logOffset": -0.0916, "logSd": 0.104, "observations": 289 },
  "nvidia-hopper": { "logOffset": 0.1311, "logSd": 0.105, "observations": 319 }
 },
 "gemmCacheShare": {
  "": { "logOffset": -0.0018, "logSd": 0.116, "observations": 466 }
 },
 "gemmBlockScaleEfficiency": {
  "": { "logOffset": -0.0947, "logSd": 0.072, "observations": 387 },
  "nvidia-hopper": { "logOffset": -0.0947, "logSd": 0.072, "observations": 387 }
 },
 "gemmDequantOperations": {
  "": { "logOffset": -0.6742, "logSd": 0.254, "observations": 499 }
 },
 "gemmTensorQuantiseKernels": {
  "": { "logOffset": 0.0918, "logSd": 0.143, "observations": 348 },
  "tensorrt-llm": { "logOffset": 0.0918, "logSd": 0.143, "observations": 348 }
 },
 "gemmGroupQuantiseKernels": {
  "": { "logOffset": 0.0481, "logSd": 0.144, "observations": 388 },
  "tensorrt-llm": { "logOffset": 0.0486, "logSd": 0.144, "observations": 388 },
  "deepgemm": { "logOffset": -0.0005, "logSd": 0.2, "observations": 0 }
 },
 "gemmQuantiseEfficiency": {
  "": { "logOffset": 0.004, "logSd": 0.167, "observations": 570 },
  "tensorrt-llm": { "logOffset": 0.0016, "logSd": 0.167, "observations": 542 }
 },
 "gemmPluginCallSeconds": {
  "": { "logOffset": 0.118, "logSd": 0.313, "observations": 800 },
  "tensorrt-llm": { "logOffset": 0.0755, "logSd": 0.313, "observations": 795 }
 },
 "groupedCallKernels": {
  "": { "logOffset": 0.1417, "logSd": 0.213, "observations": 525 },
  "tensorrt-llm": { "logOffset": 0.1417, "logSd": 0.213, "observations": 525 }
 },
 "groupedMatrixEfficiency": {
  "": { "logOffset": -0.0643, "logSd": 0.1, "observations": 554 },
  "nvidia-ampere": { "logOffset": -0.1354, "logSd": 0.099, "observations": 219 },
  "nvidia-hopper": { "logOffset": 0.0992, "logSd": 0.103, "observations": 325 }
 },
 "groupedMemoryEfficiency": {
  "": { "logOffset": 0.0672, "logSd": 0.063, "observations": 526 },
  "nvidia-ampere": { "logOffset": 0.0286, "logSd": 0.064, "observations": 191 },
  "nvidia-hopper": { "logOffset": 0.018, "logSd": 0.064, "observations": 324 }
 },
 "groupedExpertSeconds": {
  "": { "logOffset": 0.9905, "logSd": 0.156, "observations": 447 }
 },
 "groupedRowPasses": {
  "": { "logOffset": 0.2002, "logSd": 0.174, "observations": 472 },
  "tensorrt-llm": { "logOffset": 0.089, "logSd": 0.168, "observations": 455 }
 }
};
