import { attentionDecode } from "../attention-decode.ts";
import { attentionPrefill } from "../attention-prefill.ts";
import type { AttentionPrefillOptions } from "../attention-prefill.ts";
import { batchedGemm } from "../batched-gemm.ts";
import { embedding } from "../embedding.ts";
import { gatedFfn } from "../gated-ffn.ts";
import { gemm } from "../gemm.ts";
import { mlaDecode } from "../mla-decode.ts";
import { rmsNorm } from "../rms-norm.ts";
import { expertFfn } from "../routed-moe.ts";
import { softmax } from "../softmax.ts";
import { roundRobin } from "../trace/shape-backend.ts";
import type { KernelCase, MakeTensor } from "./kernel-case.ts";

type Sizes = readonly number[];

const epsilon = 1e-5;

const gemms: readonly Sizes[] = [
  [1, 256, 256], [1, 512, 512], [1, 1024, 1024], [1, 2048, 512], [2, 512, 512], [4, 1024, 512], [8, 1024, 1024], [16, 512, 1024],
  [32, 512, 512], [64, 256, 256], [64, 1024, 512], [128, 512, 512], [256, 512, 256], [13, 300, 700],
];
const batchedGemms: readonly Sizes[] = [[8, 1, 64, 512], [4, 32, 64, 128], [16, 64, 32, 64], [8, 128, 64, 128], [12, 16, 64, 256]];
const norms: readonly Sizes[] = [[1, 512], [16, 1024], [128, 512], [256, 1024]];
const softmaxes: readonly Sizes[] = [[8, 128], [64, 512], [256, 256], [512, 1024]];

function matrixCases(): KernelCase[] {
  return [
    ...gemms.map(([m = 1, k = 1, n = 1]): KernelCase => ({
      name: `gemm ${m}×${n}×${k}`, kind: "gemm",
      prepare: (tf, make) => {
        const [a, b] = [make(m, k), make(k, n)];
        return () => [gemm(tf, a, b)];
      },
    })),
    ...batchedGemms.map(([batch = 1, m = 1, k = 1, n = 1]): KernelCase => ({
      name: `batched gemm ${batch}·${m}×${n}×${k}`, kind: "batched gemm",
      prepare: (tf, make) => {
        const [a, b] = [make(batch, m, k), make(batch, n, k)];
        return () => [batchedGemm(tf, a, b, { transposeB: true })];
      },
    })),
    ...norms.map(([r = 1, c = 1]): KernelCase => ({
      name: `rmsnorm ${r}×${c}`, kind: "rmsnorm",
      prepare: (tf, make) => {
        const [x, weight] = [make(r, c), make(c)];
        return () => [rmsNorm(tf, x, weight, epsilon)];
      },
    })),
    ...softmaxes.map(([r = 1, c = 1]): KernelCase => ({
      name: `softmax ${r}×${c}`, kind: "softmax",
      prepare: (tf, make) => {
        const x = make(r, c);
        return () => [softmax(tf, x)];
      },
    })),
  ];
}

/** batch, heads, kvHeads, headDim, queries, context */
const prefills: readonly (readonly [Sizes, AttentionPrefillOptions])[] = [
  [[1, 4, 4, 32, 64, 64], {}], [[1, 4, 4, 64, 128, 128], {}], [[1, 8, 2, 64, 128, 128], {}], [[1, 8, 8, 32, 256, 256], {}],
  [[1, 8, 2, 64, 256, 256], { tileTokens: 64 }], [[2, 4, 1, 64, 128, 128], {}], [[1, 8, 2, 64, 64, 512], {}],
  [[1, 4, 4, 64, 256, 256], { window: 64, tileTokens: 32 }], [[1, 4, 2, 64, 128, 128], { causal: false }], [[4, 4, 4, 32, 64, 64], { tileTokens: 16 }],
];
const decodes: readonly Sizes[] = [
  [1, 8, 8, 64, 128], [1, 8, 2, 64, 512], [4, 8, 2, 64, 256], [8, 8, 8, 32, 128], [1, 16, 4, 64, 1024], [2, 16, 1, 64, 512],
  [16, 8, 2, 32, 64], [4, 4, 4, 128, 256], [1, 32, 8, 64, 256], [8, 16, 2, 64, 512],
];
/** batch, heads, latent, rope, context */
const mlas: readonly Sizes[] = [[1, 8, 128, 32, 256], [2, 8, 128, 32, 256], [4, 16, 128, 32, 128], [2, 16, 256, 64, 256], [1, 16, 256, 64, 512]];

