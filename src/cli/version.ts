import { readFileSync } from "node:fs";

/** The version of the package that this file belongs to: `package.json` is two folders up from the built command. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return manifest.version;
}
