import type { Architecture } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import { weightFormats, type WeightFormats } from "../deployments/formats.ts";
import { singleDevicePlan, stageLayers } from "../deployments/plan.ts";
import { encoderLayers, layersOfKind } from "../models/cache.ts";
import { parametersOf } from "../models/parameters.ts";
import { edgeOperators, layerOperators, passOf } from "../operators/pass.ts";
import type { Operator, Pass } from "../operators/types.ts";
import { cacheGeometry, type CacheGeometry } from "./kv.ts";

/** What one device of one pipeline stage holds. */
export interface StageFootprint {
  /** Place in the pipeline, from 0. */
  readonly stage: number;
  /** Layers of the stage. */
  readonly layers: number;
  /** Weights on one device of it, B. */
  readonly weightsBytes: number;
  /** What a token, a sequence and a window take in its cache. */
  readonly cache: CacheGeometry;
}

/**
 * Weights and cache of a device in each pipeline stage. The first stage holds the embedding, the last the head, and the first
 * `layers mod pp` stages one layer more, so an uneven pipeline shows. Of an encoder–decoder each stage holds layers of both stacks.
 * @param embeddingOnHost - the embedding, of which a token reads one row, stays in the host's memory; a tied head keeps its table.
 */
export function stageFootprints(pass: Pass, architecture: Architecture, plan: Plan, formats: WeightFormats, embeddingOnHost = false): StageFootprint[] {
  const small = smallParameters(architecture);
  const encoding = encoderLayers(architecture);
  let nextEncoder = 0;
  let next = encoding;
  let counts: readonly number[] = [];
  let cache: CacheGeometry | undefined;
  return stageLayers(architecture.pattern.length - encoding, plan.pp).map((own, stage) => {
    const first = stage === 0;
    const last = stage === plan.pp - 1;
    const encoder = encoding > 0 ? (stageLayers(encoding, plan.pp)[stage] as number) : 0;
    const encoders = encoder > 0 ? kindsBetween(architecture, nextEncoder, nextEncoder + encoder) : undefined;
    const held = first && last ? layersOfKind(architecture) : kindsBetween(architecture, next, next + own, encoders);
    next += own;
    nextEncoder += encoder;
    // Most stages hold what the one before them holds.
    if (cache === undefined || !same(held, counts)) cache = cacheGeometry(architecture, plan, formats, (counts = held));
    let weightsBytes = 0;
    for (let kind = 0; kind < counts.length; kind++) {
      weightsBytes += (counts[kind] as number) * ((pass.layerWeightBytes[kind] as number) + (small.perKind[kind] as number) * formats.residualBytes);
    }
    if (first && !(embeddingOnHost && !(last && architecture.tiedEmbeddings))) weightsBytes += pass.embeddingBytes;
    if (last) weightsBytes += pass.headBytes + small.outside * formats.residualBytes;
    // A tied head needs the table on the last stage too.
    if (last && !first && architecture.tiedEmbeddings && architecture.decoder) weightsBytes += pass.embeddingBytes;
    return { stage, layers: own + encoder, weightsBytes, cache };
  });
}

function same(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Layers of each kind in a part of the pattern, added to those of another part where given. */
function kindsBetween(architecture: Architecture, from: number, to: number, others?: number[]): number[] {
  if (architecture.layerKinds.length === 1) return [to - from];
  const counts = others ?? new Array<number>(architecture.layerKinds.length).fill(0);
  for (let layer = from; layer < to; layer++) {
    const kind = architecture.pattern[layer] as number;
    counts[kind] = (counts[kind] as number) + 1;
  }
  return counts;
}

/** Bytes of the whole model's weights, each tensor once. */
export function weightsBytesOf(architecture: Architecture, formats: WeightFormats): number {
  const pass = passOf(architecture, singleDevicePlan, formats);
  return (stageFootprints(pass, architecture, singleDevicePlan, formats)[0] as StageFootprint).weightsBytes;
}

interface SmallParameters {
  readonly perKind: readonly number[];
  readonly outside: number;
}

/**
 * Small parameters that no operator carries (q/k norms, sinks, corrections, the final norm): what the exact parameter count
 * has beyond the operators of an unsharded pass. They are replicated.
 */
function smallParameters(architecture: Architecture): SmallParameters {
  const known = smallOf.get(architecture);
  if (known !== undefined) return known;
  const sixteen = weightFormats({ weights: "bf16" }, architecture);
  const context = { formats: sixteen, hiddenSize: architecture.hiddenSize, plan: singleDevicePlan };
  const counts = parametersOf(architecture);
  const perKind = architecture.layerKinds.map((kind, index) =>
    (counts.layerKinds[index]?.total ?? 0) - elements(layerOperators(architecture, kind, context, 1)));
  const edges = edgeOperators(architecture, context);
  const outside = counts.total - edges.embedding.weightElements - elements(edges.head)
    - layersOfKind(architecture).reduce((total, count, kind) => total + count * (counts.layerKinds[kind]?.total ?? 0), 0);
  const small = { perKind, outside };
  smallOf.set(architecture, small);
  return small;
}

/** Derived once for each (immutable) architecture; planners ask for every plan. */
const smallOf = new WeakMap<Architecture, SmallParameters>();

function elements(operators: readonly Operator[]): number {
  let total = 0;
  for (const operator of operators) total += operator.weightElements;
  return total;
}
