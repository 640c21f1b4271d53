import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root, textOf } from "./sources.ts";

/** A folder with the files that the examples name, as a user would have them. */
const home = mkdtempSync(join(tmpdir(), "ridgepoint-help-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const arrivals = Array.from({ length: 400 }, (_, i) => `${i},${500 + ((i * 37) % 700)},${50 + ((i * 61) % 200)}`);
writeFileSync(join(home, "requests.csv"), `arrival_s,input_tokens,output_tokens\n${arrivals.join("\n")}\n`);
writeFileSync(join(home, "cases.jsonl"), '{"id": 1, "kind": "memory", "model": "meta-llama/Llama-3.1-8B", "precision": {"weights": "bf16"}}\n');
for (const name of readdirSync(join(root, "docs/examples"))) writeFileSync(join(home, name), textOf(`docs/examples/${name}`));
writeFileSync(join(home, "serving.json"), JSON.stringify({
  kind: "serving", model: "meta-llama/Llama-3.1-8B", hardware: "h100", precision: { weights: "bf16" }, load: { mode: "closed", concurrency: 8 },
  input_tokens: 512, output_tokens: 128,
}));
writeFileSync(join(home, "queue.json"), JSON.stringify({
  kind: "queue", arrivals: { process: "poisson", rate_per_s: 0.6 }, discipline: "fcfs", service: { dist: "exponential", mean: 1 },
}));
writeFileSync(join(home, "config.json"), JSON.stringify({
  model_type: "llama", vocab_size: 32000, hidden_size: 4096, intermediate_size: 11008, num_hidden_layers: 32, num_attention_heads: 32,
  max_position_embeddings: 4096, rms_norm_eps: 1e-5, tie_word_embeddings: false,
}));

function ridgepoint(words: string, input = ""): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const args = [...words.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  return spawnSync(process.execPath, [join(root, "dist/node/ridgepoint.js"), ...args], { cwd: home, encoding: "utf8", input });
}

const commandsOf = (help: string): readonly string[] => [...(help.split("Commands:\n")[1] ?? "").matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name = ""]) => name).filter((name) => name !== "help");
const verbs = commandsOf(ridgepoint("--help").stdout);
const pages = verbs.flatMap((verb) => [verb, ...commandsOf(ridgepoint(`${verb} --help`).stdout).map((inner) => `${verb} ${inner}`)]);
const examples = verbs.flatMap((verb) => [...ridgepoint(`${verb} --help`).stdout.matchAll(/^ {2}\$ (.+)$/gm)].map(([, line = ""]) => line));

describe("help", () => {
  it("knows the verbs, and so does the README", () => {
    expect(verbs).toEqual(expect.arrayContaining(["evaluate", "explain", "hardware", "memory", "models", "plan", "predict"]));
    const table = [...textOf("README.md").matchAll(/^\| `([a-z]+)/gm)].map(([, verb = ""]) => verb);
    expect(verbs.filter((verb) => !table.includes(verb))).toEqual([]);
  });

  it.each(pages)("%s --help says what it is for", (page) => {
    const { status, stdout } = ridgepoint(`${page} --help`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: ridgepoint /m);
  });

  it.each(verbs)("%s has examples", (verb) => {
    expect(examples.some((line) => line.includes(`ridgepoint ${verb}`))).toBe(true);
  });

  it.each(examples)("%s", (line) => {
    const parts = /^(?:echo '([^']*)' \| )?ridgepoint (.*?)(?: < (\S+))?(?: > \S+)?$/.exec(line);
    const [, echoed, words = "", file] = parts ?? [];
    const input = echoed ?? (file === undefined ? "" : '{"id": 1, "kind": "memory", "model": "meta-llama/Llama-3.1-8B", "precision": {"weights": "bf16"}}\n');
    const { status, stdout, stderr } = ridgepoint(words, input);
    expect({ line, status, stderr: status === 0 ? "" : stderr }).toEqual({ line, status: 0, stderr: "" });
    expect(stdout.length).toBeGreaterThan(0);
    expect(stdout).not.toMatch(/NaN|undefined|Infinity|"error":\s*\{/);
  });
});
