import { spawnSync } from "node:child_process";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryFiles, root, textOf } from "./sources.ts";

const documents = repositoryFiles().filter((path) => path.endsWith(".md"));

describe("documents", () => {
  it("README.md and docs: every block runs, every output is what its command prints", () => {
    const run = spawnSync(process.execPath, ["scripts/readme.mjs", "--check"], { cwd: root, encoding: "utf8" });
    expect(run.stdout + run.stderr).toBe("");
  });

  it.each(documents)("%s: every relative link leads somewhere", (path) => {
    const known = new Set(repositoryFiles());
    const links = [...textOf(path).replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
    const dead = links
      .filter((link) => !/^(https?:|mailto:|#)/.test(link))
      .map((link) => posix.normalize(posix.join(posix.dirname(path), link.replace(/#.*$/, ""))).replace(/\/$/, ""))
      .filter((target) => !known.has(target) && ![...known].some((file) => file.startsWith(`${target}/`)));
    expect(dead).toEqual([]);
  });

  it("every script that CONTRIBUTING.md names exists, and the other way round", () => {
    const { scripts } = JSON.parse(textOf("package.json"));
    const named = [...textOf("CONTRIBUTING.md").matchAll(/`npm (?:run )?([\w:]+)/g)].map(([, name = ""]) => name);
    const builtin = new Set(["cit", "pack", "publish", "ping"]);
    expect(named.filter((name) => !builtin.has(name) && scripts[name] === undefined)).toEqual([]);
    expect(Object.keys(scripts).filter((name) => name !== "prepack" && !named.includes(name) && !name.startsWith("generate:"))).toEqual([]);
  });
});
