import { RidgepointError, invalidValue } from "../quantities/errors.ts";
import { type Fields, fieldsOf } from "./config/fields.ts";
import { modelTypes, readerOf } from "./families/index.ts";
import { nearestModels } from "./nearest.ts";
import { parametersOf } from "./parameters.ts";
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
  const declared = fields.text("model_type");
  // Some repositories give a model type of their own beside a known class.
  const modelType = declared !== null && readerOf(declared) === null ? (typeOfClass(fields) ?? declared) : declared;
  if (modelType === null) {
    const path = `${fields.path}.model_type`;
    throw new RidgepointError("missing-field", `${path} is missing; give the model type, for example "llama"`, { path });
  }
  const reader = readerOf(modelType);
  if (reader === null) {
    const near = nearestModels(modelType, modelTypes());
    fields.refuse(
      "model_type",
      `is not a model type that can be read${near.length > 0 ? `; did you mean ${near.join(", ")}?` : ""}`,
    );
  }
  const architecture = reader(fields, { id: options.id ?? modelType, root: fields });
  fields.finish();
  const { total, vision, mtp } = parametersOf(architecture);
  if (!Number.isSafeInteger(total + vision + mtp)) {
    throw invalidValue(fields.path, total, "parameters are more than can be counted exactly; check the dimensions");
  }
  return architecture;
}

/** Classes that stand for a model type where `model_type` itself is not known. */
const classTypes: Readonly<Record<string, string>> = { DeepseekV4ForCausalLM: "deepseek_v4" };

function typeOfClass(fields: Fields): string | null {
  const first = fields.list("architectures")?.[0];
  return typeof first === "string" && Object.hasOwn(classTypes, first) ? (classTypes[first] ?? null) : null;
}
