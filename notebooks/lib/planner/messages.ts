import type { PlanAnswer, PlanProgress } from "../../../src/index.ts";
import type { CostCurve } from "../../../src/plots/index.ts";
import type { DeploymentCurve } from "./curve.ts";
import type { PlannerState } from "./planner-state.ts";

/** What the page asks of the worker. A later question replaces an earlier one. */
export interface Asked {
  readonly id: number;
  readonly state: PlannerState;
}

/** What the worker says about the question with that id, in this order: progress and answer twice, then the curve. */
export type Said =
  | { readonly id: number; readonly kind: "progress"; readonly progress: PlanProgress }
  /** First from the closed forms alone, at once (of the newest devices, where all of them take a while); then with the cheapest confirmed by simulation. */
  | { readonly id: number; readonly kind: "answer"; readonly answer: PlanAnswer; readonly confirmed: boolean; readonly isPart: boolean; readonly searchSeconds: number; readonly cost: CostCurve | null }
  | { readonly id: number; readonly kind: "curve"; readonly curve: DeploymentCurve }
  | { readonly id: number; readonly kind: "fault"; readonly message: string; readonly path: string | null };
