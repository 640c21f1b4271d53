import type { PlanAnswer, PlanProgress } from "../../../src/index.ts";
import type { CostCurve } from "../../../src/plots/index.ts";
import { chosenOf } from "./chosen.ts";
import type { DeploymentCurve } from "./curve.ts";
import type { Said } from "./messages.ts";
import { sameTraffic, type PlannerState } from "./planner-state.ts";
import { stretched } from "./stretched.ts";

/** What the page shows: the state that was asked, and what is known of it so far. */
export interface Found {
  readonly state: PlannerState;
  readonly answer: PlanAnswer | null;
  /** Whether the cheapest are confirmed by simulation. */
  readonly confirmed: boolean;
  /** Whether the answer is of the newest devices only, so far. */
  readonly isPart: boolean;
  readonly searchSeconds: number;
  readonly progress: PlanProgress | null;
  readonly curve: DeploymentCurve | null;
  readonly cost: CostCurve | null;
  readonly fault: { readonly message: string; readonly path: string | null } | null;
}

/** The picture so far with one more thing said. Old figures stay until new ones come; a curve stays while it is of the same plan. */
export function merged(before: Found | null, state: PlannerState, said: Said): Found | null {
  const base: Found = { ...(before ?? { answer: null, confirmed: false, isPart: false, searchSeconds: 0, progress: null, curve: null, cost: null, fault: null }), state };
  if (said.kind === "progress") return before === null ? { ...base, progress: said.progress } : { ...before, progress: said.progress };
  if (said.kind === "fault") return { ...base, fault: { message: said.message, path: said.path }, progress: null };
  if (said.kind === "curve") return { ...base, curve: said.curve };
  const deployment = chosenOf(said.answer, state.chosen);
  const curve = before?.curve ?? null;
  const kept = curve !== null && deployment !== null && sameEngine(curve, deployment) && before !== null && sameTraffic(before.state, state) ? stretched(curve, deployment) : null;
  return { state, answer: said.answer, confirmed: said.confirmed, isPart: said.isPart, searchSeconds: said.searchSeconds, progress: null, fault: null, curve: kept, cost: said.cost };
}

function sameEngine(curve: DeploymentCurve, { hardware, plan, precision }: { readonly hardware: string; readonly plan: DeploymentCurve["plan"]; readonly precision: DeploymentCurve["precision"] }): boolean {
  return curve.hardware === hardware && JSON.stringify([{ ...curve.plan, dp: 1 }, curve.precision]) === JSON.stringify([{ ...plan, dp: 1 }, precision]);
}
