import { expect } from "vitest";
import { loadBackend } from "../../../src/evidence/kernels/load-backend.ts";
import type { BackendTensor, TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import type { BackendName } from "../../../src/evidence/kernels/load-backend.ts";

/** The backends that every kernel is checked on. */
export const backends: readonly BackendName[] = ["cpu", "wasm"];

/** Makes one backend current. TensorFlow.js has one engine per process, so tests that switch must await this first. */
export async function use(name: BackendName): Promise<TensorBackend> {
  return (await loadBackend({ prefer: [name] })).tf;
}

/** Numbers in [−1, 1) from a linear congruential generator (Numerical Recipes, "quick and dirty"); exact in float32. */
export function numbers(length: number, seed = 1): Float32Array {
  let state = seed >>> 0;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 9) / 2 ** 22 - 1;
  });
}

export function tensor(tf: TensorBackend, values: Float32Array, shape: number[]): BackendTensor {
  return tf.tensor(values, shape, "float32");
}

/** Largest difference is small beside the largest value: float32 against float64 loops. */
export function expectClose(actual: BackendTensor, expected: ArrayLike<number>, relative = 2e-5): void {
  const values = actual.dataSync();
  expect(values.length).toBe(expected.length);
  let worst = 0;
  let largest = 0;
  for (let at = 0; at < expected.length; at++) {
    const difference = Math.abs((values[at] ?? NaN) - (expected[at] ?? NaN));
    if (!(difference <= worst)) worst = difference; // a NaN stays
    largest = Math.max(largest, Math.abs(expected[at] ?? NaN));
  }
  expect(largest).toBeGreaterThan(0);
  expect(worst / largest).toBeLessThan(relative);
}
