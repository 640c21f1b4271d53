import type { Segment } from "./segment.ts";
import type { ServerTimeSeries } from "./server-types.ts";

/** More bins than this are merged two by two, so that a long run in narrow bins cannot fill the memory. */
const MOST_BINS = 100_000;

/** Collects what happens into equal bins of time, from segments instead of single iterations. */
export class TimeSeriesRecorder {
  #width: number;
  /** Where the bins end that there may be at this width. */
  #horizon: number;
  #bins = 0;
  #columns: Float64Array[] = Array.from({ length: COLUMNS }, () => new Float64Array(256));

  constructor(binSeconds: number) {
    this.#width = binSeconds;
    this.#horizon = MOST_BINS * binSeconds;
  }

  arrived(time: number): void {
    this.#reach(time);
    this.#add(ARRIVALS, Math.floor(time / this.#width), 1);
  }

  completed(time: number): void {
    this.#reach(time);
    this.#add(COMPLETIONS, Math.floor(time / this.#width), 1);
  }

  tokens(time: number, count: number): void {
    this.#reach(time);
    this.#add(TOKENS, Math.floor(time / this.#width), count);
  }

  /** A request waited from `since` until `time`. */
  admitted(since: number, time: number): void {
    this.#reach(time);
    // Bin i is observed at its end, (i + 1) · width.
    for (let bin = Math.max(0, Math.ceil(since / this.#width) - 1); (bin + 1) * this.#width < time; bin++) this.#add(WAITING, bin, 1);
  }

  /** A run of iterations with `running` requests of which the decoding ones gain `growth` tokens an iteration. */
  segment(segment: Segment, running: number, growth: number): void {
    const { start, steps } = segment;
    const { end } = segment;
    this.#reach(end);
    let bin = Math.floor(start / this.#width);
    let counted = 0;
    for (; (bin + 1) * this.#width < end; bin++) {
      const over = segment.stepsWithin((bin + 1) * this.#width - start);
      this.#add(RUNNING, bin, running);
      this.#add(KV, bin, segment.heldFirst + segment.heldSlope * over);
      if (growth > 0) this.#add(TOKENS, bin, growth * (over - counted));
      counted = over;
    }
    if (growth > 0) this.#add(TOKENS, bin, growth * (steps - counted));
  }

  result(): ServerTimeSeries {
    const n = this.#bins;
    const column = (index: number): Float64Array => this.#columns[index]!.slice(0, n);
    return {
      seconds: Float64Array.from({ length: n }, (_, bin) => (bin + 1) * this.#width),
      running: column(RUNNING),
      waiting: column(WAITING),
      kvTokens: column(KV),
      arrivals: column(ARRIVALS),
      completions: column(COMPLETIONS),
      outputTokens: column(TOKENS),
    };
  }

  /** Makes the bins so wide that `time` lies in one of them. */
  #reach(time: number): void {
    if (time < this.#horizon) return;
    let width = this.#width;
    while (time >= MOST_BINS * width) width *= 2;
    const merged = width / this.#width;
    const bins = Math.ceil(this.#bins / merged);
    this.#columns = this.#columns.map((old, column) => {
      const values = new Float64Array(Math.max(256, bins));
      for (let bin = 0; bin < this.#bins; bin++) {
        // States are those at the end of a bin, so the last of the merged bins has it; counts add up.
        if (column < ARRIVALS ? (bin + 1) % merged === 0 : true) values[Math.floor(bin / merged)]! += old[bin]!;
      }
      return values;
    });
    this.#bins = bins;
    this.#width = width;
    this.#horizon = MOST_BINS * width;
  }

  #add(column: number, bin: number, value: number): void {
    if (bin >= this.#bins) this.#bins = bin + 1;
    let values = this.#columns[column]!;
    if (bin >= values.length) {
      this.#columns = this.#columns.map((old) => {
        const wider = new Float64Array(Math.max(2 * old.length, bin + 1));
        wider.set(old);
        return wider;
      });
      values = this.#columns[column]!;
    }
    values[bin]! += value;
  }
}

/** Columns of states, then of counts. */
const RUNNING = 0;
const WAITING = 1;
const KV = 2;
const ARRIVALS = 3;
const COMPLETIONS = 4;
const TOKENS = 5;
const COLUMNS = 6;
