import type { ConstantDefinition } from "./types.ts";
import { attentionConstants } from "./attention.ts";
import { collectiveConstants } from "./collectives.ts";
import { elementwiseConstants } from "./elementwise.ts";
import { gemmConstants } from "./gemm.ts";
import { groupedGemmConstants } from "./grouped-gemm.ts";
import { powerConstants } from "./power.ts";
import { stepConstants } from "./steps.ts";
import { unfusedConstants } from "./unfused.ts";

/** Every constant of the model. A file a subject; each adds its record here. */
export const constantDefinitions = {
  ...stepConstants,
  ...powerConstants,
  ...attentionConstants,
  ...collectiveConstants,
  ...elementwiseConstants,
  ...gemmConstants,
  ...groupedGemmConstants,
  ...unfusedConstants,
} as const satisfies Record<string, ConstantDefinition>;

export type ConstantName = keyof typeof constantDefinitions;

/** Values of all constants for one device family and engine. */
export type ConstantSet = Readonly<Record<ConstantName, number>>;
