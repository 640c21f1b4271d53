import { deepseekModels } from "./deepseek.ts";
import { googleModels } from "./google.ts";
import { metaModels } from "./meta.ts";
import { microsoftModels } from "./microsoft.ts";
import { mistralModels } from "./mistral.ts";
import { nvidiaModels } from "./nvidia.ts";
import { openaiModels } from "./openai.ts";
import { otherModels } from "./others.ts";
import { qwenModels } from "./qwen.ts";
import type { ModelRecords } from "./records.ts";

/** The catalogue, by maker. */
export const catalogue: readonly ModelRecords[] = [
  metaModels,
  qwenModels,
  deepseekModels,
  googleModels,
  mistralModels,
  microsoftModels,
  openaiModels,
  nvidiaModels,
  otherModels,
];
