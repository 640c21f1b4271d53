import { html } from "htl";
import { models } from "../../../src/index.ts";
import { readConfig } from "../../../src/models/readConfig.ts";
import { digits } from "../figures.ts";
import { classify, textOf } from "./dropped.ts";
import { deviceList, ownDevicePanel } from "./devices.ts";
import { slider } from "./slider.ts";
import type { PlannerState } from "./planner-state.ts";
import { summariseTrace } from "./trace.ts";
import { workloadFields } from "./traffic.ts";

/** The questions of the page as one element: its value is the state, and it tells every change with an `input` event. */
export interface PlannerForm extends HTMLElement {
  value: PlannerState;
  /** Changes some of it, as a click elsewhere on the page does. */
  change: (patch: Partial<PlannerState>) => void;
  /** Takes a dropped or chosen file: a model, a device or a trace, by what it holds. */
  take: (file: File) => Promise<void>;
}

/** A part of the form: what it shows, and how it follows the state. */
export interface FormPart {
  readonly element: HTMLElement;
  readonly follow: (state: PlannerState) => void;
}

/** The form with a state to start from. */
export function plannerForm(initial: PlannerState): PlannerForm {
  const note = html`<p class="rp-form-note" role="status"></p>`;
  const form = html`<form class="rp-planner" aria-label="Scenario" onsubmit=${(event: Event) => event.preventDefault()}></form>` as PlannerForm;
  form.value = initial;
  const say = (message: string, bad = false): void => {
    note.textContent = message;
    note.classList.toggle("rp-bad", bad);
    // It stands at the head of the form; whoever scrolled on is brought back to what is wrong.
    if (bad) note.scrollIntoView({ block: "nearest" });
  };
  const change = (patch: Partial<PlannerState>): void => {
    form.value = { ...form.value, ...patch };
    for (const part of parts) part.follow(form.value);
    form.dispatchEvent(new CustomEvent("input"));
  };
  const take = async (file: File): Promise<void> => {
    try {
      const dropped = classify(await textOf(file), file.name);
      if (dropped.kind === "model") {
        readConfig(dropped.config, { id: dropped.name }); // throws what is wrong with it
        change({ model: { name: dropped.name, config: dropped.config } });
      }
      else if (dropped.kind === "device") change({ ownDevice: dropped.spec });
      else {
        const trace = summariseTrace(dropped.text, dropped.name);
        change({ workload: { kind: "trace", trace }, ratePerSecond: Number(trace.ratePerSecond.toPrecision(3)), prefixHitTokens: trace.prefixHitTokens });
      }
      say(`${file.name}: taken as a ${dropped.kind}. It stays in this browser.`);
    } catch (fault) {
      say(`${file.name}: ${fault instanceof Error ? fault.message : String(fault)}`, true);
    }
  };
  const rate = slider({ label: "Requests per second", unit: "/s", low: 0.1, high: 1000, value: initial.ratePerSecond, name: "rate" }, (ratePerSecond) => change({ ratePerSecond }));
  const ttft = slider({ label: "First token within, p95", unit: "ms", low: 50, high: 20_000, factor: 1000, value: initial.ttftP95Seconds, name: "ttft" }, (ttftP95Seconds) => change({ ttftP95Seconds }));
  const tpot = slider({ label: "Further tokens within, p95", unit: "ms", low: 3, high: 300, factor: 1000, value: initial.tpotP95Seconds, name: "tpot" }, (tpotP95Seconds) => change({ tpotP95Seconds }));
  const traffic = workloadFields(initial, change, take);
  const busiestWords = html`<span></span>` as HTMLElement;
  const planBusiest = html`<button type="button" name="busiest" class="rp-look">Plan for it</button>` as HTMLButtonElement;
  const busiest = html`<p class="rp-form-note">${busiestWords} ${planBusiest}</p>` as HTMLElement;
  const parts: FormPart[] = [
    modelField(change, take), traffic, deviceList(initial, change), ownDevicePanel(change, say), apiFields(initial, change),
    {
      element: busiest,
      follow: (state) => {
        rate.set(state.ratePerSecond);
        ttft.set(state.ttftP95Seconds);
        tpot.set(state.tpotP95Seconds);
        const most = state.workload.kind === "trace" ? Number(state.workload.trace.busiestRatePerSecond.toPrecision(3)) : 0;
        busiest.hidden = most <= state.ratePerSecond;
        busiestWords.textContent = `The busiest twentieth of the trace brings ${digits(most)}/s, more than is planned for.`;
        planBusiest.onclick = () => change({ ratePerSecond: most });
      },
    },
  ];
  const [model, , devices, own, api] = parts as [FormPart, FormPart, FormPart, FormPart, FormPart, FormPart];
  form.append(
    note,
    html`<fieldset><legend>Model</legend>${model.element}</fieldset>`,
    html`<fieldset><legend>Traffic</legend>${traffic.element}${rate.element}${busiest}</fieldset>`,
    html`<fieldset><legend>Objective</legend>${ttft.element}${tpot.element}</fieldset>`,
    html`<fieldset><legend>Devices and prices</legend>${devices.element}${own.element}${api.element}</fieldset>`,
    html`<p class="rp-form-note">Drop a <code>config.json</code>, a device file or a trace anywhere on this page. Files are read here and sent nowhere.</p>`,
  );
  form.change = change;
  form.take = take;
  for (const part of parts) part.follow(initial);
  return form;
}

