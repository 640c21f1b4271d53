export { headline, outAndAssumed, planTable, statusLine } from "./answer.ts";
export { exportPanel } from "./exports.ts";
export { plannerForm, takeDrops } from "./form.ts";
import type { StatusLine } from "./answer.ts";
import type { PlannerForm } from "./form.ts";
import type { Found } from "./found.ts";
import { stateOf } from "./link.ts";
import type { Search } from "./search.ts";
import { sameTraffic } from "./planner-state.ts";
import { writeAddress } from "./start.ts";

/** Searches whenever the form changes and tells what is found; keeps the status line and the address in step. The returned function ends both. */
export function follow(form: PlannerForm, status: StatusLine, search: Search, onFound: (found: Found) => void): () => void {
  let shown: Found | null = null;
  // What answers a question about another model or other requests is shown faintly until its answer comes.
  const isStale = (): boolean => shown !== null && !sameTraffic(shown.state, form.value);
  const mark = (): void => void document.body.toggleAttribute("data-stale", isStale());
  search.listen((found) => {
    status.follow(found);
    // Progress alone draws nothing anew.
    const same = shown !== null && found.answer === shown.answer && found.curve === shown.curve && found.fault === shown.fault && found.state === shown.state;
    if (same && found.confirmed === shown?.confirmed) return;
    shown = found;
    mark();
    onFound(found);
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (): void => {
    search.ask(form.value);
    mark();
    if (isStale()) status.wait();
    clearTimeout(waiting);
    // Browsers refuse a page that writes its address too often.
    waiting = setTimeout(() => void writeAddress(form.value), 250);
  };
  const arrive = (): void => void stateOf(location.hash).then((state) => form.change(state), () => undefined);
  form.addEventListener("input", ask);
  window.addEventListener("hashchange", arrive);
  return () => {
    clearTimeout(waiting);
    form.removeEventListener("input", ask);
    window.removeEventListener("hashchange", arrive);
    document.body.removeAttribute("data-stale");
    search.stop();
  };
}
