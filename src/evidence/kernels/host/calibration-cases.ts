import type { BackendTensor, TensorBackend } from "../backend.ts";
import { blockCase } from "./block-case.ts";
import type { BlockCase } from "./block-case.ts";
import type { KernelCase, MakeTensor } from "./kernel-case.ts";

type Prepare = <T extends BackendTensor>(tf: TensorBackend<T>, make: MakeTensor<T>) => () => T;

function single(name: string, prepare: Prepare): KernelCase {
  return {
    name, kind: "operation",
    prepare: (tf, make) => {
      const run = prepare(tf, make);
      return () => [run()];
    },
  };
}

/** Additions of growing size; their bytes per second are the bandwidth curve. Elements of one operand. */
export const streamElements: readonly number[] = [16_384, 65_536, 131_072, 262_144, 524_288, 1_048_576, 2_097_152, 4_194_304];

/** One addition of two vectors. */
export function streamCase(elements: number): KernelCase {
  return single(`add ${elements}`, (tf, make) => {
    const [a, b] = [make(elements), make(elements)];
    return () => tf.add(a, b);
  });
}

type Sizes = readonly number[];

const products: readonly Sizes[] = [
  [1, 64, 64], [1, 384, 384], [1, 768, 768], [1, 1536, 1536], [2, 384, 384], [3, 768, 768], [4, 640, 640], [5, 384, 768], [6, 768, 384],
  [7, 512, 640], [8, 384, 384], [9, 640, 512], [16, 768, 768], [17, 384, 512], [24, 256, 384], [32, 48, 48], [48, 640, 384], [64, 384, 384],
  [160, 256, 384], [16, 1536, 1536], [96, 96, 96],
  [4, 2304, 2304], [32, 1920, 1920],
];
const batches: readonly Sizes[] = [
  [2, 1, 64, 96], [8, 1, 48, 384], [8, 1, 96, 768], [4, 4, 64, 256], [16, 4, 48, 384], [4, 24, 64, 192], [2, 96, 64, 96], [4, 128, 48, 256],
  [32, 2, 64, 32], [1, 8, 320, 640],
];
const rows: readonly Sizes[] = [[1, 16], [1, 1536], [12, 768], [96, 768], [768, 96], [6000, 12], [384, 1536]];

/** Products with prepared weights, with a fresh right side, batched and transposed. */
function productCases(): KernelCase[] {
  return [
    ...products.map(([m = 1, k = 1, n = 1]) => single(`matMul ${m}×${n}×${k}`, (tf, make) => {
      const [a, b] = [make(m, k), make(k, n)];
      return () => tf.matMul(a, b);
    })),
    ...[[1, 640, 12], [8, 192, 40], [24, 384, 24]].map(([m = 1, size = 1, count = 1]): KernelCase => ({
      name: `matMul ${m}×${size}×${size} with ${count} right sides in turn`, kind: "operations",
      prepare: (tf, make) => {
        const a = make(m, size);
        const weights = Array.from({ length: count }, () => make(size, size));
        return () => weights.map((b) => tf.matMul(a, b));
      },
    })),
    ...[[8, 96, 96], [8, 384, 384], [48, 640, 192]].map(([m = 1, k = 1, n = 1]): KernelCase => ({
      name: `matMul ${m}×${n}×${k} with a fresh right side`, kind: "operations",
      prepare: (tf, make) => {
        const [a, b, zero] = [make(m, k), make(k, n), make(1)];
        return () => [tf.tidy(() => tf.matMul(a, tf.add(b, zero)))];
      },
    })),
    ...batches.map(([batch = 1, m = 1, k = 1, n = 1]) => single(`matMul ${batch}·${m}×${n}×${k} transposed`, (tf, make) => {
      const [a, b] = [make(batch, m, k), make(batch, n, k)];
      return () => tf.matMul(a, b, false, true);
    })),
    ...batches.filter(([batch = 1]) => batch > 1).map(([batch = 1, m = 1, n = 1, k = 1]) => single(`matMul ${batch}·${m}×${n}×${k}`, (tf, make) => {
      const [a, b] = [make(batch, m, k), make(batch, k, n)];
      return () => tf.matMul(a, b);
    })),
  ];
}

