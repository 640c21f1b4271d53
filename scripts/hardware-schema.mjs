// Writes hardware/schema.json, the JSON Schema of the files in hardware/, from the schema that the library checks them with.
// `node scripts/hardware-schema.mjs` writes it, `--check` only says whether it is current.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { toJsonSchema } from "@valibot/to-json-schema";
import { build } from "esbuild";
import { union } from "valibot";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const target = join(root, "hardware", "schema.json");

/** The sources are TypeScript, which Node 20 does not run: the schema is bundled in memory first. */
async function loadSchemas() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src", "hardware", "schema.ts")],
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    write: false,
    logLevel: "error",
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return module.hardwareSchemas();
}

/** The text of hardware/schema.json. */
export async function render() {
  const { device, fabric, node, storage, parts } = await loadSchemas();
  const { quantity, ...named } = parts;
  const definitions = {
    ...named,
    bytes: quantity("bytes"),
    rate: quantity("bytes-per-second"),
    flops: quantity("flops-per-second"),
    hertz: quantity("hertz"),
    watts: quantity("watts"),
    seconds: quantity("seconds"),
    usd: quantity("usd"),
    device, fabric, node, storage,
  };
  const schema = toJsonSchema(union([device, fabric, node, storage]), { definitions, typeMode: "input", ignoreActions: ["finite"] });
  const { $schema, ...rest } = schema;
  const head = {
    $schema,
    title: "ridgepoint hardware",
    description: "A file of hardware/: a device, fabric, node or storage device, each figure beside its sources. See docs/adding-a-device.md.",
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const text = await render();
  if (!argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error("hardware/schema.json is not current; run: node scripts/hardware-schema.mjs");
    exit(1);
  }
}
