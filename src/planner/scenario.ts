import type { Precisions } from "../deployments/types.ts";
import { traceAtRate } from "../workloads/trace/rate.ts";
import type { HardwareReference, Scenario } from "../predict/types.ts";
import type { PlannedDeployment, PlanQuestion } from "./types.ts";

/**
 * A deployment of an answer as a scenario, to look closer at it: `predict` gives every percentile, `explain` where its time goes.
 *
 * @example const { cheapest } = plan(question); if (cheapest) predict(scenarioOf(question, cheapest)).values.ttftP99Seconds
 */
export function scenarioOf(question: PlanQuestion, deployment: PlannedDeployment): Scenario {
  const price = deployment.usdPerHour === undefined ? undefined : deployment.usdPerHour / deployment.devices;
  return {
    ...scenarioOn(question, referenceOf(question, deployment.hardware), deployment.precision),
    ...(question.trace === undefined ? {} : { load: { mode: "trace", requests: traceAtRate(question.trace, question.ratePerSecond) } }),
    devices: deployment.devices, plan: deployment.plan, ...(price === undefined ? {} : { prices: { usdPerDeviceHour: price } }),
  };
}

/** What a question says of every device: all of a scenario but how many devices and their plan. */
export function scenarioOn(question: PlanQuestion, hardware: HardwareReference, precision: Precisions): Scenario {
  const { model, ratePerSecond, inputTokens, outputTokens, engine, prefixHitTokens, profile, arrivals } = question;
  return {
    model, hardware, precision, load: { mode: "open", ratePerSecond, ...(arrivals === undefined ? {} : { arrivals }) }, inputTokens, outputTokens,
    ...(engine === undefined ? {} : { engine }), ...(prefixHitTokens === undefined ? {} : { prefixHitTokens }), ...(profile === undefined ? {} : { profile }),
  };
}

/** The device of an answer as the question named it: its id, or the device written inline that has it. */
export function referenceOf(question: PlanQuestion, id: string): HardwareReference {
  const own = question.hardware?.find((reference) => typeof reference !== "string" && (reference.spec as { readonly id?: unknown } | null)?.id === id);
  return own ?? id;
}
