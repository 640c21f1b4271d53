import { describe, expect, it } from "vitest";
import type { TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { checkBackend } from "../../../src/evidence/kernels/host/check-backend.ts";
import { hostRoofline } from "../../../src/evidence/kernels/host/roofline-points.ts";
import type { HostMeasurement } from "../../../src/evidence/kernels/host/measure.ts";
import { backends, use } from "./support.ts";

describe("checkBackend", () => {
  it.each(backends)("%s computes what plain loops do", async (name) => {
    const checks = checkBackend(await use(name));
    expect(checks.map(({ correct }) => correct)).toEqual(checks.map(() => true));
    expect(checks.length).toBe(7);
  });

  it("finds a backend that does not", async () => {
    const tf = await use("cpu");
    const broken: TensorBackend = { ...tf, softmax: (x, dim) => tf.mul(tf.softmax(x, dim), tf.fill([1], 1.01)) };
    expect(checkBackend(broken).filter(({ correct }) => !correct).map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/^softmax/), expect.stringMatching(/attention/)]));
  });
});

describe("hostRoofline", () => {
  it("places kernels by their intensity, without those that multiply nothing", () => {
    const kernel = { kind: "gemm", measuredSeconds: 2, predictedSeconds: 1, rooflineSeconds: 1, operations: 1, spread: 1 };
    const machine = { gemm: [{ m: 1, n: 1, k: 1, flopsPerSecond: 5 }, { m: 2, n: 2, k: 2, flopsPerSecond: 9 }], bandwidth: [{ workingSetBytes: 1, bytesPerSecond: 3 }] };
    const measured = { machine, kernels: [{ ...kernel, name: "a", flops: 8, bytes: 4 }, { ...kernel, name: "b", flops: 0, bytes: 4 }], leftOut: [] } as unknown as HostMeasurement;
    expect(hostRoofline(measured)).toEqual({
      peakFlopsPerSecond: 9, bandwidth: machine.bandwidth, points: [{ name: "a", kind: "gemm", flopsPerByte: 2, measuredFlopsPerSecond: 4, predictedFlopsPerSecond: 8 }],
    });
  });
});
