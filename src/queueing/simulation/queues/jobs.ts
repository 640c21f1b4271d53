/** Jobs in the system as a structure of arrays; places are given back and taken again. */
export class JobTable {
  #free: number[] = [];
  #used = 0;
  arrival = new Float64Array(256);
  size = new Float64Array(256);
  remaining = new Float64Array(256);
  /** When service first began; −1 before. */
  started = new Float64Array(256);
  rank = new Float64Array(256);
  number = new Float64Array(256);
  kind = new Int32Array(256);

  take(arrival: number, size: number, kind: number): number {
    const job = this.#free.length > 0 ? (this.#free.pop() as number) : this.#next();
    this.arrival[job] = arrival;
    this.size[job] = size;
    this.remaining[job] = size;
    this.started[job] = -1;
    this.kind[job] = kind;
    return job;
  }

  release(job: number): void {
    this.#free.push(job);
  }

  #next(): number {
    if (this.#used === this.arrival.length) {
      const wider = (column: Float64Array): Float64Array<ArrayBuffer> => {
        const grown = new Float64Array(2 * column.length);
        grown.set(column);
        return grown;
      };
      this.arrival = wider(this.arrival);
      this.size = wider(this.size);
      this.remaining = wider(this.remaining);
      this.started = wider(this.started);
      this.rank = wider(this.rank);
      this.number = wider(this.number);
      const kind = new Int32Array(2 * this.kind.length);
      kind.set(this.kind);
      this.kind = kind;
    }
    return this.#used++;
  }
}
