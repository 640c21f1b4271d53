import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { evaluateLine } from "../../src/contract/evaluate.ts";
import { command, ridgepoint } from "./command.ts";

const memory = (id: unknown, model = "meta-llama/Llama-3.1-8B"): string => JSON.stringify({ id, kind: "memory", model, precision: { weights: "bf16" } });

const answers = (text: string): { readonly id: unknown; readonly error?: { readonly code: string } }[] => text.trimEnd().split("\n").map((line) => JSON.parse(line));

describe("evaluate", () => {
  it("one result for each case, in order, ids echoed; a bad case does not stop the stream", () => {
    const { status, out, err } = ridgepoint(["evaluate"], { input: [memory("a"), "not JSON", memory({ row: 3 }, "nobody/x"), "[1]", memory(5)].join("\n") });
    expect([status, err]).toEqual([0, ""]);
    const results = answers(out);
    expect(results.map(({ id }) => id)).toEqual(["a", 2, { row: 3 }, null, 5]);
    expect(results.map(({ error }) => error?.code)).toEqual([undefined, "invalid-json", "unknown-model", "invalid-value", undefined]);
  });

  it("answers are those of the library", () => {
    const line = memory(1);
    expect(answers(ridgepoint(["evaluate"], { input: line }).out)).toEqual([JSON.parse(JSON.stringify(evaluateLine(line, 1)))]);
  });

  it("blank lines, line ends of Windows and a byte-order mark are no cases; lines keep their numbers", () => {
    const { out } = ridgepoint(["evaluate"], { input: `\uFEFF${memory(1)}\r\n\r\n\n{\r\n${memory(2)}` });
    expect(answers(out).map(({ id }) => id)).toEqual([1, 4, 2]);
  });

  it("no input is no output", () => {
    expect(ridgepoint(["evaluate"], { input: "" })).toEqual({ status: 0, out: "", err: "" });
  });

  it("answers come before the input ends", async () => {
    const child = spawn(process.execPath, [command, "evaluate"], { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.write(`${memory("first")}\n`);
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    expect(answers(chunk.toString())[0]?.id).toBe("first");
    child.stdin.end();
    await once(child, "close");
  });

  it("holds a bounded window: a reader that does not read stops the writer", async () => {
    const child = spawn(process.execPath, [command, "evaluate"], { stdio: ["pipe", "pipe", "inherit"] });
    const line = `${memory("x")}\n`;
    const block = line.repeat(200);
    let blocks = 0;
    // Nobody reads: after the pipes are full, a write no longer drains.
    for (; blocks < 400; blocks++) {
      const drained = child.stdin.write(block) || (await Promise.race([once(child.stdin, "drain").then(() => true), new Promise<boolean>((done) => setTimeout(done, 1500, false))]));
      if (!drained) break;
    }
    expect(blocks).toBeLessThan(400);
    let results = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) results++;
    });
    child.stdin.end();
    await once(child, "close");
    expect(results).toBe((blocks + 1) * 200);
  });

  it("a reader that leaves is no error", () => {
    const run = spawnSync("bash", ["-c", `for i in $(seq 3000); do echo '${memory("y")}'; done | ${process.execPath} ${command} evaluate | head -1`], { encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(answers(run.stdout)[0]?.id).toBe("y");
  });

  it("an input that cannot be read is status 1", () => {
    const folder = openSync(tmpdir(), "r");
    const run = spawnSync(process.execPath, [command, "evaluate"], { stdio: [folder, "pipe", "pipe"], encoding: "utf8" });
    closeSync(folder);
    expect(run.status).toBe(1);
    expect(run.stderr).toBe("ridgepoint: standard input cannot be read: it is a directory\n");
  });
});
