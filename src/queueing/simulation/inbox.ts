import type { Segment } from "./segment.ts";

/**
 * When an engine looks for new requests, and which of those that wait it has seen.
 *
 * An idle engine takes whoever comes. A busy one looks at each boundary, or every `pollSteps` decoding iterations: at once after an
 * iteration with a prompt, unless it gathers `gatherPrompts` of them, and then also when so many wait. With `schedulesAhead` a
 * look sees who came before the iteration just done had started, for the next one was put together then.
 */
export class Inbox {
  readonly schedulesAhead: boolean;
  readonly pollSteps: number;
  readonly gatherPrompts: number;
  /** Decoding iterations since the last look. */
  since = 0;
  /** The latest arrival that the last look has seen. */
  seenUntil = 0;

  constructor({ schedulesAhead, pollSteps, gatherPrompts }: Pick<Inbox, "schedulesAhead" | "pollSteps" | "gatherPrompts">) {
    this.schedulesAhead = schedulesAhead;
    this.pollSteps = pollSteps;
    this.gatherPrompts = gatherPrompts;
  }

  /** The run under way ends where one of `waiting` may be seen, the last of whom came at its `cutTime`. */
  cut(segment: Segment, waiting: number): void {
    const ahead = this.schedulesAhead ? 1 : 0;
    // With the last of those gathered the ones before are seen at the next boundary.
    if (waiting >= this.gatherPrompts) segment.cut(waiting > 1 ? 0 : ahead, 1, 0);
    else segment.cut(ahead, this.pollSteps, this.since);
  }

  /** A run is over, of so many decoding iterations (0: prompts alone), with or without prompts. */
  pass(segment: Segment, decodes: number, prompts: boolean, tolerance: number): void {
    const { pollSteps } = this;
    if (pollSteps === 1) return;
    const atOnce = prompts && this.gatherPrompts === Infinity;
    const since = this.since + decodes;
    if (prompts && !atOnce) {
      this.since = 0;
      return;
    }
    const after = atOnce ? 0 : since % pollSteps;
    const boundary = segment.steps - after;
    this.since = after;
    if (!atOnce && (since < pollSteps || boundary <= 0)) return;
    this.seenUntil = segment.start + segment.seconds(this.schedulesAhead ? boundary - 1 : boundary) + tolerance;
  }

  /** The latest arrival that may be in the iteration put together at `segment`'s end, where `waiting` wait. */
  settledUntil(segment: Segment, idle: boolean, waiting: number, tolerance: number): number {
    if (idle) {
      this.since = 0;
      return Infinity;
    }
    if (this.pollSteps > 1 && waiting < this.gatherPrompts) return this.seenUntil;
    return this.schedulesAhead ? segment.end - segment.lastStep() + tolerance : Infinity;
  }

  /** Decoding iterations until the next look, for `waiting` who were not seen. */
  untilNextLook(waiting: number): number {
    return waiting < this.gatherPrompts ? this.pollSteps - this.since : 1;
  }
}
