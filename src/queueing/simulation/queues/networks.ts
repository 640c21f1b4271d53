import { KeyedHeap, NumberHeap } from "../../../numerics/heap.ts";
import type { Replication } from "../replications.ts";
import { WaitingRing } from "../waiting-line.ts";
import { JobTable } from "./jobs.ts";
import { type QueueSetup, type QueueStreams, serviceSampler } from "./setup.ts";
import { QueueWindow } from "./window.ts";

/**
 * FCFS stations in a row. The starts at a station follow each other in time, and nobody leaves before the latest start, so
 * departures up to then can be handed on in order: `started` of a job is the end of stage 1, `remaining` its first wait.
 */
export function tandem(setup: QueueSetup, streams: QueueStreams, servers: readonly number[]): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services = servers.map((_, stage) => serviceSampler(setup.services[stage] ?? setup.services[0]));
  const free = servers.map((count) => {
    const heap = new NumberHeap();
    for (let i = 0; i < count; i++) heap.push(0);
    return heap;
  });
  const moving = servers.map(() => new KeyedHeap());
  const jobs = new JobTable();
  let now = 0;
  let number = 0;
  return {
    advance(requests) {
      const window = new QueueWindow(1);
      const record = window.classes[0]!;
      const from = now;
      /** Serves a job at a stage from `at` on; returns when its service starts. */
      const serve = (job: number, stage: number, at: number): number => {
        const start = Math.max(at, free[stage]!.top);
        const size = services[stage]!(streams.services);
        free[stage]!.replaceTop(start + size);
        window.busySeconds += size;
        if (stage === 0) {
          jobs.remaining[job] = start - at;
          jobs.started[job] = start + size;
        }
        moving[stage]!.push(start + size, jobs.number[job]!, job);
        return start;
      };
      const finish = (job: number, time: number): void => {
        const arrival = jobs.arrival[job]!;
        const wait = jobs.remaining[job]!;
        record.served++;
        if (wait > 0) record.delayed++;
        record.servedWait += wait;
        record.wait.add(wait);
        record.ttft.add(jobs.started[job]! - arrival);
        record.sojourn.add(time - arrival);
        record.presentSeconds += time - arrival;
        jobs.release(job);
      };
      for (let i = 0; i < requests; i++) {
        now += gaps(streams.arrivals);
        const job = jobs.take(now, 0, 0);
        jobs.number[job] = number++;
        let bound = serve(job, 0, now);
        for (let stage = 0; stage < servers.length; stage++) {
          const out = moving[stage]!;
          let next = -Infinity;
          while (out.size > 0 && out.topKey <= bound) {
            const time = out.topKey;
            const moved = out.pop();
            if (stage + 1 === servers.length) finish(moved, time);
            else next = serve(moved, stage + 1, time);
          }
          // Later arrivals at the next stage come after `bound`, so they start there no earlier than this.
          if (stage + 1 < servers.length) bound = Math.max(next, bound);
        }
      }
      window.seconds = now - from;
      record.arrivals = record.served;
      return window;
    },
  };
}

/**
 * `population` jobs that think (exponential) and then visit single-server FCFS stations in a row with exponential services:
 * the product-form network of exact MVA.
 */
export function closedNetwork(
  streams: QueueStreams,
  demands: readonly number[],
  population: number,
  thinkSeconds: number,
): Replication<QueueWindow> {
  const events = new KeyedHeap();
  const queues = demands.map(() => new WaitingRing());
  const cycleStart = new Float64Array(population);
  const stationOf = new Int32Array(population).fill(-1);
  let now = 0;
  let number = 0;
  const draw = (mean: number): number => (mean > 0 ? mean * streams.services.exponential() : 0);
  const enter = (job: number, station: number): void => {
    stationOf[job] = station;
    queues[station]!.push(job);
    if (queues[station]!.size === 1) events.push(now + draw(demands[station]!), number++, job);
  };
  for (let job = 0; job < population; job++) events.push(draw(thinkSeconds), number++, job);
  return {
    advance(requests) {
      const window = new QueueWindow(1);
      const record = window.classes[0]!;
      const from = now;
      for (let done = 0; done < requests; ) {
        now = events.topKey;
        const job = events.pop();
        const station = stationOf[job]!;
        if (station < 0) {
          cycleStart[job] = now;
          enter(job, 0);
          continue;
        }
        const queue = queues[station]!;
        queue.shift();
        if (queue.size > 0) events.push(now + draw(demands[station]!), number++, queue.head());
        if (station + 1 < demands.length) {
          enter(job, station + 1);
          continue;
        }
        const sojourn = now - cycleStart[job]!;
        record.served++;
        record.sojourn.add(sojourn);
        record.presentSeconds += sojourn;
        done++;
        stationOf[job] = -1;
        events.push(now + draw(thinkSeconds), number++, job);
      }
      window.seconds = now - from;
      return window;
    },
  };
}

/** A loss system in which a request of class i holds `sizes[i]` units of the capacity for its service time. */
export function multiRateLoss(
  setup: QueueSetup,
  streams: QueueStreams,
  capacity: number,
  sizes: readonly number[],
): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services = Array.from({ length: setup.classes }, (_, i) => serviceSampler(setup.services[i] ?? setup.services[0]));
  const ends = new KeyedHeap();
  let now = 0;
  let used = 0;
  let number = 0;
  return {
    advance(requests) {
      const window = new QueueWindow(setup.classes);
      const from = now;
      for (let i = 0; i < requests; i++) {
        now += gaps(streams.arrivals);
        while (ends.topKey <= now) used -= sizes[ends.pop()]!;
        const kind = setup.classOf(streams.other);
        const record = window.classes[kind]!;
        record.arrivals++;
        const size = sizes[kind]!;
        if (used + size > capacity) {
          record.blocked++;
          record.delayed++;
          continue;
        }
        const time = services[kind]!(streams.services);
        used += size;
        ends.push(now + time, number++, kind);
        record.served++;
        record.wait.add(0);
        record.sojourn.add(time);
        record.presentSeconds += time;
        window.busySeconds += time * size;
      }
      window.seconds = now - from;
      return window;
    },
  };
}
