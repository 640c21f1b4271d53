import { Calendar } from "../../numerics/calendar.ts";
import type { QuantileSketch } from "../../numerics/quantile-sketch.ts";
import type { RandomStream } from "../../numerics/random.ts";
import type { RequestRecorder } from "./request-recorder.ts";
import { RequestTable } from "./request-table.ts";
import type { ServerConfig } from "./server-config.ts";
import { ServerMetrics } from "./server-metrics.ts";
import { ServerSource } from "./server-source.ts";
import { SlotList } from "./slot-list.ts";
import { WaitingRing } from "./waiting-line.ts";

/** Runs of gaps are gathered and counted so many at a time. */
const GATHERED = 256;

/** One replication of a server that is plain; undefined if it is not. */
export function plainServer(config: ServerConfig, streams: readonly RandomStream[], kept?: RequestRecorder): PlainServer | undefined {
  const { front, back, options } = config;
  const { mixed, chunked, ranked, schedulesAhead, pollSteps, kvBlocks, window } = front.settings;
  const plain =
    back === undefined && front.replicas === 1 && options.load.mode !== "offline" &&
    mixed && chunked && !ranked && !schedulesAhead && pollSteps === 1 && kvBlocks === Infinity && window === 1;
  return plain ? new PlainServer(config, streams, kept) : undefined;
}

/**
 * One replication of the plain server: one engine that takes requests in order of arrival, chunks of prompts beside decoding, with room
 * in its cache for all. The same events and the same arithmetic as `Engine` under `ServerSimulation`, so the same answer to the last bit;
 * but nobody is preempted, moved or passed over, so that one loop with its state in locals is enough, in two thirds to four fifths of the time.
 */
class PlainServer {
  readonly source: ServerSource;
  /** Time of the last completion. */
  now = 0;
  completed = 0;
  readonly #config: ServerConfig;
  readonly #kept: RequestRecorder | undefined;
  readonly #table: RequestTable = new RequestTable();
  readonly #waiting: WaitingRing = new WaitingRing();
  readonly #ends: Calendar = new Calendar();
  readonly #prompts: SlotList = new SlotList();
  readonly #done: SlotList = new SlotList();
  /** Gaps between tokens that are not counted yet, as four numbers a run: the first, how they grow, how many, and of how many requests. */
  readonly #gaps = new Float64Array(4 * GATHERED);
  #tolerance = 0;
  #running = 0;
  #decodeStep = 0;
  #decoding = 0;
  #context = 0;
  #partial = -1;

  /** @param streams - those of one replication, from `sourceStreams`. */
  constructor(config: ServerConfig, streams: readonly RandomStream[], kept?: RequestRecorder) {
    this.#config = config;
    this.#kept = kept;
    this.source = new ServerSource(config.options, streams);
  }

  /** Requests in the system, without those that came during the last iteration. */
  get present(): number {
    return this.source.issued - this.completed;
  }

