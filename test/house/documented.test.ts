import { describe, expect, it } from "vitest";
import { bareMembers, commentOf, exportsOf, functionOf, throwsRidgepointError } from "./documented.ts";
import { textOf } from "./sources.ts";

/** Functions that name one that throws, with arguments for which it never does. */
const NEVER: readonly string[] = [
  // Rows of one type, whose fields have one type each.
  "constantTable", "deploymentTable", "deviceTable", "leverTable", "memoryTable", "operatorTable", "paretoTable", "queueTable",
  // Kernels with sizes of their own.
  "checkBackend", "heldBackKernels",
];

/** Types with fields that have no comment of their own yet. A name may leave this list, and none may join it. */
const INCOMPLETE: readonly string[] = [
  "AmongOthers", "Atoms", "AttentionOperands", "AttentionShape", "BackendTensor", "BandwidthPoint", "BlockNumbers", "BlockResult", "BlockShape",
  "BlockWeights", "CacheNumbers", "ClassCost", "DeviceFile", "Disagreement", "ErrorSummary", "FabricFile", "FfnNumbers", "FfnShape", "GemmPoint",
  "GemmShape", "HostMeasurement", "HostRoofline", "KernelCase", "KernelCheck", "KernelMeasurement", "KeyRange", "Law", "LinkFile", "LoadedBackend",
  "MachineMeasurement", "MemoryFile", "MixtureWorkload", "MlaDecodeShape", "MoeShape", "NodeFile", "OpRecord", "OperationCosts", "PlainBlockResult",
  "PlainBlockShape", "PlainFfnWeights", "PlainRouting", "PriceFile", "RooflinePoint", "RotaryTable", "RoutedMoeWeights", "Routing", "ScaleUpFile",
  "ShapeTensor", "Source", "SourcedFigure", "SourcedQuantity", "StorageFile", "TensorBackend", "TraceCounts", "TracingBackend",
];

const { exports } = JSON.parse(textOf("package.json")) as { readonly exports: Readonly<Record<string, string | { readonly types: string }>> };
const entries = Object.values(exports).flatMap((target) => (typeof target === "string" ? [] : [target.types.replace(/^\.\/dist\/(.*)\.d\.ts$/, "src/$1.ts")]));
const declarations = entries.flatMap(exportsOf);
const functions = declarations.filter((declaration) => functionOf(declaration) !== null);

describe("comments of the public entries", () => {
  it("every declaration is found and has one", () => {
    expect(functions.length).toBeGreaterThan(200);
    const bare = declarations.filter((declaration) => !/^\/\*\*\s*(\*\s*)?[^@\s*]/.test(commentOf(declaration)));
    expect(bare.map(({ name, path }) => `${path}: ${name}`)).toEqual([]);
  });

  it("every field of a public interface has one, with its unit", () => {
    const incomplete = new Set(declarations.filter((declaration) => bareMembers(declaration).length > 0).map(({ name }) => name));
    expect([...incomplete].sort()).toEqual([...INCOMPLETE].sort());
  });

  it("a function that throws a RidgepointError says when", () => {
    const silent = functions.filter((declaration) => throwsRidgepointError(declaration) && !/@throws RidgepointError \S/.test(commentOf(declaration)));
    expect(silent.map(({ name }) => name).sort()).toEqual([...NEVER].sort());
  });
});
