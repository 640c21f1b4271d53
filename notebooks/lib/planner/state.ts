import { devices, type PlanQuestion, type TokenLengths } from "../../../src/index.ts";
import { readConfig } from "../../../src/models/readConfig.ts";
import { publishedWorkload } from "../../../src/workloads/published.ts";
import type { PlannerState, PlannerWorkload } from "./planner-state.ts";

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
