import { Calendar } from "../../../numerics/calendar.ts";
import { RidgepointError } from "../../../quantities/errors.ts";
import { samplerOf } from "../../../workloads/sampling.ts";
import type { DisciplineObject } from "../../types.ts";
import type { Replication } from "../replications.ts";
import { WaitingRing } from "../waiting-line.ts";
import { DrawnAhead } from "./drawn-ahead.ts";
import { JobTable } from "./jobs.ts";
import { countSampler, type QueueSetup, type QueueStreams } from "./setup.ts";
import { SlotList } from "../slot-list.ts";
import { type ClassRecord, GATHERED, QueueWindow } from "./window.ts";

/**
 * Continuous batching with iterations of fixed + per_request·b + per_prefill·a: jumps from one change of the batch to the
 * next, so the cost of a request does not depend on its tokens. `size` of a job is its tokens, `rank` its KV tokens,
 * `started` the end of its first iteration, `remaining` when it was admitted.
 */
export function continuousBatching(
  setup: QueueSetup,
  streams: QueueStreams,
  discipline: Extract<DisciplineObject, { name: "continuous-batching" }>,
): Replication<QueueWindow> {
  const service = setup.services[0];
  if (service === undefined || !("tokens" in service)) {
    throw new RidgepointError("unsupported", "continuous-batching needs a service with tokens", { path: "service", value: service });
  }
  const cap = "cap" in service ? (service.cap ?? Infinity) : Infinity;
  const drawTokens = countSampler(service.tokens);
  const drawInput = samplerOf(discipline.input_tokens ?? 0);
  const { max_batch: most, kv_capacity_tokens: capacity = Infinity } = discipline;
  const { fixed_s: fixed, per_request_s: perRequest, per_prefill_s: perPrefill = 0 } = discipline.iteration;
  const limited = capacity < Infinity;
  const jobs = new JobTable();
  const queue = new WaitingRing();
  const ends = new Calendar();
  const fresh = new SlotList();
  const gapsAhead = new DrawnAhead(setup.gaps(), streams.arrivals);
  const countsAhead = new DrawnAhead((stream) => Math.min(cap, drawTokens(stream)), streams.services);
  const state = { now: 0, iteration: 0, running: 0, held: 0, nextArrival: gapsAhead.next() };

  /** KV tokens of a request. */
  const need = (tokens: number): number => {
    const held = tokens + Math.ceil(drawInput(streams.other));
    if (held <= capacity) return held;
    throw new RidgepointError("infeasible", `a request of ${held} tokens does not fit into a KV cache of ${capacity} tokens`, {
      path: "discipline.kv_capacity_tokens",
      value: capacity,
    });
  };
  return {
    advance(requests) {
      const window = new QueueWindow(1);
      const record = window.classes[0]!;
      const gathered = new GatheredRequests(record);
      // Locals: V8 allocates a number whenever a fraction is written to a variable that a closure shares.
      let { now, iteration, running, held, nextArrival } = state;
      let { batches, batchSum, batchSquares, batchSeconds, idleSeconds } = window;
      let nextEnd = ends.top;
      const from = now;
      for (let done = 0; done < requests; ) {
        if (running === 0 && queue.size === 0 && nextArrival > now) {
          idleSeconds += nextArrival - now;
          now = nextArrival;
        }
        while (nextArrival <= now) {
          const tokens = countsAhead.next();
          const job = jobs.take(nextArrival, tokens, 0);
          if (limited) jobs.rank[job] = need(tokens);
          queue.push(job);
          nextArrival += gapsAhead.next();
        }
        fresh.clear();
        while (queue.size > 0 && running < most) {
          const job = queue.head();
          if (limited) {
            if (held + jobs.rank[job]! > capacity) break;
            held += jobs.rank[job]!;
          }
          queue.shift();
          running++;
          fresh.push(job);
          jobs.remaining[job] = now;
          const end = iteration + jobs.size[job]!;
          ends.push(end, job);
          if (end < nextEnd) nextEnd = end;
        }
        const admitted = fresh.count;
        const seconds = fixed + perRequest * running + perPrefill * admitted;
        let steps = 1;
        if (admitted === 0) {
          steps = nextEnd - iteration;
          // An arrival joins at the next boundary, unless somebody waits already for room.
          if (queue.size === 0 && running < most) steps = Math.min(steps, Math.max(1, Math.ceil((nextArrival - now) / seconds)));
        }
        iteration += steps;
        now += steps * seconds;
        batches += steps;
        batchSum += steps * running;
        batchSquares += steps * running * running;
        batchSeconds += steps * seconds;
        for (let i = 0; i < admitted; i++) jobs.started[fresh.items[i]!] = now;
        if (iteration !== nextEnd) continue;
        gathered.now = now;
        while (ends.top === iteration) {
          const job = ends.pop();
          gathered.add(jobs, job);
          running--;
          if (limited) held -= jobs.rank[job]!;
          jobs.release(job);
          done++;
        }
        nextEnd = ends.top;
      }
      gathered.flush();
      Object.assign(state, { now, iteration, running, held, nextArrival });
      Object.assign(window, { batches, batchSum, batchSquares, batchSeconds, idleSeconds, busySeconds: batchSeconds, seconds: now - from });
      Object.assign(record, { delayed: gathered.delayed, served: record.sojourn.count, arrivals: record.wait.count, servedWait: record.wait.sum, presentSeconds: record.sojourn.sum });
      return window;
    },
  };
}

/** Figures of requests that have ended, counted many at a time. */
class GatheredRequests {
  /** When the requests handed to {@link add} end. */
  now = 0;
  delayed = 0;
  readonly #record: ClassRecord;
  readonly #waits = new Float64Array(GATHERED);
  readonly #firsts = new Float64Array(GATHERED);
  readonly #sojourns = new Float64Array(GATHERED);
  readonly #paces = new Float64Array(GATHERED);
  #count = 0;
  #paced = 0;

  constructor(record: ClassRecord) {
    this.#record = record;
  }

  add(jobs: JobTable, job: number): void {
    const arrival = jobs.arrival[job]!;
    const first = jobs.started[job]!;
    const wait = jobs.remaining[job]! - arrival;
    const at = this.#count++;
    if (wait > 0) this.delayed++;
    this.#waits[at] = wait;
    this.#firsts[at] = first - arrival;
    this.#sojourns[at] = this.now - arrival;
    const gaps = jobs.size[job]! - 1;
    if (gaps > 0) this.#paces[this.#paced++] = (this.now - first) / gaps;
    if (this.#count === GATHERED) this.flush();
  }

  flush(): void {
    this.#record.wait.addAll(this.#waits, this.#count);
    this.#record.ttft.addAll(this.#firsts, this.#count);
    this.#record.sojourn.addAll(this.#sojourns, this.#count);
    this.#record.tpot.addAll(this.#paces, this.#paced);
    this.#count = 0;
    this.#paced = 0;
  }
}
