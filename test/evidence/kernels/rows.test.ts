import { beforeAll, describe, expect, it } from "vitest";
import { embedding } from "../../../src/evidence/kernels/embedding.ts";
import { batchedGemm } from "../../../src/evidence/kernels/batched-gemm.ts";
import { gemm } from "../../../src/evidence/kernels/gemm.ts";
import { plainGemm } from "../../../src/evidence/kernels/plain/gemm.ts";
import { Meter } from "../../../src/evidence/kernels/plain/meter.ts";
import { plainGather, plainRmsNorm, plainSoftmax } from "../../../src/evidence/kernels/plain/rows.ts";
import { rmsNorm } from "../../../src/evidence/kernels/rms-norm.ts";
import { softmax } from "../../../src/evidence/kernels/softmax.ts";
import type { TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { backends, expectClose, numbers, tensor, use } from "./support.ts";

describe.each(backends)("products and row kernels on %s", (name) => {
  let tf: TensorBackend;
  beforeAll(async () => {
    tf = await use(name);
  });

  it.each([[1, 1, 1], [3, 5, 7], [17, 33, 65], [64, 48, 128]])("gemm %i × %i × %i is the three loops", (m, n, k) => {
    const [a, b] = [numbers(m * k, 1), numbers(k * n, 2)];
    const meter = new Meter();
    expectClose(gemm(tf, tensor(tf, a, [m, k]), tensor(tf, b, [k, n])), plainGemm(meter, meter.operand(a), meter.operand(b), { m, n, k }).values);
  });

  it.each([false, true])("batched gemm with transposeB %s", (transposeB) => {
    const [batch, m, n, k] = [3, 4, 6, 5];
    const [a, b] = [numbers(batch * m * k, 3), numbers(batch * k * n, 4)];
    const meter = new Meter();
    const expected = plainGemm(meter, meter.operand(a), meter.operand(b), { m, n, k }, batch).values;
    const given = transposeB
      ? tf.transpose(tensor(tf, b, [batch, k, n]), [0, 2, 1])
      : tensor(tf, b, [batch, k, n]);
    expectClose(batchedGemm(tf, tensor(tf, a, [batch, m, k]), given, { transposeB }), expected);
  });

  it("softmax survives scores of ±1000 and each row sums to 1", () => {
    const x = numbers(6 * 50, 5).map((value) => value * 1000);
    const meter = new Meter();
    const y = softmax(tf, tensor(tf, x, [6, 50]));
    expectClose(y, plainSoftmax(meter, meter.operand(x), 6, 50).values);
    for (const total of Array.from(tf.sum(y, -1).dataSync())) expect(total).toBeCloseTo(1, 5);
  });

  it("RMSNorm is the loops, and leaves a row of zeros at zero", () => {
    const x = numbers(4 * 96, 6);
    x.fill(0, 96, 192);
    const weight = numbers(96, 7);
    const meter = new Meter();
    const expected = plainRmsNorm(meter, meter.operand(x), meter.operand(weight), 4, 96, 1e-5).values;
    expectClose(rmsNorm(tf, tensor(tf, x, [4, 96]), tensor(tf, weight, [96]), 1e-5), expected);
    expect(expected.slice(96, 192).every((value) => value === 0)).toBe(true);
  });

  it("embedding takes the rows of its tokens, repeated ones too", () => {
    const table = numbers(20 * 8, 8);
    const tokens = [3, 19, 0, 3];
    const meter = new Meter();
    expectClose(embedding(tf, tensor(tf, table, [20, 8]), tokens), plainGather(meter, meter.operand(table), tokens, 8).values);
  });

  it("names the tensor that does not fit", () => {
    const x = tensor(tf, numbers(6, 1), [2, 3]);
    expect(() => gemm(tf, x, x)).toThrow("b.shape = [2,3] does not fit; it must be [3, any]");
    expect(() => rmsNorm(tf, x, tensor(tf, numbers(2, 1), [2]), 1e-5)).toThrow("weight.shape");
    expect(() => rmsNorm(tf, x, tensor(tf, numbers(3, 1), [3]), Number.NaN)).toThrow("epsilon");
    expect(() => embedding(tf, x, [2])).toThrow("tokens[0] = 2 is not in 0 … 1");
  });
});
