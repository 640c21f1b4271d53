import type { Operator } from "../../src/operators/types.ts";
import { numberFormats } from "../../src/quantities/formats.ts";
import { mfuOf } from "../../src/predict/figures.ts";
import { memoryUse } from "../../src/predict/static.ts";
import { steadyFigures } from "../../src/predict/loaded.ts";
import type { ServingValues } from "../../src/predict/types.ts";
import { burstFirstTokenSeconds, firstTokenSeconds, meanFirstTokenSeconds } from "../../src/serving/first-token.ts";
import { requestPathSeconds } from "../../src/serving/client-side.ts";
import { steadyState, gatheringSteps, type RequestLengths, type SteadyState } from "../../src/serving/steady.ts";
import { counted, found, given, type Chapter, type Values } from "./law.ts";
import { engine, machineWith } from "./machines.ts";

const steadyFile = "src/serving/steady.ts";
const firstFile = "src/serving/first-token.ts";
const O = counted("O", "output tokens", "1", 8, 800);
const n = counted("n", "requests inside the engine", "1", 1, 64);

/** The case around a law: prompts, answers, requests inside. */
const prompt = { I: { min: 64, max: 6000, whole: true } };
const answer = { O: { min: 8, max: 800, whole: true } };
const requests = { n: { min: 4, max: 64, whole: true } };

const lengthsOf = (v: Values): RequestLengths => ({
  inputTokens: v["I"]!,
  freshTokens: v["I"]!,
  outputTokens: v["O"]!,
  biasedOutputTokens: v["O"]!,
});
const stateOf = (v: Values): SteadyState => steadyState(engine, v["n"]!, lengthsOf(v));