/** Operations on rows. */
function rowCases(): KernelCase[] {
  const unary = (name: string, apply: <T extends BackendTensor>(tf: TensorBackend<T>, x: T) => T): KernelCase[] =>
    rows.map(([r = 1, c = 1]) => single(`${name} ${r}×${c}`, (tf, make) => {
      const x = make(r, c);
      return () => apply(tf, x);
    }));
  const binary = (name: "sub" | "mul" | "div"): KernelCase[] =>
    rows.map(([r = 1, c = 1]) => single(`${name} ${r}×${c}`, (tf, make) => {
      const [x, y] = [make(r, c), make(c)];
      return () => tf[name](x, y);
    }));
  return [
    ...unary("softmax", (tf, x) => tf.softmax(x, -1)), ...unary("sigmoid", (tf, x) => tf.sigmoid(x)), ...unary("rsqrt", (tf, x) => tf.rsqrt(x)),
    ...unary("square", (tf, x) => tf.square(x)), ...unary("mean", (tf, x) => tf.mean(x, -1, true)), ...unary("sum", (tf, x) => tf.sum(x, -1, true)),
    ...unary("reshape", (tf, x) => tf.reshape(x, [x.shape[0] ?? 1, 1, x.shape[1] ?? 1])),
    ...binary("sub"), ...binary("mul"), ...binary("div"),
    ...rows.map(([r = 1, c = 1]) => single(`add ${r}×${c}`, (tf, make) => {
      const [x, y] = [make(r, c), make(c)];
      return () => tf.add(x, y);
    })),
    ...[[2, 2, 96], [24, 2, 768], [96, 4, 384]].map(([t = 1, k = 1, h = 1]) => single(`sum of ${k} ${t}×${h}`, (tf, make) => {
      const x = make(t, k, h);
      return () => tf.sum(x, 1);
    })),
    ...[[1, 6, 2], [24, 12, 2], [160, 12, 2], [160, 48, 4]].map(([r = 1, c = 1, k = 1]) => single(`topk ${k} of ${r}×${c}`, (tf, make) => {
      const x = make(r, c);
      return () => {
        const best = tf.topk(x, k, true);
        best.indices.dispose();
        return best.values;
      };
    })),
  ];
}

/** Operations that only move. */
function moveCases(): KernelCase[] {
  const boxes: readonly Sizes[] = [[1, 4, 8], [2, 48, 48], [6, 96, 96], [12, 384, 32], [12, 384, 96]];
  return [
    ...[[1, 1, 6, 48], [1, 24, 6, 96], [2, 192, 12, 32], [1, 384, 12, 96], [8, 6, 96, 48]].map(([a = 1, b = 1, c = 1, d = 1]) =>
      single(`transpose ${a}×${b}×${c}×${d}`, (tf, make) => {
        const x = make(a, b, c, d);
        return () => tf.transpose(x, [0, 2, 1, 3]);
      })),
    ...boxes.map(([a = 1, b = 1, c = 1]) => single(`slice columns ${a}×${b}×${c}`, (tf, make) => {
      const x = make(a, b, c);
      return () => tf.slice(x, [0, 0, c / 2], [a, b, c / 2]);
    })),
    ...boxes.map(([a = 1, b = 1, c = 1]) => single(`slice rows ${a}×${b}×${c}`, (tf, make) => {
      const x = make(a, b, c);
      return () => tf.slice(x, [0, b / 2, 0], [a, b / 2, c]);
    })),
    ...boxes.map(([a = 1, b = 1, c = 1]) => single(`concat columns ${a}×${b}×${c}`, (tf, make) => {
      const [x, y] = [make(a, b, c / 2), make(a, b, c / 2)];
      return () => tf.concat([x, y], 2);
    })),
    ...boxes.map(([a = 1, b = 1, c = 1]) => single(`concat rows ${a}×${b}×${c}`, (tf, make) => {
      const [x, y] = [make(a, b, c), make(a, 1, c)];
      return () => tf.concat([x, y], 1);
    })),
    ...[[1, 96], [3, 768], [24, 384], [96, 768], [320, 768]].map(([r = 1, c = 1]) => single(`gather ${r}×${c}`, (tf, make) => {
      const table = make(128, c);
      const at = tf.tensor(Int32Array.from({ length: r }, (_, i) => (i * 37) % 128), [r], "int32");
      return () => tf.gather(table, at, 0);
    })),
    ...[1, 3000, 100_000, 800_000].flatMap((n) => [
      single(`tensor ${n}`, (tf) => {
        const values = new Float32Array(n);
        return () => tf.tensor(values, [n], "float32");
      }),
      single(`fill ${n}`, (tf) => () => tf.fill([n], 1)),
    ]),
  ];
}

