// Written by scripts/calibrate-gemm.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedGemm: FittedConstants = {
 "gemmCallSeconds": {
  "": { "logOffset": -0.1055, "logSd": 0.172, "observations": 2770 },
  "nvidia-ampere": { "logOffset": 0.0129, "logSd": 0.157, "observations": 1362 },
  "tensorrt-llm": { "logOffset": -0.0069, "logSd": 0.148, "observations": 1972 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0177, "logSd": 0.153, "observations": 961 },
  "nvidia-hopper": { "logOffset": -0.0598, "logSd": 0.153, "observations": 1332 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0246, "logSd": 0.146, "observations": 1011 },
  "pytorch": { "logOffset": 0.2727, "logSd": 0.149, "observations": 710 },
  "nvidia-ampere|pytorch": { "logOffset": -0.0047, "logSd": 0.157, "observations": 401 },
  "nvidia-hopper|pytorch": { "logOffset": 0.2775, "logSd": 0.147, "observations": 309 },
  "deepgemm": { "logOffset": -0.3126, "logSd": 0.16, "observations": 12 }
 },
 "gemmMatrixEfficiency": {
  "": { "logOffset": 0.098, "logSd": 0.04, "observations": 2343 },
  "nvidia-ampere": { "logOffset": 0.0047, "logSd": 0.032, "observations": 1157 },
  "tensorrt-llm": { "logOffset": 0.0222, "logSd": 0.032, "observations": 1530 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0023, "logSd": 0.031, "observations": 749 },
  "nvidia-hopper": { "logOffset": 0.0273, "logSd": 0.032, "observations": 1006 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0199, "logSd": 0.032, "observations": 781 },
  "pytorch": { "logOffset": -0.0385, "logSd": 0.032, "observations": 633 },
  "nvidia-ampere|pytorch": { "logOffset": 0.0024, "logSd": 0.031, "observations": 408 },
  "nvidia-hopper|pytorch": { "logOffset": -0.0409, "logSd": 0.031, "observations": 225 },
  "deepgemm": { "logOffset": 0.0483, "logSd": 0.04, "observations": 0 }
 },
 "gemmOperandFeedRows": {
  "": { "logOffset": -0.1682, "logSd": 0.154, "observations": 2587 }
 },
 "gemmMemoryEfficiency": {
  "": { "logOffset": 0.0095, "logSd": 0.026, "observations": 2579 },
  "nvidia-ampere": { "logOffset": -0.0343, "logSd": 0.027, "observations": 1307 },
  "nvidia-hopper": { "logOffset": 0.0403, "logSd": 0.026, "observations": 1196 }
 },
 "gemmExposedShare": {
  "": { "logOffset": 0.1443, "logSd": 0.205, "observations": 2981 },
  "nvidia-ampere": { "logOffset": -0.0866, "logSd": 0.205, "observations": 1569 },
  "nvidia-hopper": { "logOffset": 0.1385, "logSd": 0.204, "observations": 1371 }
 },
 "gemmWriteExposedShare": {
  "": { "logOffset": 0.6306, "logSd": 0.338, "observations": 1054 },
  "nvidia-hopper": { "logOffset": 0.2803, "logSd": 0.334, "observations": 980 }
 },
 "gemmLoopSecondsPerByte": {
  "": { "logOffset": -0.0125, "logSd": 0.137, "observations": 2997 },
  "nvidia-ampere": { "logOffset": 0.1349, "logSd": 0.138, "observations": 1555 },
  "nvidia-hopper": { "logOffset": -0.1381, "logSd": 0.138, "observations": 1364 }
 },
 "gemmFillSeconds": {
  "": { "logOffset": -0.168, "logSd": 0.168, "observations": 2752 },
  "nvidia-ampere": { "logOffset": 0.0784, "logSd": 0.163, "observations": 1280 },
  "nvidia-hopper": { "logOffset": -0.1204, "logSd": 0.16, "observations": 1217 }
 },
 "gemmWaveQuantisation": {
  "": { "logOffset": -0.1409, "logSd": 0.158, "observations": 1220 },
  "nvidia-ampere": { "logOffset": -0.0987, "logSd": 0.155, "observations": 662 },
  "nvidia-hopper": { "logOffset": 0.0361, "logSd": 0.162, "observations": 472 }
 },
 "gemmSplitSeconds": {
  "": { "logOffset": 0.329, "logSd": 0.139, "observations": 529 },
  "nvidia-ampere": { "logOffset": 0.0535, "logSd": 0.139, "observations": 401 },
  "nvidia-hopper": { "logOffset": 0.0287, "logSd": 0.139, "observations": 124 }
 },
 "gemmSplitTraffic": {
  "": { "logOffset": 0.2301, "logSd": 0.151, "observations": 429 }
 },
 "gemmJoulesPerFlop": {
  "": { "logOffset": 0.1579, "logSd": 0.104, "observations": 614 },
  "nvidia-ampere": { "logOffset": -0.0894, "logSd": 0.104, "observations": 290 },
  "nvidia-hopper": { "logOffset": 0.1289, "logSd": 0.105, "observations": 318 }
 },
 "gemmCacheShare": {
  "": { "logOffset": 0.0046, "logSd": 0.1, "observations": 469 }
 },
 "gemmBlockScaleEfficiency": {
  "": { "logOffset": -0.0967, "logSd": 0.072, "observations": 392 },
  "nvidia-hopper": { "logOffset": -0.0967, "logSd": 0.072, "observations": 392 }
 },
 "gemmDequantOperations": {
  "": { "logOffset": -0.7731, "logSd": 0.265, "observations": 491 }
 },
 "gemmTensorQuantiseKernels": {
  "": { "logOffset": 0.0857, "logSd": 0.143, "observations": 348 },
  "tensorrt-llm": { "logOffset": 0.0857, "logSd": 0.143, "observations": 348 }
 },
 "gemmGroupQuantiseKernels": {
  "": { "logOffset": 0.0406, "logSd": 0.144, "observations": 388 },
  "tensorrt-llm": { "logOffset": 0.0412, "logSd": 0.144, "observations": 388 },
  "deepgemm": { "logOffset": -0.0006, "logSd": 0.2, "observations": 0 }
 },
 "gemmQuantiseEfficiency": {
  "": { "logOffset": 0.0024, "logSd": 0.167, "observations": 570 },
  "tensorrt-llm": { "logOffset": 0.0008, "logSd": 0.167, "observations": 543 }
 },
 "gemmPluginCallSeconds": {
  "": { "logOffset": 0.1096, "logSd": 0.313, "observations": 800 },
  "tensorrt-llm": { "logOffset": 0.0701, "logSd": 0.313, "observations": 795 }
 },
 "groupedCallKernels": {
  "": { "logOffset": 0.2687, "logSd": 0.044, "observations": 525 }
 },
 "groupedMatrixEfficiency": {
  "": { "logOffset": -0.0676, "logSd": 0.1, "observations": 554 },
  "nvidia-ampere": { "logOffset": -0.1373, "logSd": 0.099, "observations": 219 },
  "nvidia-hopper": { "logOffset": 0.0992, "logSd": 0.103, "observations": 325 }
 },
 "groupedMemoryEfficiency": {
  "": { "logOffset": 0.0581, "logSd": 0.063, "observations": 524 },
  "nvidia-ampere": { "logOffset": 0.0222, "logSd": 0.064, "observations": 190 },
  "nvidia-hopper": { "logOffset": 0.0181, "logSd": 0.063, "observations": 324 }
 },
 "groupedExpertSeconds": {
  "": { "logOffset": 1.015, "logSd": 0.151, "observations": 448 }
 },
 "groupedRowPasses": {
  "": { "logOffset": 0.2881, "logSd": 0.07, "observations": 472 }
 }
};
