import type { PlannedDeployment } from "../../../src/index.ts";
import type { DeploymentCurve } from "./curve.ts";

/** A curve of some replicas as of others. */
export function stretched(curve: DeploymentCurve, deployment: Pick<PlannedDeployment, "plan">): DeploymentCurve {
  const factor = deployment.plan.dp / curve.plan.dp;
  return {
    ...curve, plan: deployment.plan, saturationRequestsPerSecond: curve.saturationRequestsPerSecond * factor,
    points: curve.points.map(({ ratePerSecond, prediction }) => ({ ratePerSecond: ratePerSecond * factor, prediction })),
  };
}
