import type { Segment } from "./segment.ts";

/** No prompt that waits has been found yet. */
const NOBODY = -1;

/**
 * When an engine looks for new requests, and which of those that wait it has seen.
 *
 * An idle engine takes whoever comes. A busy one looks at each boundary, or every `pollSteps` decoding iterations, and at once after
 * an iteration with a prompt. One that gathers `gatherPrompts` lets the first that it finds wait for `pollSteps` decoding iterations,
 * unless so many wait before. With `schedulesAhead` a look sees who came before the iteration just done had started, for the next one
 * was put together then.
 */
export class Inbox {
  readonly schedulesAhead: boolean;
  readonly pollSteps: number;
  readonly gatherPrompts: number;
  /** It lets prompts wait for each other. */
  readonly gathers: boolean;
  /** Decoding iterations since the last look; where prompts are gathered, since the first of them was found. */
  since: number;
  /** The latest arrival that the last look has seen. */
  seenUntil = 0;

  constructor({ schedulesAhead, pollSteps, gatherPrompts }: Pick<Inbox, "schedulesAhead" | "pollSteps" | "gatherPrompts">) {
    this.schedulesAhead = schedulesAhead;
    this.pollSteps = pollSteps;
    this.gatherPrompts = gatherPrompts;
    this.gathers = pollSteps > 1 && gatherPrompts !== Infinity;
    this.since = this.gathers ? NOBODY : 0;
  }

  /** The run under way ends where one of `waiting` may be seen, the last of whom came at its `cutTime`. */
  cut(segment: Segment, waiting: number): void {
    const ahead = this.schedulesAhead ? 1 : 0;
    // With the last of those gathered the ones before are seen at the next boundary.
    if (waiting >= this.gatherPrompts) segment.cut(waiting > 1 ? 0 : ahead, 1, 0);
    else if (this.gathers) segment.cut(ahead + this.pollSteps, 1, 0);
    else segment.cut(ahead, this.pollSteps, this.since);
  }

  /**
   * A run is over, of so many decoding iterations (0: prompts alone), with or without prompts; `first` is when the first of those who
   * wait came.
   */
  pass(segment: Segment, decodes: number, prompts: boolean, tolerance: number, first: number): void {
    const { pollSteps } = this;
    if (pollSteps === 1) return;
    if (this.gathers) {
      this.#count(segment, decodes, first);
      return;
    }
    const since = this.since + decodes;
    const after = prompts ? 0 : since % pollSteps;
    const boundary = segment.steps - after;
    this.since = after;
    if (!prompts && (since < pollSteps || boundary <= 0)) return;
    this.seenUntil = segment.start + segment.seconds(this.schedulesAhead ? boundary - 1 : boundary) + tolerance;
  }

  #count(segment: Segment, decodes: number, first: number): void {
    let { since } = this;
    if (since === NOBODY) {
      if (first > this.#latestSeen(segment, segment.steps)) return;
      let found = Math.min(segment.steps, segment.stepsWithin(first - segment.start) + 2);
      while (found > 1 && first <= this.#latestSeen(segment, found - 1)) found--;
      since = decodes > 0 ? segment.steps - found : 0;
    } else since += decodes;
    // Looks within the run found no room.
    this.since = since > this.pollSteps ? ((since - 1) % this.pollSteps) + 1 : since;
  }

  /** The latest arrival that can be seen at a boundary of a run, to 1e-9 of the iteration before. */
  #latestSeen(segment: Segment, boundary: number): number {
    const tolerance = 1e-9 * (segment.first + segment.slope * (boundary - 1));
    return segment.start + segment.seconds(this.schedulesAhead ? boundary - 1 : boundary) + tolerance;
  }

  /** The latest arrival that may be in the iteration put together at `segment`'s end, where `waiting` wait, the first since `first`. */
  settledUntil(segment: Segment, idle: boolean, waiting: number, tolerance: number, first: number): number {
    if (idle) {
      this.since = this.gathers ? this.pollSteps : 0;
      return Infinity;
    }
    if (this.pollSteps > 1 && !this.gathers) return this.seenUntil;
    const ready = this.schedulesAhead ? segment.end - segment.lastStep() + tolerance : Infinity;
    if (!this.gathers) return ready;
    if (waiting < this.gatherPrompts && this.since < this.pollSteps) {
      if (this.since === NOBODY && first !== Infinity && first <= ready) this.since = 0;
      return -Infinity;
    }
    this.since = this.pollSteps;
    return ready;
  }

  /** A look is over that saw who came until `settled`; the first of those whom it left waiting came at `first`. */
  looked(settled: number, first: number): void {
    if (!this.gathers) return;
    if (first === Infinity) this.since = NOBODY;
    else if (this.since === this.pollSteps) this.since = first <= settled ? 0 : NOBODY;
  }

  /** Decoding iterations until the next look, for `waiting` who were not seen. */
  untilNextLook(waiting: number): number {
    return waiting < this.gatherPrompts && this.since !== NOBODY ? this.pollSteps - this.since : 1;
  }
}
