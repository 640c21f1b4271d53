import { QuantileSketch } from "../../../numerics/quantile-sketch.ts";

/** Bins of relative width 2⁻⁸, interpolated; atoms are kept exactly where they are alone in their bin. */
const SUB_BITS = 8;

/** Values are gathered and counted so many at a time. */
export const GATHERED = 256;

/** Sum, sum of squares and quantiles of one figure of the requests. */
export class Moments {
  readonly #sketch: QuantileSketch = new QuantileSketch(SUB_BITS);
  readonly #fresh = new Float64Array(GATHERED);
  #gathered = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#fresh[this.#gathered++] = value;
    if (this.#gathered === GATHERED) this.#flush();
  }

  merge(other: Moments): void {
    this.#flush();
    this.#sum += other.sum;
    this.#squares += other.squares;
    this.#sketch.merge(other.sketch);
  }

  get sum(): number {
    this.#flush();
    return this.#sum;
  }

  get squares(): number {
    this.#flush();
    return this.#squares;
  }

  get sketch(): QuantileSketch {
    this.#flush();
    return this.#sketch;
  }

  /** Counts the first `count` of `values`. */
  addAll(values: Float64Array, count: number): void {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i++) {
      const value = values[i] as number;
      sum += value;
      squares += value * value;
    }
    this.#sum += sum;
    this.#squares += squares;
    this.#sketch.addAll(values, count);
  }

  #flush(): void {
    this.addAll(this.#fresh, this.#gathered);
    this.#gathered = 0;
  }

  get count(): number {
    return this.sketch.count;
  }

  get mean(): number {
    return this.count > 0 ? this.sum / this.count : 0;
  }

  get variance(): number {
    return this.count > 0 ? Math.max(0, this.squares / this.count - this.mean ** 2) : 0;
  }
}

/** What happened to the requests of one class. */
export class ClassRecord {
  /** Time in the queue: of those that are served, and with patience of those that give up. */
  readonly wait: Moments = new Moments();
  readonly sojourn: Moments = new Moments();
  readonly ttft: Moments = new Moments();
  readonly tpot: Moments = new Moments();
  arrivals = 0;
  /** Arrivals that could not start at once. */
  delayed = 0;
  blocked = 0;
  abandoned = 0;
  served = 0;
  servedWait = 0;
  /** Time that requests spent in the system, lost ones included. */
  presentSeconds = 0;

  merge(other: ClassRecord): void {
    this.wait.merge(other.wait);
    this.sojourn.merge(other.sojourn);
    this.ttft.merge(other.ttft);
    this.tpot.merge(other.tpot);
    this.arrivals += other.arrivals;
    this.delayed += other.delayed;
    this.blocked += other.blocked;
    this.abandoned += other.abandoned;
    this.served += other.served;
    this.servedWait += other.servedWait;
    this.presentSeconds += other.presentSeconds;
  }
}

/** What a queue counts between two moments. */
export class QueueWindow {
  readonly classes: ClassRecord[];
  seconds = 0;
  /** Server seconds in service. */
  busySeconds = 0;
  /** Time in which nothing is served. */
  idleSeconds = 0;
  batches = 0;
  batchSum = 0;
  batchSquares = 0;
  batchSeconds = 0;

  constructor(classes: number) {
    this.classes = Array.from({ length: classes }, () => new ClassRecord());
  }

  merge(other: QueueWindow): void {
    for (const [i, record] of this.classes.entries()) record.merge(other.classes[i] as ClassRecord);
    this.seconds += other.seconds;
    this.busySeconds += other.busySeconds;
    this.idleSeconds += other.idleSeconds;
    this.batches += other.batches;
    this.batchSum += other.batchSum;
    this.batchSquares += other.batchSquares;
    this.batchSeconds += other.batchSeconds;
  }
}

export function mergeWindows(windows: readonly QueueWindow[]): QueueWindow {
  const sum = new QueueWindow((windows[0] as QueueWindow).classes.length);
  for (const window of windows) sum.merge(window);
  return sum;
}
