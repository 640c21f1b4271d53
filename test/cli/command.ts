import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The built command. */
export const command: string = join(root, "dist/node/ridgepoint.js");

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command with words after its name. */
export function ridgepoint(words: readonly string[], options: { readonly input?: string; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Ran {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const run = spawnSync(process.execPath, [command, ...words], {
    encoding: "utf8", input: options.input ?? "", env: { ...inherited, ...options.env }, maxBuffer: 64e6, ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Runs a line of a shell with `ridgepoint` on the path, in a folder that holds the files of `fixtures`. */
export function shell(line: string, cwd: string): Ran {
  const run = spawnSync("bash", ["-c", line], { encoding: "utf8", cwd, env: { ...process.env, PATH: `${cwd}:${process.env["PATH"]}` }, maxBuffer: 64e6 });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Requests of a trace: 400 in 100 s, lengths that vary. */
export const traceRequests: readonly { readonly arrival_s: number; readonly input_tokens: number; readonly output_tokens: number }[] =
  Array.from({ length: 400 }, (_, i) => ({ arrival_s: i / 4 + (i % 3) / 10, input_tokens: 100 + ((i * 37) % 900), output_tokens: 20 + ((i * 13) % 200) }));

const columns = ["arrival_s", "input_tokens", "output_tokens"] as const;

/** A folder with the files that examples name. */
export function fixtures(): string {
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-cli-"));
  const csv = [columns.join(","), ...traceRequests.map((request) => columns.map((column) => request[column]).join(","))].join("\n");
  writeFileSync(join(folder, "requests.csv"), `${csv}\n`);
  writeFileSync(join(folder, "requests.csv.gz"), gzipSync(csv));
  writeFileSync(join(folder, "requests.jsonl"), traceRequests.map((request) => JSON.stringify(request)).join("\n"));
  writeFileSync(join(folder, "config.json"), JSON.stringify({
    model_type: "llama", hidden_size: 4096, intermediate_size: 14336, num_hidden_layers: 32, num_attention_heads: 32, num_key_value_heads: 8, vocab_size: 128256,
    tie_word_embeddings: false,
  }));
  writeFileSync(join(folder, "cases.jsonl"), `${JSON.stringify({ id: 7, kind: "memory", model: "meta-llama/Llama-3.1-8B", precision: { weights: "bf16" } })}\n`);
  for (const name of readdirSync(join(root, "docs/examples"))) copyFileSync(join(root, "docs/examples", name), join(folder, name));
  writeFileSync(join(folder, "queue.json"), JSON.stringify({
    kind: "queue", arrivals: { process: "poisson", rate_per_s: 3 }, discipline: "fcfs",
    service: { per_token_s: 0.001, fixed_s: 0.02, tokens: { dist: "tokens-geometric", mean: 200 } },
  }));
  writeFileSync(join(folder, "serving.json"), JSON.stringify({
    kind: "serving", model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", devices: 3, engine: "vllm", precision: { weights: "fp8" },
    disaggregated: { prefill: { devices: 1 }, decode: { devices: 2, plan: { tp: 2 } } }, load: { mode: "open", rate_per_s: 4 }, input_tokens: 2000, output_tokens: 200,
  }));
  symlinkSync(command, join(folder, "ridgepoint"));
  return folder;
}
