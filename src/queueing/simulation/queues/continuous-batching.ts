import { NumberHeap } from "../../../numerics/heap.ts";
import { RidgepointError } from "../../../quantities/errors.ts";
import { samplerOf } from "../../../workloads/sampling.ts";
import type { DisciplineObject } from "../../types.ts";
import type { Replication } from "../replications.ts";
import { WaitingRing } from "../waiting-line.ts";
import { JobTable } from "./jobs.ts";
import { countSampler, type QueueSetup, type QueueStreams } from "./setup.ts";
import { QueueWindow } from "./window.ts";

const SLOTS = 2 ** 22;

/**
 * Continuous batching with iterations of fixed + per_request·b + per_prefill·a: jumps from one change of the batch to the
 * next, so the cost of a request does not depend on its tokens. `size` of a job is its tokens, `rank` its KV tokens,
 * `started` the end of its first iteration, `remaining` the start.
 */
export function continuousBatching(
  setup: QueueSetup,
  streams: QueueStreams,
  discipline: Extract<DisciplineObject, { name: "continuous-batching" }>,
): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const service = setup.services[0];
  if (service === undefined || !("tokens" in service)) {
    throw new RidgepointError("unsupported", "continuous-batching needs a service with tokens", { path: "service", value: service });
  }
  const cap = "cap" in service ? (service.cap ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const drawTokens = countSampler(service.tokens);
  const drawInput = samplerOf(discipline.input_tokens ?? 0);
  const { max_batch: most, kv_capacity_tokens: capacity = Number.POSITIVE_INFINITY } = discipline;
  const { fixed_s: fixed, per_request_s: perRequest, per_prefill_s: perPrefill = 0 } = discipline.iteration;
  const limited = capacity < Number.POSITIVE_INFINITY;
  const jobs = new JobTable();
  const queue = new WaitingRing();
  const ends = new NumberHeap();
  let fresh = new Int32Array(64);
  let now = 0;
  let iteration = 0;
  let running = 0;
  let held = 0;
  let nextArrival = gaps(streams.arrivals);

  const arrive = (): void => {
    const tokens = Math.min(cap, drawTokens(streams.services));
    const job = jobs.take(nextArrival, tokens, 0);
    if (limited) {
      const need = tokens + Math.ceil(drawInput(streams.other));
      if (need > capacity) {
        throw new RidgepointError("infeasible", `a request of ${need} tokens does not fit into a KV cache of ${capacity} tokens`, {
          path: "discipline.kv_capacity_tokens",
          value: capacity,
        });
      }
      jobs.rank[job] = need;
    }
    queue.push(job);
    nextArrival += gaps(streams.arrivals);
  };
  return {
    advance(requests) {
      const window = new QueueWindow(1);
      const record = window.classes[0]!;
      const from = now;
      for (let done = 0; done < requests; ) {
        if (running === 0 && queue.size === 0) {
          window.idleSeconds += nextArrival - now;
          now = nextArrival;
          arrive();
        }
        let admitted = 0;
        while (queue.size > 0 && running < most) {
          const job = queue.head();
          if (limited) {
            if (held + jobs.rank[job]! > capacity) break;
            held += jobs.rank[job]!;
          }
          queue.shift();
          running++;
          if (admitted === fresh.length) {
            const wider = new Int32Array(2 * admitted);
            wider.set(fresh);
            fresh = wider;
          }
          fresh[admitted++] = job;
          ends.push((iteration + jobs.size[job]!) * SLOTS + job);
          const wait = now - jobs.arrival[job]!;
          if (wait > 0) record.delayed++;
          record.wait.add(wait);
          record.servedWait += wait;
        }
        const seconds = fixed + perRequest * running + perPrefill * admitted;
        let steps = 1;
        if (admitted === 0) {
          steps = Math.floor(ends.top / SLOTS) - iteration;
          // An arrival joins at the next boundary, unless somebody waits already for room.
          if (queue.size === 0 && running < most) steps = Math.min(steps, Math.max(1, Math.ceil((nextArrival - now) / seconds)));
        }
        iteration += steps;
        now += steps * seconds;
        window.batches += steps;
        window.batchSum += steps * running;
        window.batchSquares += steps * running * running;
        window.batchSeconds += steps * seconds;
        for (let i = 0; i < admitted; i++) {
          const job = fresh[i]!;
          jobs.started[job] = now;
          record.ttft.add(now - jobs.arrival[job]!);
        }
        while (nextArrival <= now) arrive();
        const limit = (iteration + 1) * SLOTS;
        while (ends.top < limit) {
          const key = ends.pop();
          const job = (key - iteration * SLOTS) | 0;
          const tokens = jobs.size[job]!;
          const sojourn = now - jobs.arrival[job]!;
          record.sojourn.add(sojourn);
          record.presentSeconds += sojourn;
          if (tokens > 1) record.tpot.add((now - jobs.started[job]!) / (tokens - 1));
          running--;
          if (limited) held -= jobs.rank[job]!;
          jobs.release(job);
          done++;
        }
      }
      window.seconds = now - from;
      window.busySeconds = window.batchSeconds;
      record.served = record.sojourn.count;
      record.arrivals = record.wait.count;
      return window;
    },
  };
}
