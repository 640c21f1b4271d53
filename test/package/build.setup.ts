import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds once before the tests that read dist/. That the build is without errors is a test of its own (contents.test.ts). */
export default function build(): void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  spawnSync(process.execPath, [script], { stdio: "ignore" });
}
