import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { chromiumPath, howToGetChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built notebooks are served; null where there is no browser to look at them. */
    readonly site: string | null;
  }
}

/** Builds the notebooks once and serves them while the tests of the project run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (chromiumPath === null) {
    console.warn(`\n${howToGetChromium}\n`);
    project.provide("site", null);
    return async () => undefined;
  }
  const { build, serve } = (await import("../../../scripts/notebooks.mjs" as string)) as {
    readonly build: (options: { readonly out: string; readonly quiet: boolean }) => Promise<void>;
    readonly serve: (options: { readonly out: string; readonly quiet: boolean }) => Promise<{ readonly resolvedUrls: { readonly local: readonly string[] } | null; readonly close: () => Promise<void> }>;
  };
  const out = mkdtempSync(join(tmpdir(), "ridgepoint-notebooks-"));
  await build({ out, quiet: true });
  const server = await serve({ out, quiet: true });
  project.provide("site", server.resolvedUrls?.local[0] ?? null);
  return async () => {
    await server.close();
    rmSync(out, { recursive: true, force: true });
  };
}
