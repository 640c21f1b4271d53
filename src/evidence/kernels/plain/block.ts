import type { BlockShape } from "../transformer-block.ts";
import { plainAttention } from "./attention.ts";
import { plainExpertFfn, plainGatedFfn, plainRoute } from "./feed-forward.ts";
import { plainGemm } from "./gemm.ts";
import { Meter } from "./meter.ts";
import type { KernelCounts } from "./meter.ts";
import { plainRmsNorm } from "./rows.ts";

/** Weights of a gated feed-forward network as plain numbers. */
export interface FfnNumbers {
  readonly gate: ArrayLike<number>;
  readonly up: ArrayLike<number>;
  readonly down: ArrayLike<number>;
}

/** Weights of a block as plain numbers; the layout of `BlockWeights`. */
export interface BlockNumbers {
  readonly attentionNorm: ArrayLike<number>;
  readonly query: ArrayLike<number>;
  readonly key: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  readonly output: ArrayLike<number>;
  readonly feedForwardNorm: ArrayLike<number>;
  readonly feedForward: FfnNumbers | { readonly router: ArrayLike<number>; readonly experts: readonly FfnNumbers[] };
}

/** Keys and values of past tokens, [batch, kvHeads, tokens, headDim]. */
export interface CacheNumbers {
  readonly key: Float64Array;
  readonly value: Float64Array;
  readonly tokens: number;
}

/** Sizes of the run. */
export interface PlainBlockShape extends BlockShape {
  readonly batch: number;
  readonly tokens: number;
  readonly hidden: number;
  readonly intermediate: number;
}

/** What the plain block gives, and what each of its kernels counted. */
export interface PlainBlockResult {
  readonly hidden: Float64Array;
  readonly cache: CacheNumbers;
  readonly kernels: readonly { readonly name: string; readonly counts: KernelCounts }[];
}

/**
 * A whole block as {@link transformerBlock} computes it, kernel by kernel: every kernel reads its operands from memory and writes its
 * result back.
 *
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainBlock(x: ArrayLike<number>, weights: BlockNumbers, cache: CacheNumbers | null, shape: PlainBlockShape, bytesPerElement = 2): PlainBlockResult {
  const { batch, tokens, hidden, intermediate, heads, kvHeads, headDim, epsilon, topK = 1, window = null } = shape;
  const rows = batch * tokens;
  const past = cache?.tokens ?? 0;
  const kernels: { name: string; counts: KernelCounts }[] = [];
  const kernel = <R>(name: string, run: (meter: Meter, load: (values: ArrayLike<number>) => ReturnType<Meter["operand"]>) => R): R => {
    const meter = new Meter();
    const result = run(meter, (values) => meter.operand(values, bytesPerElement));
    kernels.push({ name, counts: meter.counts });
    return result;
  };
  const norm = (name: string, values: ArrayLike<number>, weight: ArrayLike<number>): Float64Array =>
    kernel(name, (meter, load) => plainRmsNorm(meter, load(values), load(weight), rows, hidden, epsilon).values);
  const product = (name: string, a: ArrayLike<number>, b: ArrayLike<number>, k: number, n: number): Float64Array =>
    kernel(name, (meter, load) => plainGemm(meter, load(a), load(b), { m: rows, n, k }).values);

  const normed = norm("attention norm", x, weights.attentionNorm);
  const project = (name: string, matrix: ArrayLike<number>, count: number): Float64Array =>
    splitHeads(product(name, normed, matrix, hidden, count * headDim), batch, tokens, count, headDim);
  const query = rotateHeads(project("query", weights.query, heads), past, tokens, headDim, shape.ropeBase);
  const freshKey = rotateHeads(project("key", weights.key, kvHeads), past, tokens, headDim, shape.ropeBase);
  const freshValue = project("value", weights.value, kvHeads);
  const grown = { key: append(cache?.key, freshKey, past, tokens, headDim), value: append(cache?.value, freshValue, past, tokens, headDim), tokens: past + tokens };
  const attended = kernel("attention", (meter, load) => plainAttention(meter,
    { query: load(query), key: load(grown.key), value: load(grown.value) },
    { batch, queryTokens: tokens, contextTokens: grown.tokens, heads, kvHeads, headDim, window }).values);
  const joined = sumOf(x, product("output", joinHeads(attended, batch, tokens, heads, headDim), weights.output, heads * headDim, hidden));
  const fedInput = norm("feed-forward norm", joined, weights.feedForwardNorm);
  const fed = kernel("feed-forward", (meter, load) => {
    const numbers = weights.feedForward;
    const ffn = ({ gate, up, down }: FfnNumbers): { gate: ReturnType<typeof load>; up: ReturnType<typeof load>; down: ReturnType<typeof load> } =>
      ({ gate: load(gate), up: load(up), down: load(down) });
    const input = load(fedInput);
    if (!("router" in numbers)) return plainGatedFfn(meter, input, ffn(numbers), { tokens: rows, hidden, intermediate }).values;
    const moe = { tokens: rows, hidden, intermediate, experts: numbers.experts.length, topK };
    return plainExpertFfn(meter, input, numbers.experts.map(ffn), plainRoute(meter, input, load(numbers.router), moe), moe).values;
  });
  return { hidden: sumOf(joined, fed), cache: grown, kernels };
}

function sumOf(a: ArrayLike<number>, b: Float64Array): Float64Array {
  return b.map((value, at) => value + (a[at] ?? NaN));
}

/** [batch, tokens, heads, dim] to [batch, heads, tokens, dim]. */
function splitHeads(x: Float64Array, batch: number, tokens: number, heads: number, dim: number): Float64Array {
  return swapped(x, batch, tokens, heads, dim);
}

function joinHeads(x: Float64Array, batch: number, tokens: number, heads: number, dim: number): Float64Array {
  return swapped(x, batch, heads, tokens, dim);
}

function swapped(x: Float64Array, batch: number, first: number, second: number, dim: number): Float64Array {
  const y = new Float64Array(x.length);
  for (let item = 0; item < batch; item++) {
    for (let i = 0; i < first; i++) {
      for (let j = 0; j < second; j++) {
        const from = ((item * first + i) * second + j) * dim;
        y.set(x.subarray(from, from + dim), ((item * second + j) * first + i) * dim);
      }
    }
  }
  return y;
}

/** Rotary positions on [.., tokens, headDim], pairs (i, i + headDim/2). */
function rotateHeads(x: Float64Array, past: number, tokens: number, headDim: number, base: number): Float64Array {
  const half = headDim / 2;
  return x.map((value, at) => {
    const i = at % headDim;
    const token = Math.floor(at / headDim) % tokens;
    const angle = (past + token) * base ** ((-2 * (i % half)) / headDim);
    const partner = x[i < half ? at + half : at - half] ?? NaN;
    return value * Math.cos(angle) + (i < half ? -partner : partner) * Math.sin(angle);
  });
}

function append(old: Float64Array | undefined, fresh: Float64Array, past: number, tokens: number, dim: number): Float64Array {
  if (old === undefined) return fresh;
  const groups = fresh.length / (tokens * dim);
  const y = new Float64Array(old.length + fresh.length);
  for (let group = 0; group < groups; group++) {
    y.set(old.subarray(group * past * dim, (group + 1) * past * dim), group * (past + tokens) * dim);
    y.set(fresh.subarray(group * tokens * dim, (group + 1) * tokens * dim), (group * (past + tokens) + past) * dim);
  }
  return y;
}
