import { describe, expect, it } from "vitest";
import { type Architecture, type AttentionMixer, type LayerKind, layersOfKind, model, readConfig } from "../../src/models/index.ts";

const kindOf = (architecture: Architecture, index: number): LayerKind => {
  const kind = architecture.layerKinds[architecture.pattern[index] ?? -1];
  if (kind === undefined) throw new Error(`no layer ${index}`);
  return kind;
};
const mixers = (architecture: Architecture): readonly LayerKind["mixer"][] => architecture.pattern.map((_, index) => kindOf(architecture, index).mixer);
const attentionAt = (architecture: Architecture, index: number): AttentionMixer => {
  const { mixer } = kindOf(architecture, index);
  if (mixer.kind !== "attention") throw new Error(`layer ${index} is ${mixer.kind}`);
  return mixer;
};
const count = (architecture: Architecture, test: (kind: LayerKind) => boolean): number => {
  const counts = layersOfKind(architecture);
  return architecture.layerKinds.reduce((sum, kind, index) => sum + (test(kind) ? (counts[index] ?? 0) : 0), 0);
};

// What each family's report or modelling code says of its layers; counts alone would not notice a wrong pattern.
describe("windows and chunks", () => {
  it("Gemma 2 alternates, beginning with a sliding layer (arXiv:2408.00118, section 2)", () => {
    const gemma = model("google/gemma-2-9b");
    expect([0, 1, 2, 3].map((index) => attentionAt(gemma, index).window)).toEqual([4096, null, 4096, null]);
    expect(kindOf(gemma, 0).norms).toBe(4);
  });

  it("Gemma 3 has five local layers for each global one, window 1024 (arXiv:2503.19786, section 2)", () => {
    const gemma = model("gemma-3-27b");
    expect([0, 1, 2, 3, 4, 5, 6].map((index) => attentionAt(gemma, index).window)).toEqual([1024, 1024, 1024, 1024, 1024, null, 1024]);
    expect(count(gemma, ({ mixer }) => mixer.kind === "attention" && mixer.window === null)).toBe(10);
  });

  it("gpt-oss alternates a window of 128 with full attention, with sinks and biases (arXiv:2508.10925, section 2)", () => {
    const oss = model("gpt-oss-120b");
    expect([0, 1, 2, 3].map((index) => attentionAt(oss, index).window)).toEqual([128, null, 128, null]);
    expect(attentionAt(oss, 1)).toMatchObject({ sinks: true, qkvBias: true, outputBias: true, heads: 64, kvHeads: 8, headDim: 64 });
    expect(kindOf(oss, 0).feedForward).toMatchObject({ experts: 128, topK: 4, bias: true, intermediate: 2880 });
  });

  it("Llama 4 sees chunks with rotary positions, and every fourth layer everything without (Transformers, llama4)", () => {
    const scout = model("llama-4-scout");
    expect([0, 1, 2, 3].map((index) => attentionAt(scout, index)).map(({ chunk, rotary }) => [chunk, rotary])).toEqual([[8192, true], [8192, true], [8192, true], [null, false]]);
    const maverick = model("llama-4-maverick");
    expect(count(maverick, ({ feedForward }) => feedForward.kind === "moe")).toBe(24);
    expect(kindOf(maverick, 0).feedForward).toMatchObject({ kind: "dense", intermediate: 16384 });
    expect(kindOf(maverick, 1).feedForward).toMatchObject({ kind: "moe", experts: 128, topK: 1, sharedIntermediate: 8192 });
  });

  it("Qwen uses its window only where it is switched on, from `max_window_layers` on", () => {
    const base = { model_type: "qwen2", num_hidden_layers: 4, sliding_window: 64, max_window_layers: 2 };
    expect(mixers(readConfig(base)).map((mixer) => mixer.kind === "attention" && mixer.window)).toEqual([null, null, null, null]);
    expect(mixers(readConfig({ ...base, use_sliding_window: true })).map((mixer) => mixer.kind === "attention" && mixer.window)).toEqual([null, null, 64, 64]);
    const typed = { ...base, use_sliding_window: true, layer_types: ["sliding_attention", "full_attention", "full_attention", "full_attention"] };
    expect(attentionAt(readConfig(typed), 0).window).toBe(64);
  });

  it("Step has full and sliding layers with head counts of their own", () => {
    const step = model("stepfun-ai/Step-3.5-Flash");
    const full = attentionAt(step, 0);
    const sliding = attentionAt(step, 1);
    expect([full.window, full.heads, sliding.window, sliding.heads]).toEqual([null, 64, 512, 96]);
    expect([full.headGate, sliding.headGate]).toEqual([true, true]);
  });
});

