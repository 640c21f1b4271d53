import { merged, type Found } from "./found.ts";
import { plannerJobs } from "./jobs.ts";
import type { Asked, Said } from "./messages.ts";
import { questionOf, type PlannerState } from "./state.ts";

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
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const onThisThread = (): ((asked: Asked) => void) => plannerJobs({ say: hear, pause, now: () => performance.now() });
  let local: ((asked: Asked) => void) | null = null;
  let last: Asked | null = null;
  let worker: Worker | null = null;
  const fallBack = (): void => {
    local ??= onThisThread();
    if (last !== null) local(last);
  };
  try {
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
    // A worker that cannot be loaded says so only later.
    worker.onerror = fallBack;
  } catch {
    fallBack();
  }
  return {
    send: (asked) => {
      last = asked;
      if (local !== null) local(asked);
      else worker?.postMessage(asked);
    },
    stop: () => worker?.terminate(),
  };
}
