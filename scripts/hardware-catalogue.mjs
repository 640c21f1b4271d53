// Writes src/hardware/catalogue.generated.ts from hardware/: one string of JSON per file, parsed when it is asked for.
// `node scripts/hardware-catalogue.mjs` writes it, `--check` only says whether it is current.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { writeGenerated } from "./generated.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const target = join(root, "src", "hardware", "catalogue.generated.ts");

/** Sub-folders of hardware/ and the table of the module that each one fills, in the order in which lists show them. */
const sections = [
  ["deviceTexts", ["accelerators", "cpus", "mobile"]],
  ["fabricTexts", ["fabrics"]],
  ["nodeTexts", ["nodes"]],
  ["storageTexts", ["storage"]],
];

/** A value without its nulls: what nobody knows needs no place in the module. */
function known(value) {
  if (Array.isArray(value)) return value.map(known);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([key, entry]) => entry !== null && key !== "$schema");
  return Object.fromEntries(entries.map(([key, entry]) => [key, known(entry)]));
}

/** A string as a single-quoted literal, which spares JSON's many double quotes a backslash each. */
function literal(text) {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}'`;
}

/** The text of the module. Citations are written once and shared by all files that use them. */
export function render(folder = join(root, "hardware")) {
  const citations = new Map();
  const aliases = new Map();
  const parts = sections.map(([name, folders]) => {
    const rows = folders.flatMap((sub) => readdirSync(join(folder, sub)).filter((file) => file.endsWith(".json")).sort().map((file) => {
      const entry = JSON.parse(readFileSync(join(folder, sub, file), "utf8"));
      if (`${entry.id}.json` !== file) throw new Error(`hardware/${sub}/${file} has the id ${entry.id}`);
      for (const alias of entry.aliases ?? []) {
        if (aliases.has(alias)) throw new Error(`hardware/${sub}/${file}: ${alias} is also an alias of ${aliases.get(alias)}`);
        aliases.set(alias, entry.id);
      }
      for (const [tag, citation] of Object.entries(entry.sources ?? {})) {
        const text = JSON.stringify(citation);
        if ((citations.get(tag) ?? text) !== text) throw new Error(`hardware/${sub}/${file}: source ${tag} differs from that of another file`);
        citations.set(tag, text);
      }
      const { sources: _, ...rest } = entry;
      return `  ${literal(entry.id)}: ${literal(JSON.stringify(known(rest)))},`;
    }));
    return `export const ${name}: Readonly<Record<string, string>> = {\n${rows.join("\n")}\n};\n`;
  });
  const sorted = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const sources = `{${sorted(citations).map(([tag, text]) => `${JSON.stringify(tag)}:${text}`).join(",")}}`;
  const names = sorted(aliases).map(([alias, id]) => `  ${literal(alias)}: ${literal(id)},`).join("\n");
  return [
    "// Written by scripts/hardware-catalogue.mjs from hardware/; edit those files, not this one.\n",
    ...parts,
    `export const aliases: Readonly<Record<string, string>> = {\n${names}\n};\n`,
    `export const sourcesText: string =\n  ${literal(sources)};\n`,
  ].join("\n");
}

if (argv[1] === fileURLToPath(import.meta.url)) writeGenerated(target, render(), import.meta.url);