describe("latent and sparse attention", () => {
  it("DeepSeek-V3: three dense layers, then 256 experts of which 8 and one shared (arXiv:2412.19437, section 4.2)", () => {
    const v3 = model("deepseek-v3");
    expect(kindOf(v3, 0).mixer).toEqual({ kind: "mla", heads: 128, nopeDim: 128, ropeDim: 64, queryLatentDim: 1536, latentDim: 512, valueDim: 128, qkvBias: false, sparse: null });
    expect([2, 3].map((index) => kindOf(v3, index).feedForward.kind)).toEqual(["dense", "moe"]);
    expect(kindOf(v3, 60).feedForward).toMatchObject({ experts: 256, topK: 8, intermediate: 2048, sharedIntermediate: 2048 });
  });

  it("DeepSeek-V3.2: an indexer of 64 heads picks 2048 tokens in every layer (arXiv:2512.02556)", () => {
    const sparse = mixers(model("deepseek-v3.2")).map((mixer) => (mixer.kind === "mla" ? mixer.sparse : null));
    expect(new Set(sparse.map((selection) => JSON.stringify(selection))).size).toBe(1);
    expect(sparse[0]).toMatchObject({ topTokens: 2048, indexHeads: 64, indexHeadDim: 128, compression: 1, indexBytesPerToken: 132 });
  });

  it("GLM-5.2: layers without an indexer take the selection of an earlier one and cache no index keys", () => {
    const glm = model("glm-5.2");
    const selecting = mixers(glm).map((mixer) => mixer.kind === "mla" && (mixer.sparse?.indexHeads ?? 0) > 0);
    expect(selecting[0]).toBe(true);
    expect(selecting.filter(Boolean)).toHaveLength(21);
    for (const mixer of mixers(glm)) if (mixer.kind === "mla" && mixer.sparse?.indexHeads === 0) expect(mixer.sparse).toMatchObject({ topTokens: 2048, indexBytesPerToken: 0, indexParameters: 0 });
  });

  it("DeepSeek-V4: window beside a compressed cache, with an indexer for 4 tokens and without for 128", () => {
    const flash = model("deepseek-v4-flash");
    expect([0, 1, 2, 3, 4].map((index) => attentionAt(flash, index).sparse?.compression ?? 0)).toEqual([0, 0, 4, 128, 4]);
    expect([2, 3].map((index) => attentionAt(flash, index).sparse?.indexHeads)).toEqual([64, 0]);
    expect(attentionAt(flash, 2)).toMatchObject({ window: 128, kvHeads: 1, headDim: 512, cachedOnce: true, queryLatentDim: 1024, outputLatent: { groups: 8, latentDim: 1024 } });
    expect(kindOf(flash, 2).feedForward).toMatchObject({ routerBias: false });
    expect(kindOf(flash, 3).feedForward).toMatchObject({ routerBias: true, experts: 256, topK: 6 });
    const pro = readConfig({ model_type: "deepseek_v4", num_hidden_layers: 4, compress_ratios: [128, 128, 4, 0, 0] });
    expect([0, 1, 2, 3].map((index) => attentionAt(pro, index).sparse?.compression ?? 0)).toEqual([128, 128, 4, 0]);
  });

  it("MiniMax-M3: blocks of 128 tokens, 16 of them, after three dense layers", () => {
    const m3 = model("minimax-m3");
    expect(attentionAt(m3, 2).sparse).toBeNull();
    expect(attentionAt(m3, 3).sparse).toMatchObject({ topTokens: 2048, blockEntries: 128, indexHeads: 4 });
  });

  it("Gemma 4: full layers have their own heads and take the key as value; late layers may share a cache", () => {
    const gemma = model("google/gemma-4-31B-it");
    expect(attentionAt(gemma, 5)).toMatchObject({ window: null, headDim: 512, kvHeads: 4, keyIsValue: true });
    expect(attentionAt(gemma, 4)).toMatchObject({ window: 1024, headDim: 256, kvHeads: 16, keyIsValue: false });
    const small = readConfig({ model_type: "gemma4_text", num_hidden_layers: 6, num_kv_shared_layers: 2, use_double_wide_mlp: true, intermediate_size: 64 });
    expect(mixers(small).map((mixer) => mixer.kind === "attention" && mixer.sharesKv)).toEqual([false, false, false, false, true, true]);
    expect([0, 5].map((index) => kindOf(small, index).feedForward)).toMatchObject([{ intermediate: 64 }, { intermediate: 128 }]);
  });
});

