/**
 * A run of iterations of one engine whose times form an arithmetic progression: the i-th takes `first + slope · i`. So k of
 * them take `first · k + slope · k(k − 1)/2`, and the iteration in which a moment lies is the root of a quadratic.
 */
export class Segment {
  start = 0;
  first = 0;
  slope = 0;
  steps = 1;
  /** Decoding requests get a token in each iteration. */
  decodes = false;
  /** An arrival may end the run at a boundary. */
  mayBeCut = false;
  /** Tokens held in KV during the first iteration, and their growth from one to the next. */
  heldFirst = 0;
  heldSlope = 0;

  /** When it ends. */
  end = 0;
  /** The moment at which {@link cut} aims. */
  cutTime = 0;

  set(first: number, slope: number, steps: number): void {
    this.first = first;
    this.slope = slope;
    this.steps = steps;
    this.end = this.start + this.seconds(steps);
  }

  /** Seconds of the first k iterations. */
  seconds(k: number): number {
    return this.first * k + this.slope * ((k * (k - 1)) / 2);
  }

  lastStep(): number {
    return this.first + this.slope * (this.steps - 1);
  }

  /**
   * Ends the run `further` iterations after the first boundary that is not before `cutTime` (within 1e-9 of an iteration), or at the
   * next boundary of every `period`-th iteration, of which `phase` were over when the run began.
   */
  cut(further: number, period: number, phase: number): void {
    const { steps } = this;
    const wanted = this.cutTime - this.start;
    let k = Math.min(Math.max(1, this.#estimate(wanted)), steps);
    while (k > 1 && this.#reaches(k - 1, wanted)) k--;
    while (k < steps && !this.#reaches(k, wanted)) k++;
    k += further;
    if (period > 1) k = Math.ceil((k + phase) / period) * period - phase;
    k = Math.min(k, steps);
    this.steps = k;
    this.end = this.start + this.seconds(k);
  }

  /** Iterations that are over `seconds` after the start. */
  stepsWithin(seconds: number): number {
    let k = Math.min(Math.max(0, this.#estimate(seconds)), this.steps);
    while (k > 0 && this.seconds(k) > seconds) k--;
    return k;
  }

  #reaches(k: number, wanted: number): boolean {
    return this.seconds(k) + 1e-9 * (this.first + this.slope * (k - 1)) >= wanted;
  }

  /** About the smallest k with seconds(k) ≥ wanted. */
  #estimate(wanted: number): number {
    const half = this.first - this.slope / 2;
    const root = half * half + 2 * this.slope * wanted;
    return Math.ceil((2 * wanted) / (half + Math.sqrt(Math.max(0, root))));
  }

  /** ∫ tokens held dt over the run. */
  heldTokenSeconds(): number {
    const n = this.steps;
    const sum1 = (n * (n - 1)) / 2;
    const sum2 = (sum1 * (2 * n - 1)) / 3;
    return (
      this.first * this.heldFirst * n +
      (this.first * this.heldSlope + this.slope * this.heldFirst) * sum1 +
      this.slope * this.heldSlope * sum2
    );
  }
}

/** Pairs of causal attention of a chunk behind tokens that are already in the cache. */
export function pairsOf(cached: number, chunk: number): number {
  return chunk * cached + (chunk * (chunk + 1)) / 2;
}
