import wasmPlain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import wasmSimd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import { loadBackend, measureHost } from "../../src/evidence/kernels/index.ts";
import type { Measured, MeasureRequest } from "./measure.ts";

const scope = self as unknown as { postMessage: (said: Measured) => void; onmessage: ((event: MessageEvent<MeasureRequest>) => void) | null };

/** Packages by name, so that a bundler sees them; the WebAssembly files come from this site. */
const packages: Readonly<Record<string, () => Promise<unknown>>> = {
  "@tensorflow/tfjs-core": () => import("@tensorflow/tfjs-core"),
  "@tensorflow/tfjs-backend-cpu": () => import("@tensorflow/tfjs-backend-cpu"),
  "@tensorflow/tfjs-backend-wasm": async () => {
    const wasm = await import("@tensorflow/tfjs-backend-wasm");
    const absolute = (path: string): string => new URL(path, self.location.href).href;
    // One thread: a page that is not cross-origin isolated may not share memory between threads.
    wasm.setWasmPaths({ "tfjs-backend-wasm.wasm": absolute(wasmPlain), "tfjs-backend-wasm-simd.wasm": absolute(wasmSimd), "tfjs-backend-wasm-threaded-simd.wasm": absolute(wasmSimd) });
    wasm.setThreadsCount(1);
    return wasm;
  },
};

scope.onmessage = async ({ data: { seconds, backend } }) => {
  try {
    const loaded = await loadBackend({ prefer: [backend], importPackage: async (name) => packages[name]?.() ?? Promise.reject(new Error(`${name} is not part of this page`)) });
    scope.postMessage({ started: true });
    scope.postMessage({ measurement: measureHost(loaded, { budgetSeconds: seconds }) });
  } catch (fault) {
    scope.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) });
  }
};