  /** Runs until `completions` more requests have ended (or all have) and returns what happened meanwhile. */
  advance(completions: number): ServerMetrics {
    const { model, maxRunning, maxBatchedTokens, decodesCount } = this.#config.front.settings;
    const { serviceLevel } = this.#config.options;
    const metrics = new ServerMetrics();
    const gaps = this.#gaps;
    let runs = 0;
    const { source } = this;
    const table = this.#table;
    const waiting = this.#waiting;
    const ends = this.#ends;
    const prompts = this.#prompts;
    const done = this.#done;
    const kept = this.#kept;
    const from = this.now;
    // Locals: V8 allocates a number for each fraction that is written to a field.
    let time = from;
    let tolerance = this.#tolerance;
    let running = this.#running;
    let decodeStep = this.#decodeStep;
    let decoding = this.#decoding;
    let context = this.#context;
    let partial = this.#partial;
    let iterations = 0;
    let decodeIterations = 0;
    let idleSeconds = 0;
    let runningSeconds = 0;
    let waitingSeconds = 0;
    let ended = 0;
    let nextEnd = ends.top;
    while (ended < completions) {
      // A boundary. Who has come?
      let arrival = source.nextTime;
      if (running === 0 && waiting.size === 0 && arrival > time + tolerance) {
        if (arrival === Infinity) break;
        idleSeconds += arrival - time;
        time = arrival;
        tolerance = 0;
      }
      while (arrival <= time + tolerance) {
        const slot = table.take();
        source.take(table, slot);
        waiting.push(slot);
        arrival = source.nextTime;
      }
      // Prompt tokens of the next iteration: of the prompt that is partly done, then of those that wait.
      let budget = decodesCount ? maxBatchedTokens - decoding : maxBatchedTokens;
      let tokens = 0;
      let pairs = 0;
      let chunk = 0;
      if (partial >= 0 && budget > 0) {
        chunk = Math.min(table.remaining[partial]!, budget);
        tokens = chunk;
        pairs = chunk * table.cached[partial]! + (chunk * (chunk + 1)) / 2;
        budget -= chunk;
        prompts.push(partial);
      }
      if (partial < 0 || tokens > 0) {
        while (waiting.size > 0 && running < maxRunning && budget > 0) {
          const slot = waiting.shift();
          running++;
          table.firstScheduled[slot] = time;
          waitingSeconds += time - table.arrival[slot]!;
          chunk = Math.min(table.remaining[slot]!, budget);
          tokens += chunk;
          pairs += chunk * table.cached[slot]! + (chunk * (chunk + 1)) / 2;
          budget -= chunk;
          prompts.push(slot);
        }
      }
      // One iteration with prompts, or several alike; see Segment.
      let first = 0;
      let slope = 0;
      let steps = 1;
      if (tokens > 0) {
        first = model.step(decoding, context, tokens, pairs, prompts.count);
        if (budget <= 0 && prompts.count === 1 && model.affine) {
          steps = Math.max(1, Math.min(Math.ceil(table.remaining[prompts.items[0]!]! / chunk) - 1, nextEnd - decodeStep));
          if (steps > 1) slope = model.perKvTokenSeconds * decoding + model.perPairSeconds * chunk * chunk;
        }
      } else {
        model.line(decoding, context, decoding);
        first = model.lineFirst;
        slope = model.lineSlope;
        steps = Math.min(nextEnd - decodeStep, model.lineSteps);
        if (steps > 1 && running < maxRunning && waiting.size === 0) {
          // The next arrival may be admitted at the boundary after it.
          const wanted = arrival - time;
          if (wanted <= first * steps + slope * ((steps * (steps - 1)) / 2)) {
            const half = first - slope / 2;
            let k = Math.min(Math.max(1, Math.ceil((2 * wanted) / (half + Math.sqrt(Math.max(0, half * half + 2 * slope * wanted))))), steps);
            while (k > 1 && first * (k - 1) + slope * (((k - 1) * (k - 2)) / 2) + 1e-9 * (first + slope * (k - 2)) >= wanted) k--;
            while (k < steps && first * k + slope * ((k * (k - 1)) / 2) + 1e-9 * (first + slope * (k - 1)) < wanted) k++;
            steps = k;
          }
        }
      }
      time += first * steps + slope * ((steps * (steps - 1)) / 2);
      tolerance = 1e-9 * (first + slope * (steps - 1));
      iterations += steps;
      if (decoding > 0) {
        decodeIterations += steps;
        gaps[4 * runs] = first;
        gaps[4 * runs + 1] = slope;
        gaps[4 * runs + 2] = steps;
        gaps[4 * runs + 3] = decoding;
        if (++runs === GATHERED) {
          countGaps(metrics.gaps, gaps, runs);
          runs = 0;
        }
        decodeStep += steps;
        context += decoding * steps;
      }
      if (tokens > 0) {
        // Only the last of several may go on.
        const last = prompts.count - 1;
        const slotOfLast = prompts.items[last]!;
        const remaining = table.remaining[slotOfLast]! - chunk * steps;
        partial = remaining > 0 ? slotOfLast : -1;
        if (remaining > 0) {
          table.remaining[slotOfLast] = remaining;
          table.cached[slotOfLast]! += chunk * steps;
        }
        const finished = remaining > 0 ? last : last + 1;
        for (let i = 0; i < finished; i++) {
          const slot = prompts.items[i]!;
          table.firstToken[slot] = time;
          const left = table.output[slot]! - 1;
          if (left === 0) {
            done.push(slot);
            continue;
          }
          decoding++;
          context += table.input[slot]! + 1;
          const end = decodeStep + left;
          ends.push(end, slot);
          if (end < nextEnd) nextEnd = end;
        }
        prompts.clear();
      }
      while (nextEnd === decodeStep) {
        const slot = ends.pop();
        decoding--;
        context -= table.input[slot]! + table.output[slot]!;
        done.push(slot);
        nextEnd = ends.top;
      }
      if (done.count === 0) continue;
      // Requests that end together end in order of arrival.
      if (done.count > 1) done.sortBy(table.number);
      for (let i = 0; i < done.count; i++) {
        const slot = done.items[i]!;
        running--;
        runningSeconds += time - table.firstScheduled[slot]!;
        table.lastToken[slot] = time;
        metrics.finish(table, slot, serviceLevel);
        if (kept !== undefined) kept.ended(table, slot);
        if (source.closed) source.ended(table.session[slot]!, time);
        table.release(slot);
      }
      ended += done.count;
      done.clear();
    }
    countGaps(metrics.gaps, gaps, runs);
    this.now = time;
    this.completed += ended;
    this.#tolerance = tolerance;
    this.#running = running;
    this.#decodeStep = decodeStep;
    this.#decoding = decoding;
    this.#context = context;
    this.#partial = partial;
    const decodeRequests = metrics.outputTokens - metrics.completed;
    return Object.assign(metrics, { iterations, decodeIterations, decodeRequests, idleSeconds, runningSeconds, waitingSeconds, seconds: time - from });
  }
}

function countGaps(sketch: QuantileSketch, gaps: Float64Array, runs: number): void {
  for (let at = 0; at < 4 * runs; at += 4) sketch.addProgression(gaps[at]!, gaps[at + 1]!, gaps[at + 2]!, gaps[at + 3]!);
}
