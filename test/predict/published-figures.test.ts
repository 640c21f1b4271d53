import { describe, expect, it } from "vitest";
import { weightFormats } from "../../src/deployments/formats.ts";
import { model, parametersOf, readConfig } from "../../src/models/index.ts";
import type { LayerKind } from "../../src/models/types.ts";
import { passOf } from "../../src/operators/pass.ts";
import type { Operator } from "../../src/operators/types.ts";
import { explain } from "../../src/predict/explain.ts";
import { predictKernel } from "../../src/predict/kernel.ts";
import { memoryOf } from "../../src/predict/memory.ts";
import { predict } from "../../src/predict/serving.ts";
import type { ModelReference } from "../../src/predict/types.ts";

const GiB = 2 ** 30;
const billion = 1e9;

const memory = (name: ModelReference, inputTokens = 1, outputTokens = 1): ReturnType<typeof memoryOf> =>
  memoryOf({ model: name, precision: { weights: "fp16", kv: "fp16" }, inputTokens, outputTokens });
/** 16-bit cache of `requests` requests of prompt and answer, bytes. */
const cache = (name: ModelReference, requests: number, input: number, output = 0): number => requests * memory(name).kvBytesPerToken * (input + output);
const weights = (name: ModelReference): number => memory(name).weightsBytes;
const parameters = (name: string): number => parametersOf(model(name)).total;

/** PaLM 540B as Pope et al. compare it with: heads of size 128 with a cache each, padded from 48 to 64 where they shard them. */
const multihead = (heads: number): ModelReference =>
  readConfig({
    model_type: "palm", hidden_size: 18432, num_hidden_layers: 118, num_attention_heads: heads, num_key_value_heads: heads, head_dim: 128,
    intermediate_size: 73728, vocab_size: 256000,
  });
/** Tokens that 30 % of the memory of `chips` TPU v4 hold for each of a batch. */
const longest = (chips: number, batch: number, bytesPerToken: number): number => (0.3 * chips * 32 * GiB) / (batch * bytesPerToken);
/** Experts over those that a token visits. */
function expertsPerVisit(name: string): number {
  const { feedForward } = model(name).layerKinds[0] as LayerKind;
  return feedForward.kind === "moe" ? feedForward.experts / feedForward.topK : Number.NaN;
}
/** 32,768 tokens after a prompt of 256: mean context, and what attention reads and computes for all of them. */
const [answer, meanContext] = [32_768, 256 + 32_768 / 2];
const cacheReads = (name: string): number => answer * cache(name, 1, meanContext);
function attentionFlops(name: string): number {
  const { layerKinds, pattern } = model(name);
  const { mixer } = layerKinds[0] as LayerKind;
  if (mixer.kind !== "attention") return Number.NaN;
  const { heads, kvHeads, headDim } = mixer;
  const { flops } = predictKernel({ op: "attention_decode", batch: 1, contextTokens: meanContext, heads, kvHeads, headDim, hardware: "b200-sxm", precision: "bf16" });
  return answer * pattern.length * flops;
}
/** Operators of one pass, sharded over two devices. */
const operators = (name: string): readonly Operator[] =>
  passOf(model(name), { tp: 2, pp: 1, ep: 1, dp: 1, attentionDp: 1 }, weightFormats({ weights: "fp16" }, model(name))).operators;
const allReduces = (name: string): number => operators(name).find((operator) => operator.name === "tensor-parallel.all-reduce")?.count ?? 0;
function feedForwardShare(name: string): number {
  const weightsOf = (part: RegExp): number => operators(name).reduce((sum, operator) => sum + (part.test(operator.name) ? operator.weightElements : 0), 0);
  return weightsOf(/^feed-forward/) / weightsOf(/^(feed-forward|attention)/);
}
/** An A100 as round figures have it. */
const roundA100 = { spec: {
  id: "round-a100", name: "A100, round figures", kind: "accelerator", family: "nvidia-ampere", compute: { matrix: { bf16: "312 TFLOP/s" } },
  memory: [{ tier: "hbm", usable: "80 GiB", bandwidth: "2 TB/s" }],
} };

/** FLOPs of one prompt of a 34B model, causal attention included, at the peak of an A100. */
function promptSeconds(tokens: number): number {
  const { steps } = explain({
    model: "yi-34b-200k", hardware: roundA100, devices: 2, plan: { tp: 2 }, engine: "ideal", precision: { weights: "bf16" }, load: { mode: "static", batch: 1 }, inputTokens: tokens, outputTokens: 1,
  });
  return (2 * (steps[0]?.operators.reduce((sum, { flops }) => sum + flops, 0) ?? 0)) / 312e12;
}

