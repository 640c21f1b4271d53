// What the scripts that write `*.generated.ts` share.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";

/**
 * Writes `text` to `target` where it differs; with `--check` on the command line only says that it does, by the exit status.
 * @param script - `import.meta.url` of the script, which is named as the way to renew the file.
 */
export function writeGenerated(target, text, script) {
  let current = "";
  try {
    current = readFileSync(target, "utf8");
  } catch {
    // Not written yet.
  }
  if (text === current) return;
  const path = relative(fileURLToPath(new URL("..", import.meta.url)), target);
  if (argv.includes("--check")) {
    console.error(`${path} is not current; run: node scripts/${basename(fileURLToPath(script))}`);
    exit(1);
  }
  writeFileSync(target, text);
  console.log(`${path}: ${(text.length / 1024).toFixed(0)} KiB`);
}
