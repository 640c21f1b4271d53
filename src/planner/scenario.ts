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
    model: question.model, hardware: referenceOf(question, deployment.hardware), devices: deployment.devices, plan: deployment.plan,
    precision: deployment.precision, load: { mode: "open", ratePerSecond: question.ratePerSecond },
    inputTokens: question.inputTokens, outputTokens: question.outputTokens,
    ...(question.engine === undefined ? {} : { engine: question.engine }),
    ...(question.prefixHitTokens === undefined ? {} : { prefixHitTokens: question.prefixHitTokens }),
    ...(question.profile === undefined ? {} : { profile: question.profile }),
    ...(price === undefined ? {} : { prices: { usdPerDeviceHour: price } }),
  };
}

/** The device of an answer as the question named it: its id, or the device written inline that has it. */
export function referenceOf(question: PlanQuestion, id: string): HardwareReference {
  const own = question.hardware?.find((reference) => typeof reference !== "string" && (reference.spec as { readonly id?: unknown } | null)?.id === id);
  return own ?? id;
}
