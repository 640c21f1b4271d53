import { html } from "htl";
import { publishedWorkloads } from "../../../src/workloads/published.ts";
import { lengthMoments } from "../../../src/workloads/lengths.ts";
import { digits } from "../figures.ts";
import type { FormPart } from "./form.ts";
import type { PlannerState, PlannerWorkload } from "./planner-state.ts";
import { lengthsOf } from "./state.ts";

/** Which requests come: a published workload, fixed lengths, or a trace of one's own. */
export function workloadFields(initial: PlannerState, change: (patch: Partial<PlannerState>) => void, take: (file: File) => Promise<void>): FormPart {
  let trace: PlannerWorkload | null = initial.workload.kind === "trace" ? initial.workload : null;
  const file = html`<input type="file" accept=".csv,.jsonl,.ndjson,.json,.txt,.gz" class="rp-hidden" aria-label="trace">` as HTMLInputElement;
  const traceOption = html`<option value="trace">Your trace</option>` as HTMLOptionElement;
  const select = html`<select name="workload" aria-label="Workload">
    ${publishedWorkloads.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}<option value="lengths">Every request alike</option>${traceOption}</select>` as HTMLSelectElement;
  const count = (name: string, value: number): HTMLInputElement => html`<input type="number" min="1" step="1" value=${value} name=${name}>` as HTMLInputElement;
  const start = initial.workload.kind === "lengths" ? initial.workload : { inputTokens: 1024, outputTokens: 256 };
  const [input, output] = [count("input-tokens", start.inputTokens), count("output-tokens", start.outputTokens)];
  const hits = html`<input type="number" min="0" step="1" value=${initial.prefixHitTokens} name="prefix-hit">` as HTMLInputElement;
  const fixed = html`<div class="rp-fields"><label>Prompt tokens${input}</label><label>Answer tokens${output}</label></div>` as HTMLElement;
  const note = html`<p class="rp-form-note"></p>`;
  const whole = (field: HTMLInputElement, least: number): number | null => {
    const value = Number(field.value);
    const fine = field.value !== "" && Number.isInteger(value) && value >= least && value <= 1e7;
    field.toggleAttribute("aria-invalid", !fine);
    return fine ? value : null;
  };
  const tellLengths = (): void => {
    const [inputTokens, outputTokens] = [whole(input, 1), whole(output, 1)];
    if (inputTokens !== null && outputTokens !== null) change({ workload: { kind: "lengths", inputTokens, outputTokens } });
  };
  select.oninput = (event) => {
    event.stopPropagation();
    if (select.value === "lengths") tellLengths();
    else if (select.value !== "trace") change({ workload: { kind: "published", id: select.value } });
    else if (trace !== null) change({ workload: trace });
    else file.click();
  };
  for (const field of [input, output]) {
    field.oninput = (event) => {
      event.stopPropagation();
      tellLengths();
    };
  }
  hits.oninput = (event) => {
    event.stopPropagation();
    const prefixHitTokens = whole(hits, 0);
    if (prefixHitTokens !== null) change({ prefixHitTokens });
  };
  file.onchange = (event) => {
    event.stopPropagation();
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void take(chosen);
  };
  return {
    element: html`<div>${select}<label class="rp-link">or open a trace (CSV, JSON, .gz)${file}</label>${fixed}${note}
      <details><summary>Prefix cache</summary><div class="rp-fields"><label>Prompt tokens found in it${hits}</label></div></details></div>`,
    follow: ({ workload, prefixHitTokens }) => {
      if (workload.kind === "trace") trace = workload;
      select.value = workload.kind === "published" ? workload.id : workload.kind;
      traceOption.textContent = trace?.kind === "trace" ? trace.trace.name : "Your trace…";
      fixed.hidden = workload.kind !== "lengths";
      if (document.activeElement !== hits) hits.value = String(prefixHitTokens);
      const lengths = lengthsOf(workload);
      const mean = (tokens: typeof lengths.inputTokens): string => digits(Math.round(lengthMoments(tokens, "tokens", 0).mean), 9);
      const requests = workload.kind === "trace" ? `${digits(workload.trace.requests, 9)} requests; ` : "";
      note.textContent = workload.kind === "lengths" ? "" : `${requests}mean prompt ${mean(lengths.inputTokens)} tokens, answer ${mean(lengths.outputTokens)}`;
    },
  };
}
