import { RidgepointError } from "../../../quantities/errors.ts";
import type { Sampler } from "../../../workloads/sampling.ts";
import type { BatchCompletion, BatchTime, DisciplineObject, Service } from "../../types.ts";
import type { Replication } from "../replications.ts";
import { countSampler, type QueueSetup, type QueueStreams, serviceTime, tokenSampler } from "./setup.ts";
import { QueueWindow } from "./window.ts";

/** When a free server starts: with `least` waiting, or when the oldest has waited `timeout`; it takes up to `most`. */
export interface BatchRule {
  readonly least: number;
  readonly most: number;
  readonly timeout: number;
  readonly completion: BatchCompletion;
}

export function batchRule(discipline: DisciplineObject): BatchRule {
  const never = Infinity;
  switch (discipline.name) {
    case "batch-dynamic":
      return { least: 1, most: discipline.max_batch ?? never, timeout: never, completion: discipline.completion ?? "padded" };
    case "batch-fixed": {
      const { batch, timeout_s: timeout = never, completion = "padded" } = discipline;
      return { least: batch, most: batch, timeout, completion };
    }
    case "batch-threshold":
      return { least: discipline.min_batch, most: discipline.max_batch, timeout: never, completion: discipline.completion ?? "padded" };
    default:
      throw new RidgepointError("unsupported", `discipline = "${discipline.name}" does not serve batches`, { path: "discipline" });
  }
}

/**
 * Time of a batch and the sampler of the lengths that it depends on. A service without `batch` takes as long as the longest
 * of the batch alone.
 */
export function batchService(service: Service | undefined): { time: BatchTime; tokens: Sampler } {
  if (service !== undefined && "batch" in service) return { time: service.batch, tokens: countSampler(service.tokens) };
  const alone = serviceTime(service);
  if ("dist" in alone) return { time: { fixed_s: 0, per_request_s: 0, per_token_s: 1, per_request_token_s: 0 }, tokens: tokenSampler(alone) };
  const { cap = Infinity } = alone;
  const draw = tokenSampler(alone.tokens);
  return {
    time: { fixed_s: alone.fixed_s, per_request_s: 0, per_token_s: alone.per_token_s, per_request_token_s: 0 },
    tokens: (stream) => Math.min(cap, draw(stream)),
  };
}

/** A bulk server. The queue is looked at from one start of a batch to the next. */
export function batches(setup: QueueSetup, streams: QueueStreams): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const { time, tokens } = batchService(setup.services[0]);
  const { least, most, timeout, completion } = batchRule(setup.discipline);
  const queue = new BatchQueue();
  let nextArrival = gaps(streams.arrivals);
  let free = 0;
  let lengths = new Float64Array(64);

  const arrive = (): void => {
    queue.push(nextArrival, tokens(streams.services));
    nextArrival += gaps(streams.arrivals);
  };
  return {
    advance(requests) {
      const window = new QueueWindow(1);
      const record = window.classes[0]!;
      const from = free;
      for (let done = 0; done < requests; ) {
        while (nextArrival <= free) arrive();
        let start = free;
        while (queue.size < least) {
          const deadline = queue.size > 0 ? Math.max(free, queue.arrival(0) + timeout) : Infinity;
          if (nextArrival > deadline) {
            start = deadline;
            break;
          }
          start = nextArrival;
          arrive();
        }
        window.idleSeconds += start - free;
        const size = Math.min(queue.size, most);
        if (size > lengths.length) lengths = new Float64Array(2 * size);
        let longest = 0;
        let sum = 0;
        for (let i = 0; i < size; i++) {
          const length = queue.length(i);
          lengths[i] = length;
          sum += length;
          if (length > longest) longest = length;
        }
        const { fixed_s: fixed, per_request_s: perRequest, per_token_s: perToken, per_request_token_s: perRequestToken } = time;
        const head = fixed + perRequest * size;
        const seconds = head + perToken * longest + perRequestToken * (completion === "shrinking" ? sum : size * longest);
        let shorter: Float64Array | undefined;
        if (completion === "shrinking") shorter = lengths.subarray(0, size).sort();
        for (let i = 0; i < size; i++) {
          const arrival = queue.arrival(i);
          const wait = start - arrival;
          let own = seconds;
          if (completion === "own-length") own = head + (perToken + perRequestToken * size) * queue.length(i);
          else if (shorter !== undefined) own = head + perToken * queue.length(i) + perRequestToken * activeTokens(shorter, queue.length(i));
          if (wait > 0) record.delayed++;
          record.wait.add(wait);
          record.servedWait += wait;
          record.sojourn.add(wait + own);
          record.presentSeconds += wait + own;
        }
        queue.shift(size);
        record.arrivals += size;
        record.served += size;
        window.batches++;
        window.batchSum += size;
        window.batchSquares += size * size;
        window.batchSeconds += seconds;
        window.busySeconds += seconds;
        free = start + seconds;
        done += size;
      }
      window.seconds = free - from;
      return window;
    },
  };
}

/** Σ min(n_i, n) over ascending lengths: what a batch that shrinks has computed when length n is reached. */
function activeTokens(ascending: Float64Array, n: number): number {
  let sum = 0;
  let i = 0;
  for (; i < ascending.length && ascending[i]! <= n; i++) sum += ascending[i]!;
  return sum + n * (ascending.length - i);
}

/** Waiting requests with their lengths: a ring. */
class BatchQueue {
  #arrivals = new Float64Array(256);
  #lengths = new Float64Array(256);
  #head = 0;
  size = 0;

  arrival(i: number): number {
    return this.#arrivals[(this.#head + i) & (this.#arrivals.length - 1)]!;
  }

  length(i: number): number {
    return this.#lengths[(this.#head + i) & (this.#lengths.length - 1)]!;
  }

  push(arrival: number, length: number): void {
    if (this.size === this.#arrivals.length) this.#grow();
    const place = (this.#head + this.size++) & (this.#arrivals.length - 1);
    this.#arrivals[place] = arrival;
    this.#lengths[place] = length;
  }

  shift(count: number): void {
    this.#head = (this.#head + count) & (this.#arrivals.length - 1);
    this.size -= count;
  }

  #grow(): void {
    const arrivals = new Float64Array(2 * this.size);
    const lengths = new Float64Array(2 * this.size);
    for (let i = 0; i < this.size; i++) {
      arrivals[i] = this.arrival(i);
      lengths[i] = this.length(i);
    }
    this.#arrivals = arrivals;
    this.#lengths = lengths;
    this.#head = 0;
  }
}
