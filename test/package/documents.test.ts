import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./pack.ts";

function complaints(...args: readonly string[]): string {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return run.status === 0 ? "" : `${run.stdout}${run.stderr}`;
}

/** A function that works each answer out once. */
function memo<T>(of: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, of(path));
    return known.get(path) as T;
  };
}

describe("public interface", () => {
  it("is what the reports in etc/ say", () => {
    expect(complaints("scripts/api.mjs")).toBe("");
  });

});

describe("reference site", () => {
  const out = mkdtempSync(join(tmpdir(), "ridgepoint-site-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const pages = (): string[] => readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
  const textOf = (path: string): string => readFileSync(join(out, path), "utf8");

  it("is made without a warning", () => {
    expect(complaints(join("node_modules", "typedoc", "bin", "typedoc"), "--out", out)).toBe("");
  });

  it("has a front page that leads to every guide, the formula sheet, the notebooks and the reference", () => {
    const front = textOf("index.html");
    const guides = pages().filter((path) => path.startsWith("documents/"));
    expect(guides.length).toBe(readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter((path) => /^(?!README|site)[\w/-]+\.md$/.test(path)).length);
    expect([...guides, "notebooks/index.html", "notebooks/planner.html", "modules.html"].filter((path) => !front.includes(`href="${path}"`))).toEqual([]);
    expect(front).toContain('class="rp-cards"');
  });

  it("typesets the formulas", () => {
    const sheet = textOf("documents/Formula_sheet.html");
    expect(sheet.split('class="rp-law"').length).toBeGreaterThan(100);
    expect(sheet).toContain("<math ");
    expect(sheet).not.toMatch(/katex-error|```|\$<code>/);
    expect(existsSync(join(out, "assets/katex/fonts/KaTeX_Main-Regular.woff2"))).toBe(true);
  });

  it("has no link that leads nowhere, and asks nothing of another origin", () => {
    const wrong: string[] = [];
    const idsOf = memo((path) => new Set([...textOf(path).matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id)));
    const isThere = memo((path) => existsSync(join(path.startsWith("notebooks/") ? root : out, path)));
    for (const page of pages()) {
      const html = textOf(page);
      for (const [, tag = "", link = ""] of html.matchAll(/<(\w+)\b[^>]*?\s(?:href|src)="([^"]*)"/g)) {
        if (/^(https?:|mailto:)/.test(link)) {
          if (tag !== "a") wrong.push(`${page}: ${link}`);
          continue;
        }
        const [target = "", anchor] = decodeURI(link).split("#");
        const path = target === "" ? page : posix.join(posix.dirname(page), target);
        const lands = anchor === undefined || anchor === "" || !path.endsWith(".html") || idsOf(path).has(anchor);
        if (!isThere(path) || !lands) wrong.push(`${page}: ${link}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
