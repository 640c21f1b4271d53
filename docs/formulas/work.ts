import { gemm } from "../../src/operators/gemm.ts";
import { causalPairs } from "../../src/operators/attention-pairs.ts";
import type { AttentionOperator, GemmOperator, MlaOperator, StepShape } from "../../src/operators/types.ts";
import { workOf } from "../../src/operators/work.ts";
import { numberFormats } from "../../src/quantities/formats.ts";
import { counted, found, given, type Chapter, type Values } from "./law.ts";
import { engine } from "./machines.ts";

const bf16 = numberFormats.bf16;
const idle: StepShape = {
  decodeSequences: 0,
  decodeContext: 0,
  prefillTokens: 0,
  prefillSequences: 0,
  prefillContext: 0,
  logitRows: 0,
};
const decoding = (v: Values): StepShape => ({ ...idle, decodeSequences: v["s"]!, decodeContext: v["c"]! });

const product = (v: Values): GemmOperator => ({
  kind: "gemm",
  name: "product",
  count: 1,
  kernels: 1,
  weightElements: 0,
  weightBytes: 0,
  n: v["n"]!,
  k: v["k"]!,
  weights: { ...bf16, bytesPerElement: v["b"]! },
  compute: "bf16",
  rows: "tokens",
  outputBytes: v["b_o"]!,
});

const softmaxOperator = (v: Values): AttentionOperator => ({
  kind: "attention",
  name: "attention",
  count: 1,
  kernels: 1,
  weightElements: 0,
  weightBytes: 0,
  heads: v["h"]!,
  kvHeads: v["g"] ?? v["h"]!,
  headDim: v["d"]!,
  valueHeadDim: v["d_v"]!,
  span: v["w"] ?? Infinity,
  causal: true,
  kv: { ...bf16, bytesPerElement: v["b"] ?? 2 },
  indexBytesPerToken: 0,
  indexFlopsPerPair: 0,
});

const latent = (v: Values): MlaOperator => ({
  kind: "mla",
  name: "mla",
  count: 1,
  kernels: 1,
  weightElements: 0,
  weightBytes: 0,
  heads: v["h"] ?? 1,
  latentDim: v["l"]!,
  ropeDim: v["r"]!,
  nopeDim: 128,
  valueDim: 128,
  span: Infinity,
  kv: { ...bf16, bytesPerElement: v["b"] ?? 2 },
  indexBytesPerToken: 0,
  indexFlopsPerPair: 0,
});

const workFunction = { name: "workOf", file: "src/operators/work.ts" };
const h = counted("h", "query heads of the rank", "1", 1, 128);
const d = counted("d", "size of a head's query and key", "1", 16, 256);
const d_v = counted("d_v", "size of a head's value", "1", 16, 256);
const b = given("b", "bytes of a stored element", "B", 0.5, 4);
const s = counted("s", "requests in the step", "1", 1, 512);
const c = counted("c", "tokens of context, the new ones included", "1", 4096, 200_000);

