import { RidgepointError } from "../quantities/errors.ts";
import { type Fields, fieldsOf } from "./config/fields.ts";
import { modelTypes, readerOf } from "./families/index.ts";
import { nearest } from "./nearest.ts";
import type { Architecture } from "./types.ts";

/** How a config is called in results and errors. */
export interface ReadOptions {
  /** Name of the model in results. */
  readonly id?: string;
  /** Path of the config in errors; `model.config` unless said. */
  readonly path?: string;
}

/**
 * Reads the content of a Hugging Face `config.json` into an architecture.
 *
 * A field that has a default in Transformers (MPT: in llm-foundry) may be absent. Fields that cannot change a count are
 * passed over; a structural field that the model type's reader does not know is refused by name.
 *
 * @param config the parsed JSON, or a minimal object such as `{ model_type: "gpt2", n_embd: 2048, n_head: 16, n_layer: 24 }`
 * @throws RidgepointError `missing-field`, `invalid-value`, `unknown-field` or `unsupported`, with the path of the field
 */
export function readConfig(config: unknown, options: ReadOptions = {}): Architecture {
  const fields: Fields = fieldsOf(config, options.path ?? "model.config");
  const modelType = fields.text("model_type");
  if (modelType === null) {
    const path = `${fields.path}.model_type`;
    throw new RidgepointError("missing-field", `${path} is missing; give the model type, for example "llama"`, { path });
  }
  const reader = readerOf(modelType);
  if (reader === null) {
    const near = nearest(modelType, modelTypes());
    fields.refuse("model_type", `is not a model type that can be read${near.length > 0 ? `; did you mean ${near.join(", ")}?` : ""}`);
  }
  return reader(fields, { id: options.id ?? modelType, root: fields });
}
