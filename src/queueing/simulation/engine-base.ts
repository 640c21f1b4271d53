import { NumberHeap } from "../../numerics/heap.ts";
import { type BlockLedger, KvLedger, ScanLedger } from "./kv-ledger.ts";
import type { RequestTable } from "./request-table.ts";
import type { ServerMetrics } from "./server-metrics.ts";
import { NumberList, SlotList } from "./slot-list.ts";
import type { StepModel } from "./step-model.ts";
import type { WaitingLine } from "./waiting-line.ts";

/** How one engine batches; see `BatchingPolicy` and `KvCache` for the meaning. */
export interface EngineSettings {
  readonly model: StepModel;
  /** `prefill` hands a request over after its prompt, `decode` receives such requests. */
  readonly role: "whole" | "prefill" | "decode";
  readonly mixed: boolean;
  readonly chunked: boolean;
  readonly ranked: boolean;
  readonly maxBatchedTokens: number;
  readonly decodesCount: boolean;
  readonly maxRunning: number;
  readonly schedulesAhead: boolean;
  readonly pollSteps: number;
  readonly gatherPrompts: number;
  readonly kvBlocks: number;
  readonly blockTokens: number;
  readonly grow: boolean;
  readonly swap: boolean;
  readonly swapPerTokenSeconds: number;
  readonly watermarkBlocks: number;
  /** Tokens that a decoding request puts into an iteration: 1, with speculation one more than are proposed. */
  readonly window: number;
  /** Keep {@link EngineState.work} for the router. */
  readonly countsWork: boolean;
}

/** Whom an engine tells what happened. */
export interface EngineHost {
  metrics: ServerMetrics;
  /** The request has its last token, at `lastToken`; the host counts it and gives the slot back. */
  ended(slot: number): void;
  /** The prompt is done, at `lastToken`, and the KV may move. */
  handedOver(slot: number): void;
}

/** Room for slots in a packed end: iterations up to 2³¹, slots up to 2²². */
export const SLOTS = 2 ** 22;
const PER_SLOTS = 2 ** -22;

/** The slot of a packed end; multiplications by powers of two are exact, and much faster than %. */
export function slotOf(key: number): number {
  return (key - Math.floor(key * PER_SLOTS) * SLOTS) | 0;
}

/**
 * What an engine holds: the decoding requests as sums, the memory, and the order of admission. Times are passed in fields
 * and columns instead of arguments: V8 allocates a number for each fraction that is handed to a function it does not inline.
 */
export class EngineState {
  readonly settings: EngineSettings;
  readonly table: RequestTable;
  readonly host: EngineHost;
  readonly waiting: WaitingLine;
  /** Whether tokens held are summed over time: where there is a capacity to compare them with. */
  readonly countsHeld: boolean;

  /** End of the segment, or the boundary that waits to be planned: what the methods below call now. +∞ while idle. */
  eventTime: number = Infinity;
  /** Requests admitted and not ended. */
  running = 0;
  /** Tokens of the requests here, waiting or running, that end here: for the router. */
  work = 0;
  /** Decoding iterations so far. */
  decodeStep = 0;
  decoding = 0;
  /** Sum of the contexts of the next decoding iteration, and what it gains from one to the next. */
  context = 0;
  growth = 0;
  /** Ends of decoding requests, packed as iteration · SLOTS + slot; entries of preempted requests go stale. */
  readonly ends: NumberHeap = new NumberHeap();
  /** Blocks set aside (`reserve`), or held by prompts under way (`grow`). */
  heldBlocks = 0;
  readonly ledger: BlockLedger;
  /** The request whose prompt is partly done; −1: none. There is never more than one. */
  partial = -1;
  /** Requests that join the next decoding iteration from outside the common rhythm. */
  readonly joiners: SlotList = new SlotList();
  /** Decoding requests that stand still while prompts run alone: how many had their last token when. */
  readonly pausedCounts: NumberList = new NumberList();
  readonly pausedSince: NumberList = new NumberList();
  paused = 0;
  #tail = -1;

  constructor(settings: EngineSettings, table: RequestTable, host: EngineHost, waiting: WaitingLine) {
    this.settings = settings;
    this.table = table;
    this.host = host;
    this.waiting = waiting;
    this.countsHeld = settings.kvBlocks < Infinity;
    const { blockTokens } = settings;
    this.ledger = settings.window > 1 ? new ScanLedger(blockTokens) : new KvLedger(settings.grow ? blockTokens : 1);
  }

  /** Requests here, waiting or running. */
  get present(): number {
    return this.running + this.waiting.size;
  }

  /** When the first of those who wait came; +∞: nobody waits. */
  firstWaiting(): number {
    return this.waiting.size > 0 ? this.table.queuedSince[this.waiting.head()]! : Infinity;
  }

  /** Blocks that the request needs to be admitted. */
  blocksOf(slot: number): number {
    const { table, settings } = this;
    const { role, grow, blockTokens } = settings;
    const input = table.input[slot]!;
    if (!grow) return Math.ceil((role === "prefill" ? input : input + table.output[slot]!) / blockTokens);
    // Speculation makes `generated` a fraction; whole but for rounding must not cost a block.
    return Math.ceil((input + table.generated[slot]!) / blockTokens - 1e-9);
  }

  fits(slot: number): boolean {
    const { kvBlocks, grow, watermarkBlocks } = this.settings;
    if (kvBlocks === Infinity) return true;
    const free = kvBlocks - this.heldBlocks - (grow ? this.ledger.blocks : 0);
    return this.blocksOf(slot) + (this.running > 0 ? watermarkBlocks : 0) <= free;
  }

