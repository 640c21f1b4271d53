import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Architecture, expertParameters, feedForwardParameters, layersOfKind, model, models, parametersOf, readConfig } from "../../src/models/index.ts";

/** The tensors of a checkpoint, written out as the modelling code in Transformers declares them, one after the other. */
class Checkpoint {
  total = 0;
  routed = 0;
  add(...shape: readonly number[]): void {
    this.total += shape.reduce((product, side) => product * side, 1);
  }
  linear(inputs: number, outputs: number, bias: boolean): void {
    this.add(outputs, inputs);
    if (bias) this.add(outputs);
  }
  expert(inside: () => void): void {
    const before = this.total;
    inside();
    this.routed += this.total - before;
  }
}

const heads = fc.record({ kvHeads: fc.constantFrom(1, 2, 4), group: fc.constantFrom(1, 2, 3), headDim: fc.constantFrom(8, 16, 64) });
const size = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most });
const run = { seed: 1, numRuns: 100 } as const;

describe("parametersOf against a checkpoint written out tensor by tensor", () => {
  it("Llama and Qwen3: grouped heads, optional biases and head norms, gated network, tied or not", () => {
    fc.assert(
      fc.property(heads, size(5), size(300), size(500), size(200), fc.boolean(), fc.boolean(), fc.boolean(), (h, layers, intermediate, vocabulary, hidden, bias, tied, norms) => {
        const checkpoint = new Checkpoint();
        const queries = h.kvHeads * h.group;
        checkpoint.add(vocabulary, hidden);
        for (let index = 0; index < layers; index++) {
          checkpoint.linear(hidden, queries * h.headDim, bias);
          checkpoint.linear(hidden, h.kvHeads * h.headDim, bias);
          checkpoint.linear(hidden, h.kvHeads * h.headDim, bias);
          checkpoint.linear(queries * h.headDim, hidden, bias);
          if (norms) for (let side = 0; side < 2; side++) checkpoint.add(h.headDim);
          checkpoint.linear(hidden, intermediate, false);
          checkpoint.linear(hidden, intermediate, false);
          checkpoint.linear(intermediate, hidden, false);
          checkpoint.add(hidden);
          checkpoint.add(hidden);
        }
        checkpoint.add(hidden);
        if (!tied) checkpoint.add(vocabulary, hidden);
        const counted = parametersOf(readConfig({
          model_type: norms ? "qwen3" : "llama", hidden_size: hidden, intermediate_size: intermediate, num_hidden_layers: layers, num_attention_heads: queries, num_key_value_heads: h.kvHeads,
          head_dim: h.headDim, vocab_size: vocabulary, attention_bias: bias, tie_word_embeddings: tied,
        }));
        expect(counted.total).toBe(checkpoint.total);
        expect(counted.active).toBe(checkpoint.total);
      }),
      run,
    );
  });

  it("GPT-2: learned positions, biases everywhere, norms with bias, a shared head", () => {
    fc.assert(
      fc.property(size(6), size(4), fc.constantFrom(8, 32), size(100), size(400), (layers, count, headDim, positions, vocabulary) => {
        const checkpoint = new Checkpoint();
        const hidden = count * headDim;
        checkpoint.add(vocabulary, hidden);
        checkpoint.add(positions, hidden);
        for (let index = 0; index < layers; index++) {
          for (let norm = 0; norm < 2; norm++) for (let side = 0; side < 2; side++) checkpoint.add(hidden);
          checkpoint.linear(hidden, 3 * hidden, true);
          checkpoint.linear(hidden, hidden, true);
          checkpoint.linear(hidden, 4 * hidden, true);
          checkpoint.linear(4 * hidden, hidden, true);
        }
        for (let side = 0; side < 2; side++) checkpoint.add(hidden);
        expect(parametersOf(readConfig({ model_type: "gpt2", n_embd: hidden, n_head: count, n_layer: layers, n_positions: positions, vocab_size: vocabulary })).total).toBe(checkpoint.total);
      }),
      run,
    );
  });

  it("DeepSeek: latent attention with and without a query latent, routed and shared experts, dense first layers, prediction modules", () => {
    const dimensions = fc.record({
      hidden: size(200), layers: fc.integer({ min: 1, max: 6 }), dense: size(6), heads: size(8), nope: size(64), rope: fc.constantFrom(2, 32, 64), value: size(64), latent: size(64), query: fc.option(size(64)),
      experts: fc.integer({ min: 2, max: 9 }), topK: fc.constantFrom(1, 2), shared: fc.integer({ min: 0, max: 2 }), inner: size(90), width: size(200), vocabulary: size(300), modules: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(dimensions, (d) => {
        const checkpoint = new Checkpoint();
        const network = (width: number): void => {
          checkpoint.linear(d.hidden, width, false);
          checkpoint.linear(d.hidden, width, false);
          checkpoint.linear(width, d.hidden, false);
        };
        const block = (sparse: boolean): void => {
          if (d.query === null) checkpoint.linear(d.hidden, d.heads * (d.nope + d.rope), false);
          else {
            checkpoint.linear(d.hidden, d.query, false);
            checkpoint.add(d.query);
            checkpoint.linear(d.query, d.heads * (d.nope + d.rope), false);
          }
          checkpoint.linear(d.hidden, d.latent + d.rope, false);
          checkpoint.add(d.latent);
          checkpoint.linear(d.latent, d.heads * (d.nope + d.value), false);
          checkpoint.linear(d.heads * d.value, d.hidden, false);
          for (let norm = 0; norm < 2; norm++) checkpoint.add(d.hidden);
          if (!sparse) return network(d.width);
          checkpoint.linear(d.hidden, d.experts, false);
          checkpoint.add(d.experts);
          for (let expert = 0; expert < d.experts; expert++) checkpoint.expert(() => network(d.inner));
          if (d.shared > 0) network(d.shared * d.inner);
        };
        checkpoint.add(d.vocabulary, d.hidden);
        for (let index = 0; index < d.layers; index++) block(index >= d.dense);
        checkpoint.add(d.hidden);
        checkpoint.add(d.vocabulary, d.hidden);
        const [total, routed] = [checkpoint.total, checkpoint.routed];
        for (let module = 0; module < d.modules; module++) {
          checkpoint.linear(2 * d.hidden, d.hidden, false);
          for (let norm = 0; norm < 3; norm++) checkpoint.add(d.hidden);
          block(true);
        }
        const counted = parametersOf(readConfig({
          model_type: "deepseek_v3", hidden_size: d.hidden, num_hidden_layers: d.layers, first_k_dense_replace: d.dense, num_attention_heads: d.heads, qk_nope_head_dim: d.nope, qk_rope_head_dim: d.rope,
          v_head_dim: d.value, kv_lora_rank: d.latent, q_lora_rank: d.query, n_routed_experts: d.experts, num_experts_per_tok: d.topK, n_shared_experts: d.shared, moe_intermediate_size: d.inner,
          intermediate_size: d.width, vocab_size: d.vocabulary, num_nextn_predict_layers: d.modules,
        }));
        expect([counted.total, counted.routedExperts, counted.mtp]).toEqual([total, routed, checkpoint.total - total]);
        expect(counted.active).toBe(total - (routed / d.experts) * (d.experts - d.topK));
      }),
      run,
    );
  });

  it("gpt-oss: biased experts stored as stacks, biased router, a sink per head", () => {
    fc.assert(
      fc.property(heads, size(4), size(60), size(60), fc.integer({ min: 2, max: 8 }), size(300), (h, layers, hidden, inner, experts, vocabulary) => {
        const checkpoint = new Checkpoint();
        const queries = h.kvHeads * h.group;
        checkpoint.add(vocabulary, hidden);
        for (let index = 0; index < layers; index++) {
          checkpoint.linear(hidden, queries * h.headDim, true);
          for (let side = 0; side < 2; side++) checkpoint.linear(hidden, h.kvHeads * h.headDim, true);
          checkpoint.linear(queries * h.headDim, hidden, true);
          checkpoint.add(queries);
          checkpoint.linear(hidden, experts, true);
          checkpoint.expert(() => {
            checkpoint.add(experts, hidden, 2 * inner);
            checkpoint.add(experts, 2 * inner);
            checkpoint.add(experts, inner, hidden);
            checkpoint.add(experts, hidden);
          });
          for (let norm = 0; norm < 2; norm++) checkpoint.add(hidden);
        }
        checkpoint.add(hidden);
        checkpoint.add(vocabulary, hidden);
        const counted = parametersOf(readConfig({
          model_type: "gpt_oss", hidden_size: hidden, intermediate_size: inner, num_hidden_layers: layers, num_attention_heads: queries, num_key_value_heads: h.kvHeads, head_dim: h.headDim,
          num_local_experts: experts, num_experts_per_tok: 2, vocab_size: vocabulary,
        }));
        expect([counted.total, counted.routedExperts]).toEqual([checkpoint.total, checkpoint.routed]);
      }),
      run,
    );
  });

  it("Mamba-2: one input projection, convolution, three vectors per head, gated norm", () => {
    fc.assert(
      fc.property(size(4), fc.constantFrom(2, 4, 8), fc.constantFrom(4, 16), size(4), size(32), size(300), fc.boolean(), (layers, count, headDim, groups, state, vocabulary, tied) => {
        const checkpoint = new Checkpoint();
        const inner = count * headDim;
        const hidden = inner / 2;
        const channels = inner + 2 * groups * state;
        checkpoint.add(vocabulary, hidden);
        for (let index = 0; index < layers; index++) {
          checkpoint.add(hidden);
          checkpoint.linear(hidden, inner + channels + count, false);
          checkpoint.add(channels, 1, 4);
          checkpoint.add(channels);
          // A_log, D and dt_bias.
          for (let vector = 0; vector < 3; vector++) checkpoint.add(count);
          checkpoint.add(inner);
          checkpoint.linear(inner, hidden, false);
        }
        checkpoint.add(hidden);
        if (!tied) checkpoint.add(vocabulary, hidden);
        const config = { model_type: "mamba2", hidden_size: hidden, num_heads: count, head_dim: headDim, n_groups: groups, state_size: state, num_hidden_layers: layers, vocab_size: vocabulary, tie_word_embeddings: tied };
        expect(parametersOf(readConfig(config)).total).toBe(checkpoint.total);
      }),
      run,
    );
  });
});

const catalogue: readonly Architecture[] = models().filter(({ aliasOf }) => aliasOf === undefined).map(({ id }) => model(id));

describe("laws that hold for every model of the catalogue", () => {
  it.each(catalogue.map((architecture) => [architecture.id, architecture] as const))("%s", (_, architecture) => {
    const counted = parametersOf(architecture);
    const { total, active, embedding, head, mixers, feedForward, norms, other, routedExperts } = counted;
    expect(embedding + head + mixers + feedForward + norms + other).toBe(total);
    expect(active).toBeLessThanOrEqual(total);
    expect(routedExperts).toBeLessThanOrEqual(feedForward);
    expect(active === total).toBe(routedExperts === 0);
    for (const value of Object.values(counted)) if (typeof value === "number") expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
    const layers = layersOfKind(architecture);
    const idle = architecture.layerKinds.reduce((sum, { feedForward: network }, index) => {
      return network.kind === "moe" ? sum + (layers[index] ?? 0) * (network.experts - network.topK) * expertParameters(network, architecture.hiddenSize) : sum;
    }, 0);
    expect(total - active).toBe(idle);
    expect(layers.reduce((sum, count) => sum + count, 0)).toBe(architecture.pattern.length);
  });
});

it("latent experts pass two projections of the hidden state", () => {
  const inLatent = { kind: "moe", experts: 4, topK: 2, intermediate: 10, expertHidden: 8, gated: true, bias: false, sharedIntermediate: 0, sharedGate: false, routerBias: false } as const;
  expect(expertParameters(inLatent, 32)).toBe(3 * 8 * 10);
  expect(feedForwardParameters(inLatent, 32)).toBe(4 * 240 + 32 * 4 + 2 * 32 * 8);
});
