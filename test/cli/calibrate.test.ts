import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { parseProfile } from "../../src/contract/profile-schema.ts";
import { inProcess } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "ridgepoint-calibrate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ["measured.jsonl", "runs.csv", "guidellm.json", "llama-bench.json"]) copyFileSync(fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url)), join(folder, name));
writeFileSync(join(folder, "kernel.jsonl"), '{"case": {"kind": "kernel", "op": "gemm"}, "expected": {"latency_s": 1}}\n');
const fileOf = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
const run = (...words: string[]): ReturnType<typeof inProcess> => inProcess(words, folder);

const scenario = ["--model", "meta-llama/Llama-3.1-8B", "--hardware", "h100", "--engine", "vllm", "--engine-version", "0.10.0", "--concurrency", "8", "--input", "1024", "--output", "256"];

describe("calibrate", () => {
  it("writes a profile with its provenance, prints before and after, and every verb takes it", async () => {
    const { status, out, err } = await run("calibrate", "runs.csv", "--out", "own.json", "--date", "2025-11-24", "--note", "made up");
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/runs\.csv: 3 runs \(table\)[\s\S]*Errors of these runs[\s\S]*Constants that moved[\s\S]*engineMemoryEfficiency[\s\S]*Held back in turn[\s\S]*Written to own\.json/);
    const profile = parseProfile(fileOf("own.json"));
    expect(profile).toMatchObject({ note: "made up", provenance: { date: "2025-11-24", files: [{ name: "runs.csv", sha256: expect.stringMatching(/^[0-9a-f]{64}$/), runs: 3 }] } });
    expect(profile.residuals?.map(({ device, engine, level }) => [device, engine, level])).toEqual([["h100-sxm5-80", "vllm", "tpot"], ["h100-sxm5-80", "vllm", "ttft"]]);

    for (const verb of ["predict", "explain"]) {
      const [plain, own] = await Promise.all([run(verb, ...scenario, "--json"), run(verb, ...scenario, "--json", "--profile", "own.json")]);
      expect(own.out).not.toBe(plain.out);
    }
    const planWords = ["plan", "--model", "meta-llama/Llama-3.1-8B", "--hardware", "h100", "--engine", "vllm", "--rate", "5", "--input", "1024", "--output", "256", "--confirm", "0", "--json"];
    expect((await run(...planWords, "--profile", "own.json")).out).not.toBe((await run(...planWords)).out);
    const errors = async (...more: string[]): Promise<number> => JSON.parse((await run("validate", "measured.jsonl", "--value", "tpot_s", "--json", ...more)).out).pooled[0].medianError;
    expect(await errors("--profile", "own.json")).toBeLessThan(await errors());
  });

  it("takes from options what a report does not say, and names what is missing", async () => {
    expect(await run("calibrate", "guidellm.json", "--out", "x.json")).toEqual({
      status: 1, out: "", err: "ridgepoint: guidellm.json, benchmark 1 does not say hardware, precision.weights; give --hardware, --precision\n",
    });
    const { status, out } = await run("calibrate", "guidellm.json", "--hardware", "h100", "--precision", "bf16", "--engine", "vllm", "--out", "x.json", "--cases", "cases.jsonl", "--json");
    expect(status).toBe(0);
    const { profile, before, after } = JSON.parse(out);
    expect(profile).toEqual(fileOf("x.json"));
    expect(profile.provenance.date).toBe("2025-11-24");
    const tpot = (report: { pooled: { value: string; medianError: number }[] }): number => report.pooled.find(({ value }) => value === "tpot_s")?.medianError as number;
    expect(tpot(after)).toBeLessThan(tpot(before));
    expect((await run("validate", "cases.jsonl")).out).toMatch(/cases: 4 of 4 cases answered/);
  });

  it("llama-bench needs model and hardware alone", async () => {
    const { status, out } = await run("calibrate", "llama-bench.json", "--model", "meta-llama/Llama-3.1-8B", "--hardware", "rtx-4090", "--out", "y.json");
    expect([status, out]).toEqual([0, expect.stringMatching(/rtx-4090 +llama\.cpp +decode_tokens_per_s +2 /)]);
  });

  it.each([
    [["absent.csv"], /^ridgepoint: measurements = "absent.csv" cannot be read/],
    [["kernel.jsonl"], /kernel\.jsonl, line 1: kind "kernel" moves no constant of a step/],
    [["runs.csv", "--out", "no/such/folder.json"], /^ridgepoint: --out = .* cannot be written/],
    [["runs.csv", "--hardware", "h1000"], /runs\.csv, line 2: hardware = "h1000" is not a device/],
  ])("%j", async (words, fault) => {
    const { status, err } = await run("calibrate", ...words);
    expect([status, err]).toEqual([1, expect.stringMatching(fault)]);
    expect(err.split("\n")).toHaveLength(2);
  });

  it("a profile that is none is refused with its fault", async () => {
    writeFileSync(join(folder, "broken.json"), '{"constants": {"nonsense": {}}}');
    expect(await run("predict", ...scenario, "--profile", "broken.json")).toMatchObject({ status: 1, err: expect.stringMatching(/^ridgepoint: --profile = "broken\.json" is no profile: constants\.nonsense/) });
  });
});
