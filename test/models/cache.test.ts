import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Mixer, convolutionElements, indexBytesPerToken, kvElementsPerToken, kvTokensHeld, layersOfKind, model, models, readConfig, stateElements, sumLayers,
} from "../../src/models/index.ts";

const mixerAt = (id: string, layer: number): Mixer => {
  const architecture = model(id);
  const mixer = architecture.layerKinds[architecture.pattern[layer] ?? -1]?.mixer;
  if (mixer === undefined) throw new Error(`${id} has no layer ${layer}`);
  return mixer;
};
/** Elements that one sequence of `tokens` holds in all layers. */
const held = (id: string, tokens: number): number => sumLayers(model(id), ({ mixer }) => kvElementsPerToken(mixer) * kvTokensHeld(mixer, tokens));

describe("elements of a token", () => {
  // arXiv:2505.09343, table 1, "KV cache per token" at two bytes an element.
  it.each([["deepseek-v3", 70_272], ["qwen2.5-72b", 327_680], ["llama-3.1-405b", 516_096]] as const)("%s: %i bytes in BF16", (id, bytes) => {
    expect(2 * sumLayers(model(id), ({ mixer }) => kvElementsPerToken(mixer))).toBe(bytes);
  });

  it("is 800 KB a token for OPT-13B in FP16 (2 · 5120 · 40 · 2 bytes; arXiv:2409.04992, section VI.F, prints 0.78 MB)", () => {
    expect(2 * sumLayers(model("opt-13b"), ({ mixer }) => kvElementsPerToken(mixer))).toBe(2 * 5120 * 40 * 2);
  });

  it("has one KV head with multi-query attention, one tensor in DeepSeek V4, nothing where the cache is another layer's", () => {
    expect(kvElementsPerToken(mixerAt("palm-540b", 0))).toBe(2 * 256);
    expect(kvElementsPerToken(mixerAt("deepseek-v4-flash", 0))).toBe(512);
    const shared = readConfig({ model_type: "gemma4_text", num_hidden_layers: 6, num_kv_shared_layers: 1 });
    const last = shared.layerKinds[shared.pattern[5] ?? -1]?.mixer;
    expect(last !== undefined && [kvElementsPerToken(last), kvTokensHeld(last, 100)]).toEqual([0, 0]);
  });

  it("takes key and value apart where their widths differ", () => {
    const mixer = { ...(mixerAt("llama-3.1-8b", 0) as Extract<Mixer, { kind: "attention" }>), valueHeadDim: 64 };
    expect(kvElementsPerToken(mixer)).toBe(8 * (128 + 64));
  });

  it("caches index keys once per token with an indexer, per entry where the cache is compressed", () => {
    expect([indexBytesPerToken(mixerAt("deepseek-v3.2", 9)), indexBytesPerToken(mixerAt("deepseek-v3", 9)), indexBytesPerToken(mixerAt("deepseek-v4-flash", 2))]).toEqual([132, 0, 33]);
  });
});

describe("tokens that are held", () => {
  it("are the whole context, the window, or the chunk", () => {
    expect([kvTokensHeld(mixerAt("llama-3.1-8b", 0), 5000), kvTokensHeld(mixerAt("deepseek-v3", 0), 5000)]).toEqual([5000, 5000]);
    expect([0, 127, 128, 129, 5000].map((tokens) => kvTokensHeld(mixerAt("gpt-oss-120b", 0), tokens))).toEqual([0, 127, 128, 128, 128]);
    expect([8191, 8193].map((tokens) => kvTokensHeld(mixerAt("llama-4-scout", 0), tokens))).toEqual([8191, 8192]);
    expect(kvTokensHeld(mixerAt("llama-4-scout", 3), 8193)).toBe(8193);
  });

  it("are the window and the compressed entries in DeepSeek V4", () => {
    expect([0, 2, 3].map((layer) => kvTokensHeld(mixerAt("deepseek-v4-flash", layer), 1000))).toEqual([128, 128 + 250, 128 + 7]);
  });

  it("let half of gpt-oss's layers grow with the context", () => {
    const perToken = 2 * 8 * 64;
    expect(held("gpt-oss-120b", 4096)).toBe(18 * perToken * 4096 + 18 * perToken * 128);
  });

  it("never fall with the context, and never exceed it but for compressed entries beside the window", () => {
    const mixers = models().filter(({ aliasOf }) => aliasOf === undefined).flatMap(({ id }) => model(id).layerKinds.map(({ mixer }) => mixer));
    fc.assert(
      fc.property(fc.constantFrom(...mixers), fc.nat(1e6), fc.nat(1e5), (mixer, tokens, more) => {
        const now = kvTokensHeld(mixer, tokens);
        expect(kvTokensHeld(mixer, tokens + more)).toBeGreaterThanOrEqual(now);
        expect(now).toBeLessThanOrEqual(tokens + (mixer.kind === "attention" && mixer.sparse !== null ? tokens / mixer.sparse.compression : 0));
        expect(Number.isSafeInteger(now)).toBe(true);
      }),
      { seed: 1, numRuns: 400 },
    );
  });
});

describe("state of a sequence", () => {
  it("is heads · key · value and the past inputs of the convolution", () => {
    // Qwen3-Next: 32 heads of 128 × 128; convolution of width 4 over q, k and v: (2 · 16 + 32) · 128 channels.
    expect(stateElements(mixerAt("qwen3-next-80b-a3b", 0))).toBe(32 * 128 * 128 + 3 * 64 * 128);
    // Nemotron Nano 9B: 128 heads of 80 with state 128; convolution over x, B and C of 8 groups.
    expect(stateElements(mixerAt("nvidia/NVIDIA-Nemotron-Nano-9B-v2", 0))).toBe(128 * 80 * 128 + 3 * (128 * 80 + 2 * 8 * 128));
    // Mamba 2.8B: 5120 channels with state 16.
    expect([stateElements(mixerAt("mamba-2.8b", 0)), convolutionElements(mixerAt("mamba-2.8b", 0))]).toEqual([5120 * 16 + 3 * 5120, 3 * 5120]);
  });

  it("is nothing with attention, and a recurrent layer has no cache", () => {
    expect([stateElements(mixerAt("llama-3.1-8b", 0)), stateElements(mixerAt("deepseek-v3", 0)), convolutionElements(mixerAt("gpt2", 0))]).toEqual([0, 0, 0]);
    expect([kvElementsPerToken(mixerAt("jamba-v0.1", 0)), kvTokensHeld(mixerAt("jamba-v0.1", 0), 1000)]).toEqual([0, 0]);
  });

  it("and layers without a mixer hold nothing", () => {
    const mixer = mixerAt("nvidia/NVIDIA-Nemotron-Nano-9B-v2", 1);
    expect([mixer.kind, kvElementsPerToken(mixer), kvTokensHeld(mixer, 10), stateElements(mixer), indexBytesPerToken(mixer)]).toEqual(["none", 0, 0, 0, 0]);
  });
});

it("layersOfKind counts the layers of each kind, in the order of the kinds", () => {
  expect(layersOfKind(model("gpt-oss-120b"))).toEqual([18, 18]);
  expect(layersOfKind(model("deepseek-v3"))).toEqual([3, 58]);
  expect(layersOfKind({ layerKinds: [], pattern: [] })).toEqual([]);
});
