import type { PlanAnswer, PlanProgress } from "../../../src/index.ts";
import { plannerJobs } from "./jobs.ts";
import { stretched, type DeploymentCurve } from "./curve.ts";
import type { Asked, Said } from "./messages.ts";
import { chosenOf } from "./jobs.ts";
import { questionOf, type PlannerState } from "./state.ts";

/** What the page shows: the state that was asked, and what is known of it so far. */
export interface Found {
  readonly state: PlannerState;
  readonly answer: PlanAnswer | null;
  /** Whether the cheapest are confirmed by simulation. */
  readonly confirmed: boolean;
  readonly searchSeconds: number;
  readonly progress: PlanProgress | null;
  readonly curve: DeploymentCurve | null;
  readonly fault: { readonly message: string; readonly path: string | null } | null;
}

/** A search in the background: ask as often as you like, the latest question counts. */
export interface Search {
  readonly ask: (state: PlannerState) => void;
  readonly stop: () => void;
}

/** Starts the search in a worker, or, where a page may not have one, in slices on this thread. */
export function startSearch(onFound: (found: Found) => void): Search {
  let id = 0;
  const states = new Map<number, PlannerState>();
  let found: Found | null = null;
  const hear = (said: Said): void => {
    const state = states.get(said.id);
    if (state === undefined) return;
    for (const older of states.keys()) if (older < said.id) states.delete(older);
    found = merged(found, state, said);
    if (found !== null) onFound(found);
  };
  const { send, stop } = background(hear);
  return {
    ask: (state) => {
      id++;
      states.set(id, state);
      try {
        send({ id, question: questionOf(state), chosen: state.chosen });
      } catch (fault) {
        hear({ id, kind: "fault", message: (fault as Error).message, path: null });
      }
    },
    stop,
  };
}

function background(hear: (said: Said) => void): { readonly send: (asked: Asked) => void; readonly stop: () => void } {
  try {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
    return { send: (asked) => worker.postMessage(asked), stop: () => worker.terminate() };
  } catch {
    const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { send: plannerJobs({ say: hear, pause, now: () => performance.now() }), stop: () => undefined };
  }
}

/** The picture so far with one more thing said. Old figures stay until new ones come; a curve stays while it is of the same plan. */
export function merged(before: Found | null, state: PlannerState, said: Said): Found | null {
  const base: Found = { ...(before ?? { answer: null, confirmed: false, searchSeconds: 0, progress: null, curve: null, fault: null }), state };
  if (said.kind === "progress") return before === null ? { ...base, progress: said.progress } : { ...before, progress: said.progress };
  if (said.kind === "fault") return { ...base, fault: { message: said.message, path: said.path }, progress: null };
  if (said.kind === "curve") return { ...base, curve: said.curve };
  const deployment = chosenOf(said.answer, state.chosen);
  const curve = before?.curve ?? null;
  const kept = curve !== null && deployment !== null && sameEngine(curve, deployment) && sameTraffic(before?.state, state) ? stretched(curve, deployment) : null;
  return { state, answer: said.answer, confirmed: said.confirmed, searchSeconds: said.searchSeconds, progress: null, fault: null, curve: kept };
}

function sameEngine(curve: DeploymentCurve, { hardware, plan, precision }: { readonly hardware: string; readonly plan: DeploymentCurve["plan"]; readonly precision: DeploymentCurve["precision"] }): boolean {
  return curve.hardware === hardware && JSON.stringify([{ ...curve.plan, dp: 1 }, curve.precision]) === JSON.stringify([{ ...plan, dp: 1 }, precision]);
}

/** Whether model, lengths and engine are as they were: then only the rate, the objective or prices moved. */
function sameTraffic(a: PlannerState | undefined, b: PlannerState): boolean {
  const key = ({ model, workload, prefixHitTokens, engine, ownDevice }: PlannerState): string => JSON.stringify([model, workload, prefixHitTokens, engine, ownDevice]);
  return a !== undefined && key(a) === key(b);
}
