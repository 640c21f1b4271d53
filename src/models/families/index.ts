import type { FamilyReader } from "./assemble.ts";
import { classicFamilies } from "./classic.ts";
import { type DecoderFamily, decoderReader } from "./decoder.ts";
import { deepseekV4 } from "./deepseek-v4.ts";
import { deepseekReaders } from "./deepseek.ts";
import { expertFamilies } from "./experts.ts";
import { gemma4Text, gemmaFamilies } from "./gemma.ts";
import { hybridReaders } from "./hybrid.ts";
import { kimiLinear } from "./kimi.ts";
import { llamaFamilies } from "./llama.ts";
import { multimodalReaders } from "./multimodal.ts";
import { otherReaders } from "./others.ts";
import { qwenNextFamilies } from "./qwen-next.ts";
import { sparseDecoderFamilies } from "./sparse-decoders.ts";
import { stepFamilies } from "./step.ts";

/** Families that are rows of a table. */
const tables: readonly Readonly<Record<string, DecoderFamily>>[] = [
  llamaFamilies, classicFamilies, expertFamilies, gemmaFamilies, sparseDecoderFamilies, qwenNextFamilies, stepFamilies,
];

/** Families with a reader of their own. */
const readers: readonly Readonly<Record<string, FamilyReader>>[] = [
  deepseekReaders, hybridReaders, otherReaders,
  { deepseek_v4: deepseekV4, gemma4_text: gemma4Text, kimi_linear: kimiLinear },
  multimodalReaders(readerOf),
];

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
