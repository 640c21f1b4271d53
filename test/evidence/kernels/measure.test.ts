import { describe, expect, it } from "vitest";
import { summariseErrors } from "../../../src/evidence/kernels/host/error-summary.ts";
import { heldBackBlocks } from "../../../src/evidence/kernels/host/held-back-blocks.ts";
import { heldBackKernels } from "../../../src/evidence/kernels/host/held-back-cases.ts";
import { machineDevice } from "../../../src/evidence/kernels/host/machine-device.ts";
import { measureHost, measureKernels, measureMachine } from "../../../src/evidence/kernels/host/measure.ts";
import { timeInterleaved } from "../../../src/evidence/kernels/host/stopwatch.ts";
import type { BackendTensor } from "../../../src/evidence/kernels/backend.ts";
import { loadBackend } from "../../../src/evidence/kernels/load-backend.ts";
import { predict } from "../../../src/predict/serving.ts";
import { predictKernel } from "../../../src/predict/kernel.ts";
import { parseDevice } from "../../../src/hardware/index.ts";
import { madeUpBackend, madeUpBandwidth, madeUpCosts, madeUpPeak } from "./made-up-machine.ts";

/** Weights and results look alike to the made-up backend, so terms that tell them apart are left out of it. */
const costs = {
  ...madeUpCosts, amongOthers: { slowdown: 0, classes: 22 },
  classes: { ...madeUpCosts.classes, matMul: { ...madeUpCosts.classes["matMul"] as NonNullable<(typeof madeUpCosts.classes)[string]>, packSeconds: 0, restreamFactor: 0 } },
};
const small = [...heldBackKernels(), ...heldBackBlocks()].filter((_, at) => at % 4 === 0);

describe("stopwatch", () => {
  let milliseconds = 0;
  let disposed = 0;
  const tensor: BackendTensor = { shape: [], dtype: "float32", dataSync: () => [], dispose: () => disposed++ };
  const item = (name: string, taken: (run: number) => number) => {
    let run = 0;
    return {
      name,
      run: () => {
        milliseconds += taken(run++);
        return [tensor];
      },
    };
  };
  const clocks = [(): number => milliseconds];

  it("tells the time of one run, frees results, and leaves out what is too slow for the budget", () => {
    const [fast, slow, hopeless] = timeInterleaved([item("fast", () => 0.01), item("slow", () => 0.5), item("hopeless", () => 500)], { budgetSeconds: 0.3, clocks });
    expect(fast?.seconds).toBeCloseTo(1e-5, 12);
    expect(slow?.seconds).toBeCloseTo(0.5e-3, 12);
    expect(fast?.spread).toBeCloseTo(1, 6);
    expect(hopeless).toBeNull();
    expect(disposed).toBeGreaterThan(100);
  });

  it("is not misled by interruptions of half of the windows", () => {
    const [timing] = timeInterleaved([item("interrupted", (run) => (run % 70 < 20 ? 0.4 : 0.1))], { budgetSeconds: 0.3, clocks });
    expect(timing?.seconds).toBeGreaterThanOrEqual(1e-4 - 1e-12);
    expect(timing?.seconds).toBeLessThan(1.5e-4); // the mean of all runs is 1.86e-4
    expect(timing?.spread).toBeGreaterThanOrEqual(1);
  });

  it("believes the clock that saw the least", () => {
    const half = (): number => milliseconds / 2;
    const [timing] = timeInterleaved([item("both", () => 0.5)], { budgetSeconds: 0.1, clocks: [...clocks, half] });
    expect(timing?.seconds).toBeCloseTo(0.25e-3, 12);
  });
});

