import { invalidValue } from "../quantities/errors.ts";
import { encoderLayers, kvElementsPerToken } from "./cache.ts";
import type { Architecture, LayerKind } from "./types.ts";

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
  const fields = record(architecture, path, ownFields);
  record(fields["norm"], `${path}.norm`);
  const kinds = list(fields, "layerKinds", path);
  kinds.forEach((kind, index) => checkKind(kind, `${path}.layerKinds[${index}]`));
  list(fields, "pattern", path).forEach((kind, layer) => {
    if (!(typeof kind === "number" && Number.isInteger(kind) && kind >= 0 && kind < kinds.length)) {
      throw invalidValue(`${path}.pattern[${layer}]`, kind, `is not the number of one of ${kinds.length} layer kinds`);
    }
  });
  checkNumbers(architecture, path);
  checkStacks(architecture, path);
  checked.add(architecture);
  return architecture;
}

function checkKind(kind: unknown, path: string): void {
  const fields = record(kind, path, ["norms", "otherParameters"]);
  for (const [part, known] of [["mixer", mixerFields], ["feedForward", feedForwardFields], ["cross", mixerFields]] as const) {
    if (part === "cross" && fields[part] === undefined) continue;
    const at = `${path}.${part}`;
    const inner = record(fields[part], at);
    const name = inner["kind"];
    const wanted = typeof name === "string" && Object.hasOwn(known, name) ? known[name] : undefined;
    if (wanted === undefined) throw invalidValue(`${at}.kind`, name, `is not one of ${Object.keys(known).join(", ")}`);
    record(inner, at, wanted);
    const { sparse } = inner;
    if (sparse !== undefined && sparse !== null) record(sparse, `${at}.sparse`, ["topTokens", "indexHeads", "indexHeadDim"]);
    if (name === "attention") record(inner, at, ["window", "chunk"].filter((limit) => inner[limit] !== null));
    if (name === "recurrent") {
      list(inner, "projections", at).forEach((projection, index) => record(projection, `${at}.projections[${index}]`, ["inputs", "outputs"]));
    }
  }
}

/** Layers of an encoder come first and those of its decoder after them, whose cross-attention is cached as their own attention is. */
function checkStacks(architecture: Architecture, path: string): void {
  const { layerKinds, pattern } = architecture;
  const encoders = encoderLayers(architecture);
  pattern.forEach((index, layer) => {
    const { encodes = false, cross, mixer } = layerKinds[index] as LayerKind;
    const alike = cross === undefined || (encoders > 0 && cross.kind === mixer.kind && kvElementsPerToken(cross) === kvElementsPerToken(mixer) && (mixer.window ?? mixer.chunk ?? mixer.sparse) === null);
    if (alike && encodes === layer < encoders && encoders < pattern.length) return;
    throw invalidValue(`${path}.pattern[${layer}]`, index, "is out of place: encoder first, then a decoder whose two caches have entries alike");
  });
}

/** Numbers of all fields, those that may be absent included, are finite and not negative; nothing else but words, flags, null. */
function checkNumbers(value: unknown, path: string): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) checkNumbers(part, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
  } else if (typeof value === "number" ? !(value >= 0 && value < most) : !["string", "boolean", "undefined"].includes(typeof value) && value !== null) {
    throw invalidValue(path, value, "is not a number of at least 0");
  }
}

/** An object with a count in each of some fields. */
function record(value: unknown, path: string, names: readonly string[] = []): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidValue(path, value, "is not an object of an architecture");
  const fields = value as Fields;
  for (const name of names) {
    const count = fields[name];
    if (!(typeof count === "number" && count >= 0 && count < most)) throw invalidValue(`${path}.${name}`, count, "is not a number of at least 0");
  }
  return fields;
}

function list(fields: Fields, name: string, path: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value) || value.length === 0) throw invalidValue(`${path}.${name}`, value, "is not a list with an entry");
  return value;
}
