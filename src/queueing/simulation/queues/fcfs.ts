import { NumberHeap } from "../../../numerics/heap.ts";
import type { Sampler } from "../../../workloads/sampling.ts";
import { samplerOf } from "../../../workloads/sampling.ts";
import type { Replication } from "../replications.ts";
import { classServices, type QueueSetup, type QueueStreams } from "./setup.ts";
import { QueueWindow } from "./window.ts";

/** One server, first come first served, one class: Lindley's recursion W' = (W + S − A)⁺. */
export function lindley(setup: QueueSetup, streams: QueueStreams): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const service = classServices(setup)[0] as Sampler;
  let unfinished = 0;
  return {
    advance(requests) {
      const window = new QueueWindow(1);
      const record = window.classes[0]!;
      const { wait, sojourn } = record;
      let work = unfinished;
      let seconds = 0;
      let busy = 0;
      let idle = 0;
      let delayed = 0;
      for (let i = 0; i < requests; i++) {
        const gap = gaps(streams.arrivals);
        seconds += gap;
        work -= gap;
        if (work < 0) {
          idle -= work;
          work = 0;
        } else if (work > 0) delayed++;
        const size = service(streams.services);
        busy += size;
        wait.add(work);
        work += size;
        sojourn.add(work);
      }
      unfinished = work;
      window.seconds = seconds;
      window.busySeconds = busy;
      window.idleSeconds = idle;
      record.arrivals = requests;
      record.served = requests;
      record.delayed = delayed;
      record.servedWait = wait.sum;
      record.presentSeconds = sojourn.sum;
      return window;
    },
  };
}

/** What may happen to an arrival besides waiting its turn. */
export interface FcfsLimits {
  /** Waiting places; +∞ without a limit. */
  readonly buffer: number;
  readonly patience: Sampler | undefined;
}

/** Reads the limits of `fcfs`, `fcfs-impatient`, `loss` and `finite-buffer`. */
export function fcfsLimits({ discipline }: QueueSetup): FcfsLimits {
  if (discipline.name === "loss") return { buffer: 0, patience: undefined };
  if (discipline.name === "finite-buffer") return { buffer: discipline.buffer, patience: undefined };
  if (discipline.name === "fcfs-impatient") return { buffer: Infinity, patience: samplerOf(discipline.patience ?? discipline.patience_s) };
  return { buffer: Infinity, patience: undefined };
}

/**
 * Several servers, first come first served, with a finite buffer or patience: an arrival takes the server that is free
 * first (Kiefer and Wolfowitz), so its fate is known when it arrives.
 */
export function fcfs(setup: QueueSetup, streams: QueueStreams): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services = classServices(setup);
  const { buffer, patience } = fcfsLimits(setup);
  const free = new NumberHeap();
  for (let i = 0; i < setup.servers; i++) free.push(0);
  const starts = new StartRing();
  let now = 0;
  let lastEnd = 0;
  return {
    advance(requests) {
      const window = new QueueWindow(setup.classes);
      const from = now;
      for (let i = 0; i < requests; i++) {
        now += gaps(streams.arrivals);
        const kind = setup.classes > 1 ? setup.classOf(streams.other) : 0;
        const record = window.classes[kind]!;
        record.arrivals++;
        const wait = Math.max(0, free.top - now);
        if (wait > 0) {
          record.delayed++;
          if (buffer < Infinity && starts.later(now) >= buffer) {
            record.blocked++;
            continue;
          }
        } else if (now > lastEnd) window.idleSeconds += now - lastEnd;
        if (patience !== undefined) {
          const limit = patience(streams.other);
          if (wait > limit) {
            record.abandoned++;
            record.wait.add(limit);
            record.presentSeconds += limit;
            continue;
          }
        }
        const size = services[kind]!(streams.services);
        const start = now + wait;
        const end = start + size;
        free.replaceTop(end);
        if (end > lastEnd) lastEnd = end;
        if (wait > 0 && buffer < Infinity) starts.push(start);
        window.busySeconds += size;
        record.served++;
        record.servedWait += wait;
        record.wait.add(wait);
        record.sojourn.add(wait + size);
        record.presentSeconds += wait + size;
      }
      window.seconds = now - from;
      return window;
    },
  };
}

/** Start times of admitted requests, ascending: how many still wait at a moment. */
class StartRing {
  #times = new Float64Array(64);
  #head = 0;
  #size = 0;

  push(time: number): void {
    if (this.#size === this.#times.length) {
      const wider = new Float64Array(2 * this.#size);
      for (let i = 0; i < this.#size; i++) wider[i] = this.#times[(this.#head + i) % this.#size]!;
      this.#times = wider;
      this.#head = 0;
    }
    this.#times[(this.#head + this.#size++) % this.#times.length] = time;
  }

  later(time: number): number {
    while (this.#size > 0 && this.#times[this.#head]! <= time) {
      this.#head = (this.#head + 1) % this.#times.length;
      this.#size--;
    }
    return this.#size;
  }
}
