// Written by scripts/calibrate-gemm.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.
import type { KernelWidths } from "./kernel-intervals.generated.ts";

/** Half-widths of 90 % intervals of products and routed experts on the log scale, as kernelWidths. */
export const gemmWidths: Readonly<Record<string, KernelWidths>> = {
 "gemm": {
  "seen": [0.215, 0.292, 0.283, 0.189, 0.122],
  "unseen": [0.27, 0.41, 0.351, 0.247, 0.247],
  "observations": 3036,
  "devices": ["a100-sxm-80", "h100-sxm5-80", "h800-sxm"],
  "engines": ["deepgemm", "pytorch", "tensorrt-llm"]
 },
 "grouped_gemm": {
  "seen": [0.523, 0.442, 0.416, 0.449, 0.179],
  "unseen": [0.668, 0.598, 0.489, 0.501, 0.489],
  "observations": 558,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 }
};
