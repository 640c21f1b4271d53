import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { root } from "./sources.ts";

/** Runs a development tool from node_modules; returns what it printed when it failed, else "". */
function complaints(script: string, ...args: readonly string[]): string {
  const run = spawnSync(process.execPath, [`${root}node_modules/${script}`, ...args], { cwd: root, encoding: "utf8" });
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`;
}

describe("tools", () => {
  it("TypeScript accepts sources, tests, benches and scripts", () => {
    expect(complaints("typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json")).toBe("");
  });

  it("Biome has nothing to say", () => {
    expect(complaints("@biomejs/biome/bin/biome", "lint", "--error-on-warnings", "--colors=off", ".")).toBe("");
  });
});
