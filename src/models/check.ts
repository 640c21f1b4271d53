import { invalidValue } from "../quantities/errors.ts";
import type { Architecture } from "./types.ts";

const mixerFields: Readonly<Record<string, readonly string[]>> = {
  attention: ["heads", "kvHeads", "headDim", "valueHeadDim", "qkNormParameters"],
  mla: ["heads", "latentDim", "nopeDim", "ropeDim", "valueDim"],
  recurrent: ["heads", "keyDim", "valueDim", "convolutionChannels", "convolutionWidth", "stateElements", "otherParameters"],
  none: [],
};
const feedForwardFields: Readonly<Record<string, readonly string[]>> = {
  dense: ["intermediate"], moe: ["experts", "topK", "intermediate", "sharedIntermediate"], none: [],
};
const ownFields = ["hiddenSize", "vocabularySize", "learnedPositions", "otherParameters", "mtpParameters"];

/** Far above any dimension, and far below where products of them overflow. */
const most = 1e30;

type Fields = Readonly<Record<string, unknown>>;

/** Architectures that have passed: they are immutable, and checking takes longer than counting. */
const checked = new WeakSet<Architecture>();

/**
 * Checks an architecture that a program brings: what `readConfig` and the catalogue give passes, and so does a changed copy of it
 * whose dimensions are counts.
 * @throws RidgepointError `invalid-value` with the path of the field.
 */
export function checkArchitecture(architecture: Architecture, path = "model"): Architecture {
  if (checked.has(architecture)) return architecture;
  const fields = record(architecture, path);
  counts(fields, ownFields, path);
  record(fields["norm"], `${path}.norm`);
  const kinds = list(fields["layerKinds"], `${path}.layerKinds`);
  kinds.forEach((kind, index) => checkKind(kind, `${path}.layerKinds[${index}]`));
  list(fields["pattern"], `${path}.pattern`).forEach((kind, layer) => {
    if (!(typeof kind === "number" && Number.isInteger(kind) && kind >= 0 && kind < kinds.length)) {
      throw invalidValue(`${path}.pattern[${layer}]`, kind, `is not the number of one of ${kinds.length} layer kinds`);
    }
  });
  checkNumbers(architecture, path);
  checked.add(architecture);
  return architecture;
}

function checkKind(kind: unknown, path: string): void {
  const fields = record(kind, path);
  counts(fields, ["norms", "otherParameters"], path);
  for (const [part, known] of [["mixer", mixerFields], ["feedForward", feedForwardFields]] as const) {
    const inner = record(fields[part], `${path}.${part}`);
    const name = inner["kind"];
    const wanted = typeof name === "string" && Object.hasOwn(known, name) ? known[name] : undefined;
    if (wanted === undefined) throw invalidValue(`${path}.${part}.kind`, name, `is not one of ${Object.keys(known).join(", ")}`);
    counts(inner, wanted, `${path}.${part}`);
    if (inner["sparse"] !== undefined && inner["sparse"] !== null) {
      counts(record(inner["sparse"], `${path}.${part}.sparse`), ["topTokens", "indexHeads", "indexHeadDim"], `${path}.${part}.sparse`);
    }
    for (const limit of ["window", "chunk"]) {
      if (name === "attention" && inner[limit] !== null) counts(inner, [limit], `${path}.${part}`);
    }
    if (name === "recurrent") {
      list(inner["projections"], `${path}.${part}.projections`).forEach((projection, index) => {
        const at = `${path}.${part}.projections[${index}]`;
        counts(record(projection, at), ["inputs", "outputs"], at);
      });
    }
  }
}

/** Numbers of all fields, those that may be absent included, are finite and not negative; nothing else but words, flags, null. */
function checkNumbers(value: unknown, path: string): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) checkNumbers(part, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
  } else if (typeof value === "number" ? !(value >= 0 && value < most) : !["string", "boolean", "undefined"].includes(typeof value) && value !== null) {
    throw invalidValue(path, value, "is not a number of at least 0");
  }
}

function record(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidValue(path, value, "is not an object of an architecture");
  return value as Fields;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidValue(path, value, "is not a list with an entry");
  return value;
}

function counts(fields: Fields, names: readonly string[], path: string): void {
  for (const name of names) {
    const value = fields[name];
    if (!(typeof value === "number" && value >= 0 && value < most)) throw invalidValue(`${path}.${name}`, value, "is not a number of at least 0");
  }
}
