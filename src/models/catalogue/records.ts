import type { Precision } from "../../quantities/formats.ts";

/**
 * Dimensions of one model, with the field names of `config.json`; fields at their Transformers default may be left out.
 * The source is the repository that the record is named after.
 */
export type ModelRecord = { readonly model_type: string } & Readonly<Record<string, unknown>>;

/** Records by repository id. */
export type ModelRecords = Readonly<Record<string, ModelRecord>>;

/** Another name of a model, or a repository with the same dimensions whose weights have a number format of their own. */
export type Alias = string | { readonly of: string; readonly precision: Precision };
