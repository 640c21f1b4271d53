import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { RidgepointError } from "../../quantities/errors.ts";

/** Most bytes of one file, unpacked: larger ones do not fit in one string. */
const largest = 500e6;

/** The text of a file, unpacked where its name ends in .gz. */
export function readText(path: string, field: string): string {
  try {
    const bytes = readFileSync(path);
    return (path.endsWith(".gz") ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new RidgepointError("invalid-value", `${field} = ${JSON.stringify(path)} cannot be read: ${(error as Error).message}`, { path: field, value: path });
  }
}

/** The content of a JSON file. */
export function readJson(path: string, field: string): unknown {
  const text = readText(path, field);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RidgepointError("invalid-json", `${path} is not JSON: ${(error as Error).message}`, { path: field, value: path });
  }
}

/** Whether an option's value names a file rather than an entry of a catalogue. */
export function isJsonFile(text: string): boolean {
  return /\.json(\.gz)?$/i.test(text);
}
