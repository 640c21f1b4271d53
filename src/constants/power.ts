import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Share of the dynamic power (TDP less idle) that a device draws while one thing binds it. */
export const powerConstants = {
  powerCompute: {
    prior: 0.95, scope: "family", bounds: [0.2, 1.2], ideal: 1,
  },
  powerMemory: {
    prior: 0.7, scope: "family", bounds: [0.1, 1.2], ideal: 1,
  },
  powerLink: {
    prior: 0.3, scope: "family", bounds: [0.05, 1], ideal: 1,
  },
  powerWaiting: {
    prior: 0.3, scope: "family", bounds: [0.02, 1], ideal: 1,
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `powerConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const powerProvenance = {
  powerCompute: {
    unit: "1", priorLogSd: 0.15, poolLogSd: 0.1,
    meaning: "Share of dynamic power drawn while matrix units bind.",
    source: "Large matrix products run at or near the power limit of data-centre devices.",
  },
  powerMemory: {
    unit: "1", priorLogSd: 0.2, poolLogSd: 0.15,
    meaning: "Share of dynamic power drawn while the memory binds.",
    source: "Decode phases draw well below the limit (Splitwise, arXiv:2311.18677, section 3: token generation draws less power than prompts).",
  },
  powerLink: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Share of dynamic power drawn while links bind.",
    source: "Between idle clocks and memory traffic; no direct source, hence the width.",
  },
  powerWaiting: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Share of dynamic power drawn while the device waits for launches or the host, its clocks up.",
    source: "Between idle and memory traffic; no direct source, hence the width.",
  },
} as const satisfies Record<keyof typeof powerConstants, ConstantProvenance>;
