import { attentionPrefillProvenance, attentionDecodeProvenance } from "./attention.ts";
import { collectiveProvenance } from "./collectives.ts";
import { elementwiseProvenance } from "./elementwise.ts";
import { gemmProvenance } from "./gemm.ts";
import { groupedGemmProvenance } from "./grouped-gemm.ts";
import { mlaProvenance } from "./mla.ts";
import { powerProvenance } from "./power.ts";
import { stepProvenance } from "./steps.ts";
import { unfusedProvenance } from "./unfused.ts";
import type { ConstantName } from "./registry.ts";
import type { ConstantProvenance } from "./types.ts";

/** Meaning and source of every constant. */
export const constantProvenance: Readonly<Record<ConstantName, ConstantProvenance>> = {
  ...attentionPrefillProvenance,
  ...attentionDecodeProvenance,
  ...collectiveProvenance,
  ...elementwiseProvenance,
  ...gemmProvenance,
  ...groupedGemmProvenance,
  ...mlaProvenance,
  ...powerProvenance,
  ...stepProvenance,
  ...unfusedProvenance,
};
