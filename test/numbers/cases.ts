import type { Scenario } from "../../src/index.ts";
import { devices } from "../../src/index.ts";

/** A scenario with the words that name it in the table. */
export interface NumberCase {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Every accelerator of the catalogue alone, with a model that most can hold. */
function everyDevice(): readonly NumberCase[] {
  const batches = [1, 32];
  return devices()
    .filter(({ kind }) => kind === "accelerator")
    .flatMap(({ id }) =>
      batches.map((batch) => ({
        name: `${id} · Llama-3.1-8B bf16 · static ${batch} · 1024→128`,
        scenario: {
          model: "meta-llama/Llama-3.1-8B",
          hardware: id,
          devices: 1,
          engine: "vllm",
          precision: { weights: "bf16" },
          load: { mode: "static", batch },
          inputTokens: 1024,
          outputTokens: 128,
        } satisfies Scenario,
      })),
    );
}

const NODES = ["a100-sxm-80", "h100-sxm5-80", "h200-sxm-141", "b200-sxm", "mi300x", "tpu-v5p", "gaudi3"];

/** Dense, GQA, sliding-window, MLA and MoE, with the plan of one node of eight. */
const MODELS = [
  { model: "meta-llama/Llama-3.1-70B", weights: "bf16", plan: { tp: 8 } },
  { model: "mistralai/Mixtral-8x7B-v0.1", weights: "bf16", plan: { tp: 8, ep: 8 } },
  { model: "Qwen/Qwen3-32B", weights: "bf16", plan: { tp: 4, dp: 2 } },
  { model: "Qwen/Qwen3-235B-A22B", weights: "fp8", plan: { tp: 8, ep: 8 } },
  { model: "deepseek-ai/DeepSeek-V3", weights: "fp8_block", plan: { tp: 1, attentionDp: 8, ep: 8 } },
  { model: "google/gemma-3-27b-it", weights: "int8_wo", plan: { tp: 2, pp: 2, dp: 2 } },
] as const;

const LOADS = [
  { name: "static 16", load: { mode: "static", batch: 16 }, inputTokens: 2048, outputTokens: 256 },
  { name: "closed 64", load: { mode: "closed", concurrency: 64 }, inputTokens: 1024, outputTokens: 512 },
  { name: "offline", load: { mode: "offline" }, inputTokens: 512, outputTokens: 512 },
  { name: "open 2/s", load: { mode: "open", ratePerSecond: 2 }, inputTokens: 1155, outputTokens: 211 },
] as const;

function everyModelAndLoad(): readonly NumberCase[] {
  return NODES.flatMap((hardware) =>
    MODELS.flatMap(({ model, weights, plan }) =>
      LOADS.map(({ name, load, inputTokens, outputTokens }) => ({
        name: `8 × ${hardware} · ${model.replace(/^.*\//, "")} ${weights} · ${name} · ${inputTokens}→${outputTokens}`,
        scenario: { model, hardware, devices: 8, plan, engine: "vllm", precision: { weights }, load, inputTokens, outputTokens } satisfies Scenario,
      })),
    ),
  );
}

/** The table's rows: devices × models × loads. */
export const cases: readonly NumberCase[] = [...everyDevice(), ...everyModelAndLoad()];
