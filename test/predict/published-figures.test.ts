import { describe, expect, it } from "vitest";
import { model, parametersOf, readConfig } from "../../src/models/index.ts";
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
/** Forward FLOPs of one prompt, the head left out, over all ranks. */
function promptFlops(name: string, tokens: number): number {
  const { steps } = explain({
    model: name, hardware: "h200-sxm", devices: 8, plan: { tp: 8 }, precision: { weights: "fp16" }, load: { mode: "static", batch: 1 }, inputTokens: tokens, outputTokens: 1,
  });
  const parts = steps[0]?.operators.filter((part) => !/head|norm|embed|activation|residual|rotary/.test(part.name)) ?? [];
  return 8 * parts.reduce((sum, part) => sum + part.flops, 0);
}
/** An A100 as round figures have it. */
const roundA100 = { spec: {
  id: "round-a100", name: "A100, round figures", kind: "accelerator", family: "nvidia-ampere", compute: { matrix: { bf16: "312 TFLOP/s" } },
  memory: [{ tier: "hbm", usable: "80 GiB", bandwidth: "2 TB/s" }],
} };

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
  ["Kwon et al. 2023, arXiv:2309.06180, sec. 3", "OPT-13B, one token: cache in KiB", "800", () => cache("opt-13b", 1, 1) / 1024],
  ["arXiv:2309.06180, sec. 3", "OPT-13B, a request of 2048 tokens: cache in GiB", "1.6", () => cache("opt-13b", 1, 2048) / GiB],
  ["arXiv:2309.06180, table 1", "OPT-13B: parameters in GB", "26", () => weights("opt-13b") / billion],
  ["arXiv:2309.06180, table 1", "OPT-66B: parameters in GB", "132", () => weights("opt-66b") / billion],
  ["arXiv:2309.06180, table 1", "OPT-175B: parameters in GB", "346", () => weights("opt-175b") / billion],
  ["arXiv:2309.06180, table 1", "OPT-13B: thousand tokens in 12 GiB", "15.7", () => (12 * GiB) / cache("opt-13b", 1, 1) / 1000],
  ["arXiv:2309.06180, table 1", "OPT-175B: thousand tokens in 264 GiB", "60.1", () => (264 * GiB) / cache("opt-175b", 1, 1) / 1000],
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
  ["Lieber et al. 2024, arXiv:2403.19887, table 1", "Llama-2 7B, 256K tokens: cache in GiB", "128", () => cache("llama-2-7b", 1, 2 ** 18) / GiB],
  ["arXiv:2403.19887, table 1", "Mistral 7B, 256K tokens", "32", () => cache("mistral-7b", 1, 2 ** 18) / GiB],
  ["arXiv:2403.19887, table 1", "Mixtral-8x7B, 256K tokens", "32", () => cache("mixtral-8x7b", 1, 2 ** 18) / GiB],
  ["arXiv:2403.19887, table 1", "Jamba, 256K tokens: four attention layers of 32", "4", () => cache("jamba-v0.1", 1, 2 ** 18) / GiB],
  ["arXiv:2403.19887, table 1", "Mixtral-8x7B: active parameters in thousand million", "12.9", () => parametersOf(model("mixtral-8x7b")).active / billion],
  ["Jiang et al. 2023, arXiv:2310.06825, sec. 2", "Mistral 7B, 32K tokens: cache without over with its window", "8",
    () => memory("mistral-7b", 32767).kvBytesPerRequest / memory("mistralai/Mistral-7B-v0.1", 32767).kvBytesPerRequest],
  ["Frantar et al. 2022, arXiv:2210.17323, sec. 1", "GPT-3 175B in 16 bits, GiB", "326", () => weights("gpt-3") / GiB],
  ["Brown et al. 2020, arXiv:2005.14165, table D.1", "GPT-3 175B: parameters in millions", "174600", () => parameters("gpt-3") / 1e6],
  ["arXiv:2005.14165, table D.1", "GPT-3 13B", "12850", () => parameters("gpt-3-13b") / 1e6],
  ["arXiv:2005.14165, table D.1", "GPT-3 6.7B", "6660", () => parameters("gpt-3-6.7b") / 1e6],
  ["arXiv:2005.14165, table D.1", "GPT-3 2.7B", "2650", () => parameters("gpt-3-2.7b") / 1e6],
  ["Chung et al. 2025, arXiv:2505.06371", "Phi-3 Mini over Phi-3 Small: cache of a token", "3", () => cache("phi-3-mini", 1, 1) / cache("phi-3-small", 1, 1)],
  ["He et al. 2024, arXiv:2410.17954", "Mixtral-8x7B: share of the experts in per cent", "96.57", () => (100 * parametersOf(model("mixtral-8x7b")).routedExperts) / parameters("mixtral-8x7b")],
  // Table 1 of Kaplan et al.: 2 N + 2 n_layer n_ctx d_model FLOPs for a token, the mask counted, without embedding and head.
  ["Kaplan et al. 2020, arXiv:2001.08361, table 1", "GPT-3 175B, 2048 tokens forward: PFLOP", String((2048 * (2 * 12 * 96 * 12288 ** 2 + 2 * 96 * 2048 * 12288)) / 1e15),
    () => promptFlops("gpt-3", 2048) / 1e15],
  // 4 · seqlen² · head dimension · heads, halved under the causal mask.
  ["Dao 2023, arXiv:2307.08691, sec. 4.1", "attention, 16k tokens, 16 heads of 128, no mask: TFLOP", String((4 * 16384 ** 2 * 128 * 16) / 1e12),
    () => predictKernel({ op: "attention_prefill", batch: 1, queryTokens: 16384, contextTokens: 16384, heads: 16, kvHeads: 16, headDim: 128, causal: false, hardware: "a100-sxm-80", precision: "fp16" }).flops / 1e12],
  ["arXiv:2307.08691, sec. 4.1", "the same, causal", String((2 * 16384 ** 2 * 128 * 16) / 1e12),
    () => predictKernel({ op: "attention_prefill", batch: 1, queryTokens: 16384, contextTokens: 16384, heads: 16, kvHeads: 16, headDim: 128, hardware: "a100-sxm-80", precision: "fp16" }).flops / 1e12],
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