/** From steps to requests. */
export const servingMeans: Chapter = {
  title: "Serving",
  about:
    "From steps to requests. Percentiles under load come from the simulator of the engine; the means here are in closed form.",
  laws: [
    {
      title: "TPOT of continuous batching",
      lines: ["lambda = b / (O - 1)", "s = max(I / m, (1 - exp(-lambda)) / lambda)", "T_o = T_d + lambda s (T_p - T_d)"],
      letters: {
        lambda: found("\\lambda", "prompts that join in a decode step", "1"),
        s: found("s", "steps with prompts for one of them", "1"),
        T_o: found("\\mathrm{TPOT}", "mean time of an output token", "s"),
        b: found("b", "requests that decode", "1"),
        O,
        I: counted("I", "input tokens", "1", 2500, 6000),
        m: found("m", "tokens that a step takes at most", "1"),
        T_d: found("T_d", "a step of decodes", "s"),
        T_p: found("T_p", "a step with prompts beside them", "s"),
      },
      source: "Coalescing: of Poisson many prompts that wait for a step, all are computed in it.",
      implementedBy: { name: "steadyState", file: steadyFile },
      tolerance: 1e-2,
      around: requests,
      note: "For an engine that cuts prompts and mixes them with decodes; b is found in at most four rounds, whence the tolerance of the test.",
      facts: (v) => {
        const { decoding, decodeStepSeconds, promptStepSeconds } = stateOf(v);
        return { b: decoding, m: engine.limits.maxBatchedTokens, T_d: decodeStepSeconds, T_p: promptStepSeconds };
      },
      code: (v) => stateOf(v).tpotSeconds,
    },
    {
      title: "Closed loop",
      lines: ["b = n (O - 1) * T_o / ((O - 1) * T_o + T_f)", "X = b / ((O - 1) * T_o)"],
      letters: {
        b: found("b", "requests that decode", "1"),
        X: found("X", "requests in a second", "1/s"),
        n,
        O,
        T_o: found("\\mathrm{TPOT}", "mean time of an output token", "s"),
        T_f: found("T_f", "a prompt's own steps", "s"),
      },
      source: "Little's law over the two phases of a request.",
      implementedBy: { name: "steadyState", file: steadyFile },
      tolerance: 1e-2,
      around: prompt,
      facts: (v) => ({ T_o: stateOf(v).tpotSeconds, T_f: stateOf(v).prefillSeconds }),
      code: (v) => stateOf(v).requestsPerSecond,
    },
    {
      title: "How long prompts wait for each other",
      lines: ["W = min(N, (G - 1) / lambda)"],
      letters: {
        W: found("W", "decoding steps that the first of them waits", "1"),
        N: counted("N", "steps that the engine lets it wait", "1", 1, 60),
        G: counted("G", "prompts that it gathers", "1", 1, 16),
        lambda: given("\\lambda", "prompts that join in a decode step", "1", 1e-3, 1),
      },
      source: "TensorRT-LLM's attention_dp_config and batch_wait_timeout_iters.",
      implementedBy: { name: "gatheringSteps", file: steadyFile },
      note: "The laws around are for W = 0; else λW more prompts are gathered for a step with prompts. An engine that looks for requests every L steps (SGLang's scheduler_recv_interval) finds λL, and the rest of L steps is waited for.",
      code: (v) =>
        gatheringSteps(
          { ...engine, limits: { ...engine.limits, pollSteps: v["N"]!, gatherPrompts: v["G"]! } },
          v["lambda"]!,
        ),
    },
    {
      title: "First token inside the engine",
      lines: [
        "R = ((1 - a) * T_d^2 + a T_p^2) / (2 ((1 - a) * T_d + a T_p))",
        "s = T_p / max(k, min(k_s, 1))",
        "U = min(1, X s)",
        "q = s (1 - U / 2) / max(1 / 1000, 1 - U (1 - 1 / n))",
        "T_1 = R + max(0, q - s) / max(1, k) + T_f",
      ],
      letters: {
        R: found("R", "rest of the step in progress", "s"),
        s: found("s", "a prompt's share of full steps", "s"),
        U: found("U", "load by prompts", "1"),
        q: found("q", "time among the prompts", "s"),
        T_1: found("T_1", "admission to first token, mean", "s"),
        a: found("a", "share of the steps that hold prompts", "1"),
        T_d: found("T_d", "a step of decodes", "s"),
        T_p: found("T_p", "a step with prompts", "s"),
        k: found("k", "prompts that a step takes at most", "1"),
        k_s: found("k_s", "prompts that it takes in the mean", "1"),
        X: found("X", "requests in a second", "1/s"),
        n,
        T_f: found("T_f", "a prompt's own steps", "s"),
      },
      source:
        "Residual time E[T²]/2E[T] (Feller II, section XI.4); arrival theorem of mean value analysis (Reiser and Lavenberg 1980) with half of a service left.",
      implementedBy: { name: "firstTokenSeconds", file: firstFile },
      around: { ...prompt, ...answer },
      facts: (v) => {
        const state = stateOf(v);
        return {
          a: state.promptShare,
          T_d: state.decodeStepSeconds,
          T_p: state.promptStepSeconds,
          k: engine.limits.maxBatchedTokens / v["I"]!,
          k_s: state.promptsInStep,
          X: state.requestsPerSecond,
          T_f: state.prefillSeconds,
        };
      },
      code: (v) => firstTokenSeconds(engine, stateOf(v), lengthsOf(v)),
    },
    {
      title: "TTFT as clients see it",
      lines: ["o = min(1, n / N)", "T_t = P + w + o T_b + (1 - o) * T_1"],
      letters: {
        o: found("o", "share of the requests that open the run", "1"),
        T_t: found("\\mathrm{TTFT}", "arrival to first token, mean", "s"),
        n,
        N: counted("N", "requests of the run", "1", 64, 1000),
        P: found("P", "path outside the engine: tokeniser, queue hand-over, network", "s"),
        w: given("w", "wait for a place in the engine", "s", 0, 2),
        T_b: found("T_b", "the same for requests that come at once to an idle engine", "s"),
        T_1: found("T_1", "admission to first token", "s"),
      },
      source: "Means of the two parts of a run by their share.",
      implementedBy: { name: "meanFirstTokenSeconds", file: firstFile },
      around: { ...prompt, ...answer },
      facts: (v) => ({
        P: requestPathSeconds(engine),
        T_b: burstFirstTokenSeconds(engine, Math.max(1, v["n"]!), lengthsOf(v)),
        T_1: firstTokenSeconds(engine, stateOf(v), lengthsOf(v)),
      }),
      code: (v) => meanFirstTokenSeconds(engine, stateOf(v), lengthsOf(v), v["w"]!, v["n"]!, v["N"]!),
    },
    {
      title: "Time of a request",
      lines: ["T_r = T_t + (O - 1) * T_o"],
      letters: {
        T_r: found("T_r", "arrival to last token", "s"),
        T_t: found("\\mathrm{TTFT}", "arrival to first token", "s"),
        T_o: found("\\mathrm{TPOT}", "time of an output token after the first", "s"),
        O,
      },
      source: "Definition of TPOT: (end − first token)/(O − 1).",
      implementedBy: { name: "steadyFigures", file: "src/predict/loaded.ts" },
      around: { ...prompt, ...requests },
      facts: (v) => ({ T_t: figuresOf(v).ttftSeconds, T_o: figuresOf(v).tpotSeconds }),
      code: (v) => figuresOf(v).requestSeconds ?? Number.NaN,
    },
    {
      title: "MFU",
      lines: ["MFU = F / (T P d)"],
      letters: {
        MFU: found("\\mathrm{MFU}", "model FLOPs utilisation", "1"),
        F: given("F", "model FLOPs, without recomputation", "1", 1e9, 1e15),
        T: given("T", "time that they took", "s", 1e-3, 10),
        P: found("P", "dense peak of the format of most products", "FLOP/s"),
        d: counted("d", "pipeline stages that share the pass", "1", 1, 8),
      },
      source: "Chowdhery et al., PaLM, arXiv:2204.02311, appendix B.",
      implementedBy: { name: "mfuOf", file: "src/predict/figures.ts" },
      facts: () => ({ P: engine.machine.peakFlopsPerSecond.bf16 }),
      code: (v) => mfuOf({ ...engine, plan: { ...engine.plan, pp: v["d"]! } }, v["F"]!, v["T"]!),
    },
    {
      title: "MBU",
      lines: ["MBU = (n k b + r c g * 2 d b_k) / (T B)"],
      letters: {
        MBU: found("\\mathrm{MBU}", "memory bandwidth utilisation of a decode step", "1"),
        n: counted("n", "outputs of all linear layers together", "1", 1000, 100_000),
        k: counted("k", "their inputs", "1", 1000, 10_000),
        b: found("b", "bytes of a weight", "B"),
        r: counted("r", "requests that decode", "1", 1, 64),
        c: counted("c", "tokens of context", "1", 100, 10_000),
        g: counted("g", "KV heads of all layers", "1", 8, 600),
        d: counted("d", "size of a head", "1", 64, 256),
        b_k: found("b_k", "bytes of a cached element", "B"),
        T: given("T", "time of a step", "s", 1e-3, 0.1),
        B: given("B", "bandwidth", "B/s", 1e12, 8e12),
      },
      source: "Databricks, LLM Inference Performance Engineering: Best Practices (2023).",
      implementedBy: { name: "memoryUse", file: "src/predict/static.ts" },
      note: "Experts count as far as the step visits them; recurrent layers read and write their state.",
      facts: () => ({ b: 2, b_k: 2 }),
      code: (v) => mbu(v),
    },
  ],
};

