// Writes docs/formulas.md from the laws of docs/formulas/. `node scripts/formulas.mjs` writes it, `--check` only says whether it is current.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeGenerated } from "./generated.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: [join(root, "docs/formulas/sheet.ts")], bundle: true, write: false, format: "esm", platform: "node", logLevel: "error",
});
const { sheet } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
writeGenerated(join(root, "docs/formulas.md"), sheet(), import.meta.url);
