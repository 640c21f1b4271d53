import { beforeAll, describe, expect, it } from "vitest";
import { attentionDecode } from "../../../src/evidence/kernels/attention-decode.ts";
import { attentionPrefill } from "../../../src/evidence/kernels/attention-prefill.ts";
import type { BackendTensor, TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { embedding } from "../../../src/evidence/kernels/embedding.ts";
import { gatedFfn } from "../../../src/evidence/kernels/gated-ffn.ts";
import { gemm } from "../../../src/evidence/kernels/gemm.ts";
import { mlaAbsorbQuery, mlaDecode, mlaExpandValue } from "../../../src/evidence/kernels/mla-decode.ts";
import { rmsNorm } from "../../../src/evidence/kernels/rms-norm.ts";
import { expertFfn, routeTopK } from "../../../src/evidence/kernels/routed-moe.ts";
import { countTrace } from "../../../src/evidence/kernels/trace/op-record.ts";
import type { OpRecord } from "../../../src/evidence/kernels/trace/op-record.ts";
import { roundRobin, shapeBackend } from "../../../src/evidence/kernels/trace/shape-backend.ts";
import { tracingBackend } from "../../../src/evidence/kernels/trace/tracing-backend.ts";
import { transformerBlock } from "../../../src/evidence/kernels/transformer-block.ts";
import { numbers, use } from "./support.ts";

type Run = (tf: TensorBackend, make: (shape: number[]) => BackendTensor) => unknown;

const ffn = (make: (shape: number[]) => BackendTensor) => ({ gate: make([12, 20]), up: make([12, 20]), down: make([20, 12]) });
const runs: Readonly<Record<string, Run>> = {
  gemm: (tf, make) => gemm(tf, make([5, 7]), make([7, 3])),
  rmsNorm: (tf, make) => rmsNorm(tf, make([5, 7]), make([7]), 1e-5),
  prefill: (tf, make) => attentionPrefill(tf, { query: make([2, 4, 9, 6]), key: make([2, 2, 11, 6]), value: make([2, 2, 11, 6]) }, { tileTokens: 4, window: 5 }),
  decode: (tf, make) => attentionDecode(tf, make([2, 4, 6]), { key: make([2, 2, 11, 6]), value: make([2, 2, 11, 6]) }, { window: 3 }),
  mla: (tf, make) => {
    const up = { key: make([3, 4, 8]), value: make([3, 8, 5]) };
    return mlaExpandValue(tf, mlaDecode(tf, mlaAbsorbQuery(tf, make([2, 3, 4]), make([2, 3, 2]), up), make([2, 9, 10]), 8, 0.3), up);
  },
  ffn: (tf, make) => gatedFfn(tf, make([4, 12]), ffn(make)),
  experts: (tf, make) => {
    const { weights } = routeTopK(tf, make([6, 12]), make([12, 4]), 2);
    return expertFfn(tf, make([6, 12]), [1, 2, 3, 4].map(() => ffn(make)), { experts: Array.from(roundRobin(6, 4, 2)), weights, topK: 2 });
  },
  embedding: (tf, make) => embedding(tf, make([20, 3]), [1, 19, 1]),
  block: (tf, make) => {
    const weights = {
      attentionNorm: make([12]), query: make([12, 24]), key: make([12, 12]), value: make([12, 12]), output: make([24, 12]),
      feedForwardNorm: make([12]), feedForward: ffn(make),
    };
    const shape = { heads: 4, kvHeads: 2, headDim: 6, epsilon: 1e-5, ropeBase: 1e4 };
    const { cache } = transformerBlock(tf, make([2, 5, 12]), weights, null, shape);
    return transformerBlock(tf, make([2, 1, 12]), weights, cache, shape);
  },
};

describe("a trace over shapes alone", () => {
  let tf: TensorBackend;
  beforeAll(async () => {
    tf = await use("cpu");
  });

  it.each(Object.keys(runs))("of %s is the trace of the real run", (name) => {
    const run = runs[name] as Run;
    const trace = (backend: TensorBackend): readonly OpRecord[] => {
      const { tf: traced, records } = tracingBackend(backend);
      run(traced, (shape) => backend.tensor(numbers(shape.reduce((a, b) => a * b, 1), 3), shape, "float32"));
      return records;
    };
    const real = trace(tf);
    expect(real.length).toBeGreaterThan(0);
    expect(trace(shapeBackend())).toEqual(real);
  });

  it("counts a product's operands, and reads of a slice but not of what it leaves out", () => {
    const { tf: traced, records } = tracingBackend(shapeBackend());
    const x = traced.fill([4, 100], 0);
    traced.matMul(traced.slice(x, [0, 0], [4, 10]), traced.fill([10, 6], 0));
    // slice 40 in, 40 out; product 40 + 60 in, 24 out, 4·6·10 multiply-adds; two fills of 400 and 60 out
    expect(countTrace(records)).toEqual({ operations: 4, multiplyAdds: 240, elementsRead: 40 + 100, elementsWritten: 40 + 24 + 460 });
  });

  it("of tiled causal attention multiplies little more than half of the square, and all of it in one tile", () => {
    const macs = (tileTokens: number): number => {
      const { tf: traced, records } = tracingBackend(shapeBackend());
      const make = (): ReturnType<typeof traced.fill> => traced.fill([1, 2, 256, 16], 0);
      attentionPrefill(traced, { query: make(), key: make(), value: make() }, { tileTokens });
      return countTrace(records).multiplyAdds;
    };
    const square = 2 * 256 * 256 * 16 * 2;
    expect(macs(256)).toBe(square);
    expect(macs(1) / square).toBeCloseTo(257 / 512, 10); // q(q + 1)/2 pairs
    expect(macs(32) / square).toBeCloseTo(9 / 16, 10); // (8 + 1)/(2 · 8) of the tiles
  });

  it("refuses what the real backend refuses", () => {
    const shapes = shapeBackend();
    const x = shapes.fill([2, 3], 0);
    expect(() => shapes.matMul(x, x)).toThrow("has 2 where [2, 3] has 3 inner elements");
    expect(() => shapes.add(x, shapes.fill([4], 0))).toThrow("does not broadcast");
    expect(() => shapes.reshape(x, [5])).toThrow("holds other than the 6 elements");
    expect(() => x.dataSync()).toThrow("without elements");
  });
});
