import { NumberHeap } from "../../../numerics/heap.ts";
import { RidgepointError } from "../../../quantities/errors.ts";
import type { Replication } from "../replications.ts";
import { fcfsLimits } from "./fcfs.ts";
import { classServices, type QueueSetup, type QueueStreams } from "./setup.ts";

/** Sums over runs of what is seen at the wanted times. */
export interface TransientWindow {
  runs: number;
  readonly present: Float64Array;
  readonly allBusy: Float64Array;
}

export function mergeTransient(windows: readonly TransientWindow[]): TransientWindow {
  const first = windows[0] as TransientWindow;
  const sum = { runs: 0, present: new Float64Array(first.present.length), allBusy: new Float64Array(first.present.length) };
  for (const { runs, present, allBusy } of windows) {
    sum.runs += runs;
    for (let i = 0; i < present.length; i++) {
      sum.present[i] = sum.present[i]! + present[i]!;
      sum.allBusy[i] = sum.allBusy[i]! + allBusy[i]!;
    }
  }
  return sum;
}

/**
 * A queue with time-varying arrivals from an empty start: independent runs, each looked at at the given times. In FCFS with
 * or without limits the stay of a request is known when it arrives, so a run costs its arrivals and nothing else.
 */
export function transient(setup: QueueSetup, streams: QueueStreams, times: readonly number[]): Replication<TransientWindow> {
  const { name } = setup.discipline;
  if (!["fcfs", "fcfs-impatient", "loss", "finite-buffer"].includes(name)) {
    throw new RidgepointError("unsupported", `discipline = "${name}" is not simulated with sinusoidal arrivals; fcfs, fcfs-impatient, loss and finite-buffer are`, {
      path: "discipline",
      value: name,
    });
  }
  const service = classServices(setup)[0]!;
  const { buffer, patience } = fcfsLimits(setup);
  const order = times.map((_, i) => i).sort((a, b) => times[a]! - times[b]!);
  const sorted = order.map((i) => times[i]!);
  const horizon = sorted[sorted.length - 1] ?? 0;
  const free = new NumberHeap();
  const starts = new NumberHeap();
  return {
    advance(runs) {
      const window: TransientWindow = { runs, present: new Float64Array(times.length), allBusy: new Float64Array(times.length) };
      const count = new Int32Array(times.length);
      for (let run = 0; run < runs; run++) {
        count.fill(0);
        free.clear();
        starts.clear();
        for (let i = 0; i < setup.servers; i++) free.push(0);
        const gaps = setup.gaps();
        let first = 0;
        for (let now = gaps(streams.arrivals); now <= horizon; now += gaps(streams.arrivals)) {
          while (sorted[first]! < now) first++;
          let wait = Math.max(0, free.top - now);
          let end: number;
          if (wait > 0 && buffer < Infinity) {
            while (starts.top <= now) starts.pop();
            if (starts.size >= buffer) continue;
            starts.push(now + wait);
          }
          const limit = patience === undefined ? Infinity : patience(streams.other);
          if (wait > limit) {
            wait = limit;
            end = now + limit;
          } else {
            end = now + wait + service(streams.services);
            free.replaceTop(end);
          }
          for (let i = first; i < sorted.length && sorted[i]! < end; i++) count[i] = count[i]! + 1;
        }
        for (let i = 0; i < sorted.length; i++) {
          const at = order[i]!;
          window.present[at] = window.present[at]! + count[i]!;
          if (count[i]! >= setup.servers) window.allBusy[at] = window.allBusy[at]! + 1;
        }
      }
      return window;
    },
  };
}
