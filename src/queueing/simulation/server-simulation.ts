import { KeyedHeap } from "../../numerics/heap.ts";
import type { RandomStream } from "../../numerics/random.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { Engine } from "./engine.ts";
import type { EngineHost } from "./engine-base.ts";
import type { RequestRecorder } from "./request-recorder.ts";
import { RequestTable } from "./request-table.ts";
import { Routing } from "./router.ts";
import type { PoolConfig, ServerConfig } from "./server-config.ts";
import { ServerMetrics } from "./server-metrics.ts";
import { ServerSource } from "./server-source.ts";
import type { ServiceLevel } from "./server-types.ts";
import type { TimeSeriesRecorder } from "./time-series.ts";
import { WaitingRanks, WaitingRing } from "./waiting-line.ts";

/** Requests that a backlog keeps waiting beyond those running, so that admission never finds too few. */
const BACKLOG = 64;

/** One replication of a server: engines behind routers, fed by a source. It can be continued any number of times. */
export class ServerSimulation implements EngineHost {
  metrics: ServerMetrics = new ServerMetrics();
  readonly source: ServerSource;
  readonly #config: ServerConfig;
  readonly #table: RequestTable = new RequestTable();
  readonly #engines: Engine[] = [];
  readonly #front: Engine[];
  readonly #back: Engine[];
  readonly #frontRouting: Routing;
  readonly #backRouting: Routing;
  readonly #transfers: KeyedHeap = new KeyedHeap();
  readonly #series: TimeSeriesRecorder | undefined;
  readonly #kept: RequestRecorder | undefined;
  readonly #level: ServiceLevel | undefined;
  /** Some KV cache has a capacity, so requests must be checked against it. */
  readonly #limited: boolean;
  #linkFree = 0;
  #windowStart = 0;
  /** Time of the last completion. */
  now = 0;
  completed = 0;

  /**
   * @param streams - those of one replication, from `sourceStreams`.
   * @param series - watches the run.
   * @param kept - keeps every request of it.
   */
  constructor(config: ServerConfig, streams: readonly RandomStream[], series?: TimeSeriesRecorder, kept?: RequestRecorder) {
    const { options } = config;
    this.#config = config;
    this.source = new ServerSource(options, streams);
    this.#series = series;
    this.#kept = kept;
    this.#level = options.serviceLevel;
    this.#front = this.#makeEngines(config.front);
    this.#back = config.back ? this.#makeEngines(config.back) : [];
    this.#limited = Number.isFinite(config.front.settings.kvBlocks) || Number.isFinite(config.back?.settings.kvBlocks);
    const routing = streams[streams.length - 1] as RandomStream;
    this.#frontRouting = new Routing(config.front.router, this.#front, routing);
    this.#backRouting = new Routing(config.back?.router ?? "round-robin", this.#back, routing);
  }

  /** Requests in the system. */
  get present(): number {
    return this.source.issued - this.completed;
  }

