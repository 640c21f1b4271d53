import { describe, expect, it } from "vitest";
import { RidgepointError } from "../../src/quantities/errors.ts";
import { type Architecture, type AttentionMixer, modelTypes, parametersOf, readConfig } from "../../src/models/index.ts";

/** The error of a config that is refused. */
function refusal(config: unknown): RidgepointError {
  try {
    readConfig(config);
  } catch (error) {
    if (error instanceof RidgepointError) return error;
    throw error;
  }
  throw new Error("the config was read");
}

const total = (config: unknown): number => parametersOf(readConfig(config)).total;
const attentionOf = (architecture: Architecture, layer: number): AttentionMixer => {
  const mixer = architecture.layerKinds[architecture.pattern[layer] ?? -1]?.mixer;
  if (mixer?.kind !== "attention") throw new Error(`layer ${layer} has no attention`);
  return mixer;
};

const llama = { model_type: "llama", hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 128256 };

describe("defaults", () => {
  it("takes what is absent from Transformers", () => {
    expect(total({ model_type: "llama" })).toBe(6_738_415_616);
    expect(total({ model_type: "gpt2" })).toBe(124_439_808);
    expect(total({ model_type: "gptj" })).toBe(6_050_882_784);
    expect(total({ model_type: "gpt_neox", vocab_size: 50432 })).toBe(20_554_567_680);
    expect(total({ model_type: "deepseek_v3" })).toBe(671_026_419_200);
    expect(total({ model_type: "mixtral" })).toBe(46_702_792_704);
    expect(total({ model_type: "bert" })).toBe(109_482_240);
    expect(total({ model_type: "falcon" })).toBe(6_921_720_704);
  });

  it("takes Mistral's window where it is absent, and none where it is null", () => {
    expect(attentionOf(readConfig({ model_type: "mistral" }), 0).window).toBe(4096);
    expect(attentionOf(readConfig({ model_type: "mistral", sliding_window: null }), 0).window).toBeNull();
  });

  it("reads a GPT with learned positions and a shared head", () => {
    // 12·L·h² of the matrices, 13·L·h of biases and norms, (V + positions)·h, and the last norm.
    const [h, layers, vocabulary] = [2048, 24, 51200];
    const config = { model_type: "gpt2", n_embd: h, n_head: 16, n_layer: layers, n_positions: 1024, vocab_size: vocabulary };
    expect(total(config)).toBe(12 * layers * h * h + 13 * layers * h + (vocabulary + 1024) * h + 2 * h);
  });

  it("reads MPT with llm-foundry's defaults: positions unless ALiBi, biases unless `no_bias`", () => {
    const [h, layers] = [1024, 24];
    const base = { model_type: "mpt", d_model: h, n_heads: 16, n_layers: layers, expansion_ratio: 4, max_seq_len: 8192, vocab_size: 50368, no_bias: true };
    const plain = 12 * layers * h * h + 2 * layers * h + 50368 * h + h;
    expect(total(base)).toBe(plain + 8192 * h);
    expect(total({ ...base, attn_config: { alibi: true } })).toBe(plain);
    expect(total({ ...base, no_bias: false })).toBe(plain + 8192 * h + layers * (3 * h + h + 4 * h + h + 2 * h) + h);
  });

  it("reads PaLM as described: one KV head, a parallel block with one norm, SwiGLU, a shared head", () => {
    const palm = readConfig({ model_type: "palm", hidden_size: 18432, num_hidden_layers: 118, num_attention_heads: 48, head_dim: 256 });
    expect(palm.parallelBlock).toBe(true);
    expect(attentionOf(palm, 0)).toMatchObject({ heads: 48, kvHeads: 1, headDim: 256 });
    const serial = readConfig({ model_type: "palm", parallel_block: false, num_key_value_heads: 16 });
    expect(serial.layerKinds[0]?.norms).toBe(2);
  });

  it("names the model by the id that it is given, else by its type", () => {
    expect(readConfig({ model_type: "gpt2" }, { id: "mine" }).id).toBe("mine");
    expect(readConfig({ model_type: "gpt2" }).id).toBe("gpt2");
  });
});

