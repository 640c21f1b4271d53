// Written by scripts/calibrate-gemm.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.
import type { FittedConstants } from "../lookup.ts";

export const fittedGemm: FittedConstants = {
 "gemmCallSeconds": {
  "": { "logOffset": -0.1154, "logSd": 0.166, "observations": 2761 },
  "nvidia-ampere": { "logOffset": 0.0104, "logSd": 0.143, "observations": 1355 },
  "tensorrt-llm": { "logOffset": -0.0092, "logSd": 0.137, "observations": 1970 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0329, "logSd": 0.139, "observations": 961 },
  "nvidia-hopper": { "logOffset": -0.0525, "logSd": 0.141, "observations": 1330 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": -0.0423, "logSd": 0.135, "observations": 1009 },
  "pytorch": { "logOffset": 0.2377, "logSd": 0.151, "observations": 703 },
  "nvidia-ampere|pytorch": { "logOffset": -0.0223, "logSd": 0.146, "observations": 394 },
  "nvidia-hopper|pytorch": { "logOffset": 0.2855, "logSd": 0.153, "observations": 309 },
  "deepgemm": { "logOffset": -0.3099, "logSd": 0.171, "observations": 12 }
 },
 "gemmMatrixEfficiency": {
  "": { "logOffset": 0.0997, "logSd": 0.039, "observations": 2473 },
  "nvidia-ampere": { "logOffset": 0.0051, "logSd": 0.03, "observations": 1290 },
  "tensorrt-llm": { "logOffset": 0.0234, "logSd": 0.029, "observations": 1593 },
  "nvidia-ampere|tensorrt-llm": { "logOffset": 0.0032, "logSd": 0.029, "observations": 826 },
  "nvidia-hopper": { "logOffset": 0.0227, "logSd": 0.03, "observations": 1006 },
  "nvidia-hopper|tensorrt-llm": { "logOffset": 0.0195, "logSd": 0.029, "observations": 767 },
  "pytorch": { "logOffset": -0.0356, "logSd": 0.03, "observations": 692 },
  "nvidia-ampere|pytorch": { "logOffset": 0.0019, "logSd": 0.029, "observations": 464 },
  "nvidia-hopper|pytorch": { "logOffset": -0.0396, "logSd": 0.03, "observations": 228 },
  "deepgemm": { "logOffset": 0.0434, "logSd": 0.037, "observations": 11 }
 },
 "gemmOperandFeedRows": {
  "": { "logOffset": -0.1484, "logSd": 0.166, "observations": 2621 }
 },
 "gemmMemoryEfficiency": {
  "": { "logOffset": 0.0036, "logSd": 0.026, "observations": 2587 },
  "nvidia-ampere": { "logOffset": -0.0355, "logSd": 0.026, "observations": 1312 },
  "nvidia-hopper": { "logOffset": 0.0389, "logSd": 0.026, "observations": 1196 }
 },
 "gemmExposedShare": {
  "": { "logOffset": 0.1841, "logSd": 0.189, "observations": 2981 },
  "nvidia-ampere": { "logOffset": -0.0583, "logSd": 0.188, "observations": 1573 },
  "nvidia-hopper": { "logOffset": 0.1147, "logSd": 0.188, "observations": 1371 }
 },
 "gemmWriteExposedShare": {
  "": { "logOffset": 0.6252, "logSd": 0.324, "observations": 1052 },
  "nvidia-hopper": { "logOffset": 0.2414, "logSd": 0.318, "observations": 972 }
 },
 "gemmLoopSecondsPerByte": {
  "": { "logOffset": -0.0231, "logSd": 0.132, "observations": 2992 },
  "nvidia-ampere": { "logOffset": 0.1387, "logSd": 0.133, "observations": 1557 },
  "nvidia-hopper": { "logOffset": -0.1449, "logSd": 0.132, "observations": 1351 }
 },
 "gemmFillSeconds": {
  "": { "logOffset": -0.1099, "logSd": 0.169, "observations": 2764 },
  "nvidia-ampere": { "logOffset": 0.0288, "logSd": 0.152, "observations": 1265 },
  "nvidia-hopper": { "logOffset": -0.0513, "logSd": 0.151, "observations": 1232 }
 },
 "gemmWaveQuantisation": {
  "": { "logOffset": -0.217, "logSd": 0.156, "observations": 1177 },
  "nvidia-ampere": { "logOffset": -0.1, "logSd": 0.149, "observations": 646 },
  "nvidia-hopper": { "logOffset": 0.0168, "logSd": 0.152, "observations": 446 }
 },
 "gemmSplitSeconds": {
  "": { "logOffset": 0.3152, "logSd": 0.128, "observations": 670 },
  "nvidia-ampere": { "logOffset": 0.044, "logSd": 0.128, "observations": 519 },
  "nvidia-hopper": { "logOffset": 0.0196, "logSd": 0.127, "observations": 140 }
 },
 "gemmSplitTraffic": {
  "": { "logOffset": 0.4635, "logSd": 0.127, "observations": 585 }
 },
 "gemmJoulesPerFlop": {
  "": { "logOffset": 0.1547, "logSd": 0.1, "observations": 613 },
  "nvidia-ampere": { "logOffset": -0.0875, "logSd": 0.1, "observations": 290 },
  "nvidia-hopper": { "logOffset": 0.1321, "logSd": 0.101, "observations": 318 }
 },
 "gemmCacheShare": {
  "": { "logOffset": -0.001, "logSd": 0.116, "observations": 469 }
 },
 "gemmBlockScaleOperations": {
  "": { "logOffset": 0.4081, "logSd": 0.174, "observations": 383 },
  "nvidia-hopper": { "logOffset": 0.1706, "logSd": 0.165, "observations": 370 }
 },
 "gemmDequantOperations": {
  "": { "logOffset": -0.6452, "logSd": 0.252, "observations": 498 }
 },
 "gemmTensorQuantiseKernels": {
  "": { "logOffset": 0.1053, "logSd": 0.138, "observations": 348 },
  "tensorrt-llm": { "logOffset": 0.0881, "logSd": 0.137, "observations": 348 }
 },
 "gemmGroupQuantiseKernels": {
  "": { "logOffset": 0.0629, "logSd": 0.137, "observations": 388 },
  "tensorrt-llm": { "logOffset": 0.0517, "logSd": 0.136, "observations": 388 }
 },
 "gemmQuantiseEfficiency": {
  "": { "logOffset": 0.006, "logSd": 0.155, "observations": 570 },
  "tensorrt-llm": { "logOffset": 0.002, "logSd": 0.154, "observations": 543 }
 },
 "gemmPluginCallSeconds": {
  "": { "logOffset": 0.1246, "logSd": 0.292, "observations": 800 },
  "tensorrt-llm": { "logOffset": 0.0644, "logSd": 0.292, "observations": 795 }
 },
 "groupedCallKernels": {
  "": { "logOffset": 0.16, "logSd": 0.204, "observations": 526 },
  "tensorrt-llm": { "logOffset": 0.1344, "logSd": 0.204, "observations": 526 }
 },
 "groupedMatrixEfficiency": {
  "": { "logOffset": -0.0454, "logSd": 0.101, "observations": 551 },
  "nvidia-ampere": { "logOffset": -0.1465, "logSd": 0.099, "observations": 219 },
  "nvidia-hopper": { "logOffset": 0.1116, "logSd": 0.104, "observations": 323 }
 },
 "groupedMemoryEfficiency": {
  "": { "logOffset": 0.0691, "logSd": 0.058, "observations": 526 },
  "nvidia-ampere": { "logOffset": 0.0263, "logSd": 0.06, "observations": 191 },
  "nvidia-hopper": { "logOffset": 0.0126, "logSd": 0.059, "observations": 325 }
 },
 "groupedExpertSeconds": {
  "": { "logOffset": 0.9693, "logSd": 0.166, "observations": 446 }
 },
 "groupedRowPasses": {
  "": { "logOffset": 0.2242, "logSd": 0.165, "observations": 472 },
  "tensorrt-llm": { "logOffset": 0.0832, "logSd": 0.157, "observations": 456 }
 }
};
