import { describe, expect, it } from "vitest";
import { importsOf, reachableFrom, repositoryFiles } from "./sources.ts";

/** The folders of src/ from the bottom up: a folder imports from itself and from folders above it in this list. */
const LAYERS: readonly string[] = [
  "quantities",
  "numerics",
  "hardware",
  "models",
  "workloads",
  "deployments",
  "operators",
  "memory",
  "constants",
  "roofline",
  "steps",
  "placement",
  "queueing",
  "serving",
  "training",
  "economics",
  "predict",
  "planner",
  "calibration",
  "contract",
  "evidence",
  "tables",
  "plots",
  "cli",
];

/** Folders that may use less than what lies above them. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  quantities: [],
  numerics: ["quantities"],
  hardware: ["quantities", "numerics"],
  models: ["quantities", "numerics"],
  workloads: ["quantities", "numerics"],
  queueing: ["quantities", "numerics", "workloads"],
};

/** Packages that no import of the library may load; they belong to sub-path exports, notebooks and tests. */
const HEAVY = /^(@tensorflow\/|danfojs|mathjs|@observablehq\/|d3|arquero|@duckdb\/|bullmq|ioredis|highs|vitest|typescript|commander)/;

/** Where files and processes may be used: the command, and loaders of evidence that say so in their name. */
const MAY_USE_NODE = /^src\/(cli\/|evidence\/(.+\/)?node-[\w-]+\.ts$)/;
const BUILTIN = /^(node:|(fs|path|os|url|child_process|worker_threads|zlib|stream|crypto|process|util|events|http|https)(\/|$))/;

const sources = repositoryFiles("src").filter((path) => path.endsWith(".ts"));
const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

function allowed(folder: string): ReadonlySet<string> {
  const above = LAYERS.slice(0, LAYERS.indexOf(folder));
  return new Set([folder, ...(NARROWER[folder] ?? above)]);
}

describe("layers", () => {
  it("every folder of src has its place in the list", () => {
    const folders = new Set(sources.map(folderOf).filter((folder) => folder !== undefined));
    expect([...folders].filter((folder) => !LAYERS.includes(folder))).toEqual([]);
    expect(sources.filter((path) => folderOf(path) === undefined && path !== "src/index.ts")).toEqual([]);
  });

  it("a folder imports only from folders above it", () => {
    const wrong = sources.flatMap((path) => {
      const folder = folderOf(path);
      if (folder === undefined) return [];
      const may = allowed(folder);
      return importsOf(path)
        .filter(({ target }) => target !== null && !may.has(folderOf(target) ?? ""))
        .map(({ specifier }) => `${path} imports ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it("only the command and the loaders of evidence touch the machine", () => {
    const wrong = sources
      .filter((path) => !MAY_USE_NODE.test(path))
      .flatMap((path) => importsOf(path))
      .filter(({ specifier }) => BUILTIN.test(specifier))
      .map(({ from, specifier }) => `${from} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it("relative imports name a file that exists, with its extension", () => {
    const known = new Set(repositoryFiles());
    const wrong = sources
      .flatMap((path) => importsOf(path))
      .filter(({ target }) => target !== null && !known.has(target))
      .map(({ from, specifier }) => `${from} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it("no import cycle between files", () => {
    // Depth-first search; type-only imports count as well, since a cycle of types is a cycle of ideas.
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      if (trail.includes(path) || done.has(path)) return;
      for (const { target } of importsOf(path)) if (target?.endsWith(".ts")) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it.each(["src/index.ts", "src/queueing/index.ts", "src/tables/index.ts"])("%s loads no heavy package", (entry) => {
    const { files, packages } = reachableFrom(entry);
    expect(files.size).toBeGreaterThan(1);
    expect([...packages].filter(([specifier]) => HEAVY.test(specifier))).toEqual([]);
    expect([...files].filter((path) => path.startsWith("src/cli/"))).toEqual([]);
  });
});