describe("refusals", () => {
  it.each([
    [{ ...llama, num_attention_heads: 0 }, "invalid-value", "model.config.num_attention_heads = 0 must be a whole number from 1"],
    [{ ...llama, num_attention_heads: Number.NaN }, "invalid-value", "model.config.num_attention_heads"],
    [{ ...llama, hidden_size: "4096" }, "invalid-value", 'model.config.hidden_size = "4096"'],
    [{ ...llama, hidden_size: 4095.5 }, "invalid-value", "model.config.hidden_size"],
    [{ ...llama, hidden_size: 1e30 }, "invalid-value", "model.config.hidden_size"],
    [{ ...llama, num_key_value_heads: 7 }, "invalid-value", "model.config.num_key_value_heads = 7 does not divide num_attention_heads = 32"],
    [{ ...llama, hidden_size: 4100 }, "invalid-value", "model.config.num_attention_heads = 32 does not divide hidden_size = 4100"],
    [{ ...llama, num_hidden_layers: 20000 }, "invalid-value", "model.config.num_hidden_layers = 20000"],
    [{ ...llama, attention_bias: "no" }, "invalid-value", "model.config.attention_bias"],
    [{ model_type: "mixtral", num_experts_per_tok: 9 }, "invalid-value", "model.config.num_experts_per_tok = 9 is more than num_local_experts = 8"],
    [{ model_type: "qwen2_moe", mlp_only_layers: ["x"] }, "unsupported", "model.config.mlp_only_layers"],
    [{ model_type: "gemma3_text", layer_types: ["full_attention"] }, "invalid-value", "model.config.layer_types.length = 1"],
    [{ model_type: "gemma3_text", num_hidden_layers: 1, layer_types: ["dilated"] }, "unsupported", 'model.config.layer_types[0] = "dilated"'],
    [{ ...llama, num_hiden_layers: 3 }, "unknown-field", "model.config.num_hiden_layers = 3"],
    [{ ...llama, n_shared_experts: 1 }, "unknown-field", "model.config.n_shared_experts = 1"],
    [{ model_type: "qwen3_vl", text_config: { model_type: "qwen3_vl_text", head_widths: [1, 2] } }, "unknown-field", "model.config.text_config.head_widths"],
    [{ model_type: "nemotron_h", hybrid_override_pattern: "MX" }, "unsupported", "model.config.hybrid_override_pattern"],
    [{ model_type: "nemotron_h", hybrid_override_pattern: "M-", num_hidden_layers: 3 }, "unsupported", "model.config.num_hidden_layers"],
    [{ ...llama, quantization_config: { quant_method: "mystery" } }, "unsupported", "model.config.quantization_config.quant_method"],
    [{ model_type: "opt", layer_norm_elementwise_affine: false }, "unsupported", "model.config.layer_norm_elementwise_affine"],
    [{ model_type: "kimi_linear", hidden_size: 64 }, "missing-field", "model.config.num_hidden_layers"],
    [{ model_type: "step3p5", sliding_window: 512, num_hidden_layers: 1, layer_types: ["sliding_attention"] }, "missing-field", "model.config.attention_other_setting"],
    [{ ...llama, model_type: "llamma" }, "unsupported", "did you mean llama"],
    [{ hidden_size: 4096 }, "missing-field", "model.config.model_type"],
    [{ model_type: 7 }, "invalid-value", "model.config.model_type"],
    [null, "invalid-value", "model.config = null"],
    [[1], "invalid-value", "model.config = [1]"],
    ["llama", "invalid-value", 'model.config = "llama"'],
  ] as const)("%j: %s", (config, code, text) => {
    const error = refusal(config);
    expect(error.code).toBe(code);
    expect(error.message).toContain(text);
    expect(error.path?.startsWith("model.config")).toBe(true);
  });

  it("refuses two names of one dimension that disagree", () => {
    const config = { model_type: "gpt_oss", num_experts_per_tok: 4, experts_per_token: 2 };
    expect(refusal(config).message).toContain("contradicts num_experts_per_tok = 4");
    expect(readConfig({ ...config, experts_per_token: 4 }).family).toBe("gpt_oss");
  });

  it("speaks of the path that it is given", () => {
    expect(() => readConfig({ model_type: "gpt2", n_head: 0 }, { path: "cases[3].model.config" })).toThrow("cases[3].model.config.n_head");
  });

  it("passes over what cannot change a count", () => {
    const noisy = {
      ...llama, architectures: ["LlamaForCausalLM"], attention_dropout: 0.1, bos_token_id: 1, eos_token_id: [2, 3], hidden_act: "silu", initializer_range: 0.02,
      rope_scaling: { factor: 8, rope_type: "llama3" }, rope_theta: 500000, rms_norm_eps: 1e-5, torch_dtype: "bfloat16", transformers_version: "4.43.0", use_cache: true,
      pretraining_tp: 1, _name_or_path: "x", temperature: 1, id2label: { 0: "a" }, unsloth_fixed: true, sparse_attention_config: null, moe_layers: [], num_experts: 0,
    };
    expect(readConfig(noisy)).toEqual(readConfig(llama));
  });
});