describe("hybrids", () => {
  it("Qwen3-Next: three gated delta nets, then gated attention", () => {
    const next = model("qwen3-next-80b-a3b");
    expect(mixers(next).slice(0, 8).map(({ kind }) => kind)).toEqual(["recurrent", "recurrent", "recurrent", "attention", "recurrent", "recurrent", "recurrent", "attention"]);
    expect(attentionAt(next, 3)).toMatchObject({ outputGate: true, heads: 16, kvHeads: 2, headDim: 256 });
    expect(kindOf(next, 0).mixer).toMatchObject({ variant: "gated-deltanet", heads: 32, keyDim: 128, valueDim: 128, convolutionChannels: 2 * 16 * 128 + 32 * 128 });
    expect(kindOf(next, 0).feedForward).toMatchObject({ experts: 512, topK: 10, sharedGate: true });
  });

  it("Nemotron Nano 9B v2: 56 layers, 4 of attention, 27 Mamba-2, 25 feed-forward (arXiv:2508.14444, section 2.1 for 12B's 62: 6, 28, 28)", () => {
    const layersOf = (id: string): readonly number[] => {
      const nano = model(id);
      return [count(nano, ({ mixer }) => mixer.kind === "attention"), count(nano, ({ mixer }) => mixer.kind === "recurrent"), count(nano, ({ feedForward }) => feedForward.kind === "dense")];
    };
    expect(layersOf("nvidia/NVIDIA-Nemotron-Nano-9B-v2")).toEqual([4, 27, 25]);
    expect(layersOf("nvidia/NVIDIA-Nemotron-Nano-12B-v2")).toEqual([6, 28, 28]);
  });

  it("Jamba: one attention layer in eight, experts in every other layer (attn_layer_period 8, expert_layer_period 2)", () => {
    const jamba = model("jamba-v0.1");
    expect(mixers(jamba).flatMap(({ kind }, index) => (kind === "attention" ? [index] : []))).toEqual([4, 12, 20, 28]);
    expect([0, 1, 2, 3].map((index) => kindOf(jamba, index).feedForward.kind)).toEqual(["dense", "moe", "dense", "moe"]);
    expect(kindOf(jamba, 0).mixer).toMatchObject({ variant: "mamba", stateElements: 2 * 4096 * 16 });
  });

  it("Kimi Linear: three delta layers for each latent one (arXiv:2510.26692)", () => {
    const linear = model("kimi-linear-48b-a3b");
    expect(mixers(linear).slice(0, 4).map(({ kind }) => kind)).toEqual(["recurrent", "recurrent", "recurrent", "mla"]);
    expect(model("kimi-k3").layerKinds.some(({ feedForward }) => feedForward.kind === "moe" && feedForward.expertHidden === 3584)).toBe(true);
  });
});

