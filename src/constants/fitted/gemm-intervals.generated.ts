// Written by scripts/calibrate-gemm.mjs. Measured: ai-dynamo/aiconfigurator @095f58a51c4c (Apache-2.0), microsoft/vidur @7d47513363ec (MIT), deepseek-ai/DeepGEMM @d14962f (MIT), PrincetonUniversity/LLMCompass @2e015fd2ee75 (BSD-3-Clause); H100, H800 and A100 SXM.
import type { KernelWidths } from "./kernel-intervals.generated.ts";

/** Half-widths of 90 % intervals of products and routed experts on the log scale, as kernelWidths. */
export const gemmWidths: Readonly<Record<string, KernelWidths>> = {
 "gemm": {
  "seen": [0.221, 0.323, 0.286, 0.187, 0.12],
  "unseen": [0.256, 0.433, 0.36, 0.238, 0.238],
  "observations": 3036,
  "devices": ["a100-sxm-80", "h100-sxm5-80", "h800-sxm"],
  "engines": ["deepgemm", "pytorch", "tensorrt-llm"]
 },
 "grouped_gemm": {
  "seen": [0.369, 0.454, 0.418, 0.446, 0.178],
  "unseen": [0.502, 0.582, 0.477, 0.477, 0.477],
  "observations": 558,
  "devices": ["a100-sxm-80", "h100-sxm5-80"],
  "engines": ["tensorrt-llm"]
 }
};
