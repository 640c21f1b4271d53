import { attentionPrefill } from "../attention-prefill.ts";
import type { BackendTensor, TensorBackend } from "../backend.ts";
import { gatedFfn } from "../gated-ffn.ts";
import { gemm } from "../gemm.ts";
import { plainAttention } from "../plain/attention.ts";
import { plainBlock, type BlockNumbers, type FfnNumbers, type PlainBlockShape } from "../plain/block.ts";
import { plainGatedFfn } from "../plain/feed-forward.ts";
import { plainGemm } from "../plain/gemm.ts";
import { Meter } from "../plain/meter.ts";
import { plainRmsNorm, plainSoftmax } from "../plain/rows.ts";
import { rmsNorm } from "../rms-norm.ts";
import { softmax } from "../softmax.ts";
import { transformerBlock } from "../transformer-block.ts";

/** A kernel's result beside that of plain loops. */
export interface KernelCheck {
  readonly name: string;
  /** Largest difference over the largest value. */
  readonly largestDifference: number;
  readonly correct: boolean;
}

/** What rounding to 32 bits may make of a block's worth of operations. */
const allowed = 1e-4;
const epsilon = 1e-5;

/** Runs kernels of every kind on a backend and compares them with plain loops: whether what is timed computes what it should. */
export function checkBackend<T extends BackendTensor>(tf: TensorBackend<T>): readonly KernelCheck[] {
  const made: T[] = [];
  const tensor = (values: Float32Array, ...shape: number[]): T => {
    const result = tf.tensor(values, shape, "float32");
    made.push(result);
    return result;
  };
  const check = (name: string, actual: T, expected: ArrayLike<number>): KernelCheck => {
    made.push(actual);
    const largestDifference = differenceOf(actual.dataSync(), expected);
    return { name, largestDifference, correct: largestDifference < allowed };
  };
  const checks = [...matrixChecks(tf, tensor, check), attentionCheck(tf, tensor, check), ...[false, true].map((routed) => blockCheck(tf, tensor, check, routed))];
  for (const used of made) used.dispose();
  return checks;
}

type Make<T> = (values: Float32Array, ...shape: number[]) => T;
type Check<T> = (name: string, actual: T, expected: ArrayLike<number>) => KernelCheck;

/** Numbers in [−1, 1) from a linear congruential generator, exact in 32 bits. */
function numbers(length: number, seed: number, scale = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return scale * ((state >>> 9) / 2 ** 22 - 1);
  });
}

function differenceOf(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let [worst, largest] = [0, 0];
  for (let at = 0; at < expected.length; at++) {
    const difference = Math.abs((actual[at] as number) - (expected[at] as number));
    if (!(difference <= worst)) worst = difference; // what is no number stays
    largest = Math.max(largest, Math.abs(expected[at] as number));
  }
  return worst / largest;
}

function matrixChecks<T extends BackendTensor>(tf: TensorBackend<T>, tensor: Make<T>, check: Check<T>): KernelCheck[] {
  const [m, k, n, wide] = [13, 48, 29, 40];
  const [a, b, weight] = [numbers(m * k, 1), numbers(k * n, 2), numbers(k, 3)];
  const ffn = { gate: numbers(k * wide, 4), up: numbers(k * wide, 5), down: numbers(wide * k, 6) };
  const meter = new Meter();
  const of = (values: Float32Array) => meter.operand(values);
  const ffnTensors = { gate: tensor(ffn.gate, k, wide), up: tensor(ffn.up, k, wide), down: tensor(ffn.down, wide, k) };
  return [
    check(`gemm ${m}×${n}×${k}`, gemm(tf, tensor(a, m, k), tensor(b, k, n)), plainGemm(meter, of(a), of(b), { m, n, k }).values),
    check(`softmax ${m}×${k}`, softmax(tf, tensor(a, m, k)), plainSoftmax(meter, of(a), m, k).values),
    check(`rmsnorm ${m}×${k}`, rmsNorm(tf, tensor(a, m, k), tensor(weight, k), epsilon), plainRmsNorm(meter, of(a), of(weight), m, k, epsilon).values),
    check(`gated FFN ${m}×${k}×${wide}`, gatedFfn(tf, tensor(a, m, k), ffnTensors),
      plainGatedFfn(meter, of(a), { gate: of(ffn.gate), up: of(ffn.up), down: of(ffn.down) }, { tokens: m, hidden: k, intermediate: wide }).values),
  ];
}

