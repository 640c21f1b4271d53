// `npm run numbers`: writes test/numbers/predictions.json anew. Read the diff: every line is a prediction before and after.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: [join(root, "test", "numbers", "table.ts")],
  bundle: true,
  write: false,
  platform: "node",
  format: "esm",
});
const { table, toText } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
const rows = table();
writeFileSync(join(root, "test", "numbers", "predictions.json"), toText(rows));
process.stdout.write(`${rows.size} predictions written\n`);