/** 250 tokens of a 34B model after 4K tokens, by its traffic. */
function longContextSeconds(): number {
  const { values } = predict({
    model: "yi-34b-200k", hardware: roundA100, engine: "ideal", precision: { weights: "bf16" }, load: { mode: "static", batch: 1 }, inputTokens: 3875, outputTokens: 250,
  });
  return 250 * (values.tpotSeconds as number);
}

type Row = readonly [source: string, what: string, published: string, value: () => number];

/**
 * What papers state and what arithmetic alone gives: sizes, counts, traffic. `published` is the figure as printed, in the unit of
 * the words before it. A GB of theirs is 2^30 bytes where only that fits their own inputs; the words say GiB then.
 */
const rows: readonly Row[] = [
  ["Pope et al. 2022, arXiv:2211.05102, sec. 2", "multihead 500B model, batch 512, context 2048: cache in TB", "3", () => cache(multihead(48), 512, 2048) / 1e12],
  ["arXiv:2211.05102, table 1", "the same with 64 padded heads, batch 128: longest context in 30 % of 64 TPU v4", "1320", () => longest(64, 128, cache(multihead(64), 1, 1))],
  ["arXiv:2211.05102, table 1", "the same, batch 512", "330", () => longest(64, 512, cache(multihead(64), 1, 1))],
  ["arXiv:2211.05102, table 1", "PaLM 540B, multiquery, cache on each chip, batch 128: longest context", "660", () => longest(1, 128, cache("palm-540b", 1, 1))],
  ["arXiv:2211.05102, table 1", "the same, batch 512", "165", () => longest(1, 512, cache("palm-540b", 1, 1))],
  ["arXiv:2211.05102, table 1", "PaLM 540B, multiquery, cache sharded over the batch of 128", "43000", () => longest(64, 128, cache("palm-540b", 1, 1))],
  ["arXiv:2211.05102, table 1", "the same, batch 512", "10700", () => longest(64, 512, cache("palm-540b", 1, 1))],
  ["Sheng et al. 2023, arXiv:2303.06865, sec. 3", "OPT-175B: weights in GiB", "325", () => weights("opt-175b") / GiB],
  ["arXiv:2303.06865, sec. 3", "OPT-175B, batch 512, 512 + 32 tokens: cache in TiB", "1.2", () => cache("opt-175b", 512, 512, 32) / 2 ** 40],
  ["arXiv:2303.06865, sec. 3", "the same over the weights", "3.8", () => cache("opt-175b", 512, 512, 32) / weights("opt-175b")],
  ["Zhang et al. 2023, arXiv:2306.14048, logs of the repository", "OPT-6.7B, batch 24, 2048 + 2048: cache in GiB", "48.000", () => cache("opt-6.7b", 24, 2048, 2048) / GiB],
  ["arXiv:2306.14048, logs", "OPT-6.7B, batch 64, 2048 + 2048", "128.000", () => cache("opt-6.7b", 64, 2048, 2048) / GiB],
  ["arXiv:2306.14048, logs", "OPT-13B, batch 4, 5000 + 5000", "30.518", () => cache("opt-13b", 4, 5000, 5000) / GiB],
  ["arXiv:2306.14048, logs", "OPT-30B, batch 1, 7000 + 1024", "10.285", () => cache("opt-30b", 1, 7000, 1024) / GiB],
  ["arXiv:2306.14048, logs", "OPT-30B, 400 requests, 512 + 512", "525.000", () => cache("opt-30b", 400, 512, 512) / GiB],
  ["arXiv:2306.14048, logs", "OPT-6.7B: weights in GiB", "12.386", () => weights("opt-6.7b") / GiB],
  ["arXiv:2306.14048, logs", "OPT-13B: weights in GiB", "23.921", () => weights("opt-13b") / GiB],
  ["arXiv:2306.14048, logs", "OPT-30B: weights in GiB", "55.803", () => weights("opt-30b") / GiB],
  ["Ge et al. 2023, arXiv:2310.01801, memory table", "Llama-1 7B, batch 16, 512 tokens: cache in GB", "4.3", () => cache("llama-7b", 16, 512) / billion],
  ["arXiv:2310.01801", "Llama-1 13B", "6.7", () => cache("llama-13b", 16, 512) / billion],
  ["arXiv:2310.01801", "Llama-1 30B", "13.1", () => cache("llama-30b", 16, 512) / billion],
  ["arXiv:2310.01801", "Llama-1 65B", "21.5", () => cache("llama-65b", 16, 512) / billion],
  ["Pan et al. 2024, arXiv:2409.04992, sec. VI.F", "OPT-13B, one token: cache in MiB", "0.78", () => cache("opt-13b", 1, 1) / 2 ** 20],
  ["arXiv:2409.04992, sec. III", "OPT-13B, 128 requests of 2K tokens: cache in GiB", "200", () => cache("opt-13b", 128, 2048) / GiB],
  ["arXiv:2409.04992, sec. I", "OPT-13B, 32 requests of 4K tokens: cache in GiB", "100", () => cache("opt-13b", 32, 4096) / GiB],
  ["arXiv:2409.04992, sec. I", "the same over the weights", "4.2", () => cache("opt-13b", 32, 4096) / weights("opt-13b")],
  ["arXiv:2409.04992, sec. III", "OPT-13B: weights in GiB", "24", () => weights("opt-13b") / GiB],
  ["Chen et al. 2024, arXiv:2405.01814, table 3", "LLaMA-33B: weights in GB", "64.7", () => weights("llama-33b") / billion],
  ["arXiv:2405.01814, table 3", "LLaMA-65B: weights in GB", "130.1", () => weights("llama-65b") / billion],
  ["arXiv:2405.01814, sec. 2.2.2", "LLaMA3-70B, requests of 8192 tokens whose cache an 80 GB device holds", "30", () => 80e9 / cache("llama-3-70b", 1, 8192)],
  ["Zhao et al. 2025, arXiv:2505.09343, table 1", "DeepSeek-V3, one token: cache in KB", "70.272", () => cache("deepseek-v3", 1, 1) / 1000],
  ["arXiv:2505.09343, table 1", "Qwen-2.5 72B", "327.680", () => cache("qwen2.5-72b", 1, 1) / 1000],
  ["arXiv:2505.09343, table 1", "LLaMA-3.1 405B", "516.096", () => cache("llama-3.1-405b", 1, 1) / 1000],
  ["arXiv:2505.09343, table 1", "Qwen-2.5 72B over DeepSeek-V3", "4.66", () => cache("qwen2.5-72b", 1, 1) / cache("deepseek-v3", 1, 1)],
  ["arXiv:2505.09343, table 1", "LLaMA-3.1 405B over DeepSeek-V3", "7.28", () => cache("llama-3.1-405b", 1, 1) / cache("deepseek-v3", 1, 1)],
  ["Fu 2024, arXiv:2405.08944, sec. 2", "Yi-34B-200K, 50K tokens: cache in GiB", "11", () => cache("yi-34b-200k", 1, 50_000) / GiB],
  ["arXiv:2405.08944, sec. 2", "the same, 4K tokens", "0.91", () => cache("yi-34b-200k", 1, 4000) / GiB],
  ["Sadhukhan et al. 2025, arXiv:2506.05333, code", "Qwen3-8B: parameters in thousand million", "8.19", () => parameters("qwen3-8b") / billion],
  ["arXiv:2506.05333, code", "Qwen3-14B", "14.77", () => parameters("qwen3-14b") / billion],
  ["arXiv:2506.05333, code", "Qwen3-32B", "32.76", () => parameters("qwen3-32b") / billion],
  ["Yuan et al. 2025, arXiv:2504.09345, table 2", "Mixtral-8x7B, one token: cache in bytes", "131072", () => cache("mixtral-8x7b", 1, 1)],
  ["arXiv:2504.09345, setup", "Mixtral-8x7B: weights in GB", "94", () => weights("mixtral-8x7b") / billion],
  ["arXiv:2504.09345, setup", "Mixtral-8x22B", "282", () => weights("mixtral-8x22b") / billion],
  ["arXiv:2504.09345, setup", "DBRX", "264", () => weights("dbrx") / billion],
  ["Prabhakar et al. 2024, arXiv:2405.07518, sec. VI.C", "Llama-2 7B expert, bf16: weights in GB", "13.5", () => weights("llama-2-7b") / billion],
  ["Chung et al. 2025, arXiv:2505.06371", "Phi-3 Mini over Phi-3 Small: cache of a token", "3", () => cache("phi-3-mini", 1, 1) / cache("phi-3-small", 1, 1)],
  ["He et al. 2024, arXiv:2410.17954", "Mixtral-8x7B: share of the experts in per cent", "96.57", () => (100 * parametersOf(model("mixtral-8x7b")).routedExperts) / parameters("mixtral-8x7b")],
  ["arXiv:2211.05102, abstract", "PaLM 540B: context with the cache sharded over the batch over that of multihead attention, batch 512", "32",
    () => longest(64, 512, cache("palm-540b", 1, 1)) / longest(64, 512, cache(multihead(64), 1, 1))],
  ["arXiv:2409.04992, sec. III", "OPT-175B: weights in GiB", "325", () => weights("opt-175b") / GiB],
  ["arXiv:2409.04992, sec. VI.F", "OPT-13B: thousand tokens that four drives of 2 TiB write in 3000 cycles", "32263877", () => (4 * 2 * 2 ** 40 * 3000) / cache("opt-13b", 1, 1) / 1000],
  ["arXiv:2405.08944, sec. 2.2", "Yi-34B-200K, 50K tokens: users of an A100 of 80 GiB", "1",
    () => Math.floor((80 * GiB - weights("yi-34b-200k")) / cache("yi-34b-200k", 1, 50_000))],
  ["arXiv:2405.08944, sec. 2.3", "the same, 4K tokens: one user's cache out and another's in at 20 GB/s, seconds", "0.1", () => (2 * cache("yi-34b-200k", 1, 4000)) / 20e9],
  ["arXiv:2405.08944, sec. 2, its arithmetic", "the same, a million tokens: cache in GB", "246", () => cache("yi-34b-200k", 1, 1e6) / billion],
  ["arXiv:2405.07518, abstract", "Samba-CoE, 150 experts of Llama-2 7B: parameters in millions of millions", "1.01", () => (150 * parameters("llama-2-7b")) / 1e12],
  ["arXiv:2504.09345, table 2", "Mixtral-8x7B: tokens that saturate an A40 of 150 TFLOP/s behind 31.25 GB/s", "19200", () => (150e12 / 31.25e9) * expertsPerVisit("mixtral-8x7b")],
  ["arXiv:2504.09345, table 2", "an A100 of 312 TFLOP/s", "40000", () => (312e12 / 31.25e9) * expertsPerVisit("mixtral-8x7b")],
  ["arXiv:2506.05333, code", "Qwen3-8B, 256 + 32768 tokens: reads of the cache at 562.5 FLOP a byte, TFLOP", "45226", () => 562.5 * cacheReads("qwen3-8b") / 1e12],
  ["arXiv:2506.05333, code", "Qwen3-0.6B", "35176", () => 562.5 * cacheReads("qwen3-0.6b") / 1e12],
  ["arXiv:2506.05333, code", "Qwen3-32B", "80402", () => 562.5 * cacheReads("qwen3-32b") / 1e12],
  ["arXiv:2506.05333, code", "Qwen3-8B: attention of these tokens, TFLOP", "322", () => attentionFlops("qwen3-8b") / 1e12],
  ["arXiv:2506.05333, code", "Qwen3-0.6B", "125", () => attentionFlops("qwen3-0.6b") / 1e12],
  ["arXiv:2506.05333, code", "Qwen3-32B", "1144", () => attentionFlops("qwen3-32b") / 1e12],
  ["Wang et al. 2024, arXiv:2409.15241 (Domino)", "32 layers: all-reduces of an iteration, forward and back", "128", () => 2 * allReduces("llama-2-7b")],
  ["Zhao et al. 2024, ALISA, arXiv:2403.17312, by its arithmetic", "OPT-30B, 64 requests of 640 tokens: cache in GB", "56.4", () => cache("opt-30b", 64, 640) / billion],
  ["Xia et al. 2023, arXiv:2309.10285 (Flash-LLM), by its arithmetic", "OPT-66B: weights in GB", "132", () => weights("opt-66b") / billion],
  ["Adnan et al. 2024, arXiv:2403.09054 (Keyformer), by its arithmetic", "MPT-7B, four beams, 4096 + 4096 tokens: cache in GB", "17.2", () => cache("mpt-7b", 4, 4096, 4096) / billion],
  ["Jaiswal et al. 2024, FFN-SkipLLM, by its arithmetic", "LLaMA-2-7B: share of the feed-forward network in a layer, per cent", "66.8", () => 100 * feedForwardShare("llama-2-7b")],
  ["arXiv:2410.17954", "DeepSeek-MoE: share of the experts in per cent, the two shared ones beside the 64 counted", "94.14",
    () => ((100 * 66) / 64 * parametersOf(model("deepseek-moe-16b")).routedExperts) / parameters("deepseek-moe-16b")],
];