function attentionCheck<T extends BackendTensor>(tf: TensorBackend<T>, tensor: Make<T>, check: Check<T>): KernelCheck {
  const shape = { batch: 2, queryTokens: 13, contextTokens: 21, heads: 4, kvHeads: 2, headDim: 8 };
  const { batch, queryTokens, contextTokens, heads, kvHeads, headDim } = shape;
  const [q, k, v] = [numbers(batch * heads * queryTokens * headDim, 11), numbers(batch * kvHeads * contextTokens * headDim, 12), numbers(batch * kvHeads * contextTokens * headDim, 13)];
  const meter = new Meter();
  const tensors = { query: tensor(q, batch, heads, queryTokens, headDim), key: tensor(k, batch, kvHeads, contextTokens, headDim), value: tensor(v, batch, kvHeads, contextTokens, headDim) };
  return check("grouped-query attention 13 of 21", attentionPrefill(tf, tensors, { tileTokens: 8 }),
    plainAttention(meter, { query: meter.operand(q), key: meter.operand(k), value: meter.operand(v) }, shape).values);
}

function blockCheck<T extends BackendTensor>(tf: TensorBackend<T>, tensor: Make<T>, check: Check<T>, routed: boolean): KernelCheck {
  const shape: PlainBlockShape = { batch: 2, tokens: 7, hidden: 16, intermediate: 24, heads: 4, kvHeads: 2, headDim: 6, epsilon, ropeBase: 10_000, topK: 2 };
  const { batch, tokens, hidden, intermediate, heads, kvHeads, headDim } = shape;
  const experts = 4;
  const ffn = (seed: number) => ({ gate: numbers(hidden * intermediate, seed, 0.25), up: numbers(hidden * intermediate, seed + 1, 0.25), down: numbers(intermediate * hidden, seed + 2, 0.25) });
  const ffnTensors = (f: ReturnType<typeof ffn>) => ({ gate: tensor(f.gate, hidden, intermediate), up: tensor(f.up, hidden, intermediate), down: tensor(f.down, intermediate, hidden) });
  const [norm, q, k, v, o, norm2] = [numbers(hidden, 61), numbers(hidden * heads * headDim, 62, 0.25), numbers(hidden * kvHeads * headDim, 63, 0.25), numbers(hidden * kvHeads * headDim, 64, 0.25), numbers(heads * headDim * hidden, 65, 0.25), numbers(hidden, 66)] as const;
  const router = numbers(hidden * experts, 67);
  const all = Array.from({ length: routed ? experts : 1 }, (_, e) => ffn(70 + 3 * e));
  const plain: BlockNumbers = {
    attentionNorm: norm, query: q, key: k, value: v, output: o, feedForwardNorm: norm2, feedForward: routed ? { router, experts: all } : all[0] as FfnNumbers,
  };
  const weights = {
    attentionNorm: tensor(norm, hidden), query: tensor(q, hidden, heads * headDim), key: tensor(k, hidden, kvHeads * headDim), value: tensor(v, hidden, kvHeads * headDim),
    output: tensor(o, heads * headDim, hidden), feedForwardNorm: tensor(norm2, hidden),
    feedForward: routed ? { router: tensor(router, hidden, experts), experts: all.map(ffnTensors) } : ffnTensors(all[0] as ReturnType<typeof ffn>),
  };
  const x = numbers(batch * tokens * hidden, 81);
  const result = transformerBlock(tf, tensor(x, batch, tokens, hidden), weights, null, shape);
  for (const cached of [result.cache.key, result.cache.value]) cached.dispose();
  return check(`transformer block, ${routed ? "2 of 4 experts" : "dense"}`, result.hidden, plainBlock(x, plain, null, shape).hidden);
}
