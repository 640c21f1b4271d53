import { merged, type Found } from "./found.ts";
import type { Asked, Said } from "./messages.ts";
import type { PlannerState } from "./planner-state.ts";

/** A search in the background: ask as often as you like, the latest question counts. */
export interface Search {
  readonly ask: (state: PlannerState) => void;
  /** Who is told what is found, from now on; what is known already at once. */
  readonly listen: (onFound: (found: Found) => void) => void;
  readonly stop: () => void;
}

/**
 * Starts the search of a state in a worker, or, where a page cannot have one, in slices on this thread. This module loads nothing of
 * the library, so that the worker is at work before the page has its form.
 */
export function startSearch(first: PlannerState): Search {
  let id = 0;
  const states = new Map<number, PlannerState>();
  let found: Found | null = null;
  let tell: ((found: Found) => void) | null = null;
  const { send, stop } = background((said) => {
    const state = states.get(said.id);
    if (state === undefined) return;
    for (const older of states.keys()) if (older < said.id) states.delete(older);
    found = merged(found, state, said);
    if (found !== null) tell?.(found);
  });
  const ask = (state: PlannerState): void => {
    id++;
    states.set(id, state);
    send({ id, state });
  };
  ask(first);
  return {
    ask, stop,
    listen: (onFound) => {
      tell = onFound;
      if (found !== null) onFound(found);
    },
  };
}

function background(hear: (said: Said) => void): { readonly send: (asked: Asked) => void; readonly stop: () => void } {
  let worker: Worker | null = null;
  let last: Asked | null = null;
  let local: Promise<(asked: Asked) => void> | null = null;
  const onThisThread = async (): Promise<(asked: Asked) => void> => {
    const { plannerJobs } = await import("./jobs.ts");
    return plannerJobs({ say: hear, pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), now: () => performance.now() });
  };
  const fallBack = (): void => {
    local ??= onThisThread();
    if (last !== null) send(last);
  };
  const send = (asked: Asked): void => {
    last = asked;
    if (local !== null) void local.then((ask) => last === asked && ask(asked));
    else worker?.postMessage(asked);
  };
  try {
    worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
    // A worker that cannot be loaded says so only later.
    worker.onerror = fallBack;
  } catch {
    fallBack();
  }
  return { send, stop: () => worker?.terminate() };
}
