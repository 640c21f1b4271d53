import { KeyedHeap } from "../../numerics/heap.ts";
import { createStreams, type RandomStream } from "../../numerics/random.ts";
import { gapSampler } from "./arrival-gaps.ts";
import type { RequestTable } from "./request-table.ts";
import { aliasTable, type Sampler, samplerOf } from "../../workloads/sampling.ts";
import type { ServerOptions, ServerTraceRequest } from "./server-types.ts";
import { SpeculativeSteps } from "./speculation.ts";

/** Streams of random numbers that one source needs: arrivals, lengths, everything else. */
export const SOURCE_STREAMS = 3;

/** Where requests come from: knows when the next one arrives and writes it into a slot of the table. */
export class ServerSource {
  /** Time of the next arrival; +∞ when there is none, or when it depends on a completion. */
  nextTime: number = Infinity;
  /** Requests handed out. */
  issued = 0;
  /** Requests in all; +∞ for a steady state. */
  readonly total: number;
  /** An endless or finite backlog: arrivals are drawn whenever an engine runs short. */
  readonly backlog: boolean;
  /** Completions send the next requests. */
  readonly closed: boolean;

  readonly #draw: RequestDraw;
  readonly #gap: Sampler | undefined;
  readonly #arrivals: RandomStream;
  readonly #trace: readonly ServerTraceRequest[] | undefined;
  readonly #think: Sampler | undefined;
  readonly #ready: KeyedHeap = new KeyedHeap();
  #scheduled = 0;

  constructor(options: ServerOptions, streams: readonly RandomStream[]) {
    const { load } = options;
    this.#arrivals = streams[0] as RandomStream;
    this.#draw = new RequestDraw(options, streams[1] as RandomStream, streams[2] as RandomStream);
    this.backlog = load.mode === "offline";
    this.closed = load.mode === "closed";
    this.#gap = load.mode === "open" ? gapSampler(load.arrivals) : undefined;
    this.#trace = load.mode === "trace" ? load.requests : undefined;
    this.#think = load.mode === "closed" ? samplerOf(load.thinkSeconds ?? 0) : undefined;
    this.total = load.mode === "trace" ? load.requests.length : (load.requests ?? Infinity);
    if (this.#gap) this.nextTime = this.#gap(this.#arrivals);
    if (this.#trace) this.nextTime = this.#trace[0]!.arrivalSeconds;
    if (load.mode === "closed") {
      for (let user = 0; user < load.concurrency; user++) this.#send(0, user);
    }
  }

  /** Writes the next request into the slot; it arrives at `nextTime`. */
  take(table: RequestTable, slot: number): void {
    const time = this.nextTime;
    table.number[slot] = this.issued;
    table.arrival[slot] = time;
    table.queuedSince[slot] = time;
    if (this.#trace) this.#draw.recorded(table, slot, this.#trace[this.issued]!);
    else {
      this.#draw.fresh(table, slot);
      if (this.#think) table.session[slot] = this.#ready.pop();
    }
    this.issued++;
    if (this.#gap) this.nextTime = this.issued < this.total ? time + this.#gap(this.#arrivals) : Infinity;
    else if (this.#trace) this.nextTime = this.#trace[this.issued]?.arrivalSeconds ?? Infinity;
    else if (!this.backlog) this.nextTime = this.#ready.topKey;
  }

  /** A request of a closed load has ended: its user thinks and sends the next. */
  ended(user: number, time: number): void {
    if (this.#think) this.#send(time + this.#think(this.#arrivals), user);
  }

  #send(time: number, user: number): void {
    if (this.#scheduled === this.total) return;
    this.#ready.push(time, this.#scheduled++, user);
    this.nextTime = this.#ready.topKey;
  }
}

/** Draws what a request is. */
class RequestDraw {
  readonly #lengths: RandomStream;
  readonly #other: RandomStream;
  readonly #input: Sampler;
  readonly #output: Sampler;
  readonly #hit: Sampler;
  readonly #sessions: number;
  readonly #priority: Sampler;
  readonly #order: "fcfs" | "shortest-predicted" | "priority";
  readonly #sigma: number;
  readonly #speculative: SpeculativeSteps | undefined;

  constructor(options: ServerOptions, lengths: RandomStream, other: RandomStream) {
    const { policy, speculative } = options;
    this.#lengths = lengths;
    this.#other = other;
    this.#input = samplerOf(options.inputTokens ?? 1);
    this.#output = samplerOf(options.outputTokens ?? 1);
    this.#hit = samplerOf(options.prefixHitTokens ?? 0);
    this.#sessions = options.sessions ?? 1;
    this.#priority = policy?.priorityProbabilities ? aliasTable(policy.priorityProbabilities) : () => 0;
    this.#order = policy?.order ?? "fcfs";
    this.#sigma = policy?.predictionLogErrorSigma ?? 0;
    this.#speculative = speculative ? new SpeculativeSteps(speculative.tokens, speculative.acceptance) : undefined;
  }

  fresh(table: RequestTable, slot: number): void {
    const input = wholeTokens(this.#input(this.#lengths));
    const output = wholeTokens(this.#output(this.#lengths));
    const hit = this.#hit(this.#lengths);
    if (this.#sessions > 1) table.session[slot] = this.#other.integer(this.#sessions);
    this.#write(table, slot, input, output, hit, this.#order === "priority" ? this.#priority(this.#other) : 0);
  }

  recorded(table: RequestTable, slot: number, request: ServerTraceRequest): void {
    table.session[slot] = request.session ?? 0;
    this.#write(table, slot, wholeTokens(request.inputTokens), wholeTokens(request.outputTokens), request.prefixHitTokens ?? 0, request.priorityClass ?? 0);
  }

  #write(table: RequestTable, slot: number, input: number, output: number, hit: number, priority: number): void {
    // The last prompt token is always computed: it gives the first output token.
    const found = Math.min(Math.max(0, Math.floor(hit)), input - 1);
    const decodes = output - 1;
    const steps = this.#speculative && decodes > 0 ? this.#speculative.draw(this.#lengths, decodes) : decodes;
    table.input[slot] = input;
    table.output[slot] = output;
    table.prefixHit[slot] = found;
    table.cached[slot] = found;
    table.remaining[slot] = input - found;
    table.generated[slot] = 0;
    table.stepsLeft[slot] = steps + 1;
    table.growth[slot] = steps > 0 ? decodes / steps : 1;
    table.firstScheduled[slot] = -1;
    // `endStep` and `swapped` were left as they must be by whoever had the slot before.
    if (this.#order !== "fcfs") {
      table.rank[slot] = this.#order === "priority" ? priority : output * Math.exp(this.#sigma * this.#other.normal());
    }
  }
}

/** Token counts are whole and at least 1; a continuous law is rounded up, as `tokens-lognormal` is. */
function wholeTokens(count: number): number {
  return Math.max(1, Math.ceil(count));
}

/** The streams of replication `index` of a seed, and one for the routers. */
export function sourceStreams(seed: number, replications: number): RandomStream[][] {
  const each = SOURCE_STREAMS + 1;
  const streams = createStreams(seed, replications * each);
  return Array.from({ length: replications }, (_, i) => streams.slice(i * each, (i + 1) * each));
}
