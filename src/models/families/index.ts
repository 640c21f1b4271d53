import type { FamilyReader } from "./assemble.ts";
import { classicFamilies } from "./classic.ts";
import { type DecoderFamily, decoderReader } from "./decoder.ts";
import { searchedReaders } from "./deci.ts";
import { deepseekV4 } from "./deepseek-v4.ts";
import { deepseekReaders } from "./deepseek.ts";
import { encoderDecoderReaders } from "./encoder-decoders.ts";
import { encoderReaders } from "./encoders.ts";
import { expertFamilies } from "./experts.ts";
import { gemma4Text, gemmaFamilies } from "./gemma.ts";
import { mambaReaders } from "./mamba.ts";
import { kimiLinear } from "./kimi.ts";
import { llamaFamilies } from "./llama.ts";
import { minimaxFamilies } from "./minimax.ts";
import { multimodalReaders } from "./multimodal.ts";
import { nemotronH } from "./nemotron-h.ts";
import { qwenNextFamilies } from "./qwen-next.ts";
import { sectionedReaders } from "./sections.ts";
import { sparseDecoderFamilies } from "./sparse-decoders.ts";
import { stepFamilies } from "./step.ts";

/** Families that are rows of a table. */
const tables: readonly Readonly<Record<string, DecoderFamily>>[] = [
  llamaFamilies,
  classicFamilies,
  expertFamilies,
  gemmaFamilies,
  sparseDecoderFamilies,
  minimaxFamilies,
  qwenNextFamilies,
  stepFamilies,
];

/** Families with a reader of their own. */
const readers: readonly Readonly<Record<string, FamilyReader>>[] = [
  deepseekReaders,
  mambaReaders,
  sectionedReaders,
  searchedReaders,
  encoderReaders,
  encoderDecoderReaders,
  { deepseek_v4: deepseekV4, nemotron_h: nemotronH, gemma4_text: gemma4Text, kimi_linear: kimiLinear },
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
