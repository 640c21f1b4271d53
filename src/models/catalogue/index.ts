import { metaModels } from "./meta.ts";
import { otherModels } from "./others.ts";
import { qwenModels } from "./qwen.ts";
import { deepseekModels } from "./deepseek.ts";
import type { ModelRecords } from "./records.ts";

/** The catalogue, by maker. */
export const catalogue: readonly ModelRecords[] = [metaModels, qwenModels, deepseekModels, otherModels];
