import { html } from "htl";

/** Options of a slider on a logarithmic scale with a number beside it. */
export interface SliderOptions {
  readonly label: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** Figure of the state in the unit of the slider: 1000 for milliseconds of seconds. */
  readonly factor?: number;
  readonly name: string;
}

/** A slider that tells its value while it is dragged, and takes one that is typed, also beyond its ends. */
export interface Slider {
  readonly element: HTMLElement;
  readonly set: (value: number) => void;
}

const steps = 400;

export function slider(options: SliderOptions, onValue: (value: number) => void): Slider {
  const { label, unit, low, high, name, factor = 1 } = options;
  const toPosition = (value: number): number => Math.round((steps * Math.log((value * factor) / low)) / Math.log(high / low));
  const shown = (value: number): string => String(Number((value * factor).toPrecision(3)));
  const range = html`<input type="range" min="0" max=${steps} step="1" value=${toPosition(options.value)} aria-label=${`${label}, ${unit}`} name=${`${name}-slider`}>` as HTMLInputElement;
  const number = html`<input type="number" min="0" step="any" value=${shown(options.value)} aria-label=${`${label}, ${unit}`} name=${name}>` as HTMLInputElement;
  range.oninput = (event) => {
    event.stopPropagation();
    const value = Number((low * (high / low) ** (Number(range.value) / steps)).toPrecision(3)) / factor;
    number.value = shown(value);
    onValue(value);
  };
  number.oninput = (event) => {
    event.stopPropagation();
    const value = Number(number.value) / factor;
    const fine = value > 0 && value < 1e9;
    number.toggleAttribute("aria-invalid", !fine);
    if (!fine) return;
    range.value = String(toPosition(value));
    onValue(value);
  };
  return {
    element: html`<div class="rp-slider"><span class="name">${label}</span><span class="entry">${number}<span class="unit">${unit}</span></span>${range}</div>`,
    set: (value) => {
      range.value = String(toPosition(value));
      if (document.activeElement !== number) number.value = shown(value);
    },
  };
}