/** What a pass does, before anybody asks how long it takes. */
export const work: Chapter = {
  title: "Work",
  about: "What one rank does in one step: FLOPs and bytes, arithmetic, exact, tested against closed forms and brute force.",
  laws: [
    {
      title: "FLOPs of a matrix product",
      lines: ["F = 2 m n k"],
      letters: {
        F: found("F", "floating-point operations", "1"),
        m: counted("m", "rows: tokens of the step", "1", 1, 8192),
        n: counted("n", "columns of the weights on this rank", "1", 1, 30_000),
        k: counted("k", "length of the sums", "1", 1, 30_000),
      },
      source: "Arithmetic: one multiplication and one addition for each weight and row.",
      implementedBy: workFunction,
      code: (v) => workOf(product({ ...v, b: 2, b_o: 2 }), { ...idle, prefillTokens: v["m"]!, prefillSequences: 1 }).flops,
    },
    {
      title: "Bytes of a matrix product",
      lines: ["D = n k b + m (k b + n b_o)"],
      letters: {
        D: found("D", "bytes that must move: weights, input and output once each", "B"),
        m: counted("m", "rows", "1", 1, 8192),
        n: counted("n", "columns", "1", 1, 30_000),
        k: counted("k", "length of the sums", "1", 1, 30_000),
        b: given("b", "bytes of a stored weight, and of an input where it is as narrow", "B", 0.5, 4),
        b_o: given("b_o", "bytes of an output element", "B", 1, 4),
      },
      source: "Arithmetic.",
      implementedBy: workFunction,
      note: "Under weight-only formats the input is 16 bits wide whatever the weights are.",
      code: (v) => {
        const { weightBytes, activationBytes: moved } = workOf(product(v), {
          ...idle,
          prefillTokens: v["m"]!,
          prefillSequences: 1,
        });
        return weightBytes + moved;
      },
    },
    {
      title: "Weights of a linear layer",
      lines: ["W = n k (b + b_s / g)"],
      letters: {
        W: found("W", "bytes that the rank stores", "B"),
        n: counted("n", "outputs on this rank", "1", 64, 30_000),
        k: counted("k", "inputs on this rank", "1", 64, 30_000),
        b: given("b", "bytes of a weight without its scale", "B", 0.5, 4),
        b_s: given("b_s", "bytes of a scale", "B", 0, 4),
        g: counted("g", "weights that share a scale", "1", 16, 16_384),
      },
      source: "OCP Microscaling Formats 1.0; DeepSeek-V3, arXiv:2412.19437, section 3.3; AWQ, arXiv:2306.00978.",
      implementedBy: { name: "gemm", file: "src/operators/gemm.ts" },
      code: (v) => {
        const weights = { ...bf16, bytesPerElement: v["b"]! + v["b_s"]! / v["g"]! };
        const formats = { ...engine.formats, byRole: { ...engine.formats.byRole, attention: weights } };
        return gemm({ plan: engine.plan, formats, hiddenSize: 64 }, "layer", "attention", v["n"]!, v["k"]!, 1, false).weightBytes;
      },
    },
    {
      title: "Pairs of causal attention",
      lines: ["P = q c - q (q - 1) / 2"],
      letters: {
        P: found("P", "query–key pairs", "1"),
        q: counted("q", "new tokens at the end of the context", "1", 1, 4096),
        c,
      },
      source: "Arithmetic: query i of the new ones sees c − q + i tokens.",
      implementedBy: { name: "causalPairs", file: "src/operators/attention-pairs.ts" },
      code: (v) => causalPairs(v["q"]!, v["c"]!, Infinity),
    },
    {
      title: "Pairs under a sliding window",
      lines: ["P = Sum(min(c - q + i, w), i, 1, q)"],
      letters: {
        P: found("P", "query–key pairs", "1"),
        q: counted("q", "new tokens", "1", 1, 400),
        c: counted("c", "tokens of context, the new ones included", "1", 400, 2000),
        w: counted("w", "tokens that a query sees at most", "1", 1, 2500),
      },
      source: "Arithmetic. The code has the sum in closed form.",
      implementedBy: { name: "causalPairs", file: "src/operators/attention-pairs.ts" },
      code: (v) => causalPairs(v["q"]!, v["c"]!, v["w"]!),
    },
    {
      title: "FLOPs of attention over prompts",
      lines: ["F = 2 s h (d + d_v) (q c - q (q - 1) / 2)"],
      letters: {
        F: found("F", "floating-point operations of scores and weighted values", "1"),
        s,
        h,
        d,
        d_v,
        q: counted("q", "new tokens of a prompt", "1", 1, 4096),
        c,
      },
      source: "Dao et al., FlashAttention, arXiv:2205.14135, with the causal half left out.",
      implementedBy: workFunction,
      code: (v) =>
        workOf(softmaxOperator(v), {
          ...idle,
          prefillSequences: v["s"]!,
          prefillTokens: v["s"]! * v["q"]!,
          prefillContext: v["c"]!,
        }).flops,
    },
    {
      title: "FLOPs of attention in decode",
      lines: ["F = 2 s h (d + d_v) min(c, w)"],
      letters: {
        F: found("F", "floating-point operations", "1"),
        s,
        h,
        d,
        d_v,
        c,
        w: counted("w", "tokens that a query sees at most", "1", 64, 200_000),
      },
      source: "Arithmetic: one query a head and request.",
      implementedBy: workFunction,
      code: (v) => workOf(softmaxOperator(v), decoding(v)).flops,
    },
    {
      title: "Cache that decode reads",
      lines: ["D = s min(c, w) g (d + d_v) b"],
      letters: {
        D: found("D", "bytes read", "B"),
        s,
        g: counted("g", "KV heads of the rank", "1", 1, 64),
        d,
        d_v,
        b,
        c,
        w: counted("w", "tokens that a query sees at most", "1", 64, 200_000),
      },
      source: "Ainslie et al., GQA, arXiv:2305.13245: all query heads of a group share one KV head.",
      implementedBy: workFunction,
      code: (v) => workOf(softmaxOperator({ ...v, h: v["g"]! }), decoding(v)).kvReadBytes,
    },
    {
      title: "FLOPs of latent attention in decode",
      lines: ["F = 2 s h c (2 l + r)"],
      letters: {
        F: found("F", "floating-point operations, absorbed form", "1"),
        s,
        h,
        c,
        l: counted("l", "size of the latent", "1", 64, 1024),
        r: counted("r", "size of the rotary key", "1", 16, 128),
      },
      source: "DeepSeek-V2, arXiv:2405.04434, section 2.1: scores over l + r elements, values over l.",
      implementedBy: workFunction,
      code: (v) => workOf(latent(v), decoding(v)).flops,
    },
    {
      title: "Cache that latent attention reads",
      lines: ["D = s c (l + r) b"],
      letters: {
        D: found("D", "bytes read, by every rank alike", "B"),
        s,
        c,
        b,
        l: counted("l", "size of the latent", "1", 64, 1024),
        r: counted("r", "size of the rotary key", "1", 16, 128),
      },
      source: "DeepSeek-V2, arXiv:2405.04434, section 2.1.",
      implementedBy: workFunction,
      code: (v) => workOf(latent(v), decoding(v)).kvReadBytes,
    },
  ],
};
