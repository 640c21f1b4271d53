import type { Precision } from "../../../src/index.ts";
import type { TraceSummary } from "./trace.ts";

/** What the requests look like. */
export type PlannerWorkload =
  | { readonly kind: "published"; readonly id: string }
  | { readonly kind: "lengths"; readonly inputTokens: number; readonly outputTokens: number }
  | { readonly kind: "trace"; readonly trace: TraceSummary };

/** Everything that the planner page is told: what a link to it holds. */
export interface PlannerState {
  /** A model of the catalogue, or a `config.json` with the name of its file. */
  readonly model: string | { readonly name: string; readonly config: unknown };
  readonly workload: PlannerWorkload;
  readonly ratePerSecond: number;
  readonly prefixHitTokens: number;
  readonly ttftP95Seconds: number;
  readonly tpotP95Seconds: number;
  /** Devices of the catalogue to consider; empty: every accelerator. */
  readonly hardware: readonly string[];
  /** An own device, considered beside them. */
  readonly ownDevice: { readonly id: string } | null;
  /** Own prices, dollars per device-hour by device id. */
  readonly usdPerDeviceHour: Readonly<Record<string, number>>;
  readonly precision: "any" | Precision;
  readonly engine: string;
  /** What an API asks for a million tokens, for the break-even. */
  readonly api: { readonly usdPerMillionInputTokens: number; readonly usdPerMillionOutputTokens: number } | null;
  /** The plan that is looked at: its device; the cheapest where null. */
  readonly chosen: string | null;
}

/** What a visitor sees first: the published conversation workload on a 70-billion-parameter model, on whatever is cheapest. */
export const firstState: PlannerState = {
  model: "meta-llama/Llama-3.1-70B-Instruct", workload: { kind: "published", id: "azure-conversation-2023" }, ratePerSecond: 5.53, prefixHitTokens: 0,
  ttftP95Seconds: 1, tpotP95Seconds: 0.05, hardware: [], ownDevice: null, usdPerDeviceHour: {}, precision: "any", engine: "vllm", api: null, chosen: null,
};

/** Whether model, lengths and engine are the same: then only the rate, the objective or prices differ. */
export function sameTraffic(a: PlannerState, b: PlannerState): boolean {
  const key = ({ model, workload, prefixHitTokens, engine, ownDevice }: PlannerState): string => JSON.stringify([model, workload, prefixHitTokens, engine, ownDevice]);
  return key(a) === key(b);
}
