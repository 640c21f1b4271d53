import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const out = mkdtempSync(join(tmpdir(), "ridgepoint-desktop-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Names that a bundle exports: esbuild ends it with one list. */
function exportsOf(path: string): string[] {
  const lists = [...readFileSync(path, "utf8").matchAll(/^export \{([^}]*)\}/gm)];
  return lists.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim().split(/\s+as\s+/).at(-1) ?? "")).filter((name) => name !== "");
}

describe("notebooks for Observable Desktop", () => {
  it("import JavaScript that is there and has the names that they ask for", async () => {
    const { desktop } = (await import("../../scripts/notebooks-desktop.mjs" as string)) as { readonly desktop: (options: { readonly out: string }) => Promise<readonly string[]> };
    const names = await desktop({ out });
    expect(names.length).toBeGreaterThanOrEqual(12);
    let asked = 0;
    for (const name of names) {
      const text = readFileSync(join(out, name), "utf8");
      expect(text).not.toMatch(/from "[^"]*(\.ts|\?raw)"/);
      for (const [, list = "", specifier = ""] of text.matchAll(/(?:import|const) \{([^}]*)\} (?:from |= await import\()"(\.\/modules\/[^"]+)"/g)) {
        const path = join(out, specifier);
        expect(existsSync(path), specifier).toBe(true);
        const wanted = list.split(",").map((word) => word.trim().split(/\s+as\s+/)[0] ?? "").filter((word) => word !== "");
        expect(exportsOf(path)).toEqual(expect.arrayContaining(wanted));
        asked += wanted.length;
      }
    }
    expect(asked).toBeGreaterThan(100);
  });
});