  /** Runs until `completions` more requests have ended (or all have) and returns what happened meanwhile. */
  advance(completions: number): ServerMetrics {
    const target = this.completed + completions;
    const alone = this.#engines.length === 1 && !this.source.backlog;
    if (alone) this.#runAlone(this.#front[0]!, target);
    else while (this.completed < target && this.#event()) {}
    const { metrics } = this;
    for (const engine of this.#engines) {
      if (engine.eventTime < Infinity) continue;
      metrics.idleSeconds += this.now - engine.idleSince;
      engine.idleSince = this.now;
    }
    metrics.seconds = this.now - this.#windowStart;
    this.#windowStart = this.now;
    this.metrics = new ServerMetrics();
    return metrics;
  }

  ended(slot: number): void {
    const table = this.#table;
    const time = table.lastToken[slot]!;
    this.metrics.finish(table, slot, this.#level);
    this.completed++;
    this.now = time;
    if (this.#series !== undefined) this.#series.completed(time);
    if (this.#kept !== undefined) this.#kept.ended(table, slot);
    if (this.source.closed) this.source.ended(table.session[slot]!, time);
    table.release(slot);
  }

  handedOver(slot: number): void {
    const time = this.#table.lastToken[slot]!;
    const { transferFixedSeconds, transferPerTokenSeconds, sharedLink } = this.#config;
    const seconds = transferFixedSeconds + transferPerTokenSeconds * this.#table.input[slot]!;
    const start = sharedLink ? Math.max(time, this.#linkFree) : time;
    this.#linkFree = start + seconds;
    this.#transfers.push(start + seconds, this.#table.number[slot]!, slot);
  }

  /** {@link #event} over and over for a single engine without a backlog, where there is nothing to choose from. */
  #runAlone(engine: Engine, target: number): void {
    const { source } = this;
    while (this.completed < target) {
      if (!engine.boundary) {
        if (source.nextTime <= engine.eventTime) {
          if (source.nextTime === Infinity) return;
          this.#arrive();
          continue;
        }
        engine.commit();
        if (this.completed >= target) return;
      }
      while (source.nextTime <= engine.eventTime + engine.tolerance) this.#arrive();
      engine.plan();
    }
  }

  /** The next thing that happens: an arrival, the end of a transfer, of a segment, or a boundary. False: nothing is left. */
  #event(): boolean {
    const engine = this.#next();
    const arrival = this.source.nextTime;
    const moved = this.#transfers.topKey;
    const external = Math.min(arrival, moved);
    if (external <= engine.eventTime + (engine.boundary ? engine.tolerance : 0) && external < Infinity) {
      if (arrival <= moved) this.#arrive();
      else this.#deliver(moved);
      return true;
    }
    if (engine.eventTime === Infinity) return this.source.backlog && this.#refill(this.now);
    if (engine.boundary) {
      if (this.source.backlog) this.#refill(engine.eventTime);
      engine.plan();
    } else engine.commit();
    return true;
  }

  /** The engine whose event is next; ends of segments before boundaries, so that what they cause is known there. */
  #next(): Engine {
    const engines = this.#engines;
    let best = engines[0]!;
    for (let i = 1; i < engines.length; i++) {
      const other = engines[i]!;
      if (other.eventTime < best.eventTime || (other.eventTime === best.eventTime && best.boundary && !other.boundary)) best = other;
    }
    return best;
  }

  #arrive(): void {
    const slot = this.#create();
    const index = this.#frontRouting.choose(slot, this.#table);
    if (this.#kept !== undefined) this.#table.replica[slot] = index;
    this.#front[index]!.enqueue(slot);
  }

  #create(): number {
    const slot = this.#table.take();
    this.source.take(this.#table, slot);
    if (this.#series !== undefined) this.#series.arrived(this.#table.arrival[slot]!);
    if (this.#limited) {
      this.#check(this.#config.front, slot);
      if (this.#config.back) this.#check(this.#config.back, slot);
    }
    return slot;
  }

  /** The KV of a prompt has reached the decode pool. */
  #deliver(time: number): void {
    const slot = this.#transfers.pop();
    this.#table.remaining[slot] = 0;
    this.#table.queuedSince[slot] = time;
    this.#back[this.#backRouting.choose(slot, this.#table)]!.enqueue(slot);
  }

  /** Gives engines that run short at a boundary, or stand idle, more of the backlog. */
  #refill(now: number): boolean {
    const held = this.#back.reduce((sum, engine) => sum + engine.waiting.size - engine.running, this.#transfers.size);
    if (held > BACKLOG) return false;
    let any = false;
    for (const [index, engine] of this.#front.entries()) {
      if (engine.eventTime < Infinity && !engine.boundary) continue;
      const time = engine.boundary ? engine.eventTime : now;
      while (engine.waiting.size < engine.running + BACKLOG && this.source.issued < this.source.total) {
        this.source.nextTime = time;
        const slot = this.#create();
        this.#table.replica[slot] = index;
        engine.enqueue(slot);
        any = true;
      }
    }
    this.source.nextTime = Infinity;
    return any;
  }

  /** Throws `infeasible` for a request that could never be admitted. */
  #check(pool: PoolConfig, slot: number): void {
    const { blockTokens, kvBlocks, role } = pool.settings;
    const tokens = this.#table.input[slot]! + (role === "prefill" ? 0 : this.#table.output[slot]!);
    if (Math.ceil(tokens / blockTokens) <= kvBlocks) return;
    throw new RidgepointError("infeasible", `a request of ${tokens} tokens does not fit into a KV cache of ${kvBlocks * blockTokens} tokens`, {
      path: "kv.capacityTokens",
      value: kvBlocks * blockTokens,
    });
  }

  #makeEngines({ settings, replicas }: PoolConfig): Engine[] {
    return Array.from({ length: replicas }, () => {
      const table = this.#table;
      const line = settings.ranked
        ? new WaitingRanks(
            (slot) => table.rank[slot]!,
            (slot) => table.number[slot]!,
          )
        : new WaitingRing();
      const engine = new Engine(settings, table, this, line);
      engine.series = this.#series;
      this.#engines.push(engine);
      return engine;
    });
  }
}
