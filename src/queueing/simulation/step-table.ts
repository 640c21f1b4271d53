import type { StepFunction } from "./server-types.ts";

const UNKNOWN = Number.NaN;

/**
 * A step function sampled on a grid and interpolated. Decoding iterations: linear in the number of requests between its
 * nodes and linear in the context between nodes at 2^(i/nodesPerOctave), so affine in the context inside a cell. Prompt
 * tokens add a difference, step(with) − step(without), which is multilinear in requests, context per request, prompt tokens
 * and pairs per prompt token: nodes at half as many prompt tokens and at powers of two of the others, because what is added
 * depends little on them. Each node is computed once, when it is first needed.
 */
export class StepTable {
  readonly #sample: StepFunction;
  readonly #contexts: Axis;
  readonly #requests: Axis;
  readonly #octaves: Axis = new Axis(1, 1);
  readonly #tokens: Axis;
  /** By the node of the requests: the decoding time at each node of the context. */
  readonly #decode: Float64Array[] = [];
  /** By packed nodes: what prompt tokens add. */
  readonly #extra = new Map<number, number>();

  /** Results of {@link line}. */
  value = 0;
  slope = 0;
  cellEnd = 0;

  constructor(sample: StepFunction, nodesPerOctave: number, exactRequests: number) {
    this.#sample = sample;
    this.#contexts = new Axis(nodesPerOctave, 1);
    this.#requests = new Axis(nodesPerOctave, exactRequests);
    this.#tokens = new Axis(Math.max(1, nodesPerOctave / 2), 1);
  }

  /** Decoding time at (requests, context), its slope in the context, and where the cell of the context ends. */
  line(requests: number, context: number): void {
    const cell = this.#contexts.cell(context);
    const from = this.#contexts.node(cell);
    const to = this.#contexts.node(cell + 1);
    const low = this.#between(requests, cell);
    const high = this.#between(requests, cell + 1);
    this.slope = (high - low) / (to - from);
    this.value = low + this.slope * (context - from);
    this.cellEnd = to;
  }

  step(requests: number, context: number, tokens: number, pairs: number, prompts: number): number {
    let time = 0;
    if (requests > 0) {
      this.line(requests, context);
      time = this.value;
    }
    return tokens > 0 ? time + this.#prompt(requests, context, tokens, pairs / tokens, prompts) : time;
  }

  #between(requests: number, place: number): number {
    const axis = this.#requests;
    const cell = axis.cell(requests);
    const from = axis.node(cell);
    const low = this.#decodeAt(cell, place);
    if (requests === from) return low;
    return low + ((this.#decodeAt(cell + 1, place) - low) * (requests - from)) / (axis.node(cell + 1) - from);
  }

  #decodeAt(row: number, place: number): number {
    let values = this.#decode[row];
    if (values === undefined || place >= values.length) {
      const wider = new Float64Array(Math.max(128, 2 * place)).fill(UNKNOWN);
      if (values !== undefined) wider.set(values);
      this.#decode[row] = wider;
      values = wider;
    }
    let value = values[place] as number;
    if (Number.isNaN(value)) {
      value = this.#sample(this.#requests.node(row), this.#contexts.node(place), 0, 0, 0);
      values[place] = value;
    }
    return value;
  }

  /** What prompt tokens add: multilinear over the 16 corners (8 or 4 where a coordinate is 0 or on a node). */
  #prompt(requests: number, context: number, tokens: number, pairsPerToken: number, prompts: number): number {
    const count = promptNode(prompts);
    const each = context / requests;
    const rows = requests > 0 ? this.#octaves.cell(requests) : -1;
    const places = requests > 0 ? this.#octaves.cell(each) : -1;
    const wRow = requests > 0 ? weight(this.#octaves, rows, requests) : 0;
    const wPlace = requests > 0 ? weight(this.#octaves, places, each) : 0;
    const t = this.#tokens.cell(tokens);
    const wToken = weight(this.#tokens, t, tokens);
    const q = this.#octaves.cell(pairsPerToken);
    const wPair = weight(this.#octaves, q, pairsPerToken);
    let sum = 0;
    for (let corner = 0; corner < 16; corner++) {
      const a = corner & 1;
      const b = (corner >> 1) & 1;
      const c = (corner >> 2) & 1;
      const d = (corner >> 3) & 1;
      const w = (a ? wRow : 1 - wRow) * (b ? wPlace : 1 - wPlace) * (c ? wToken : 1 - wToken) * (d ? wPair : 1 - wPair);
      if (w !== 0) sum += w * this.#extraAt(rows + a, places + b, t + c, q + d, count);
    }
    return sum;
  }

  #extraAt(row: number, place: number, token: number, pair: number, prompts: number): number {
    const key = ((((row + 1) * 1024 + place + 1) * 1024 + token) * 1024 + pair) * 4096 + prompts;
    const known = this.#extra.get(key);
    if (known !== undefined) return known;
    const tokens = this.#tokens.node(token);
    const pairs = tokens * this.#octaves.node(pair);
    const decoding = row >= 0;
    const requests = decoding ? this.#octaves.node(row) : 0;
    const context = decoding ? requests * this.#octaves.node(place) : 0;
    const without = decoding ? this.#sample(requests, context, 0, 0, 0) : 0;
    const extra = this.#sample(requests, context, tokens, pairs, prompts) - without;
    this.#extra.set(key, extra);
    return extra;
  }
}

/** Prompts of one iteration: up to 8 exactly, then to the nearest power of √2; what they add is small. */
function promptNode(prompts: number): number {
  return prompts <= 8 ? prompts : Math.min(4095, Math.round(2 ** (Math.round(2 * Math.log2(prompts)) / 2)));
}

function weight(axis: Axis, cell: number, x: number): number {
  const from = axis.node(cell);
  return x <= from ? 0 : Math.min(1, (x - from) / (axis.node(cell + 1) - from));
}

/** Increasing integer nodes 1, 2, …, `exact`, then about `perOctave` to each doubling. */
class Axis {
  readonly #nodes: number[] = [];
  readonly #ratio: number;

  constructor(perOctave: number, exact: number) {
    this.#ratio = 2 ** (1 / perOctave);
    for (let node = 1; node <= exact; node++) this.#nodes.push(node);
  }

  node(place: number): number {
    while (place >= this.#nodes.length) this.#extend();
    return this.#nodes[place] as number;
  }

  /** The largest place whose node is not above x; 0 below the first node. */
  cell(x: number): number {
    while ((this.#nodes[this.#nodes.length - 1] as number) <= x) this.#extend();
    let low = 0;
    let high = this.#nodes.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#nodes[middle] as number) <= x) low = middle;
      else high = middle;
    }
    return low;
  }

  #extend(): void {
    const last = this.#nodes[this.#nodes.length - 1] as number;
    this.#nodes.push(Math.max(last + 1, Math.round(last * this.#ratio)));
  }
}
