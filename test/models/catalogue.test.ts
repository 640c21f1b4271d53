import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasModel, model, models, parametersOf, readConfig } from "../../src/models/index.ts";
import { aliases } from "../../src/models/catalogue/aliases.ts";
import { catalogue } from "../../src/models/catalogue/index.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

function unknown(id: unknown): RidgepointError {
  try {
    model(id as string);
  } catch (error) {
    if (error instanceof RidgepointError) return error;
    throw error;
  }
  throw new Error("the model was found");
}

const all = models();
const own = all.filter(({ aliasOf }) => aliasOf === undefined);

describe("the catalogue", () => {
  it("has at least 80 models, each named after its repository", () => {
    expect(own.length).toBeGreaterThanOrEqual(80);
    for (const { id } of own) expect(id).toMatch(/^[\w.-]+\/[\w.-]+$/);
  });

  it.each(own.map(({ id }) => id))("%s is read whole and has a count", (id) => {
    const architecture = model(id);
    expect(architecture.id).toBe(id);
    expect(architecture.pattern.length).toBeGreaterThan(0);
    expect(parametersOf(architecture).total).toBeGreaterThan(5e7);
  });

  it("is, architecture by architecture, what the reader makes of its records", async () => {
    for (const [id, record] of catalogue.flatMap((records) => Object.entries(records))) expect(model(id), id).toEqual(readConfig(record, { id }));
    const { render, target } = (await import("../../scripts/model-catalogue.mjs" as string)) as { render: () => Promise<string>; target: string };
    expect(readFileSync(target, "utf8") === (await render()), "run: node scripts/model-catalogue.mjs").toBe(true);
  });

  it("has no name twice, whatever the case", () => {
    const names = [...catalogue.flatMap((records) => Object.keys(records)), ...Object.keys(aliases)].map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(all).toHaveLength(names.length);
  });

  it("has no alias of nothing, and no alias of an alias", () => {
    const dangling = all.filter(({ aliasOf }) => aliasOf !== undefined && !own.some(({ id }) => id === aliasOf));
    expect(dangling).toEqual([]);
  });

  it("has the models that papers and open benchmarks name", () => {
    const named = [
      // Serving papers: vLLM, Orca, DistServe, Splitwise, Sarathi, LLMCompass, Vidur, FlexGen, PaLM inference, ZeRO-Inference.
      "opt-6.7b", "OPT-13B", "opt-30b", "opt-66b", "OPT-175B", "llama-7b", "llama-13b", "llama-33b", "llama-65b", "llama-2-7b", "llama-2-13b", "llama2-70b", "bloom-176b", "bloom-3b", "bloom-7b1",
      "gpt-3", "gpt-3-13b", "gpt-3-1.3b", "gpt-3-2.7b", "gpt-j-6b", "gpt-neox-20b", "gpt2", "palm-8b", "palm-62b", "palm-540b", "mt-nlg-530b", "j1-jumbo", "j1-large", "falcon-180b", "falcon-40b", "yi-34b-200k",
      "qwen-72b", "qwen-2.5-72b", "codellama-7b", "codellama-13b", "codellama-34b", "starcoder-3b", "mpt-7b", "mpt-30b", "dbrx", "mixtral-8x7b", "mixtral-8x22b", "mistral-7b", "bert-base", "roberta-base", "xlm-roberta-base",
      // Traces and leaderboards.
      "meta-llama/Llama-2-7b-hf", "meta-llama/Llama-2-70b-hf", "meta-llama/Meta-Llama-3-8B", "meta-llama/Meta-Llama-3-70B", "meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-70B-Instruct", "meta-llama/Llama-3.1-405B",
      "llama-3.2-1b", "llama-3.3-70b", "Qwen/Qwen2-7B", "Qwen/Qwen3-0.6B", "Qwen/Qwen3-8B", "Qwen/Qwen3-14B", "Qwen/Qwen3-32B", "Qwen/Qwen3-30B-A3B", "Qwen/Qwen3-235B-A22B", "Deci/DeciLM-7B", "bigscience/bloom-7b1",
      "google/gemma-3-12b-it", "google/gemma-3-27b-it", "nvidia/NVIDIA-Nemotron-Nano-9B-v2", "nvidia/NVIDIA-Nemotron-Nano-12B-v2", "deepseek-ai/DeepSeek-V3", "deepseek-ai/DeepSeek-R1", "deepseek-r1-0528", "openai/gpt-oss-20b", "openai/gpt-oss-120b",
      // As tables and text of papers write them.
      "T5-large", "T5-small", "mT5-large", "mT5-small", "Flan-T5-base", "Flan-T5-large", "Flan-T5-xl", "Flan-T5-xxl", "t5-3b", "t5-11b", "Switch-32", "Switch-64", "Switch-128", "google/switch-base-8",
      "Bloom 176B", "Bloom 3B", "BLOOMz 560M", "GPT-2", "GPT-3 1.3B", "GPT-3 175B", "GPT-J", "GPT-J 6B", "GPT-NeoX", "LLaMA-1 7B", "LLaMA-2-7b-chat", "Llama-2 7B", "Llama-70B", "LLaMA-33B", "MT-NLG", "MT-NLG 530B",
      "BERT", "DeepSeek-MoE", "Phi-3 Mini", "Phi-3 Small", "Pythia 6.7B", "PaLM 540B", "MPT-7B-storywriter", "MPT-125m", "MPT-350m", "MPT-1B", "MPT-3b", "MPT-13b", "LlamaGen-XXL", "LlamaGen-3B",
      // Recent checkpoints.
      "XiaomiMiMo/MiMo-7B-Base", "deepseek-ai/DeepSeek-V3.2", "deepseek-ai/DeepSeek-V4-Pro", "MiniMaxAI/MiniMax-M2.5", "MiniMaxAI/MiniMax-M3", "moonshotai/Kimi-K2-Instruct", "moonshotai/Kimi-K2.5", "moonshotai/Kimi-K3", "zai-org/GLM-5.2",
      "Qwen/Qwen3-VL-32B-Thinking", "Qwen/Qwen3-VL-235B-A22B-Instruct", "Qwen/Qwen3.5-397B-A17B", "Qwen/Qwen3-Coder-480B-A35B-Instruct", "meta-llama/Llama-4-Scout-17B-16E-Instruct", "stepfun-ai/Step-3.7-Flash-FP8",
    ];
    expect(named.filter((name) => !hasModel(name))).toEqual([]);
  });

  it("knows what format a quantised repository has, over the dimensions of its base", () => {
    expect(["Qwen/Qwen3-235B-A22B-FP8", "nvidia/Llama-3.1-70B-Instruct-FP8", "nvidia/DeepSeek-V3.2-NVFP4", "openai/gpt-oss-120b", "deepseek-ai/DeepSeek-V3", "deepseek-ai/DeepSeek-V4-Pro", "moonshotai/Kimi-K2-Instruct", "meta-llama/Llama-3.1-8B"].map((id) => model(id).checkpointPrecision)).toEqual(
      ["fp8_block", "fp8", "nvfp4", "mxfp4", "fp8_block", "mxfp4", "fp8_block", null],
    );
    const quantised = model("nvidia/Qwen3-235B-A22B-NVFP4");
    expect(quantised.id).toBe("nvidia/Qwen3-235B-A22B-NVFP4");
    expect({ ...quantised, id: "", checkpointPrecision: null }).toEqual({ ...model("Qwen/Qwen3-235B-A22B"), id: "", checkpointPrecision: null });
  });
});

