import { devices, type PlanQuestion, type Precision, type TokenLengths } from "../../../src/index.ts";
import { readConfig } from "../../../src/models/readConfig.ts";
import { publishedWorkload } from "../../../src/workloads/published.ts";
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

/** Token lengths of the workload, as the library takes them. */
export function lengthsOf(workload: PlannerWorkload): { readonly inputTokens: TokenLengths; readonly outputTokens: TokenLengths } {
  if (workload.kind === "lengths") return { inputTokens: workload.inputTokens, outputTokens: workload.outputTokens };
  if (workload.kind === "trace") return { inputTokens: workload.trace.inputTokens, outputTokens: workload.trace.outputTokens };
  const known = publishedWorkload(workload.id);
  if (known === undefined) throw new Error(`workload.id = ${JSON.stringify(workload.id)} is not a published workload`);
  return { inputTokens: known.inputTokens, outputTokens: known.outputTokens };
}

/** The question that the page asks of `plan`. What has its default is left out, so that exports stay short. */
export function questionOf(state: PlannerState): PlanQuestion {
  const { model, ownDevice, precision } = state;
  // An own device is compared with the catalogue unless the user chose among it.
  const hardware = ownDevice === null ? state.hardware : [...(state.hardware.length > 0 ? state.hardware : accelerators()), { spec: ownDevice }];
  return {
    model: typeof model === "string" ? model : readConfig(model.config, { id: model.name }),
    ratePerSecond: state.ratePerSecond,
    ...lengthsOf(state.workload),
    ...(state.prefixHitTokens > 0 ? { prefixHitTokens: state.prefixHitTokens } : {}),
    objective: { ttftP95Seconds: state.ttftP95Seconds, tpotP95Seconds: state.tpotP95Seconds },
    ...(hardware.length === 0 ? {} : { hardware }),
    ...(precision === "any" ? {} : { precisions: [{ weights: precision }] }),
    ...(state.engine === "vllm" ? {} : { engine: state.engine }),
    ...(Object.keys(state.usdPerDeviceHour).length === 0 ? {} : { usdPerDeviceHour: state.usdPerDeviceHour }),
  };
}

/** Ids of the devices that a plan considers where nobody chose. */
export function accelerators(): readonly string[] {
  return devices().filter(({ kind }) => kind === "accelerator").map(({ id }) => id);
}
