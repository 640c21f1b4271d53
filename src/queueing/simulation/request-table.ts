/**
 * The requests in the system as a structure of arrays: one place ("slot") a request, given back when it ends, so that the
 * memory follows the number of requests in the system and not the number simulated.
 */
export class RequestTable {
  capacity = 256;
  #free: Int32Array = freeList(0, 256, new Int32Array(256));
  #freeCount = 256;

  /** Number of the request in order of arrival: breaks ties. */
  number = new Float64Array(256);
  arrival = new Float64Array(256);
  input = new Float64Array(256);
  output = new Float64Array(256);
  prefixHit = new Float64Array(256);
  /** Output tokens that exist; with speculation a mean along the request's own line, so not always whole. */
  generated = new Float64Array(256);
  /** Prompt tokens (after a preemption: and generated ones) still to be computed before the next token. */
  remaining = new Float64Array(256);
  /** Tokens in the KV cache before the next prompt chunk. */
  cached = new Float64Array(256);
  /** Iterations (emissions) until the last token. */
  stepsLeft = new Float64Array(256);
  /** Output tokens of one decoding iteration. */
  growth = new Float64Array(256);
  /** Decoding iterations of the engine when the request joined, and when it will end (−1: not decoding). */
  joinStep = new Float64Array(256);
  endStep = new Float64Array(256);
  /** Context of the iteration at `joinStep`. */
  joinContext = new Float64Array(256);
  firstScheduled = new Float64Array(256);
  firstToken = new Float64Array(256);
  /** Time of the last token where the request stands outside the common rhythm (preempted, moved). */
  lastToken = new Float64Array(256);
  /** When it began to wait (again). */
  queuedSince = new Float64Array(256);
  admitted = new Float64Array(256);
  blocks = new Float64Array(256);
  rank = new Float64Array(256);
  session = new Float64Array(256);
  /** Order of admission in the engine: doubly linked, used where requests can be preempted. */
  previous = new Int32Array(256);
  next = new Int32Array(256);
  replica = new Int32Array(256);
  /** 1 while the KV of a preempted request lies on the host. */
  swapped = new Int32Array(256);

  /** A free slot. Fields hold what the last request left there. */
  take(): number {
    if (this.#freeCount === 0) this.#grow();
    return this.#free[--this.#freeCount] as number;
  }

  release(slot: number): void {
    this.#free[this.#freeCount++] = slot;
  }

  #grow(): void {
    const old = this.capacity;
    const size = 2 * old;
    const columns = this as unknown as Record<string, Float64Array | Int32Array | number>;
    for (const [name, column] of Object.entries(columns)) {
      if (typeof column === "number") continue;
      const grown = column instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
      grown.set(column);
      columns[name] = grown;
    }
    this.capacity = size;
    this.#free = freeList(old, size, new Int32Array(size));
    this.#freeCount = old;
  }
}

/** Slots from … until − 1, the lowest on top. */
function freeList(from: number, until: number, list: Int32Array): Int32Array {
  for (let i = 0; i < until - from; i++) list[i] = until - 1 - i;
  return list;
}
