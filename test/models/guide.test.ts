import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../src/models/config/fields.ts";
import { type DecoderFamily, decoderReader } from "../../src/models/families/decoder.ts";
import { headNorms, slidingLayers } from "../../src/models/families/llama.ts";
import { model, parametersOf, readConfig } from "../../src/models/index.ts";

const guide = readFileSync(new URL("../../docs/adding-a-model.md", import.meta.url), "utf8");
const blocks = (language: string): readonly string[] => [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, code]) => code ?? "");

/** Runs a block of the guide with the names that it imports, and gives what it exports or logs. */
function run(code: string, names: Readonly<Record<string, unknown>>, result: string): unknown {
  const body = transformSync(code.replace(/^import .*$/gm, "").replace(/^export /gm, ""), { loader: "ts" }).code;
  return (new Function(...Object.keys(names), `${body}\nreturn ${result};`) as (...values: readonly unknown[]) => unknown)(...Object.values(names));
}

describe("docs/adding-a-model.md", () => {
  it("has an example that prints what the guide shows", () => {
    const printed: string[] = [];
    run(blocks("ts")[0] ?? "", { model, parametersOf, readConfig, console: { log: (...words: readonly unknown[]) => printed.push(words.join(" ")) } }, "null");
    expect(printed.join("\n")).toBe(blocks("text")[0]?.trim());
  });

  it("quotes an error that the library gives", () => {
    const quoted = /`(model\.config\.n_shared_experts[^`]*)`/.exec(guide)?.[1] ?? "nothing";
    expect(() => readConfig({ model_type: "llama", n_shared_experts: 1 })).toThrow(quoted);
  });

  it("shows a record as the catalogue has it", () => {
    const [record = ""] = blocks("typescript");
    const shown = run(`const records = {${record}}`, {}, "records") as Readonly<Record<string, unknown>>;
    const entries = Object.entries(shown);
    expect(entries).toHaveLength(1);
    for (const [id, config] of entries) expect(readConfig(config, { id })).toEqual(model(id));
  });

  it("has a row that makes a reader", () => {
    const table = run(blocks("typescript")[1] ?? "", { headNorms, slidingLayers }, "lumenFamilies") as Readonly<Record<string, DecoderFamily>>;
    const row = table["lumen"];
    if (row === undefined) throw new Error("no row");
    const read = (config: object): ReturnType<typeof readConfig> => {
      const fields = fieldsOf(config, "model.config");
      const architecture = decoderReader(row)(fields, { id: "lumen", root: fields });
      fields.finish();
      return architecture;
    };
    const lumen = read({ model_type: "lumen", d_model: 64, n_heads: 4, n_kv_heads: 2, n_layers: 4, d_ff: 96, vocab_size: 100 });
    expect(lumen.pattern).toEqual([0, 0, 0, 1]);
    // Embedding and head, q and o, k and v, three matrices of the network, two norms, norms over q and k; the last norm.
    expect(parametersOf(lumen).total).toBe(2 * 100 * 64 + 4 * (2 * 64 * 64 + 2 * 64 * 32 + 3 * 64 * 96 + 2 * 64 + 2 * 16) + 64);
    expect(() => read({ model_type: "lumen", hidden_size: 64 })).toThrow("model.config.hidden_size = 64 is not understood");
  });

  it("gives PaLM's defaults as they are", () => {
    const palm = readConfig({ model_type: "palm" });
    const explicit = { num_key_value_heads: 1, head_dim: 256, intermediate_size: 4 * palm.hiddenSize, vocab_size: 256_000, max_position_embeddings: 2048, parallel_block: true, gated: true, tie_word_embeddings: true };
    for (const field of Object.keys(explicit)) expect(guide).toContain(`\`${field}\``);
    expect(readConfig({ model_type: "palm", ...explicit })).toEqual(palm);
  });
});