function figuresOf(v: Values): ServingValues {
  const values: ServingValues = {};
  steadyFigures(engine, { mode: "closed", concurrency: v["n"]! }, { ...stateOf(v), waiting: 0 }, lengthsOf(v), values);
  return values;
}

function mbu(v: Values): number {
  const { bf16 } = numberFormats;
  const shared = { count: 1, kernels: 1, weightElements: 0, weightBytes: 0 };
  const operators: readonly Operator[] = [
    {
      ...shared,
      kind: "gemm",
      name: "layers",
      n: v["n"]!,
      k: v["k"]!,
      weights: bf16,
      compute: "bf16",
      rows: "tokens",
      outputBytes: 2,
    },
    {
      ...shared,
      kind: "attention",
      name: "attention",
      heads: v["g"]!,
      kvHeads: v["g"]!,
      headDim: v["d"]!,
      valueHeadDim: v["d"]!,
      span: Infinity,
      causal: true,
      kv: bf16,
      indexBytesPerToken: 0,
      indexFlopsPerPair: 0,
    },
  ];
  return memoryUse(
    { ...engine, pass: { ...engine.pass, operators, sections: [{ sees: "step", operators }] }, machine: machineWith({ memoryBytesPerSecond: v["B"]! }) },
    v["r"]!,
    v["c"]!,
    v["T"]!,
  );
}