describe("a made-up machine, measured", () => {
  const { backend, clock, setPace } = madeUpBackend(costs);
  const options = { budgetSeconds: 0.5, clocks: [clock] };
  const { machine, kernels, leftOut } = measureHost(backend, { ...options, cases: small });

  it("becomes a device with its peaks", () => {
    const device = parseDevice(machine.device);
    expect((device.matrixFlopsPerSecond.fp32 ?? NaN) / madeUpPeak).toBeGreaterThan(0.9);
    expect((device.matrixFlopsPerSecond.fp32 ?? NaN) / madeUpPeak).toBeLessThanOrEqual(1);
    const largest = machine.bandwidth.at(-1)?.workingSetBytes ?? NaN;
    expect((device.tiers[0].bandwidthBytesPerSecond ?? NaN) / madeUpBandwidth(largest)).toBeCloseTo(1, 1);
    expect((device.measured.kernelLaunchSeconds ?? NaN) / 3e-6).toBeCloseTo(1, 1);
    expect(device.kind).toBe("cpu");
    expect(device.tiers[0].capacityBytes).toBeNull();
    expect(machine.spread).toBeCloseTo(1, 6);
  });

  it("can be asked about: its ideal product is bound by its own peak, and a model's load is predicted on it", () => {
    const [m, n, k] = [256, 2048, 2048];
    const ideal = predictKernel({ op: "gemm", m, n, k, hardware: { spec: machine.device }, engine: "ideal", precision: "fp32" });
    expect(ideal.bound).toBe("compute");
    const flops = parseDevice(machine.device).matrixFlopsPerSecond.fp32 ?? NaN;
    expect(ideal.latencySeconds / ((2 * m * n * k) / flops)).toBeCloseTo(1, 2);
    const { values } = predict({
      model: "gpt2", hardware: { spec: machine.device }, engine: "llama.cpp", precision: { weights: "fp32" },
      load: { mode: "static", batch: 1 }, inputTokens: 64, outputTokens: 16,
    });
    expect(values.tpotSeconds).toBeGreaterThan(0);
    expect(values.tpotSeconds).toBeLessThan(100);
  });

  it("is predicted on kernels that the calibration never saw", () => {
    const summary = summariseErrors(kernels);
    expect(summary?.cases).toBe(small.length - leftOut.length);
    expect(leftOut.length).toBeLessThan(small.length / 2);
    expect(summary?.medianError).toBeLessThan(0.02);
    expect(summary?.largestError).toBeLessThan(0.1);
  });

  it("gives points for a roofline, none above its roofs by more than rounding", () => {
    for (const kernel of kernels) {
      expect(kernel.flops / kernel.measuredSeconds, kernel.name).toBeLessThanOrEqual(1.001 * madeUpPeak);
      expect(kernel.bytes).toBeGreaterThan(0);
      expect(kernel.rooflineSeconds).toBeGreaterThan(0);
    }
  });

  it("that runs half as fast today is predicted with today's pace", () => {
    setPace(2);
    const today = measureKernels(backend, machine, { ...options, cases: small });
    setPace(1);
    expect(summariseErrors(today)?.medianError).toBeLessThan(0.03);
    const name = today[0]?.name;
    expect((today[0]?.measuredSeconds ?? NaN) / (kernels.find((kernel) => kernel.name === name)?.measuredSeconds ?? NaN)).toBeCloseTo(2, 1);
  });

  it("has the memory that the caller knows", () => {
    const { package: origin, gemm, bandwidth, launchSeconds } = machine;
    expect(parseDevice(machineDevice({ package: origin, gemm, bandwidth, launchSeconds, memoryBytes: 8e9 })).tiers[0].capacityBytes).toBe(8e9);
  });

  it("refuses no time, and a time in which nothing can be measured", () => {
    expect(() => measureMachine(backend, { ...options, budgetSeconds: 0 })).toThrow("budgetSeconds = 0");
    expect(() => measureMachine(backend, { ...options, budgetSeconds: NaN })).toThrow("budgetSeconds");
    expect(() => measureMachine(backend, { ...options, budgetSeconds: 1e-6 })).toThrow("too slow");
    expect(summariseErrors([])).toBeNull();
  });
});

describe("this machine on WebAssembly", () => {
  it("gives a plausible device and predictions that are times", async () => {
    const backend = await loadBackend({ prefer: ["wasm"] });
    // A second, for a machine that does other work meanwhile: an item slower than a share of the budget is left out.
    const { machine, kernels } = measureHost(backend, { budgetSeconds: 1, cases: heldBackKernels().slice(0, 6) });
    const device = parseDevice(machine.device);
    // Between a tenth of a GFLOP/s and a hundred TFLOP/s, 10 MB/s and 100 TB/s: no machine that runs this is outside.
    expect(device.matrixFlopsPerSecond.fp32).toBeGreaterThan(1e8);
    expect(device.matrixFlopsPerSecond.fp32).toBeLessThan(1e14);
    expect(device.tiers[0].bandwidthBytesPerSecond).toBeGreaterThan(1e7);
    expect(device.tiers[0].bandwidthBytesPerSecond).toBeLessThan(1e14);
    expect(device.tiers[0].capacityBytes).toBe(4_295_000_000); // 4 GiB to four digits
    expect(machine.backend).toBe("wasm");
    for (const kernel of kernels) {
      expect(kernel.predictedSeconds).toBeGreaterThan(0);
      expect(kernel.predictedSeconds).toBeLessThan(10);
      expect(kernel.measuredSeconds).toBeGreaterThan(0);
    }
  }, 60_000);
});
