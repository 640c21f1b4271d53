import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixtures, ridgepoint } from "./command.ts";
import { inProcess } from "./in-process.ts";

const folder = fixtures();
writeFileSync(join(folder, "broken.json"), "{");
writeFileSync(join(folder, "unknown.json"), '{"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100, "intermediate_size": 128, "kv_mirror_count": 3}');
writeFileSync(join(folder, "empty.csv"), "arrival_s,input_tokens,output_tokens\n");
writeFileSync(join(folder, "columns.csv"), "when,in,out\n1,2,3\n4,5,6\n");
writeFileSync(join(folder, "cells.csv"), "arrival_s,input_tokens,output_tokens\n1,2,3\n4,x,6\n");
writeFileSync(join(folder, "device.json"), '{"id": "mine"}');

const model = ["--model", "meta-llama/Llama-3.1-8B"];
const on = [...model, "--hardware", "h100"];

/** Words, exit status, and what the message must say. */
const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
  [["plna"], 2, /unknown command 'plna'.*plan/],
  [["plan", "--foo"], 2, /unknown option '--foo'/],
  [["plan", "--rate", "fast"], 2, /--rate.*number above 0/],
  [["plan", "--ttft-p95", "5 GB"], 2, /--ttft-p95.*seconds/],
  [["plan", "--precision", "fp99"], 2, /fp99/],
  [["plan", "--price", "h100"], 2, /--price/],
  [["plan", "--hardware", "h1oo"], 1, /"h1oo".*h100/],
  [["plan", "--workload", "mine"], 1, /azure-conversation-2023/],
  [["plan", "--output", '{"dist": "no-such"}'], 1, /output_tokens.*no-such/],
  [["plan", "--trace", "nowhere.csv"], 1, /nowhere\.csv.*no such file/],
  [["plan", "--trace", "empty.csv"], 1, /holds (no request|fewer than two requests)/],
  [["plan", "--trace", "columns.csv"], 1, /columns\.csv.*line 1: no column for the arrival time.*there are when, in, out/],
  [["plan", "--trace", "cells.csv"], 1, /cells\.csv.*line 3: .* must be a whole number/],
  [["plan", "--api-usd-per-million-input", "1", "--hardware", "h100"], 1, /--api-usd-per-million-output is missing/],
  [["predict"], 2, /--model/],
  [["predict", ...model], 2, /--hardware/],
  [["predict", ...on, "--batch", "0"], 2, /--batch.*at least 1/],
  [["predict", ...on, "--precision", "bf17"], 2, /bf17.*bf16/],
  [["predict", "--model", "meta-llama/Llama-3.1-9B", "--hardware", "h100"], 1, /did you mean/],
  [["predict", ...on, "--load", "closed"], 1, /--concurrency is missing/],
  [["predict", ...on, "--tp", "3"], 1, /plan\.tp = 3 does not divide 32 attention heads/],
  [["predict", ...on, "--rate", "1e6"], 1, /capacity/],
  [["predict", "--model", "meta-llama/Llama-3.1-405B", "--hardware", "h100"], 1, /bytes are missing/],
  [["predict", ...model, "--hardware", "device.json"], 1, /device|kind|compute/],
  [["predict", ...on, "--output", '{"dist": "no-such"}'], 1, /no-such/],
  [["predict", ...on, "--output", "{"], 2, /JSON/],
  [["predict", "--model", "broken.json", "--hardware", "h100"], 1, /broken\.json is not JSON/],
  [["memory", "--model", "nowhere.json"], 1, /nowhere\.json/],
  [["explain", ...on, "--pp", "99"], 1, /plan\.pp = 99/],
  [["simulate", ...on], 1, /--rate, --concurrency or --trace/],
  [["simulate", ...on, "--rate", "1e6"], 1, /capacity/],
  [["queue"], 1, /--rate, --arrivals or --case/],
  [["queue", "--rate", "4", "--service", "often:1"], 2, /exponential:mean/],
  [["queue", "--rate", "6", "--service", "exponential:0.2"], 1, /capacity|utilisation|unstable|stable/],
  [["queue", "--rate", "6", "--service", "exponential:0.2", "--discipline", "whim"], 1, /whim/],
  [["hardware"], 2, /hardware needs one of list, show, compare/],
  [["hardware", "lost"], 2, /unknown command 'lost'.*list/],
  [["hardware", "show"], 2, /id/],
  [["hardware", "show", "h1oo"], 1, /not in the catalogue/],
  [["models", "import", "unknown.json"], 1, /kv_mirror_count/],
  [["models", "show", "nobody/nothing"], 1, /not in the catalogue/],
];

describe("errors", () => {
  it.each(cases)("%j: status %i, one line that says what to do", async (words, expected, message) => {
    const { status, out, err } = await inProcess(words, folder);
    expect(err).toMatch(message);
    expect(status).toBe(expected);
    expect(out).toBe("");
    for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^ridgepoint: \S/);
    expect(err).not.toMatch(/\n\s+at |Error:|node:internal|undefined|NaN/);
  });

  it.each([[["predict", ...on, "--tp", "3"]], [["plan", "--foo"]]])("the built command does the same: %j", async (words) => {
    expect(ridgepoint(words)).toEqual(await inProcess(words, folder));
  });

  it("all faults of an own device are told at once", async () => {
    const { err } = await inProcess(["predict", ...model, "--hardware", "device.json"], folder);
    expect(err.trimEnd().split("\n").length).toBeGreaterThan(1);
  });

  it("a file and a pipe have no colours, whatever the terminal", () => {
    for (const env of [{}, { NO_COLOR: "1" }, { TERM: "xterm-256color" }]) {
      const { out, err } = ridgepoint(["hardware", "compare", "h100", "a100-sxm-80"], { env });
      expect(out + err).not.toContain("\u001b");
    }
  });
});
