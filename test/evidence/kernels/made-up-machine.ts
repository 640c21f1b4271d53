import { bandwidthAt } from "../../../src/evidence/kernels/host/bandwidth-curve.ts";
import { predictTrace } from "../../../src/evidence/kernels/host/operation-costs.ts";
import type { ClassCost, OperationCosts } from "../../../src/evidence/kernels/host/operation-costs.ts";
import type { Clock } from "../../../src/evidence/kernels/host/clock.ts";
import type { LoadedBackend } from "../../../src/evidence/kernels/load-backend.ts";
import { shapeBackend } from "../../../src/evidence/kernels/trace/shape-backend.ts";
import { tracingBackend } from "../../../src/evidence/kernels/trace/tracing-backend.ts";
import type { OpRecord } from "../../../src/evidence/kernels/trace/op-record.ts";

const term = (more: Partial<ClassCost>): ClassCost => ({
  launchSeconds: 3e-6, tiledMultiplyAddSeconds: 0, vectorMultiplyAddSeconds: 0, packSeconds: 0, restreamFactor: 0, runSeconds: 0,
  elementSeconds: 0, serialElementSeconds: 0, streamFactor: 0, ...more,
});

/** A made-up machine; every term that a calibration can tell apart is in it somewhere. */
export const madeUpCosts: OperationCosts = {
  rowTile: 4,
  amongOthers: { slowdown: 0.25, classes: 22 },
  bandwidth: [{ workingSetBytes: 1e6, bytesPerSecond: 8e10 }, { workingSetBytes: 3e7, bytesPerSecond: 3e10 }],
  classes: {
    "matMul": term({ launchSeconds: 6e-6, tiledMultiplyAddSeconds: 5e-11, vectorMultiplyAddSeconds: 8e-11, packSeconds: 4e-9, restreamFactor: 0.2 }),
    "matMul.transposed": term({ tiledMultiplyAddSeconds: 7e-10, vectorMultiplyAddSeconds: 8e-10, runSeconds: 5e-7 }),
    "matMul.batched": term({ tiledMultiplyAddSeconds: 6e-10, vectorMultiplyAddSeconds: 8e-10, runSeconds: 5e-7 }),
    "softmax": term({ runSeconds: 3e-8, elementSeconds: 1e-9 }), "sigmoid": term({ elementSeconds: 1e-9 }), "rsqrt": term({ elementSeconds: 2e-9 }),
    "square": term({ streamFactor: 0.8 }), "mean": term({ runSeconds: 1e-9, elementSeconds: 2e-10, serialElementSeconds: 4e-10 }),
    "sum": term({ elementSeconds: 2e-10, serialElementSeconds: 5e-10 }), "sum.strided": term({ elementSeconds: 7e-10 }), "reshape": term({ launchSeconds: 1e-6 }),
    "add": term({ streamFactor: 1, runSeconds: 1e-8 }), "sub": term({ streamFactor: 1, runSeconds: 1e-8 }), "mul": term({ streamFactor: 1, runSeconds: 1e-8 }),
    "div": term({ streamFactor: 1.2, runSeconds: 1e-8 }), "topk": term({ runSeconds: 2e-8, elementSeconds: 1e-8 }),
    "transpose": term({ runSeconds: 5e-9, elementSeconds: 2e-10 }), "slice": term({ runSeconds: 6e-8, streamFactor: 0.5 }),
    "concat": term({ runSeconds: 4e-8, streamFactor: 0.7 }), "gather": term({ elementSeconds: 3e-8 }),
    "tensor": term({ streamFactor: 2 }), "fill": term({ elementSeconds: 7e-11 }),
  },
};

/** A backend without elements whose clock advances by what each operation costs on a made-up machine. */
export function madeUpBackend(costs: OperationCosts): { readonly backend: LoadedBackend; readonly clock: Clock; setPace: (pace: number) => void } {
  const shapes = shapeBackend();
  const light = { ...shapes, tensor: (values: Float32Array | Int32Array, shape: number[], dtype: "float32" | "int32") => (dtype === "int32" ? shapes.tensor(values, shape, dtype) : shapes.fill(shape, 0)) };
  const { tf, records } = tracingBackend(light);
  const waiting = records as OpRecord[];
  let milliseconds = 0;
  let pace = 1;
  const clock = (): number => {
    for (const record of waiting) milliseconds += 1000 * pace * predictTrace(costs, [record]);
    waiting.length = 0;
    return milliseconds;
  };
  return { backend: { tf, name: "cpu", package: "made up 1.0", passedOver: [] }, clock, setPace: (value) => (pace = value) };
}

/** Its largest matrix rate: whole tiles, no launch. */
export const madeUpPeak: number = 2 / (madeUpCosts.classes["matMul"]?.tiledMultiplyAddSeconds ?? NaN);
export const madeUpBandwidth = (bytes: number): number => bandwidthAt(madeUpCosts.bandwidth, bytes);
