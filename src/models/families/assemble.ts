import { invalidValue } from "../../quantities/errors.ts";
import type { Fields } from "../config/fields.ts";
import { readCheckpointPrecision } from "../config/quantisation.ts";
import { fold } from "../layers.ts";
import type { Architecture, LayerKind } from "../types.ts";

/** What a family reader is told beside the config. */
export interface Context {
  readonly id: string;
  /** The whole config, where the fields at hand are its text section. */
  readonly root: Fields;
}

/** Reads one family of configs. */
export type FamilyReader = (fields: Fields, context: Context) => Architecture;

/** What a family must say; the rest has a value that fits most decoders. */
export interface Parts extends Partial<Omit<Architecture, "layerKinds" | "pattern" | "id">> {
  readonly family: string;
  readonly hiddenSize: number;
  readonly vocabularySize: number;
  readonly layers: readonly LayerKind[];
}

/** Puts an architecture together from its parts and what most decoders have. */
export function assemble(fields: Fields, context: Context, parts: Parts): Architecture {
  const { layers, ...rest } = parts;
  return {
    tiedEmbeddings: false,
    learnedPositions: 0,
    maximumContext: null,
    parallelBlock: false,
    norm: { kind: "rmsnorm", bias: false },
    decoder: true,
    headBias: false,
    otherParameters: 0,
    mtpParameters: 0,
    vision: null,
    checkpointPrecision: readCheckpointPrecision(context.root) ?? readCheckpointPrecision(fields),
    ...rest,
    id: context.id,
    ...fold(layers),
  };
}

/** Number of layers; bounded because a list of that length is made. */
export function layerCount(fields: Fields, name: string, fallback?: number): number {
  const layers = fields.count(name, fallback);
  if (layers > 10_000) throw invalidValue(`${fields.path}.${name}`, layers, "is more layers than any model has; at most 10000");
  return layers;
}

/** Throws where a count does not divide another. */
export function mustDivide(fields: Fields, divisor: [string, number], dividend: [string, number]): void {
  if (dividend[1] % divisor[1] === 0) return;
  throw invalidValue(`${fields.path}.${divisor[0]}`, divisor[1], `does not divide ${dividend[0]} = ${dividend[1]}`);
}

/** Throws where a token visits more experts than there are. */
export function mustNotExceed(fields: Fields, part: [string, number], whole: [string, number]): void {
  if (part[1] <= whole[1]) return;
  throw invalidValue(`${fields.path}.${part[0]}`, part[1], `is more than ${whole[0]} = ${whole[1]}`);
}

/** `length` entries made from their index. */
export function each<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}