describe("look-up", () => {
  it("disregards case and space around, and gives the same object each time", () => {
    for (const { id, aliasOf } of all) {
      expect(model(` ${id.toUpperCase()} `)).toBe(model(id));
      if (aliasOf !== undefined && model(id).id !== id) expect(model(id)).toBe(model(aliasOf));
    }
  });

  it("lists models before aliases, each in order", () => {
    const firstAlias = all.findIndex(({ aliasOf }) => aliasOf !== undefined);
    expect(all.slice(firstAlias).every(({ aliasOf }) => aliasOf !== undefined)).toBe(true);
    const names = own.map(({ id }) => id.toLowerCase());
    expect(names).toEqual([...names].sort());
  });

  it.each([
    ["llama-3.1-71b", "llama-3.1-70b"], ["Qwen/Qwen3-8", "Qwen/Qwen3-8B"], ["meta-llama/Lama-3.1-8B", "meta-llama/Llama-3.1-8B"], ["deepseek-v33", "deepseek-v3"], ["gptoss-120b", "gpt-oss-120b"],
  ])("%s is unknown; %s is offered", (typed, offered) => {
    const error = unknown(typed);
    expect(error).toMatchObject({ code: "unknown-model", path: "model", details: { value: typed } });
    expect(error.message).toContain(`model = "${typed}" is not in the catalogue; did you mean`);
    expect(error.message).toContain(offered);
  });

  it("says the way out where nothing is near", () => {
    expect(unknown("zzzzzzzzzzzzzzzzzz").message).toContain("read its config.json with readConfig");
    for (const wrong of [7, null, undefined, {}, ["gpt2"]]) expect(unknown(wrong).code).toBe("unknown-model");
    expect(unknown("x".repeat(100_000)).code).toBe("unknown-model");
  });

  it("answers any word with a model or an error of its own", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty")), (word) => {
        expect(hasModel(word)).toBe(false);
        expect(unknown(word).code).toBe("unknown-model");
      }),
      { seed: 1, numRuns: 100 },
    );
    expect(hasModel(7 as unknown as string)).toBe(false);
  });
});
