import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import type { ValidationReport } from "../../src/evidence/validation/validation.ts";
import { inProcess } from "./in-process.ts";

const sample = readFileSync(fileURLToPath(new URL("../../docs/examples/measured.jsonl", import.meta.url)), "utf8");
const folder = mkdtempSync(join(tmpdir(), "ridgepoint-validate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "measured.jsonl"), sample);
writeFileSync(join(folder, "packed.jsonl.gz"), gzipSync(sample));
writeFileSync(join(folder, "bad.jsonl"), `${sample.split("\n")[0]}\nnot JSON\n{"kind": "serving"}\n`);
writeFileSync(join(folder, "other.jsonl"), `${JSON.stringify({ case: { kind: "kernel", op: "gemm", hardware: "h100-sxm5-80", m: 4096, n: 4096, k: 4096, precision: "bf16" }, expected: { latency_s: 2e-4 }, slice: { level: "kernel" } })}\n`);

const validate = (...words: string[]): ReturnType<typeof inProcess> => inProcess(["validate", ...words], folder);

describe("validate", () => {
  it("prints an error table, and the same from a packed file", async () => {
    const plain = await validate("measured.jsonl");
    expect([plain.status, plain.err]).toEqual([0, ""]);
    expect(plain.out).toMatch(/measured: 8 of 8 cases answered/);
    expect(plain.out).toMatch(/^h100-sxm5-80 +vllm +tpot_s +8 /m);
    expect((await validate("packed.jsonl.gz")).out.replace("packed: ", "measured: ")).toBe(plain.out);
  });

  it("--json and --csv hold every slice; --by and --value choose", async () => {
    const report = JSON.parse((await validate("measured.jsonl", "other.jsonl", "--json", "--by", "tp,model", "--value", "tpot_s,latency_s")).out) as ValidationReport;
    expect(report.files.map(({ file, slices }) => [file, slices.length])).toEqual([["measured", 1], ["other", 1]]);
    expect(report.pooled.map(({ slice, value }) => `${slice["level"]} ${value}`)).toEqual(["kernel latency_s", "serving tpot_s"]);
    const [header, ...rows] = (await validate("measured.jsonl", "--csv", "--by", "model")).out.trimEnd().split("\n");
    expect(header).toMatch(/^file,model,value,n,answered,/);
    expect(rows.map((row) => row.split(",").slice(0, 3).join(" "))).toEqual(["measured meta-llama/Llama-3.1-8B tpot_s", "measured meta-llama/Llama-3.1-8B ttft_s"]);
  });

  it("--plot draws one kind of figure, the one that is chosen", async () => {
    for (const [words, figure] of [[[], "ttft_s"], [["--value", "tpot_s"], "tpot_s"]] as const) {
      const { status, out } = await validate("measured.jsonl", ...words, "--plot", "measured.svg");
      expect([status, out.endsWith("\nPicture: measured.svg\n")]).toEqual([0, true]);
      const svg = readFileSync(join(folder, "measured.svg"), "utf8");
      expect(svg).toContain(`Measured ${figure}`);
      expect(svg).toMatch(/>20 ms</);
      expect(svg).toContain("8 figures; median absolute error");
      expect(svg).not.toMatch(/NaN|undefined/);
    }
    expect(await validate("measured.jsonl", "--plot", "measured.png")).toMatchObject({ status: 1, out: "", err: expect.stringMatching(/does not end in \.svg/) });
  });

  it("names bad lines, uses the others, and ends with status 1", async () => {
    const before = process.exitCode;
    const { out, err } = await validate("bad.jsonl", "--json");
    expect(process.exitCode).toBe(1);
    process.exitCode = before;
    expect(err.split("\n").slice(0, 2)).toEqual([expect.stringMatching(/^ridgepoint: bad\.jsonl, line 2: not JSON/), expect.stringMatching(/^ridgepoint: bad\.jsonl, line 3: kind is not a field/)]);
    expect((JSON.parse(out) as ValidationReport).cases).toBe(1);
  });

  it("a file that cannot be read, or has nothing to say, is one line", async () => {
    expect(await validate("absent.jsonl")).toMatchObject({ status: 1, err: expect.stringMatching(/^ridgepoint: absent\.jsonl cannot be read: .*\n$/) });
    expect(await validate(".")).toMatchObject({ status: 1, err: "ridgepoint: . cannot be read: it is a directory\n" });
    expect(await validate("measured.jsonl", "--value", "power_w")).toMatchObject({ status: 1, err: "ridgepoint: measured.jsonl holds no measured case of power_w\n" });
    writeFileSync(join(folder, "report.jsonl"), '{"a": 1}\n');
    expect(await validate("report.jsonl")).toMatchObject({ status: 1, out: "", err: expect.stringMatching(/no measured case; the output of a benchmark program becomes measured cases with `ridgepoint calibrate/) });
    expect(await validate()).toMatchObject({ status: 2 });
  });
});
