import { linkOf, stateOf } from "./link.ts";
import { firstState, type PlannerState } from "./planner-state.ts";

export { startSearch } from "./search.ts";

/** The state that the page's address holds; the first one where it holds none, with what is wrong where it is damaged. */
export async function stateOfAddress(): Promise<{ readonly state: PlannerState; readonly fault: string | null }> {
  try {
    return { state: await stateOf(location.hash), fault: null };
  } catch (fault) {
    return { state: firstState, fault: (fault as Error).message };
  }
}

/** Keeps the page's address in step with a state. */
export async function writeAddress(state: PlannerState): Promise<void> {
  const hash = await linkOf(state);
  history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
}
