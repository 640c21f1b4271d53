import { html } from "htl";
import { deviceFileOf, deviceIds, devices, type Precision } from "../../../src/index.ts";
import { parseDevice } from "../../../src/hardware/parse-device.ts";
import { catalogueDevicePrice } from "../../../src/predict/price.ts";
import { dollars } from "../figures.ts";
import type { FormPart } from "./form.ts";
import type { PlannerState } from "./planner-state.ts";
import { accelerators } from "./state.ts";

type Change = (patch: Partial<PlannerState>) => void;

/** Which devices may be bought, and what an hour of each costs. */
export function deviceList(initial: PlannerState, change: Change): FormPart {
  const all = accelerators();
  const chosen = new Set(initial.hardware.length === 0 ? all : initial.hardware);
  const prices = new Map(Object.entries(initial.usdPerDeviceHour));
  const summary = html`<summary></summary>` as HTMLElement;
  const boxes = new Map<string, HTMLInputElement>();
  const tell = (): void => {
    const hardware = chosen.size === all.length || chosen.size === 0 ? [] : all.filter((id) => chosen.has(id));
    change({ hardware, usdPerDeviceHour: Object.fromEntries(prices) });
  };
  const known = new Map(devices().map((device) => [device.id, device]));
  const rows = all.map((id) => {
    const box = html`<input type="checkbox" checked=${chosen.has(id)} name=${`device-${id}`}>` as HTMLInputElement;
    box.checked = chosen.has(id);
    boxes.set(id, box);
    const device = known.get(id);
    const list = device === undefined ? undefined : catalogueDevicePrice(device);
    const price = html`<input type="number" min="0" step="any" placeholder=${list === undefined ? "no price" : dollars(list)} value=${prices.get(id) ?? ""} name=${`price-${id}`} aria-label=${`Price of ${id}, dollars per device-hour`}>` as HTMLInputElement;
    box.oninput = (event) => {
      event.stopPropagation();
      if (box.checked) chosen.add(id);
      else chosen.delete(id);
      tell();
    };
    price.oninput = (event) => {
      event.stopPropagation();
      if (Number(price.value) > 0) prices.set(id, Number(price.value));
      else prices.delete(id);
      tell();
    };
    return html`<div class="rp-device"><label>${box} <span>${device?.name ?? id}</span></label><span class="unit">$</span>${price}</div>`;
  });
  const mark = (wanted: (id: string) => boolean): void => {
    chosen.clear();
    for (const id of all) {
      const box = boxes.get(id);
      if (wanted(id)) chosen.add(id);
      if (box !== undefined) box.checked = wanted(id);
    }
    tell();
  };
  const priced = (id: string): boolean => prices.has(id) || catalogueDevicePrice(known.get(id) as NonNullable<ReturnType<typeof known.get>>) !== undefined;
  const precision = html`<select name="precision" aria-label="Number format">
    <option value="any">16-bit or fp8, whichever is cheaper</option><option value="bf16">bf16 only</option><option value="fp8">fp8 only</option><option value="int4_wo">int4 weights</option><option value="fp4">fp4 only</option></select>` as HTMLSelectElement;
  precision.oninput = (event) => {
    event.stopPropagation();
    change({ precision: precision.value as "any" | Precision });
  };
  return {
    element: html`<div>${precision}<details class="rp-devices">${summary}
      <div class="rp-buttons"><button type="button" onclick=${() => mark(() => true)}>all</button><button type="button" onclick=${() => mark(priced)}>with a price</button><button type="button" onclick=${() => mark((id) => id === "h100-sxm5-80")}>one</button></div>
      <div class="rp-scroll">${rows}</div><p class="rp-form-note">Dollars per device-hour; grey figures are list prices of the catalogue.</p></details></div>`,
    follow: (state) => {
      const own = Object.keys(state.usdPerDeviceHour).length;
      summary.textContent = `${state.hardware.length === 0 ? `All ${all.length} accelerators` : `${state.hardware.length} of ${all.length} accelerators`}${own === 0 ? ", list prices" : `, ${own} own price${own === 1 ? "" : "s"}`}`;
      precision.value = state.precision;
    },
  };
}

/** A device of one's own: a catalogue device's file with the figures to change. */
export function ownDevicePanel(change: Change, say: (message: string, bad?: boolean) => void): FormPart {
  const select = html`<select aria-label="Start from" name="own-start"><option value="">Start from…</option>${deviceIds().map((id) => html`<option>${id}</option>`)}</select>` as HTMLSelectElement;
  const text = html`<textarea name="own-device" rows="14" spellcheck="false" aria-label="Device as JSON" placeholder="A device file: start from one of the catalogue, or paste your own."></textarea>` as HTMLTextAreaElement;
  const details = html`<details><summary>A device of your own</summary>${select}${text}</details>` as HTMLDetailsElement;
  const buttons = html`<div class="rp-buttons"><button type="button" name="own-apply" onclick=${apply}>Plan with it</button><button type="button" name="own-drop" onclick=${() => change({ ownDevice: null })}>Leave it out</button></div>`;
  details.append(buttons);
  select.oninput = (event) => {
    event.stopPropagation();
    if (select.value === "") return;
    text.value = JSON.stringify({ ...deviceFileOf(select.value), id: `my-${select.value}` }, null, 2);
  };
  text.oninput = (event) => event.stopPropagation();
  function apply(): void {
    try {
      const spec = JSON.parse(text.value) as { readonly id: string };
      // Read as a search would read it, so that a fault shows here, beside the text.
      parseDevice(spec);
      change({ ownDevice: spec });
      say(`${spec.id} is planned with.`);
    } catch (fault) {
      say(fault instanceof SyntaxError ? `the device is not JSON: ${fault.message}` : (fault as Error).message, true);
    }
  }
  return {
    element: details,
    follow: ({ ownDevice }) => {
      if (ownDevice === null) return;
      if (document.activeElement !== text) text.value = JSON.stringify(ownDevice, null, 2);
      details.open = true;
    },
  };
}
