import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds once before the tests that read dist/. */
export default function build(): void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  execFileSync(process.execPath, [script], { stdio: "inherit" });
}
