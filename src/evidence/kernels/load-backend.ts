import { RidgepointError } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";

/** Backends in the order in which they are tried. */
export type BackendName = "tensorflow" | "wasm" | "cpu";

/** A backend that is ready, and which one it is. */
export interface LoadedBackend {
  readonly tf: TensorBackend;
  /** What runs: TensorFlow's native library, WebAssembly, or plain JavaScript. */
  readonly name: BackendName;
  /** Package and version, for example "@tensorflow/tfjs-backend-wasm 4.22.0". */
  readonly package: string;
  /** Why a better backend did not load; empty where the first one did. */
  readonly passedOver: readonly string[];
}

/** Options of {@link loadBackend}. */
export interface LoadBackendOptions {
  /** Backends to try, in order. Default: tensorflow, wasm, cpu. */
  readonly prefer?: readonly BackendName[];
  /**
   * Imports a package by its name. Default: `import(name)`. Pages without an import map, and bundlers, pass their own:
   * `(name) => ({ "@tensorflow/tfjs-core": () => import("@tensorflow/tfjs-core"), … })[name]()`.
   */
  readonly importPackage?: (name: string) => Promise<unknown>;
  /** Folder of the .wasm files, where the package cannot find them by itself (browsers): passed to `setWasmPaths`. */
  readonly wasmPaths?: string;
}

type Module = Record<string, unknown>;

/**
 * Loads TensorFlow.js: `@tensorflow/tfjs-node` where the user installed it, else `@tensorflow/tfjs-backend-wasm`, else the
 * plain JavaScript backend. All three are optional peers of this library and none is loaded before this call.
 *
 * @throws RidgepointError `unsupported` with what each attempt said, where none loads.
 */
export async function loadBackend(options: LoadBackendOptions = {}): Promise<LoadedBackend> {
  const importPackage = options.importPackage ?? ((name: string): Promise<unknown> => import(/* @vite-ignore */ name));
  const load = async (name: string): Promise<Module> => namespaceOf(await importPackage(name));
  const passedOver: string[] = [];
  for (const name of options.prefer ?? ["tensorflow", "wasm", "cpu"]) {
    try {
      return { ...(await loaders[name](load, options)), name, passedOver };
    } catch (fault) {
      passedOver.push(`${name}: ${firstLine(fault)}`);
    }
  }
  throw new RidgepointError("unsupported",
    `no TensorFlow.js backend loads (${passedOver.join("; ")}); install one: npm install @tensorflow/tfjs-core @tensorflow/tfjs-backend-cpu @tensorflow/tfjs-backend-wasm`,
    { path: "prefer" });
}

type Load = (name: string) => Promise<Module>;
type Loader = (load: Load, options: LoadBackendOptions) => Promise<{ tf: TensorBackend; package: string }>;

const loaders: Readonly<Record<BackendName, Loader>> = {
  tensorflow: async (load) => {
    const tf = await load("@tensorflow/tfjs-node");
    return select(tf, "tensorflow", `@tensorflow/tfjs-node ${versionOf(tf, "tfjs-node")}`);
  },
  wasm: async (load, { wasmPaths }) => {
    const tf = await coreOf(load);
    const wasm = await load("@tensorflow/tfjs-backend-wasm");
    if (wasmPaths !== undefined) (wasm["setWasmPaths"] as (paths: string) => void)(wasmPaths);
    return select(tf, "wasm", `@tensorflow/tfjs-backend-wasm ${String(wasm["version_wasm"])}`);
  },
  cpu: async (load) => {
    const tf = await coreOf(load);
    // The union package brings this backend along and needs no second import.
    const cpu = tf["version"] === undefined ? await load("@tensorflow/tfjs-backend-cpu") : null;
    const version = cpu === null ? versionOf(tf, "tfjs-backend-cpu") : String(cpu["version_cpu"]);
    return select(tf, "cpu", `@tensorflow/tfjs-backend-cpu ${version}`);
  },
};

/** tfjs-core where it stands alone, else the union package. Both hold the same engine, so either may meet either backend. */
async function coreOf(load: Load): Promise<Module> {
  try {
    return await load("@tensorflow/tfjs-core");
  } catch {
    return load("@tensorflow/tfjs");
  }
}

async function select(tf: Module, backend: string, packageName: string): Promise<{ tf: TensorBackend; package: string }> {
  const chosen = await (tf["setBackend"] as (name: string) => Promise<boolean>)(backend);
  if (!chosen) throw new Error(`${packageName} could not start its backend`);
  await (tf["ready"] as () => Promise<void>)();
  return { tf: tf as unknown as TensorBackend<BackendTensor>, package: packageName };
}

/** CommonJS packages come with their names on `default` where Node cannot see them. */
function namespaceOf(module: unknown): Module {
  const names = module as Module;
  const inner = names["default"] as Module | undefined;
  return inner !== undefined && !("setBackend" in names || "version_wasm" in names || "version_cpu" in names) ? inner : names;
}

function versionOf(tf: Module, key: string): string {
  const version = (tf["version"] as Record<string, unknown> | undefined)?.[key];
  return version === undefined ? "(version unknown)" : String(version);
}

function firstLine(fault: unknown): string {
  const text = fault instanceof Error ? fault.message : String(fault);
  return text.split("\n")[0] ?? text;
}
