import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Shares of the dynamic power (TDP less idle) that a device draws for its work. */
export const powerConstants = {
  powerActive: {
    prior: 0.3, scope: "family", bounds: [0.02, 1],
  },
  powerCompute: {
    prior: 0.8, scope: "family", bounds: [0.2, 2.5], ideal: 1,
  },
  powerMemory: {
    prior: 0.4, scope: "family", bounds: [0.1, 1.2], ideal: 1,
  },
  powerLink: {
    prior: 0.2, scope: "family", bounds: [0.05, 1], ideal: 1,
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `powerConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const powerProvenance = {
  powerActive: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Share of dynamic power drawn whatever a working device does: clocks up, leakage, control.",
    source: "Between idle and memory traffic; no direct source, hence the width.",
  },
  powerCompute: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.15,
    meaning: "Share of dynamic power that matrix units add while they work all the time at the rate that tuned kernels reach.",
    source: "Large matrix products run at or near the power limit of data-centre devices, or above it and slower.",
  },
  powerMemory: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.15,
    meaning: "Share of dynamic power that memory adds while it is read all the time.",
    source: "Decode phases draw well below the limit (Splitwise, arXiv:2311.18677, section 3: token generation draws less power than prompts).",
  },
  powerLink: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Share of dynamic power that links add while they bind.",
    source: "Less than memory traffic; no direct source, hence the width.",
  },
} as const satisfies Record<keyof typeof powerConstants, ConstantProvenance>;
