// Written by scripts/calibrate-gemm.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedGemm: FittedConstants = {
 "gemmCallSeconds": {
  "": { "logOffset": -0.115, "logSd": 0.17, "observations": 2761 },
  "nvidia-ampere": { "logOffset": 0.01, "logSd": 0.14, "observations": 1355 },
  "tensorrt-llm": { "logOffset": -0.009, "logSd": 0.14, "observations": 1970 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.033, "logSd": 0.14, "observations": 961 },
  "nvidia-hopper": { "logOffset": -0.052, "logSd": 0.14, "observations": 1330 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.042, "logSd": 0.14, "observations": 1009 },
  "pytorch": { "logOffset": 0.238, "logSd": 0.15, "observations": 703 },
  "nvidia-ampere|pytorch": { "logOffset": -0.022, "logSd": 0.15, "observations": 394 },
  "nvidia-hopper|pytorch": { "logOffset": 0.285, "logSd": 0.15, "observations": 309 },
  "deepgemm": { "logOffset": -0.31, "logSd": 0.17, "observations": 12 }
 },
 "gemmMatrixEfficiency": {
  "": { "logOffset": 0.1, "logSd": 0.039, "observations": 2473 },
  "nvidia-ampere": { "logOffset": 0.005, "logSd": 0.03, "observations": 1290 },
  "tensorrt-llm": { "logOffset": 0.023, "logSd": 0.029, "observations": 1593 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.003, "logSd": 0.029, "observations": 826 },
  "nvidia-hopper": { "logOffset": 0.023, "logSd": 0.03, "observations": 1006 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.019, "logSd": 0.029, "observations": 767 },
  "pytorch": { "logOffset": -0.036, "logSd": 0.03, "observations": 692 },
  "nvidia-ampere|pytorch": { "logOffset": 0.002, "logSd": 0.029, "observations": 464 },
  "nvidia-hopper|pytorch": { "logOffset": -0.04, "logSd": 0.03, "observations": 228 },
  "deepgemm": { "logOffset": 0.043, "logSd": 0.037, "observations": 11 }
 },
 "gemmOperandFeedRows": {
  "": { "logOffset": -0.148, "logSd": 0.17, "observations": 2621 }
 },
 "gemmMemoryEfficiency": {
  "": { "logOffset": 0.004, "logSd": 0.026, "observations": 2587 },
  "nvidia-ampere": { "logOffset": -0.035, "logSd": 0.026, "observations": 1312 },
  "nvidia-hopper": { "logOffset": 0.039, "logSd": 0.026, "observations": 1196 }
 },
 "gemmExposedShare": {
  "": { "logOffset": 0.184, "logSd": 0.19, "observations": 2981 },
  "nvidia-ampere": { "logOffset": -0.058, "logSd": 0.19, "observations": 1573 },
  "nvidia-hopper": { "logOffset": 0.115, "logSd": 0.19, "observations": 1371 }
 },
 "gemmWriteExposedShare": {
  "": { "logOffset": 0.625, "logSd": 0.32, "observations": 1052 },
  "nvidia-hopper": { "logOffset": 0.241, "logSd": 0.32, "observations": 972 }
 },
 "gemmLoopSecondsPerByte": {
  "": { "logOffset": -0.023, "logSd": 0.13, "observations": 2992 },
  "nvidia-ampere": { "logOffset": 0.139, "logSd": 0.13, "observations": 1557 },
  "nvidia-hopper": { "logOffset": -0.145, "logSd": 0.13, "observations": 1351 }
 },
 "gemmFillSeconds": {
  "": { "logOffset": -0.11, "logSd": 0.17, "observations": 2764 },
  "nvidia-ampere": { "logOffset": 0.029, "logSd": 0.15, "observations": 1265 },
  "nvidia-hopper": { "logOffset": -0.051, "logSd": 0.15, "observations": 1232 }
 },
 "gemmWaveQuantisation": {
  "": { "logOffset": -0.217, "logSd": 0.16, "observations": 1177 },
  "nvidia-ampere": { "logOffset": -0.1, "logSd": 0.15, "observations": 646 },
  "nvidia-hopper": { "logOffset": 0.017, "logSd": 0.15, "observations": 446 }
 },
 "gemmSplitSeconds": {
  "": { "logOffset": 0.315, "logSd": 0.13, "observations": 670 },
  "nvidia-ampere": { "logOffset": 0.044, "logSd": 0.13, "observations": 519 },
  "nvidia-hopper": { "logOffset": 0.02, "logSd": 0.13, "observations": 140 }
 },
 "gemmSplitTraffic": {
  "": { "logOffset": 0.464, "logSd": 0.13, "observations": 585 }
 },
 "gemmJoulesPerFlop": {
  "": { "logOffset": 0.155, "logSd": 0.1, "observations": 613 },
  "nvidia-ampere": { "logOffset": -0.087, "logSd": 0.1, "observations": 290 },
  "nvidia-hopper": { "logOffset": 0.132, "logSd": 0.1, "observations": 318 }
 },
 "gemmCacheShare": {
  "": { "logOffset": -0.001, "logSd": 0.12, "observations": 469 }
 },
 "gemmBlockScaleOperations": {
  "": { "logOffset": 0.408, "logSd": 0.17, "observations": 383 },
  "nvidia-hopper": { "logOffset": 0.171, "logSd": 0.17, "observations": 370 }
 },
 "gemmDequantOperations": {
  "": { "logOffset": -0.645, "logSd": 0.25, "observations": 498 }
 },
 "gemmTensorQuantiseKernels": {
  "": { "logOffset": 0.105, "logSd": 0.14, "observations": 348 },
  "tensorrt-llm": { "logOffset": 0.088, "logSd": 0.14, "observations": 348 }
 },
 "gemmGroupQuantiseKernels": {
  "": { "logOffset": 0.063, "logSd": 0.14, "observations": 388 },
  "tensorrt-llm": { "logOffset": 0.052, "logSd": 0.14, "observations": 388 }
 },
 "gemmQuantiseEfficiency": {
  "": { "logOffset": 0.006, "logSd": 0.15, "observations": 570 },
  "tensorrt-llm": { "logOffset": 0.002, "logSd": 0.15, "observations": 543 }
 },
 "gemmPluginCallSeconds": {
  "": { "logOffset": 0.125, "logSd": 0.29, "observations": 800 },
  "tensorrt-llm": { "logOffset": 0.064, "logSd": 0.29, "observations": 795 }
 },
 "groupedCallKernels": {
  "": { "logOffset": 0.16, "logSd": 0.2, "observations": 526 },
  "tensorrt-llm": { "logOffset": 0.134, "logSd": 0.2, "observations": 526 }
 },
 "groupedMatrixEfficiency": {
  "": { "logOffset": -0.045, "logSd": 0.1, "observations": 551 },
  "nvidia-ampere": { "logOffset": -0.146, "logSd": 0.099, "observations": 219 },
  "nvidia-hopper": { "logOffset": 0.112, "logSd": 0.1, "observations": 323 }
 },
 "groupedMemoryEfficiency": {
  "": { "logOffset": 0.069, "logSd": 0.058, "observations": 526 },
  "nvidia-ampere": { "logOffset": 0.026, "logSd": 0.06, "observations": 191 },
  "nvidia-hopper": { "logOffset": 0.013, "logSd": 0.059, "observations": 325 }
 },
 "groupedExpertSeconds": {
  "": { "logOffset": 0.969, "logSd": 0.17, "observations": 446 }
 },
 "groupedRowPasses": {
  "": { "logOffset": 0.224, "logSd": 0.17, "observations": 472 },
  "tensorrt-llm": { "logOffset": 0.083, "logSd": 0.16, "observations": 456 }
 }
};
