import type { FamilyReader } from "./assemble.ts";
import { classicFamilies } from "./classic.ts";
import { type DecoderFamily, decoderReader } from "./decoder.ts";
import { deepseekReaders } from "./deepseek.ts";
import { expertFamilies } from "./experts.ts";
import { llamaFamilies } from "./llama.ts";

const tables: readonly Readonly<Record<string, DecoderFamily>>[] = [llamaFamilies, classicFamilies, expertFamilies];
const readers: readonly Readonly<Record<string, FamilyReader>>[] = [deepseekReaders];

/** The reader of a `model_type`; null where the type is not known. */
export function readerOf(modelType: string): FamilyReader | null {
  for (const table of readers) {
    const reader = Object.hasOwn(table, modelType) ? table[modelType] : undefined;
    if (reader !== undefined) return reader;
  }
  for (const table of tables) {
    const row = Object.hasOwn(table, modelType) ? table[modelType] : undefined;
    if (row !== undefined) return decoderReader(row);
  }
  return null;
}

/** Every `model_type` that can be read. */
export function modelTypes(): readonly string[] {
  return [...readers, ...tables].flatMap((table) => Object.keys(table)).sort();
}
