import type { PlanAnswer, PlannedDeployment } from "../../../src/index.ts";

/** The deployment that is looked at: of the chosen device, else the cheapest, else the first. */
export function chosenOf(answer: PlanAnswer, chosen: string | null): PlannedDeployment | null {
  return answer.deployments.find(({ hardware }) => hardware === chosen) ?? answer.cheapest ?? answer.deployments[0] ?? null;
}
