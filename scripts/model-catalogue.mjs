// Writes src/models/catalogue.generated.ts from the records of src/models/catalogue/: one string of JSON per model, the
// architecture as `readConfig` reads it, parsed when it is asked for. So a lookup needs no reader of any family.
// `node scripts/model-catalogue.mjs` writes it, `--check` only says whether it is current.
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { writeGenerated } from "./generated.mjs";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const target = join(root, "src", "models", "catalogue.generated.ts");

/** The records and the reader, from the sources: the script needs no earlier build, which would need its own product. */
async function sources() {
  const contents = 'export { catalogue } from "./catalogue/index.ts";\nexport { readConfig } from "./readConfig.ts";\n';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(root, "src", "models") }, bundle: true, write: false, format: "esm", platform: "node", logLevel: "error",
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/** The text of the module. */
export async function render() {
  const { catalogue, readConfig } = await sources();
  const rows = catalogue.flatMap((records) => Object.entries(records)).map(([id, record]) => {
    const text = JSON.stringify(readConfig(record, { id, path: `catalogue["${id}"]` }));
    if (/['\\\u2028\u2029]/.test(text)) throw new Error(`${id} has a character that a literal cannot hold as it is`);
    return `  '${id}': '${text}',`;
  });
  return [
    "// Written by scripts/model-catalogue.mjs from the records of src/models/catalogue/; edit those, not this file.\n",
    "/** Architectures as JSON, by repository id. */",
    `export const architectureTexts: Readonly<Record<string, string>> = {\n${rows.join("\n")}\n};`,
    "",
  ].join("\n");
}

if (argv[1] === fileURLToPath(import.meta.url)) writeGenerated(target, await render(), import.meta.url);
