import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./pack.ts";

function complaints(...args: readonly string[]): string {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`;
}

describe("public interface", () => {
  it("is what the reports in etc/ say", () => {
    expect(complaints("scripts/api.mjs")).toBe("");
  });

  it("makes a reference site without a warning", () => {
    expect(complaints(join("node_modules", "typedoc", "bin", "typedoc"), "--emit", "none")).toBe("");
  });
});