describe("layers that differ", () => {
  it("DeciLM: KV heads of each layer", () => {
    const deci = readConfig({ model_type: "deci", num_hidden_layers: 3, num_key_value_heads_per_layer: [4, 1, 2] });
    expect(mixers(deci).map((mixer) => mixer.kind === "attention" && mixer.kvHeads)).toEqual([4, 1, 2]);
  });

  it("Nemotron-NAS: blocks with groups and widths of their own, left out, or replaced by one matrix", () => {
    const block = (attention: object, ffn: object): object => ({ attention, ffn });
    const nas = readConfig({
      model_type: "nemotron-nas", hidden_size: 8192, num_attention_heads: 64, num_hidden_layers: 3, vocab_size: 128256,
      block_configs: [
        // Llama-3.1-Nemotron's blocks: 5.25 is the width of the base model, 28672 = ⌈2/3 · 5.25 · 8192⌉₂₅₆.
        block({ n_heads_in_group: 8 }, { ffn_mult: 5.25 }), block({ no_op: true, n_heads_in_group: null }, { ffn_mult: 1.3125 }), block({ replace_with_linear: true }, { no_op: true }),
      ],
    });
    expect(attentionAt(nas, 0)).toMatchObject({ heads: 64, kvHeads: 8, headDim: 128 });
    expect(kindOf(nas, 0).feedForward).toMatchObject({ intermediate: 28672 });
    expect(kindOf(nas, 1)).toMatchObject({ mixer: { kind: "none" }, feedForward: { intermediate: 7168 }, norms: 1 });
    expect(kindOf(nas, 2)).toMatchObject({ mixer: { kind: "none" }, feedForward: { kind: "none" }, norms: 1, otherParameters: 8192 ** 2 });
  });

  it("Qwen3-MoE: dense where `mlp_only_layers` says so", () => {
    const moe = readConfig({ model_type: "qwen3_moe", num_hidden_layers: 3, mlp_only_layers: [1] });
    expect([0, 1, 2].map((index) => kindOf(moe, index).feedForward.kind)).toEqual(["moe", "dense", "moe"]);
  });
});

describe("the rest of an architecture", () => {
  it("parallel blocks have one norm: GPT-J, Falcon, PaLM, Phi-2; GPT-NeoX has two", () => {
    for (const id of ["gpt-j-6b", "falcon-7b", "palm-540b", "phi-2"]) expect([model(id).parallelBlock, model(id).layerKinds[0]?.norms], id).toEqual([true, 1]);
    expect([model("gpt-neox-20b").parallelBlock, model("gpt-neox-20b").layerKinds[0]?.norms]).toEqual([true, 2]);
    for (const id of ["llama-2-7b", "gpt2", "bloom", "mpt-7b"]) expect(model(id).parallelBlock, id).toBe(false);
  });

  it("positions: learned in GPT-2 and OPT (two rows more), rotary in Llama, ALiBi in BLOOM and MPT", () => {
    expect([model("gpt2").learnedPositions, model("opt-6.7b").learnedPositions, model("llama-2-7b").learnedPositions]).toEqual([1024, 2050, 0]);
    for (const id of ["gpt2", "opt-6.7b", "bloom", "mpt-7b"]) expect(attentionAt(model(id), 0).rotary, id).toBe(false);
  });

  it("encoders have no decoder and see both ways", () => {
    const bert = model("bert-base");
    expect([bert.decoder, attentionAt(bert, 0).causal, bert.learnedPositions]).toEqual([false, false, 512]);
  });

  it("a vision tower is an encoder of its own, and only where the config has one", () => {
    const vl = model("Qwen/Qwen2.5-VL-7B-Instruct");
    expect(vl.vision).toMatchObject({ layers: 32, hiddenSize: 1280, heads: 16, intermediate: 3420 });
    expect(readConfig({ model_type: "qwen2_5_vl", hidden_size: 3584 }).vision).toBeNull();
    expect(model("llama-3.1-8b").vision).toBeNull();
  });
});
