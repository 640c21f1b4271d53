import { QuantileSketch } from "../../numerics/quantile-sketch.ts";
import type { ServiceLevel } from "./server-types.ts";

/** Bins of relative width 2⁻⁷, interpolated: a quantile is off by less than 0.8 %, of a smooth law by far less. */
const SUB_BITS = 7;

/** One latency: its sum and its sketch. */
export class LatencyRecord {
  readonly sketch: QuantileSketch = new QuantileSketch(SUB_BITS);
  sum = 0;

  add(seconds: number): void {
    this.sum += seconds;
    this.sketch.add(seconds);
  }

  merge(other: LatencyRecord): void {
    this.sum += other.sum;
    this.sketch.merge(other.sketch);
  }

  get mean(): number {
    return this.sketch.count > 0 ? this.sum / this.sketch.count : 0;
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

  /** Counts a request that has ended. */
  finish(arrival: number, scheduled: number, first: number, last: number, input: number, output: number, level: ServiceLevel | undefined): void {
    const ttft = first - arrival;
    const request = last - arrival;
    const tpot = output > 1 ? (last - first) / (output - 1) : 0;
    this.completed++;
    this.inputTokens += input;
    this.outputTokens += output;
    this.ttft.add(ttft);
    this.request.add(request);
    this.queue.add(scheduled - arrival);
    if (output > 1) {
      this.tpot.add(tpot);
      this.gapSeconds += last - first;
    }
    if (level === undefined || within(level, ttft, tpot, request)) this.inside++;
  }

  merge(other: ServerMetrics): void {
    this.ttft.merge(other.ttft);
    this.tpot.merge(other.tpot);
    this.gaps.merge(other.gaps);
    this.gapSeconds += other.gapSeconds;
    this.request.merge(other.request);
    this.queue.merge(other.queue);
    this.completed += other.completed;
    this.inside += other.inside;
    this.inputTokens += other.inputTokens;
    this.outputTokens += other.outputTokens;
    this.preemptions += other.preemptions;
    this.decodeIterations += other.decodeIterations;
    this.decodeRequests += other.decodeRequests;
    this.iterations += other.iterations;
    this.idleSeconds += other.idleSeconds;
    this.runningSeconds += other.runningSeconds;
    this.waitingSeconds += other.waitingSeconds;
    this.kvTokenSeconds += other.kvTokenSeconds;
    this.seconds += other.seconds;
  }
}

function within(level: ServiceLevel, ttft: number, tpot: number, request: number): boolean {
  return !(
    ttft > (level.ttftSeconds ?? Number.POSITIVE_INFINITY) ||
    tpot > (level.tpotSeconds ?? Number.POSITIVE_INFINITY) ||
    request > (level.requestSeconds ?? Number.POSITIVE_INFINITY)
  );
}