  /** Counts a request as running and takes its memory. */
  admit(slot: number): void {
    const { table, settings } = this;
    const time = this.eventTime;
    this.running++;
    if (table.firstScheduled[slot]! < 0) table.firstScheduled[slot] = time;
    this.host.metrics.waitingSeconds += time - table.queuedSince[slot]!;
    table.admitted[slot] = time;
    if (settings.kvBlocks < Infinity && (!settings.grow || table.remaining[slot]! > 0)) {
      const blocks = this.blocksOf(slot);
      table.blocks[slot] = blocks;
      this.heldBlocks += blocks;
    }
    if (settings.grow) {
      table.previous[slot] = this.#tail;
      table.next[slot] = -1;
      if (this.#tail >= 0) table.next[this.#tail] = slot;
      this.#tail = slot;
    }
  }

  /** The request no longer runs here. Its decoding part, if any, has left already. */
  dismiss(slot: number): void {
    const { table, settings } = this;
    this.running--;
    this.host.metrics.runningSeconds += this.eventTime - table.admitted[slot]!;
    if (!settings.grow) {
      if (settings.kvBlocks < Infinity) this.heldBlocks -= table.blocks[slot]!;
      return;
    }
    const previous = table.previous[slot]!;
    const next = table.next[slot]!;
    if (previous >= 0) table.next[previous] = next;
    if (next >= 0) table.previous[next] = previous;
    else this.#tail = previous;
  }

  /** The request takes part in decoding from the next decoding iteration on. */
  join(slot: number): void {
    const { table } = this;
    const context = table.input[slot]! + table.generated[slot]!;
    const end = this.decodeStep + table.stepsLeft[slot]!;
    table.joinContext[slot] = context;
    table.joinStep[slot] = this.decodeStep;
    table.endStep[slot] = end;
    this.decoding++;
    this.context += context;
    this.growth += table.growth[slot]!;
    this.ends.push(end * SLOTS + slot);
    if (this.settings.grow) this.ledger.add(slot, context, table.growth[slot]!);
  }

  /** The request takes no part any more; returns the context of the iteration it would have had next. */
  leave(slot: number): number {
    const { table } = this;
    const growth = table.growth[slot]!;
    const steps = this.decodeStep - table.joinStep[slot]!;
    const context = table.joinContext[slot]! + growth * steps;
    this.host.metrics.decodeRequests += steps;
    table.endStep[slot] = -1;
    this.decoding--;
    this.context = this.decoding === 0 ? 0 : this.context - context;
    this.growth = this.decoding === 0 ? 0 : this.growth - growth;
    if (this.settings.grow) this.ledger.remove(slot, context);
    return context;
  }

  /** Iterations until the next decoding request ends. */
  iterationsToEnd(): number {
    const { ends, table } = this;
    for (;;) {
      const key = ends.top;
      if (key === Infinity) return key;
      const end = Math.floor(key * PER_SLOTS);
      if (table.endStep[(key - end * SLOTS) | 0] === end) return end - this.decodeStep;
      ends.pop();
    }
  }

  /** Preempts the latest admitted until the next iteration finds its blocks. Seconds that swapping adds; −1: nobody. */
  makeRoom(): number {
    const { settings, ledger } = this;
    if (ledger.blocks <= settings.kvBlocks - this.heldBlocks) return -1;
    let seconds = 0;
    while (ledger.blocks > settings.kvBlocks - this.heldBlocks) seconds += this.#preempt(this.#tail);
    return seconds;
  }

  #preempt(slot: number): number {
    const { table, settings } = this;
    let seconds = 0;
    this.host.metrics.preemptions++;
    table.queuedSince[slot] = this.eventTime;
    if (slot === this.partial) {
      this.partial = -1;
      this.heldBlocks -= table.blocks[slot]!;
      table.remaining[slot] = Math.round(table.input[slot]! + table.generated[slot]!) - table.prefixHit[slot]!;
      table.cached[slot] = table.prefixHit[slot]!;
    } else {
      table.stepsLeft[slot] = table.endStep[slot]! - this.decodeStep;
      const context = this.leave(slot);
      table.generated[slot] = context - table.input[slot]!;
      this.#leaveRhythm(slot);
      if (settings.swap) {
        table.swapped[slot] = 1;
        seconds = settings.swapPerTokenSeconds * (context - 1);
      } else {
        table.remaining[slot] = Math.round(context) - table.prefixHit[slot]!;
        table.cached[slot] = table.prefixHit[slot]!;
      }
    }
    this.dismiss(slot);
    this.waiting.pushFront(slot);
    return seconds;
  }

  /** Notes when the request had its last token, and takes it out of those who stand still. */
  #leaveRhythm(slot: number): void {
    if (this.joiners.remove(slot)) return;
    let since = this.eventTime;
    // Prompts end in order of admission, so the latest admitted stands in the latest group.
    const { pausedCounts } = this;
    for (let group = pausedCounts.count - 1; group >= 0; group--) {
      if (pausedCounts.items[group]! > 0) {
        pausedCounts.items[group]!--;
        this.paused--;
        since = this.pausedSince.items[group]!;
        break;
      }
    }
    this.table.lastToken[slot] = since;
  }

  /** Tokens of the request that are computed here; only `least-work` asks for them. */
  addWork(slot: number, sign: number): void {
    if (!this.settings.countsWork) return;
    const { table } = this;
    const { role } = this.settings;
    const prompt = role === "decode" ? 0 : table.input[slot]! - table.prefixHit[slot]!;
    this.work += sign * (role === "prefill" ? prompt : prompt + table.output[slot]!);
  }
}