describe("the checkpoint's number format", () => {
  const float = (num_bits: number, group_size: number | null, strategy?: string) => ({ config_groups: { group_0: { weights: { num_bits, type: "float", group_size, strategy }, input_activations: {} } } });
  it.each([
    [{ quant_method: "fp8", weight_block_size: [128, 128] }, "fp8_block"],
    [{ quant_method: "fp8" }, "fp8"],
    [{ quant_method: "mxfp4" }, "mxfp4"],
    [{ quant_method: "gptq", bits: 4 }, "int4_wo"],
    [{ quant_method: "awq", bits: 4 }, "int4_wo"],
    [{ quant_method: "bitsandbytes", load_in_8bit: true }, "int8"],
    [{ quant_method: "modelopt", quant_algo: "NVFP4" }, "nvfp4"],
    [{ quant_algo: "FP8" }, "fp8"],
    [{ quant_method: "compressed-tensors", ...float(4, 16) }, "nvfp4"],
    [{ quant_method: "compressed-tensors", ...float(4, 32) }, "mxfp4"],
    [{ quant_method: "compressed-tensors", ...float(8, null, "block") }, "fp8_block"],
    [{ quant_method: "compressed-tensors", config_groups: { a: { weights: { num_bits: 4, type: "int" }, input_activations: null } } }, "int4_wo"],
    [{ quant_method: "compressed-tensors", config_groups: { a: { weights: { num_bits: 8, type: "int" }, input_activations: { num_bits: 8 } } } }, "int8"],
    [{ quant_method: "modelopt", quant_algo: "MIXED_PRECISION", config_groups: { a: { weights: { num_bits: 8, type: "float" } }, b: { weights: { num_bits: 4, type: "float", group_size: 16 } } } }, "nvfp4"],
  ] as const)("%j is %s", (quantization_config, precision) => {
    expect(readConfig({ ...llama, quantization_config }).checkpointPrecision).toBe(precision);
  });

  it("is 16 bits without a quantisation, and does not change the count", () => {
    expect(readConfig(llama).checkpointPrecision).toBeNull();
    expect(total({ ...llama, quantization_config: { quant_method: "fp8" } })).toBe(total(llama));
  });

  it("is that of the experts in DeepSeek V4, and is found in the text section", () => {
    const fp8 = { quant_method: "fp8", weight_block_size: [128, 128] };
    expect(readConfig({ model_type: "deepseek_v4", expert_dtype: "fp4", quantization_config: fp8 }).checkpointPrecision).toBe("mxfp4");
    expect(readConfig({ model_type: "deepseek_ref", architectures: ["DeepseekV4ForCausalLM"], quantization_config: fp8 })).toMatchObject({ family: "deepseek_v4", checkpointPrecision: "fp8_block" });
    expect(readConfig({ model_type: "gemma3", text_config: { quantization_config: { quant_method: "gptq", bits: 4 } } }).checkpointPrecision).toBe("int4_wo");
  });
});

it("knows every family that the documentation names", () => {
  const known = new Set(modelTypes());
  const named = [
    "llama", "llama4", "mistral", "mistral3", "mixtral", "qwen", "qwen2", "qwen2_moe", "qwen2_vl", "qwen2_5_vl", "qwen3", "qwen3_moe", "qwen3_next", "qwen3_vl", "qwen3_5", "qwen3_5_moe",
    "gemma", "gemma2", "gemma3", "gemma3_text", "gemma4", "phi", "phi3", "phi3small", "phimoe", "gpt2", "gptj", "gpt_neox", "gpt_bigcode", "opt", "bloom", "falcon", "mpt", "palm",
    "deepseek", "deepseek_v2", "deepseek_v3", "deepseek_v32", "deepseek_v4", "gpt_oss", "glm", "glm4", "glm4_moe", "glm_moe_dsa", "kimi_k2", "kimi_k25", "kimi_k3", "kimi_linear",
    "minimax_m2", "minimax_m3", "mimo", "step3p5", "step3p7", "jamba", "mamba", "mamba2", "nemotron_h", "deci", "nemotron-nas", "bert", "roberta", "xlm-roberta", "starcoder2", "cohere", "dbrx",
  ];
  expect(named.filter((type) => !known.has(type))).toEqual([]);
});
