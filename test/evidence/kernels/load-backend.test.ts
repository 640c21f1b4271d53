import * as tfjs from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import type { TensorBackend } from "../../../src/evidence/kernels/backend.ts";
import { gemm } from "../../../src/evidence/kernels/gemm.ts";
import { loadBackend } from "../../../src/evidence/kernels/load-backend.ts";
import { RidgepointError } from "../../../src/quantities/errors.ts";

const imported = (name: string): Promise<unknown> => import(/* @vite-ignore */ name);

/** Imports as on a machine that lacks some packages. */
const without = (...missing: string[]) => (name: string): Promise<unknown> =>
  missing.includes(name) ? Promise.reject(new Error(`Cannot find package '${name}'\nImported from here`)) : imported(name);

describe("loadBackend", () => {
  it("takes WebAssembly where TensorFlow's own library is not installed, and says why", async () => {
    const loaded = await loadBackend({ importPackage: without("@tensorflow/tfjs-node") });
    expect(loaded.name).toBe("wasm");
    expect(loaded.package).toMatch(/^@tensorflow\/tfjs-backend-wasm \d+\.\d+/);
    expect(loaded.passedOver).toEqual(["tensorflow: Cannot find package '@tensorflow/tfjs-node'"]);
  });

  it("takes TensorFlow's own library first where it is there", async () => {
    let chosen = "";
    const fake = { version: { "tfjs-node": "4.22.0" }, setBackend: (name: string) => Promise.resolve((chosen = name) !== ""), ready: () => Promise.resolve() };
    const loaded = await loadBackend({ importPackage: (name) => (name === "@tensorflow/tfjs-node" ? Promise.resolve({ default: fake }) : imported(name)) });
    expect([loaded.name, loaded.package, chosen]).toEqual(["tensorflow", "@tensorflow/tfjs-node 4.22.0", "tensorflow"]);
    expect(loaded.passedOver).toEqual([]);
  });

  it.each([["@tensorflow/tfjs-core"], ["@tensorflow/tfjs"]])("runs plain JavaScript without WebAssembly and without %s", async (missing) => {
    const { name, package: from } = await loadBackend({ importPackage: without("@tensorflow/tfjs-node", "@tensorflow/tfjs-backend-wasm", missing) });
    expect(name).toBe("cpu");
    expect(from).toMatch(/^@tensorflow\/tfjs-backend-cpu \d+\.\d+/);
  });

  it("passes over a backend that refuses to start", async () => {
    const fake = { setBackend: () => Promise.resolve(false), ready: () => Promise.resolve() };
    const error = loadBackend({ prefer: ["tensorflow"], importPackage: () => Promise.resolve(fake) });
    await expect(error).rejects.toThrow("could not start its backend");
  });

  it("says what to install where nothing loads", async () => {
    const error = await loadBackend({ importPackage: (name) => Promise.reject(new Error(`no ${name}`)) }).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(RidgepointError);
    expect((error as RidgepointError).code).toBe("unsupported");
    expect((error as RidgepointError).message).toContain("npm install @tensorflow/tfjs-core");
    expect((error as RidgepointError).message).toContain("wasm: no @tensorflow/tfjs");
  });
});

describe("an injected namespace", () => {
  it("of TensorFlow.js is a TensorBackend as it is, and kernels keep its tensor type", async () => {
    await tfjs.setBackend("cpu");
    const tf: TensorBackend<tfjs.Tensor> = tfjs; // checked by the compiler
    const product: tfjs.Tensor = gemm(tf, tfjs.eye(3), tfjs.ones([3, 2]));
    expect(Array.from(product.dataSync())).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
