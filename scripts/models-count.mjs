// Counts the parameters of `config.json` files with the built library, and says where the catalogue has other figures for the same model.
//   node scripts/models-count.mjs FILE_OR_FOLDER…   a file of a folder is named after its repository, with `--` for the slash
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { model, models, parametersOf, readConfig } = await import(join(root, "dist", "models", "index.js"));

const named = new Set(models().map(({ id }) => id.toLowerCase()));
const files = process.argv.slice(2).flatMap((path) => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => name.endsWith(".json")).map((name) => join(path, name));
});
if (files.length === 0) {
  process.stderr.write("name config.json files, or folders of them\n");
  process.exit(2);
}

/** Python writes Infinity and NaN into its JSON, which JSON does not know; no count depends on such a field. */
const parse = (text) => JSON.parse(text.replace(/([:[,]\s*)(?:-?Infinity|NaN)(?=\s*[,\]}])/g, "$1null"));

let wrong = 0;
const count = (value) => value.toLocaleString("en").padStart(19);
process.stdout.write(`${"total".padStart(19)}${"active".padStart(19)}${"prediction modules".padStart(19)}${"vision".padStart(19)}  model\n`);
for (const file of files) {
  const id = basename(file, ".json").replace("--", "/");
  try {
    const read = readConfig(parse(readFileSync(file, "utf8")), { id });
    const counted = parametersOf(read);
    // What a layer is, not how the file spells it: precision may stand in a file of its own, and names of families differ.
    const differs = named.has(id.toLowerCase()) && JSON.stringify([read.layerKinds, read.pattern]) !== JSON.stringify([model(id).layerKinds, model(id).pattern]);
    if (differs) wrong++;
    process.stdout.write(`${[counted.total, counted.active, counted.mtp, counted.vision].map(count).join("")}  ${id}${differs ? "  (the catalogue has other layers)" : ""}\n`);
  } catch (error) {
    wrong++;
    process.stdout.write(`${" ".repeat(76)}  ${id}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.exit(wrong === 0 ? 0 : 1);
