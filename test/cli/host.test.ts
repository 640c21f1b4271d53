import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PassThrough } from "node:stream";
import { printHost } from "../../src/cli/output/host.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import type { KernelCheck } from "../../src/evidence/kernels/host/check-backend.ts";
import type { HostMeasurement } from "../../src/evidence/kernels/host/measure.ts";
import type { LoadedBackend } from "../../src/evidence/kernels/load-backend.ts";
import { parseDevice } from "../../src/hardware/parse-device.ts";
import { inProcess } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "ridgepoint-host-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("host", () => {
  it("--short checks kernels, measures, predicts kernels and blocks, and writes a device that predictions take", async () => {
    const { status, out, err } = await inProcess(["host", "--short", "--json", "--out", "my-host.json", "--plot", "host.svg"], folder);
    expect(readFileSync(join(folder, "host.svg"), "utf8")).toMatch(/^<svg .*fp32 .*FLOP\/s/s);
    expect([status, err]).toEqual([0, ""]);
    const result = JSON.parse(out);
    expect(result.backend).toBe("wasm");
    expect(result.package).toMatch(/^@tensorflow\/tfjs-backend-wasm \d/);
    expect(result.checks.length).toBeGreaterThan(5);
    expect(result.checks.every(({ correct }: { correct: boolean }) => correct)).toBe(true);
    expect(result.kernels.length + result.leftOut.length).toBe(21);
    expect(result.errors.kernels.cases + result.errors.blocks.cases).toBe(result.kernels.length);
    expect(result.roofline.points.length).toBeGreaterThan(5);
    for (const { flopsPerByte, measuredFlopsPerSecond } of result.roofline.points) {
      expect(flopsPerByte).toBeGreaterThan(0);
      expect(measuredFlopsPerSecond).toBeGreaterThan(0);
    }
    const device = parseDevice(readFileSync(join(folder, "my-host.json"), "utf8"));
    expect(device.matrixFlopsPerSecond.fp32).toBeCloseTo(result.roofline.peakFlopsPerSecond, -8);
    const predicted = await inProcess(["predict", "--model", "Qwen/Qwen3-0.6B", "--hardware", "my-host.json", "--precision", "fp32", "--input", "64", "--output", "32", "--json"], folder);
    expect(predicted.status).toBe(0);
    expect(JSON.parse(predicted.out).values.tpotSeconds).toBeGreaterThan(0);
    printed(result);
  });

  /** The same measurement as people see it: the machine, the levels of its cache, and predicted against measured. */
  function printed(result: LoadedBackend & HostMeasurement & { readonly checks: readonly KernelCheck[]; readonly backend: LoadedBackend["name"] }): void {
    let out = "";
    const terminal: Terminal = {
      input: PassThrough.from([]), output: new PassThrough(), inputFault: () => null, width: 100, watched: false,
      print: (text) => void (out += text), note: () => {}, bold: (text) => text, dim: (text) => text,
    };
    printHost(terminal, { ...result, name: result.backend }, result, result.checks, { all: false, out: undefined });
    expect(out).toMatch(/^This machine with @tensorflow\/tfjs-backend-wasm [\d.]+ \(wasm\)\n/);
    expect(out).toMatch(/kernels compute what plain loops do/);
    expect(out).toMatch(/192 KiB +[\d.]+ [GM]B\/s +▇/);
    expect(out).toMatch(/all kernels +\d+ +[\d.]+ % /);
    expect(out).toMatch(/all blocks +\d+ /);
  }

  it("refuses a backend that there is none of", async () => {
    expect(await inProcess(["host", "--backend", "webgl"], folder)).toMatchObject({ status: 2, err: expect.stringMatching(/"webgl" is not a backend; try tensorflow, wasm, cpu/) });
  });

  it("says what to install where no backend is", async () => {
    expect(await inProcess(["host", "--short", "--backend", "tensorflow"], folder)).toMatchObject({
      status: 1, err: expect.stringMatching(/^ridgepoint: no TensorFlow\.js backend is installed here; this verb needs one: npm install @tensorflow\/tfjs @tensorflow\/tfjs-backend-wasm/),
    });
  });
});
