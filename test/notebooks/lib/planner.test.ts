import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandOf, csvOf, jsonOf, typescriptOf } from "../../../notebooks/lib/planner/export.ts";
import { linkOf, stateOf } from "../../../notebooks/lib/planner/link.ts";
import { firstState, type PlannerState } from "../../../notebooks/lib/planner/planner-state.ts";
import { accelerators, questionOf } from "../../../notebooks/lib/planner/state.ts";
import { summariseTrace } from "../../../notebooks/lib/planner/trace.ts";
import { deviceFileOf, plan } from "../../../src/index.ts";
import { readConfig } from "../../../src/models/index.ts";
import { inProcess, wordsOf } from "../../cli/in-process.ts";

/** Dimensions of Llama 3.2 1B as its config.json has them (https://huggingface.co/meta-llama/Llama-3.2-1B). */
const config = {
  model_type: "llama", architectures: ["LlamaForCausalLM"], hidden_size: 2048, intermediate_size: 8192, num_hidden_layers: 16, num_attention_heads: 32,
  num_key_value_heads: 8, head_dim: 64, vocab_size: 128256, tie_word_embeddings: true, torch_dtype: "bfloat16", max_position_embeddings: 131072,
};

const trace = summariseTrace(["arrival_s,input_tokens,output_tokens", ...Array.from({ length: 200 }, (_, i) => `${i / 4},${100 + 7 * i},${20 + (i % 50)}`)].join("\n"), "requests.csv");

/** Four states that use every field in some form. */
const states: Readonly<Record<string, PlannerState>> = {
  first: { ...firstState, hardware: ["h100-sxm5-80", "b200-sxm"] },
  lengths: { ...firstState, model: "meta-llama/Llama-3.1-8B", workload: { kind: "lengths", inputTokens: 512, outputTokens: 64 }, prefixHitTokens: 128, precision: "bf16", engine: "sglang", hardware: ["l40s", "h100-sxm5-80"], usdPerDeviceHour: { l40s: 0.5 } },
  trace: { ...firstState, model: "meta-llama/Llama-3.1-8B", workload: { kind: "trace", trace }, ratePerSecond: 12.5, hardware: ["h100-sxm5-80"], chosen: "h100-sxm5-80", api: { usdPerMillionInputTokens: 0.2, usdPerMillionOutputTokens: 0.6 } },
  own: { ...firstState, model: { name: "config.json", config }, ratePerSecond: 40, hardware: ["l4"], ownDevice: { ...deviceFileOf("l4"), id: "my-l4" }, usdPerDeviceHour: { "my-l4": 0.3, l4: 0.6 } },
};

const figures = (answer: { readonly deployments: readonly { readonly hardware: string; readonly devices: number; readonly usdPerHour?: number; readonly tpotP95Seconds: number }[] }): unknown[] =>
  answer.deployments.map(({ hardware, devices, usdPerHour, tpotP95Seconds }) => ({ hardware, devices, usdPerHour, tpotP95Seconds }));

describe("links", () => {
  it.each(Object.entries(states))("a link holds the state: %s", async (_, state) => {
    const link = await linkOf(state);
    expect(link).toMatch(/^1[\w-]+$/);
    expect(await stateOf(`#${link}`)).toEqual(state);
  });

  it("the first state needs none", async () => {
    expect(await linkOf(firstState)).toBe("");
    expect(await stateOf("")).toEqual(firstState);
  });

  it("stays short enough to paste", async () => {
    expect((await linkOf(states["trace"] as PlannerState)).length).toBeLessThan(1500);
    expect((await linkOf(states["own"] as PlannerState)).length).toBeLessThan(2500);
  });

  it("damaged links say so, whatever they hold", async () => {
    const link = await linkOf(states["own"] as PlannerState);
    await expect(stateOf(link.slice(0, -20))).rejects.toThrow("damaged");
    await expect(stateOf("2abc")).rejects.toThrow("another version");
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => {
      const state = await stateOf(`1${text}`).catch((fault: Error) => fault);
      expect(state instanceof Error || typeof state.ratePerSecond === "number").toBe(true);
    }), { seed: 1, numRuns: 50 });
  });

  it("a field that makes no sense is as in the first state", async () => {
    const link = await linkOf({ ...firstState, ratePerSecond: -1, model: "Qwen/Qwen3-8B" });
    expect(await stateOf(link)).toEqual({ ...firstState, model: "Qwen/Qwen3-8B" });
  });
});

describe("exports reproduce the page's answer", () => {
  it.each(Object.entries(states))("on the command line: %s", async (_, state) => {
    const folder = mkdtempSync(join(tmpdir(), "ridgepoint-"));
    try {
      const { command, files } = commandOf(state);
      for (const { name, text } of files) writeFileSync(join(folder, name), text);
      const ran = await inProcess([...wordsOf(command.replace(/\\\n/g, "")).slice(2), "--json"], folder);
      expect(ran.err).toBe("");
      expect(figures(JSON.parse(ran.out))).toEqual(figures(plan(questionOf(state))));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(Object.entries(states))("in TypeScript: %s", (_, state) => {
    const { code } = transformSync(typescriptOf(state), { loader: "ts" });
    const body = code.replace(/^import .*;$/gm, "").replace(/^for \([\s\S]*$/m, "return answer;");
    const answer = new Function("plan", "readConfig", body)(plan, readConfig) as ReturnType<typeof plan>;
    expect(figures(answer)).toEqual(figures(plan(questionOf(state))));
    expect(typescriptOf(state)).not.toContain("undefined");
  });

  it("as CSV and JSON with every figure", () => {
    const state = states["lengths"] as PlannerState;
    const answer = plan(questionOf(state));
    const [header, ...rows] = csvOf(answer).trimEnd().split("\n");
    expect(header).toContain("hardware,devices,plan.tp");
    expect(rows).toHaveLength(answer.deployments.length);
    expect(rows[0]).toContain(String(answer.deployments[0]?.ttftP95Seconds));
    expect(JSON.parse(jsonOf(state, answer))).toEqual(JSON.parse(JSON.stringify({ question: questionOf(state), answer })));
  });
});

describe("questions", () => {
  it("an own device alone is compared with the whole catalogue", () => {
    const own = { id: "mine" };
    expect(questionOf({ ...firstState, ownDevice: own }).hardware).toEqual([...accelerators(), { spec: own }]);
    expect(questionOf({ ...firstState, hardware: ["l4"], ownDevice: own }).hardware).toEqual(["l4", { spec: own }]);
    expect(questionOf(firstState).hardware).toBeUndefined();
  });
});