/** The page takes files wherever they are dropped; the returned function ends that. */
export function takeDrops(form: PlannerForm): () => void {
  const over = (event: DragEvent): void => {
    event.preventDefault();
    document.body.toggleAttribute("data-dropping", event.type === "dragover");
  };
  const drop = (event: DragEvent): void => {
    over(event);
    for (const file of event.dataTransfer?.files ?? []) void form.take(file);
  };
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", over);
  document.addEventListener("drop", drop);
  return () => {
    document.removeEventListener("dragover", over);
    document.removeEventListener("dragleave", over);
    document.removeEventListener("drop", drop);
  };
}

type Change = (patch: Partial<PlannerState>) => void;

function modelField(change: Change, take: (file: File) => Promise<void>): FormPart {
  const known = models();
  const names = new Map(known.map(({ id }) => [id.toLowerCase(), id]));
  const input = html`<input type="text" list="rp-models" name="model" aria-label="Model" spellcheck="false" autocomplete="off">` as HTMLInputElement;
  const file = html`<input type="file" accept=".json" class="rp-hidden" aria-label="config.json">` as HTMLInputElement;
  const what = html`<p class="rp-form-note"></p>`;
  input.oninput = (event) => {
    event.stopPropagation();
    const id = names.get(input.value.trim().toLowerCase());
    input.toggleAttribute("aria-invalid", id === undefined);
    if (id !== undefined) change({ model: id });
    else what.textContent = "Not in the catalogue: choose from the list, or open the model's config.json.";
  };
  // A list shows what fits the text: with the whole name in it, nothing but itself.
  input.onfocus = () => input.select();
  file.onchange = (event) => {
    event.stopPropagation();
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void take(chosen);
  };
  return {
    element: html`<div>${input}<datalist id="rp-models">${known.map(({ id }) => html`<option value=${id}>`)}</datalist>
      <label class="rp-link">or open a config.json${file}</label>${what}</div>`,
    follow: ({ model }) => {
      if (document.activeElement !== input) input.value = typeof model === "string" ? model : model.name;
      what.textContent = typeof model === "string" ? "" : `Read from ${model.name}.`;
      if (typeof model === "string") input.removeAttribute("aria-invalid");
    },
  };
}

function apiFields(initial: PlannerState, change: Change): FormPart {
  const field = (name: string, value: number | undefined): HTMLInputElement => html`<input type="number" min="0" step="any" placeholder="–" value=${value ?? ""} name=${name}>` as HTMLInputElement;
  const input = field("api-input", initial.api?.usdPerMillionInputTokens);
  const output = field("api-output", initial.api?.usdPerMillionOutputTokens);
  const tell = (event: Event): void => {
    event.stopPropagation();
    const [usdPerMillionInputTokens, usdPerMillionOutputTokens] = [Number(input.value), Number(output.value)];
    change({ api: usdPerMillionInputTokens > 0 && usdPerMillionOutputTokens > 0 ? { usdPerMillionInputTokens, usdPerMillionOutputTokens } : null });
  };
  input.oninput = tell;
  output.oninput = tell;
  return {
    element: html`<details><summary>Compare with an API's price</summary><div class="rp-fields">
      <label>$ per million input tokens${input}</label><label>$ per million output tokens${output}</label></div></details>`,
    follow: () => undefined,
  };
}
