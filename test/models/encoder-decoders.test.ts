import { describe, expect, it } from "vitest";
import { checkArchitecture } from "../../src/models/check.ts";
import { encoderLayers, model, modelTypes, parametersOf, readConfig, type Architecture } from "../../src/models/index.ts";

/** What google-t5/t5-small has in its config.json. */
const t5Small = {
  architectures: ["T5ForConditionalGeneration"], d_ff: 2048, d_kv: 64, d_model: 512, decoder_start_token_id: 0, dropout_rate: 0.1, eos_token_id: 1,
  initializer_factor: 1.0, is_encoder_decoder: true, layer_norm_epsilon: 1e-6, model_type: "t5", n_positions: 512, num_heads: 8, num_layers: 6, output_past: true,
  pad_token_id: 0, relative_attention_num_buckets: 32, task_specific_params: { summarization: { num_beams: 4, prefix: "summarize: " } }, vocab_size: 32128,
};

/** Tensor by tensor, as Transformers names them. */
function t5Tensors(c: { d: number; kv: number; heads: number; ff: number; encoders: number; decoders: number; vocabulary: number; gated: boolean; tied: boolean; biases: number }): number {
  const attention = 4 * c.d * c.heads * c.kv;
  const feedForward = (c.gated ? 3 : 2) * c.d * c.ff;
  let sum = c.vocabulary * c.d * (c.tied ? 1 : 2);
  for (let layer = 0; layer < c.encoders; layer++) sum += attention + c.d + feedForward + c.d;
  for (let layer = 0; layer < c.decoders; layer++) sum += attention + c.d + attention + c.d + feedForward + c.d;
  return sum + 2 * c.d + c.biases * 32 * c.heads;
}

describe("configs of encoder\u2013decoders", () => {
  it("read t5-small's own, whole", () => {
    const architecture = readConfig(t5Small);
    expect(parametersOf(architecture).total).toBe(60_506_624);
    expect(encoderLayers(architecture)).toBe(6);
    expect(architecture.pattern).toHaveLength(12);
    expect({ ...architecture, id: "" }).toEqual({ ...model("t5-small"), id: "" });
  });

  it("count every tensor once: stacks of their own depth, heads of their own width, biases in each layer of umT5", () => {
    const fields = { d_model: 48, d_kv: 10, num_heads: 6, d_ff: 70, num_layers: 3, num_decoder_layers: 5, vocab_size: 101 };
    const c = { d: 48, kv: 10, heads: 6, ff: 70, encoders: 3, decoders: 5, vocabulary: 101 };
    expect(parametersOf(readConfig({ model_type: "t5", ...fields })).total).toBe(t5Tensors({ ...c, gated: false, tied: true, biases: 2 }));
    expect(parametersOf(readConfig({ model_type: "mt5", ...fields })).total).toBe(t5Tensors({ ...c, gated: true, tied: false, biases: 2 }));
    expect(parametersOf(readConfig({ model_type: "umt5", ...fields })).total).toBe(t5Tensors({ ...c, gated: true, tied: false, biases: 8 }));
  });

  it("read Switch Transformers: experts in every second layer of both stacks, of which a token visits one", () => {
    const switched = { model_type: "switch_transformers", num_sparse_encoder_layers: 6, num_sparse_decoder_layers: 6, encoder_sparse_step: 2, decoder_sparse_step: 2, num_experts: 8, d_ff: 3072 };
    const architecture = readConfig(switched);
    expect({ ...architecture, id: "" }).toEqual({ ...model("switch-8"), id: "" });
    const sparse = architecture.pattern.map((kind) => architecture.layerKinds[kind]?.feedForward.kind === "moe");
    expect(sparse).toEqual(Array.from({ length: 24 }, (_, layer) => layer % 2 === 1));
    const { total, active, routedExperts } = parametersOf(architecture);
    expect(total - active).toBe((routedExperts * 7) / 8);
    // Transformers: a step of 1 makes every layer sparse.
    const all = readConfig({ ...switched, num_sparse_encoder_layers: 12, encoder_sparse_step: 1 });
    expect(all.pattern.slice(0, 12).every((kind) => all.layerKinds[kind]?.feedForward.kind === "moe")).toBe(true);
  });

  it("read BART, mBART and M2M-100", () => {
    // Tensor counts of facebook/bart-base, bart-large, mbart-large-50 and m2m100_418M, as Transformers counts them.
    const base = { d_model: 768, encoder_ffn_dim: 3072, decoder_ffn_dim: 3072, encoder_layers: 6, decoder_layers: 6, encoder_attention_heads: 12, decoder_attention_heads: 12 };
    expect(parametersOf(readConfig({ model_type: "bart", ...base, normalize_embedding: true, normalize_before: false, add_final_layer_norm: false, num_hidden_layers: 6 })).total).toBe(139_420_416);
    expect(parametersOf(readConfig({ model_type: "bart" })).total).toBe(406_291_456);
    expect(parametersOf(readConfig({ model_type: "mbart", vocab_size: 250054, normalize_before: true, add_final_layer_norm: true })).total).toBe(610_879_488);
    expect(parametersOf(readConfig({ model_type: "m2m_100", encoder_layerdrop: 0.05, decoder_layerdrop: 0.05 })).total).toBe(483_905_536);
  });

  it.each([
    [{ model_type: "t5", is_gated_act: true, feed_forward_proj: "relu" }, "model.config.is_gated_act"],
    [{ model_type: "t5", is_encoder_decoder: false }, "model.config.is_encoder_decoder"],
    [{ model_type: "t5", num_experts: 8 }, "model.config.num_experts"],
    [{ model_type: "switch_transformers", num_selected_experts: 2 }, "model.config.num_selected_experts"],
    [{ model_type: "bart", normalize_before: true }, "model.config.normalize_before"],
    [{ model_type: "bart", d_model: 100 }, "model.config.encoder_attention_heads"],
    [{ model_type: "whisper" }, "model.config.model_type"],
  ])("refuse %j by its field", (config, path) => {
    expect(() => readConfig(config)).toThrow(expect.objectContaining({ details: expect.objectContaining({ path }) }));
    expect(modelTypes()).not.toContain("whisper");
  });

  it("are checked where a program changes them", () => {
    const t5 = model("t5-small");
    const [encoder, decoder] = t5.layerKinds as [Architecture["layerKinds"][number], Architecture["layerKinds"][number]];
    const changed: Architecture[] = [
      { ...t5, pattern: [...t5.pattern].reverse() },
      { ...t5, pattern: t5.pattern.map(() => 0) },
      { ...t5, layerKinds: [encoder, { ...decoder, cross: { ...(decoder.cross as NonNullable<typeof decoder.cross>), kvHeads: 2 } }] },
      { ...t5, layerKinds: [{ ...encoder, cross: decoder.cross as NonNullable<typeof decoder.cross> }, { ...decoder, encodes: false }], pattern: t5.pattern.map(() => 1) },
      { ...t5, layerKinds: [encoder, { ...decoder, cross: { kind: "attention" } as never }] },
    ];
    for (const architecture of changed) expect(() => checkArchitecture(architecture)).toThrow(expect.objectContaining({ code: "invalid-value" }));
    expect(checkArchitecture({ ...t5 }).id).toBe(t5.id);
  });
});