/** One per cent, or half a unit of the last digit that is printed where that is wider. */
function tolerance(published: string): number {
  const decimals = /\.(\d+)$/.exec(published)?.[1]?.length ?? 0;
  return Math.max(0.01 * Number(published), 0.5 * 10 ** -decimals);
}

describe("figures of papers that arithmetic gives", () => {
  it.each(rows)("%s: %s is %s", (_source, _what, published, value) => {
    expect(Math.abs(value() - Number(published))).toBeLessThanOrEqual(tolerance(published));
  });
});

/**
 * Figures that do not come out, and why. Each is shown to be what the reason says, so that it stays a finding about the paper.
 */
const disagreements: readonly (readonly [source: string, reason: string, published: number, ours: () => number, theirs: () => number])[] = [
  ["arXiv:2405.01814, table 3: LLaMA3-70B weighs 137.5 GB", "the parameters of Llama 2 70B, whose vocabulary has 32,000 tokens; the tensors of Meta-Llama-3-70B sum to 141.1 GB",
    137.5, () => weights("llama-3-70b") / billion, () => weights("llama-2-70b") / billion],
  ["arXiv:2506.05333, code: Qwen3-0.6B has 0.752 thousand million parameters", "the tied embedding counted twice; the tensors sum to 0.596",
    0.752, () => parameters("qwen3-0.6b") / billion, () => (parameters("qwen3-0.6b") + 151_936 * 1024) / billion],
  ["arXiv:2504.09345, table 2: 19.2k sequences of 256 tokens hold 614 GB", "its GB is 1000 MiB; it is 644 GB or 600 GiB",
    614, () => cache("mixtral-8x7b", 19_200, 256) / billion, () => cache("mixtral-8x7b", 19_200, 256) / (1000 * 2 ** 20)],
  ["arXiv:2405.08944, sec. 2.3: 250 tokens after 4K in 8.5 s", "the traffic of the weights alone; that of the cache adds 0.12 s",
    8.5, () => longContextSeconds(), () => longContextSeconds() - (250 * cache("yi-34b-200k", 1, 4000)) / 2e12],
  ["arXiv:2405.08944, sec. 2.3: 250 tokens after 50K in 9.8 s", "the cache of 11.4 GiB read as 11 GB; the weights and 12.3 GB take 10.0 s",
    9.8, () => (250 * (weights("yi-34b-200k") + cache("yi-34b-200k", 1, 50_000))) / 2e12, () => (250 * (68e9 + 11e9)) / 2e12],
  ["arXiv:2405.08944, sec. 2.3: a prompt of 4K takes 0.89 s", "34 thousand million weights, and half of the operations of causal attention: n_layer s² · 6656",
    0.89, () => promptSeconds(4000), () => (2 * 34e9 * 4000 + 60 * 4000 ** 2 * 6656) / 312e12],
  ["arXiv:2405.08944, sec. 2.3: a prompt of 50K takes 14.1 s", "the same", 14.1, () => promptSeconds(50_000), () => (2 * 34e9 * 50_000 + 60 * 50_000 ** 2 * 6656) / 312e12],
  ["arXiv:2405.08944, sec. 2.3: a context of 50K changes in 1.1 s", "the cache of 11.4 GiB read as 11 GB, once out and once in at 20 GB/s",
    1.1, () => (2 * cache("yi-34b-200k", 1, 50_000)) / 20e9, () => (2 * 11e9) / 20e9],
  ["arXiv:2505.09343, sec. 2.3.2: an exchange of 32 tokens with 9 targets takes 120.96 µs at 50 GB/s", "the hidden size of 7,168 taken as 7K",
    120.96, () => (3 * 32 * 9 * model("deepseek-v3").hiddenSize) / 50e3, () => (3 * 32 * 9 * 7000) / 50e3],
  ["arXiv:2410.17954: experts are 88.95 % of Qwen1.5-MoE", "of the parameters without one of embedding and head; of all it is 87.0 %",
    88.95, () => (100 * parametersOf(model("qwen1.5-moe")).routedExperts) / parameters("qwen1.5-moe"),
    () => (100 * parametersOf(model("qwen1.5-moe")).routedExperts) / (parameters("qwen1.5-moe") - 151_936 * 2048)],
];

describe("figures of papers that do not come out", () => {
  it.each(disagreements)("%s: %s", (_source, _reason, published, ours, theirs) => {
    expect(Math.abs(ours() / published - 1)).toBeGreaterThan(0.01);
    expect(Math.abs(theirs() / published - 1)).toBeLessThan(0.01);
  });
});
