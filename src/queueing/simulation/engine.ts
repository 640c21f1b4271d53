import { EngineState, SLOTS, slotOf } from "./engine-base.ts";
import { Inbox } from "./inbox.ts";
import { pairsOf, Segment } from "./segment.ts";
import { NumberList, SlotList } from "./slot-list.ts";
import type { TimeSeriesRecorder } from "./time-series.ts";

/**
 * One continuous-batching engine that jumps from event to event.
 *
 * Time passes in segments: one iteration whose make-up is its own (prompts, requests that join or are swapped), or a run of
 * alike iterations (decoding only, or the full chunks of one long prompt beside constant decodes). A run lasts until a
 * request ends, a prompt is nearly done, no KV block is free, or an arrival that may be admitted cuts it at the next
 * boundary; its length in seconds has a closed form (see {@link Segment}). The cost of a request therefore does not grow
 * with its tokens.
 *
 * The owner delivers arrivals in order and calls {@link commit} when a segment ends, {@link plan} once all of that moment is in.
 */
export class Engine extends EngineState {
  /** True: the next call is `plan`, else `commit`. */
  boundary = false;
  /** Arrivals this little after a boundary are in time for it: rounding must not decide (1e-9 of the last iteration). */
  tolerance = 0;
  idleSince = 0;
  series: TimeSeriesRecorder | undefined;
  readonly segment: Segment = new Segment();
  readonly #inbox: Inbox = new Inbox(this.settings);
  readonly #prompts: SlotList = new SlotList();
  readonly #chunks: NumberList = new NumberList();
  readonly #done: SlotList = new SlotList();

  /** A request arrives, at `queuedSince`. Times must not decrease. */
  enqueue(slot: number): void {
    this.addWork(slot, 1);
    this.waiting.push(slot);
    if (this.eventTime === Infinity) {
      const time = this.table.queuedSince[slot]!;
      this.host.metrics.idleSeconds += time - this.idleSince;
      this.boundary = true;
      this.eventTime = time;
      this.tolerance = 0;
      return;
    }
    const { segment } = this;
    if (this.boundary || !segment.mayBeCut || segment.steps <= 1 || this.running >= this.settings.maxRunning) return;
    const waiting = this.waiting.size;
    if (waiting > 1 && !this.settings.ranked && waiting !== this.settings.gatherPrompts) return;
    if (!this.fits(this.waiting.head())) return;
    segment.cutTime = this.table.queuedSince[slot]!;
    this.#inbox.cut(segment, waiting);
    this.eventTime = segment.end;
  }