/** Every operation of the kernels at a few sizes, none of them a size of the held-back cases. */
export function calibrationCases(): readonly KernelCase[] {
  return [...productCases(), ...rowCases(), ...moveCases()];
}

const block = { epsilon: 1e-5, ropeBase: 10_000, headDim: 48, topK: 2 } as const;
const blocks: readonly BlockCase[] = [
  { ...block, hidden: 192, intermediate: 384, heads: 4, kvHeads: 2, experts: 0, batch: 1, tokens: 1, past: 95 },
  { ...block, hidden: 384, intermediate: 768, heads: 8, kvHeads: 4, experts: 0, batch: 6, tokens: 1, past: 47 },
  { ...block, hidden: 192, intermediate: 384, heads: 4, kvHeads: 2, experts: 0, batch: 1, tokens: 48, past: 0 },
  { ...block, hidden: 384, intermediate: 768, heads: 8, kvHeads: 4, experts: 0, batch: 1, tokens: 80, past: 0 },
  { ...block, hidden: 192, intermediate: 192, heads: 4, kvHeads: 2, experts: 6, batch: 3, tokens: 12, past: 0 },
];

/** Many operations of different kinds in a row, as kernels have them: small chains, and blocks of sizes that no held-back block has. */
export function mixedCases(): readonly KernelCase[] {
  return [...chainCases(), ...blocks.map(blockCase)];
}

function chainCases(): readonly KernelCase[] {
  return [[1, 24], [3, 48], [6, 96]].map(([r = 1, c = 1]): KernelCase => ({
    name: `mixed ${r}×${c}`, kind: "operations",
    prepare: (tf, make) => {
      const [x, w, v] = [make(r, c), make(c, c), make(c)];
      return () => [tf.tidy(() => {
        const a = tf.mul(x, tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), tf.fill([1], 1))));
        const b = tf.matMul(tf.mul(a, v), w);
        const heads = tf.transpose(tf.reshape(b, [r, 2, c / 2]), [1, 0, 2]);
        const turned = tf.concat([tf.slice(heads, [0, 0, c / 4], [2, r, c / 4]), tf.slice(heads, [0, 0, 0], [2, r, c / 4])], 2);
        const scores = tf.softmax(tf.matMul(turned, heads, false, true), -1);
        const mixed = tf.reshape(tf.transpose(tf.matMul(scores, heads), [1, 0, 2]), [r, c]);
        const rows = tf.gather(mixed, tf.tensor(Int32Array.from({ length: r }, (_, i) => i), [r], "int32"), 0);
        return tf.add(x, tf.mul(tf.sigmoid(rows), tf.sub(rows, x)));
      })];
    },
  }));
}

/** A few cases of every character, to tell whether a machine is as fast as it was. */
export function referenceCases(): readonly KernelCase[] {
  const wanted = new Set(["matMul 64×384×384", "matMul 4·24×192×64 transposed", "matMul 8·1×384×96", "softmax 96×768", "sigmoid 96×768", "transpose 2×192×12×32"]);
  return [...calibrationCases().filter(({ name }) => wanted.has(name)), ...mixedCases(), streamCase(262_144)];
}
