import type { AttentionMixer } from "../../src/models/types.ts";
import { activationBytes } from "../../src/memory/activations.ts";
import { concurrencyPerReplica } from "../../src/memory/capacity.ts";
import { cacheElements, requestCacheBytes } from "../../src/memory/kv.ts";
import { distinctExperts } from "../../src/operators/experts.ts";
import { emptyExpertWork, randomExperts } from "../../src/roofline/expert-work.ts";
import { normalQuantile } from "../../src/numerics/normal.ts";
import { counted, found, given, type Chapter, type Values } from "./law.ts";
import { engine } from "./machines.ts";

const mixer = (v: Values): AttentionMixer => ({
  kind: "attention",
  heads: v["g"]!,
  kvHeads: v["g"]!,
  headDim: v["d"]!,
  valueHeadDim: v["d_v"]!,
  window: null,
  chunk: null,
  causal: true,
  rotary: true,
  qkvBias: false,
  outputBias: false,
  qkNormParameters: 0,
  outputGate: false,
  sinks: false,
  sharesKv: false,
  keyIsValue: false,
  sparse: null,
});

const d = counted("d", "size of a head's query and key", "1", 16, 256);
const d_v = counted("d_v", "size of a head's value", "1", 16, 256);

/** What a device holds. */
export const holdings: Chapter = {
  title: "Memory and experts",
  about:
    "What a device holds, and what a step touches of a mixture of experts: exact, except that the choice of experts is an expectation.",
  laws: [
    {
      title: "KV cache of a token",
      lines: ["e = ceil(g / p) (d + d_v)"],
      letters: {
        e: found("e", "elements that one token adds to one layer on one rank", "1"),
        g: counted("g", "KV heads of the model", "1", 1, 128),
        p: counted("p", "tensor-parallel degree", "1", 1, 64),
        d,
        d_v,
      },
      source: "Arithmetic: heads that do not divide are held by several ranks (vLLM and TensorRT-LLM replicate KV heads).",
      implementedBy: { name: "cacheElements", file: "src/memory/kv.ts" },
      note: "Latent attention adds l + r elements on every rank; recurrent layers none.",
      code: (v) => cacheElements(mixer(v), v["p"]!),
    },
    {
      title: "Cache of a request",
      lines: ["N = ceil(n / b) b", "K = a N - a_w max(0, N - w) + S"],
      letters: {
        N: found("N", "tokens held, whole blocks", "1"),
        K: found("K", "bytes that one request holds on a device", "B"),
        n: counted("n", "tokens of the request", "1", 1, 100_000),
        b: counted("b", "tokens of a block", "1", 1, 128),
        a: given("a", "bytes of a token in all layers", "B", 5e4, 5e5),
        a_w: given("a_w", "bytes of a token in the layers with a window", "B", 0, 5e4),
        w: counted("w", "tokens of the window", "1", 128, 8192),
        S: given("S", "fixed state of recurrent layers", "B", 0, 1e7),
      },
      source: "Kwon et al., PagedAttention, arXiv:2309.06180, for the blocks.",
      implementedBy: { name: "requestCacheBytes", file: "src/memory/kv.ts" },
      code: (v) =>
        requestCacheBytes(
          { bytesPerToken: v["a"]!, windowed: [{ span: v["w"]!, bytesPerToken: v["a_w"]! }], stateBytes: v["S"]! },
          v["n"]!,
          v["b"]!,
        ),
    },
    {
      title: "Activations of a pass",
      lines: ["A = T (2 H + e) b"],
      letters: {
        A: found("A", "bytes alive at once", "B"),
        T: counted("T", "tokens of the largest step", "1", 1, 32_768),
        H: counted("H", "hidden size", "1", 512, 16_384),
        e: counted("e", "elements of input and output of the widest product, for a token", "1", 512, 200_000),
        b: given("b", "bytes of an element", "B", 1, 4),
      },
      source: "Arithmetic; scores of fused attention are never written.",
      implementedBy: { name: "activationBytes", file: "src/memory/activations.ts" },
      code: (v) =>
        activationBytes(
          { ...engine.pass, hiddenSize: v["H"]!, widestElements: v["e"]! },
          { ...engine.formats, residualBytes: v["b"]! },
          v["T"]!,
        ),
    },
    {
      title: "Requests that fit",
      lines: ["R = floor((u M - W - A) / K)"],
      letters: {
        R: found("R", "requests held at once", "1"),
        u: given("u", "share of the memory that the engine takes", "1", 0.7, 0.95),
        M: given("M", "bytes that software sees", "B", 6e10, 3e11),
        W: given("W", "weights of the fullest device", "B", 1e9, 3e10),
        A: given("A", "activations and the engine's own bytes", "B", 1e8, 5e9),
        K: given("K", "cache of one request", "B", 1e7, 1e10),
      },
      source: "Arithmetic; the share is vLLM's gpu_memory_utilization, or its like.",
      implementedBy: { name: "concurrencyPerReplica", file: "src/memory/capacity.ts" },
      note: "Of a pipeline the stage with the least room decides.",
      code: (v) =>
        concurrencyPerReplica(
          {
            ...engine.capacity,
            blockTokens: 1,
            cacheBytes: [v["u"]! * v["M"]! - v["W"]! - v["A"]!],
            stages: [
              { stage: 0, layers: 1, weightsBytes: v["W"]!, cache: { bytesPerToken: v["K"]!, windowed: [], stateBytes: 0 } },
            ],
          },
          1,
        ),
    },
    {
      title: "Distinct experts",
      lines: ["V = E (1 - (1 - k / E)^T)"],
      letters: {
        V: found("V", "experts that at least one token visits, in expectation", "1"),
        E: counted("E", "experts", "1", 16, 512),
        k: counted("k", "experts of a token", "1", 1, 8),
        T: counted("T", "tokens", "1", 1, 2000),
      },
      source: "Occupancy under uniform choice, a token's experts being distinct.",
      implementedBy: { name: "distinctExperts", file: "src/operators/experts.ts" },
      code: (v) => distinctExperts(v["E"]!, v["k"]!, v["T"]!),
    },
    {
      title: "The busiest rank's experts",
      lines: [
        "V = max(k, E (1 - (1 - s T log(1 - k / E))^(-1 / s)))",
        "P_1 = min(T min(k, E / p), T k / p + z * sqrt(T k / p * (1 + s T k / E) * (1 - 1 / p)))",
        "V_1 = min(E / p, P_1, V / p + z * sqrt(V / p * (1 - V / E)))",
      ],
      letters: {
        V: found("V", "distinct experts of all ranks", "1"),
        P_1: found("P_1", "token–expert pairs of the busiest rank", "1"),
        V_1: found("V_1", "experts that the busiest rank reads", "1"),
        E: counted("E", "experts", "1", 64, 512),
        k: counted("k", "experts of a token", "1", 1, 8),
        T: counted("T", "tokens that meet", "1", 1, 2000),
        p: counted("p", "expert-parallel degree", "1", 2, 32),
        s: given("s", "variance of the experts' popularity, squared mean = 1", "1", 0.05, 1),
        z: found("z", "mean of the largest of p standard normal variables", "1"),
      },
      facts: (v) => ({ z: normalQuantile((v["p"]! - 0.375) / (v["p"]! + 0.25)) }),
      source:
        "Occupancy under gamma distributed popularity; z = Φ⁻¹((p − ⅜)/(p + ¼)) (Blom, Statistical Estimates and Transformed Beta-Variables, 1958).",
      implementedBy: { name: "randomExperts", file: "src/roofline/expert-work.ts" },
      code: (v) => {
        const out = emptyExpertWork();
        randomExperts(out, v["T"]!, v["E"]!, v["k"]!, v["p"]!, v["s"]!);
        return out.visited;
      },
    },
  ],
};
