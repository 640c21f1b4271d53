import type { ConstantDefinition } from "./types.ts";

/** Constants of a whole step: dependent launches, host work, sampling. */
export const stepConstants = {
  dependentKernelSeconds: {
    unit: "s", prior: 3e-6, priorLogSd: 0.35, poolLogSd: 0.25, scope: "family", bounds: [0.3e-6, 20e-6], ideal: 0,
    meaning: "Time from one kernel of a captured graph to the next that depends on it: launch, drain and ramp of a kernel that has little to do.",
    source: "Lower bound 1.3 to 1.4 µs for a 64 KiB kernel inside a CUDA graph on H200 and A100 (chipsandcheese-style amortised launch, 65536 B / reported rate); null-kernel floor 4.5 to 4.7 µs on H100 and H200 (TaxBreak, Table III).",
  },
} as const satisfies Record<string, ConstantDefinition>;
