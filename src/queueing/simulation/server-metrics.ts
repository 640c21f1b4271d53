import { QuantileSketch } from "../../numerics/quantile-sketch.ts";
import type { RequestTable } from "./request-table.ts";
import type { ServiceLevel } from "./server-types.ts";

/** Bins of relative width 2⁻⁷, interpolated: a quantile is off by less than 0.8 %, of a smooth law by far less. */
const SUB_BITS = 7;

/** Values are gathered and counted so many at a time. */
const GATHERED = 256;

/** One latency: its sum and its sketch. */
export class LatencyRecord {
  readonly #sketch: QuantileSketch = new QuantileSketch(SUB_BITS);
  readonly #fresh = new Float64Array(GATHERED);
  #count = 0;
  #sum = 0;

  add(seconds: number): void {
    this.#fresh[this.#count++] = seconds;
    if (this.#count === GATHERED) this.#flush();
  }

  merge(other: LatencyRecord): void {
    this.#sum += other.sum;
    this.sketch.merge(other.sketch);
  }

  get sum(): number {
    this.#flush();
    return this.#sum;
  }

  get sketch(): QuantileSketch {
    this.#flush();
    return this.#sketch;
  }

  get mean(): number {
    const { count } = this.sketch;
    return count > 0 ? this.#sum / count : 0;
  }

  #flush(): void {
    const count = this.#count;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#fresh[i]!;
    this.#sum += sum;
    this.#sketch.addAll(this.#fresh, count);
    this.#count = 0;
  }
}

/** What a run counts between two moments. Constant size; two of them can be merged. */
export class ServerMetrics {
  readonly ttft: LatencyRecord = new LatencyRecord();
  readonly tpot: LatencyRecord = new LatencyRecord();
  /** Gaps between two emissions of a request; their sum and number follow from the requests. */
  readonly gaps: QuantileSketch = new QuantileSketch(SUB_BITS);
  gapSeconds = 0;
  readonly request: LatencyRecord = new LatencyRecord();
  readonly queue: LatencyRecord = new LatencyRecord();
  completed = 0;
  inside = 0;
  inputTokens = 0;
  outputTokens = 0;
  preemptions = 0;
  decodeIterations = 0;
  decodeRequests = 0;
  iterations = 0;
  /** Time in which an engine had nothing to do, summed over engines. */
  idleSeconds = 0;
  runningSeconds = 0;
  waitingSeconds = 0;
  kvTokenSeconds = 0;
  /** Length of the window. */
  seconds = 0;

  /** Counts a request that has ended, at its `lastToken`. */
  finish(table: RequestTable, slot: number, level: ServiceLevel | undefined): void {
    const arrival = table.arrival[slot]!;
    const first = table.firstToken[slot]!;
    const last = table.lastToken[slot]!;
    const output = table.output[slot]!;
    this.completed++;
    this.inputTokens += table.input[slot]!;
    this.outputTokens += output;
    this.ttft.add(first - arrival);
    this.request.add(last - arrival);
    this.queue.add(Math.max(0, table.firstScheduled[slot]! - arrival));
    if (output > 1) {
      this.gapSeconds += last - first;
      this.tpot.add((last - first) / (output - 1));
    }
    if (level === undefined || within(level, first - arrival, output > 1 ? (last - first) / (output - 1) : 0, last - arrival)) this.inside++;
  }

  /** Every field is a sum, or can be merged itself. */
  merge(other: ServerMetrics): void {
    const into = this as unknown as Record<string, unknown>;
    for (const [field, value] of Object.entries(other) as [string, unknown][]) {
      if (typeof value === "number") into[field] = (into[field] as number) + value;
      else (into[field] as { merge(other: unknown): void }).merge(value);
    }
  }
}

function within(level: ServiceLevel, ttft: number, tpot: number, request: number): boolean {
  return !(
    ttft > (level.ttftSeconds ?? Infinity) ||
    tpot > (level.tpotSeconds ?? Infinity) ||
    request > (level.requestSeconds ?? Infinity)
  );
}
