import { predict, RidgepointError, scenarioOf, type PlannedDeployment, type PlanQuestion } from "../../../src/index.ts";
import type { LoadCurve } from "../../../src/plots/index.ts";

/** Latencies of a deployment at rates up to its saturation, and whose they are. */
export interface DeploymentCurve extends LoadCurve {
  readonly hardware: string;
  readonly plan: PlannedDeployment["plan"];
  readonly precision: PlannedDeployment["precision"];
}

/** Shares of the saturation at which a curve has its points: closer where it bends. */
const shares = [0.08, 0.2, 0.35, 0.5, 0.62, 0.72, 0.8, 0.87, 0.92, 0.96] as const;

/**
 * Percentiles of one replica under rising load by simulation, as of the whole deployment: random splitting keeps Poisson arrivals
 * Poisson, so every replica sees the same at its share. Yields the curve after each point, so that a page can draw it as it grows.
 */
export function* deploymentCurve(question: PlanQuestion, deployment: PlannedDeployment): Generator<DeploymentCurve, void, void> {
  const replicas = deployment.plan.dp;
  const whole = scenarioOf(question, deployment);
  const one = { ...whole, devices: deployment.devices / replicas, plan: { ...deployment.plan, dp: 1 } };
  const saturation = predict({ ...one, load: { mode: "offline" } }).values.requestsPerSecond ?? 0;
  const { hardware, plan, precision } = deployment;
  let points: DeploymentCurve["points"] = [];
  for (const share of shares) {
    const ratePerSecond = share * saturation;
    try {
      points = [...points, { ratePerSecond: ratePerSecond * replicas, prediction: predict({ ...one, load: { mode: "open", ratePerSecond } }) }];
    } catch (fault) {
      if (fault instanceof RidgepointError && fault.code === "unstable") return;
      throw fault;
    }
    yield { hardware, plan, precision, saturationRequestsPerSecond: saturation * replicas, points };
  }
}

/** What a curve depends on: not on the rate, nor on the number of replicas, which only stretch it. */
export function curveKey(question: PlanQuestion, deployment: PlannedDeployment): string {
  return JSON.stringify({ ...scenarioOf(question, deployment), plan: { ...deployment.plan, dp: 1 }, load: null, devices: null, prices: null });
}
