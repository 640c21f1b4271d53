import { html } from "htl";
import type { BackendName, HostMeasurement } from "../../src/evidence/kernels/index.ts";

/** What to measure with. */
export interface MeasureRequest {
  readonly seconds: number;
  readonly backend: Exclude<BackendName, "tensorflow">;
}

/** What the measuring worker says. */
export type Measured = { readonly measurement: HostMeasurement } | { readonly fault: string } | { readonly started: true };

/** A button that measures this machine in a worker and shows how far it is; its value is the measurement, null before the first. */
export function measureButton(request: () => MeasureRequest): HTMLElement & { value: HostMeasurement | null } {
  const button = html`<button type="button" name="measure">Measure this machine</button>` as HTMLButtonElement;
  const bar = html`<progress max="1" value="0" hidden aria-label="measuring"></progress>` as HTMLProgressElement;
  const note = html`<span class="rp-note" role="status"></span>`;
  const whole = html`<div class="rp-buttons">${button}${bar}${note}</div>` as HTMLElement & { value: HostMeasurement | null };
  whole.value = null;
  let worker: Worker | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const end = (message: string): void => {
    worker?.terminate();
    worker = null;
    clearInterval(timer);
    bar.hidden = true;
    button.textContent = "Measure again";
    note.textContent = message;
  };
  button.onclick = () => {
    if (worker !== null) return end("stopped");
    const { seconds, backend } = request();
    worker = new Worker(new URL("./measure-worker.ts", import.meta.url), { type: "module" });
    bar.hidden = false;
    bar.removeAttribute("value");
    button.textContent = "Stop";
    note.textContent = "loading TensorFlow.js…";
    let start = 0;
    worker.onerror = (event) => end(`it did not start: ${event.message}`);
    worker.onmessage = ({ data }: MessageEvent<Measured>) => {
      if ("started" in data) {
        start = performance.now();
        timer = setInterval(() => {
          const elapsed = (performance.now() - start) / 1000;
          bar.value = Math.min(0.99, elapsed / seconds);
          note.textContent = elapsed < seconds ? `${Math.round(elapsed)} of about ${seconds} s` : "finishing the last repeats…";
        }, 250);
      } else if ("fault" in data) end(data.fault);
      else {
        end(`${data.measurement.kernels.length} kernels timed${data.measurement.leftOut.length > 0 ? `, ${data.measurement.leftOut.length} too slow for the time given` : ""}`);
        whole.value = data.measurement;
        whole.dispatchEvent(new CustomEvent("input"));
      }
    };
    worker.postMessage({ seconds, backend } satisfies MeasureRequest);
  };
  return whole;
}