  /** The segment is over: counts it, hands out tokens, lets requests end. */
  commit(): void {
    const { segment, host: { metrics } } = this;
    const { steps } = segment;
    metrics.iterations += steps;
    if (this.countsHeld) metrics.kvTokenSeconds += segment.heldTokenSeconds();
    if (this.series !== undefined) this.series.segment(segment, this.running, segment.decodes ? this.growth : 0);
    this.boundary = true;
    this.tolerance = 1e-9 * segment.lastStep();
    if (segment.decodes) {
      metrics.decodeIterations += steps;
      this.#countGaps();
      this.decodeStep += steps;
      this.context += this.growth * steps;
      if (this.settings.grow) this.ledger.advance(steps);
    }
    this.#inbox.pass(segment, segment.decodes ? steps : 0, this.#prompts.count > 0, this.tolerance, this.firstWaiting());
    if (this.#prompts.count > 0) this.#advancePrompts(steps);
    if (segment.decodes) {
      const limit = (this.decodeStep + 1) * SLOTS;
      while (this.ends.top < limit) {
        const slot = slotOf(this.ends.pop());
        if (this.table.endStep[slot] !== this.decodeStep) continue;
        this.leave(slot);
        this.#done.push(slot);
      }
    }
    if (this.#done.count > 0) this.#settle();
  }

  /** Puts the next segment together, or falls idle. */
  plan(): void {
    const { settings, table, waiting, segment } = this;
    const { mixed, chunked } = settings;
    const time = this.eventTime;
    this.boundary = false;
    if (waiting.size === 0 && this.partial < 0 && this.decoding > 0 && this.joiners.count === 0 && this.paused === 0 && !settings.grow) {
      this.#prompts.clear();
      segment.start = time;
      segment.heldFirst = this.context;
      this.#planDecoding(Infinity);
      return;
    }
    let extraSeconds = 0;
    let preempted = false;
    if (settings.grow && this.decoding > 0) {
      const swapping = this.makeRoom();
      preempted = swapping >= 0;
      if (preempted) extraSeconds = swapping;
    }
    let budget = settings.maxBatchedTokens - (mixed && settings.decodesCount ? this.decoding * settings.window : 0);
    let tokens = 0;
    let pairs = 0;
    let held = 0;
    this.#prompts.clear();
    this.#chunks.clear();
    if (this.partial >= 0 && budget > 0) {
      const chunk = Math.min(table.remaining[this.partial]!, budget);
      tokens = this.#take(this.partial, chunk);
      pairs = pairsOf(table.cached[this.partial]!, chunk);
      held = table.cached[this.partial]! + chunk;
      budget -= chunk;
    } else if (this.partial >= 0) held = table.cached[this.partial]!;
    const settled = this.#inbox.settledUntil(segment, this.decoding === 0 && this.partial < 0, waiting.size, this.tolerance, this.firstWaiting());
    let late = false;
    while (!preempted && waiting.size > 0 && this.running < settings.maxRunning) {
      const slot = waiting.head();
      late = table.queuedSince[slot]! > settled && (table.firstScheduled[slot]! < 0 || settings.role === "decode");
      if (late) break;
      const remaining = table.remaining[slot]!;
      let chunk = 0;
      if (remaining > 0) {
        // One prompt at a time can be partly done: a partial one without budget keeps the others out.
        if (chunked ? !(budget > 0) || (this.partial >= 0 && tokens === 0) : remaining > budget && tokens > 0) break;
        chunk = chunked ? Math.min(remaining, budget) : remaining;
      }
      if (!this.fits(slot)) break;
      waiting.shift();
      if (this.series !== undefined) this.series.admitted(table.queuedSince[slot]!, time);
      this.admit(slot);
      if (chunk > 0) {
        tokens += this.#take(slot, chunk);
        pairs += pairsOf(table.cached[slot]!, chunk);
        held += table.cached[slot]! + chunk;
        budget -= chunk;
      } else {
        if (table.swapped[slot] === 1) {
          table.swapped[slot] = 0;
          extraSeconds += settings.swapPerTokenSeconds * (table.input[slot]! + table.generated[slot]! - 1);
        }
        this.joiners.push(slot);
        this.join(slot);
        if (mixed && settings.decodesCount) budget -= settings.window;
      }
    }
    this.#inbox.looked(settled, this.firstWaiting());
    const decodes = this.decoding > 0 && (mixed || tokens === 0);
    if (!decodes && tokens === 0) {
      this.eventTime = Infinity;
      this.idleSince = time;
      return;
    }
    if (!decodes && this.decoding > this.paused + this.joiners.count) {
      this.#pause(this.decoding - this.paused - this.joiners.count);
    }
    segment.start = time;
    segment.decodes = decodes;
    const requests = decodes ? this.decoding : 0;
    const context = decodes ? this.context : 0;
    segment.heldFirst = held + (decodes ? this.context : this.context - this.growth);
    segment.heldSlope = 0;
    // After a preemption nobody was admitted, though somebody may fit: look again at the next boundary.
    const regular = !preempted && extraSeconds === 0 && (!decodes || (this.joiners.count === 0 && this.paused === 0));
    if (tokens === 0 && regular) this.#planDecoding(late ? this.#inbox.untilNextLook(waiting.size) : Infinity);
    else {
      segment.mayBeCut = false;
      const { model } = settings;
      segment.set(model.step(requests, context, tokens, pairs, this.#prompts.count) + extraSeconds, 0, 1);
      const filled = budget <= 0 && this.#prompts.count === 1;
      if (filled && regular && chunked && model.affine && settings.role !== "decode") this.#planChunks(requests);
      this.eventTime = segment.end;
    }
  }

  /** A run of decoding iterations, `most` at most. */
  #planDecoding(most: number): void {
    const { segment, settings } = this;
    const { model } = settings;
    model.line(this.decoding, this.context, this.growth);
    let steps = Math.min(most, this.iterationsToEnd(), model.lineSteps);
    if (settings.grow) steps = this.ledger.iterationsWithin(settings.kvBlocks - this.heldBlocks, steps);
    segment.heldSlope = this.growth;
    segment.mayBeCut = true;
    segment.decodes = true;
    segment.set(model.lineFirst, model.lineSlope, steps);
    this.eventTime = segment.end;
  }

  /** Turns the iteration just set into a run, where a long prompt fills the whole budget for several iterations. */
  #planChunks(requests: number): void {
    const { segment, settings, table } = this;
    const chunk = this.#chunks.items[0]!;
    let steps = Math.ceil(table.remaining[this.#prompts.items[0]!]! / chunk) - 1;
    if (requests > 0) steps = Math.min(steps, this.iterationsToEnd());
    if (settings.grow && requests > 0) steps = this.ledger.iterationsWithin(settings.kvBlocks - this.heldBlocks, steps);
    if (steps < 2) return;
    const growth = requests > 0 ? this.growth : 0;
    const slope = settings.model.perKvTokenSeconds * growth + settings.model.perPairSeconds * chunk * chunk;
    segment.heldSlope = growth + chunk;
    segment.set(segment.first, slope, steps);
  }

  #take(slot: number, chunk: number): number {
    this.#prompts.push(slot);
    this.#chunks.push(chunk);
    return chunk;
  }

  #pause(count: number): void {
    this.pausedCounts.push(count);
    this.pausedSince.push(this.eventTime);
    this.paused += count;
  }

  /** Times between tokens of the decoding requests, in bulk. */
  #countGaps(): void {
    const { segment, table } = this;
    const time = this.eventTime;
    const itl = this.host.metrics.gaps;
    const plain = this.decoding - this.joiners.count - this.paused;
    if (plain > 0) itl.addProgression(segment.first, segment.slope, segment.steps, plain);
    if (this.paused > 0) {
      for (let group = 0; group < this.pausedCounts.count; group++) {
        const count = this.pausedCounts.items[group]!;
        if (count > 0) itl.addProgression(time - this.pausedSince.items[group]!, 0, 1, count);
      }
      this.pausedCounts.clear();
      this.pausedSince.clear();
      this.paused = 0;
    }
    for (let i = 0; i < this.joiners.count; i++) itl.addProgression(time - table.lastToken[this.joiners.items[i]!]!, 0, 1, 1);
    this.joiners.clear();
  }

  #advancePrompts(steps: number): void {
    const { table } = this;
    this.partial = -1;
    let joined = 0;
    for (let i = 0; i < this.#prompts.count; i++) {
      const slot = this.#prompts.items[i]!;
      const tokens = this.#chunks.items[i]! * steps;
      const remaining = table.remaining[slot]! - tokens;
      table.remaining[slot] = remaining;
      table.cached[slot] = table.cached[slot]! + tokens;
      if (remaining > 0) this.partial = slot;
      else if (this.#finishPrompt(slot)) joined++;
    }
    if (joined > 0 && !this.settings.mixed) this.#pause(joined);
  }

  /** The prompt gives a token. True if the request goes on to decode here. */
  #finishPrompt(slot: number): boolean {
    const { table, settings } = this;
    const time = this.eventTime;
    if (table.generated[slot] === 0) {
      table.firstToken[slot] = time;
      table.generated[slot] = 1;
    } else {
      this.host.metrics.gaps.addProgression(time - table.lastToken[slot]!, 0, 1, 1);
      table.generated[slot]! += table.growth[slot]!;
    }
    if (this.series !== undefined) this.series.tokens(time, 1);
    table.stepsLeft[slot]!--;
    if (settings.grow) this.heldBlocks -= table.blocks[slot]!;
    if (table.stepsLeft[slot] === 0) {
      this.#done.push(slot);
      return false;
    }
    if (settings.role === "prefill") {
      this.dismiss(slot);
      this.addWork(slot, -1);
      table.lastToken[slot] = time;
      this.host.handedOver(slot);
      return false;
    }
    this.join(slot);
    return true;
  }

  /** Requests that end together end in order of arrival. */
  #settle(): void {
    const { table } = this;
    const done = this.#done;
    if (done.count > 1) done.sortBy(table.number);
    for (let i = 0; i < done.count; i++) {
      const slot = done.items[i]!;
      this.dismiss(slot);
      this.addWork(slot, -1);
      table.lastToken[slot] = this.eventTime;
      this.host.ended(slot);
    }
    done.clear();
  }
}