function attentionCases(): KernelCase[] {
  return [
    ...prefills.map(([[batch = 1, heads = 1, kvHeads = 1, dim = 1, queries = 1, context = 1], options]): KernelCase => ({
      name: `prefill attention ${batch}·${heads}/${kvHeads}×${dim}, ${queries} of ${context}${suffix(options)}`, kind: "prefill attention",
      prepare: (tf, make) => {
        const tensors = { query: make(batch, heads, queries, dim), key: make(batch, kvHeads, context, dim), value: make(batch, kvHeads, context, dim) };
        return () => [attentionPrefill(tf, tensors, options)];
      },
    })),
    ...decodes.map(([batch = 1, heads = 1, kvHeads = 1, dim = 1, context = 1]): KernelCase => ({
      name: `decode attention ${batch}·${heads}/${kvHeads}×${dim}, ${context}`, kind: "decode attention",
      prepare: (tf, make) => {
        const query = make(batch, heads, dim);
        const cache = { key: make(batch, kvHeads, context, dim), value: make(batch, kvHeads, context, dim) };
        return () => [attentionDecode(tf, query, cache)];
      },
    })),
    ...mlas.map(([batch = 1, heads = 1, latent = 1, rope = 1, context = 1]): KernelCase => ({
      name: `MLA decode ${batch}·${heads}×(${latent}+${rope}), ${context}`, kind: "MLA decode",
      prepare: (tf, make) => {
        const [query, cache] = [make(batch, heads, latent + rope), make(batch, context, latent + rope)];
        return () => [mlaDecode(tf, query, cache, latent, 0.1)];
      },
    })),
  ];
}

function suffix({ causal = true, window = null, tileTokens }: AttentionPrefillOptions): string {
  return [causal ? "" : ", not causal", window === null ? "" : `, window ${window}`, tileTokens === undefined ? "" : `, tiles of ${tileTokens}`].join("");
}

const ffns: readonly Sizes[] = [[1, 256, 512], [1, 512, 1024], [8, 256, 1024], [32, 256, 512], [64, 512, 512], [128, 256, 512]];
/** tokens, hidden, intermediate, experts, topK */
const moes: readonly Sizes[] = [[1, 256, 512, 8, 2], [4, 256, 256, 8, 2], [16, 256, 256, 4, 2], [32, 128, 256, 16, 4], [64, 128, 256, 8, 1], [8, 256, 128, 32, 4]];
const embeddings: readonly Sizes[] = [[1, 512], [8, 256], [32, 512], [64, 128]];

function ffnOf<T>(make: MakeTensor<T>, hidden: number, intermediate: number): { gate: T; up: T; down: T } {
  return { gate: make(hidden, intermediate), up: make(hidden, intermediate), down: make(intermediate, hidden) };
}

function feedForwardCases(): KernelCase[] {
  return [
    ...ffns.map(([tokens = 1, hidden = 1, intermediate = 1]): KernelCase => ({
      name: `gated FFN ${tokens}×${hidden}×${intermediate}`, kind: "gated FFN",
      prepare: (tf, make) => {
        const [x, weights] = [make(tokens, hidden), ffnOf(make, hidden, intermediate)];
        return () => [gatedFfn(tf, x, weights)];
      },
    })),
    ...moes.map(([tokens = 1, hidden = 1, intermediate = 1, experts = 1, topK = 1]): KernelCase => ({
      name: `routed experts ${tokens}×${hidden}×${intermediate}, ${topK} of ${experts}`, kind: "routed experts",
      prepare: (tf, make) => {
        const [x, weights] = [make(tokens, hidden), make(tokens, topK)];
        const all = Array.from({ length: experts }, () => ffnOf(make, hidden, intermediate));
        const routing = { experts: Array.from(roundRobin(tokens, experts, topK)), weights, topK };
        return () => [expertFfn(tf, x, all, routing)];
      },
    })),
    ...embeddings.map(([tokens = 1, hidden = 1]): KernelCase => ({
      name: `embedding ${tokens}×${hidden}`, kind: "embedding",
      prepare: (tf, make) => {
        const table = make(1000, hidden);
        const ids = Array.from({ length: tokens }, (_, at) => (at * 37) % 1000);
        return () => [embedding(tf, table, ids)];
      },
    })),
  ];
}

/** Kernels whose sizes the calibration never saw. */
export function heldBackKernels(): readonly KernelCase[] {
  return [...matrixCases(), ...attentionCases(), ...feedForwardCases()];
}
