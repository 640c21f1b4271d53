import type { Architecture } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import type { WeightFormats } from "../deployments/formats.ts";
import { stageLayers } from "../deployments/plan.ts";
import { layersOfKind } from "../models/cache.ts";
import { parametersOf } from "../models/parameters.ts";
import { edgeOperators, layerOperators } from "../operators/pass.ts";
import type { Operator } from "../operators/types.ts";
import { cacheGeometry, type CacheGeometry } from "./kv.ts";

/** What one device of one pipeline stage holds. */
export interface StageFootprint {
  readonly stage: number;
  readonly layers: number;
  readonly weightsBytes: number;
  readonly cache: CacheGeometry;
}

/**
 * Weights and cache of a device in each pipeline stage. The first stage holds the embedding, the last the head, and the first
 * `layers mod pp` stages one layer more, so an uneven pipeline shows.
 */
export function stageFootprints(architecture: Architecture, plan: Plan, formats: WeightFormats): StageFootprint[] {
  const context = { plan, formats, hiddenSize: architecture.hiddenSize };
  const bytesOfKind = architecture.layerKinds.map((kind) => sum(layerOperators(architecture, kind, context, 1), "weightBytes"));
  const otherOfKind = uncounted(architecture, context);
  const edges = edgeOperators(architecture, context);
  let next = 0;
  return stageLayers(architecture.pattern.length, plan.pp).map((layers, stage) => {
    const kinds = architecture.pattern.slice(next, next + layers);
    next += layers;
    const counts = new Array<number>(architecture.layerKinds.length).fill(0);
    let weightsBytes = 0;
    for (const kind of kinds) {
      counts[kind] = (counts[kind] ?? 0) + 1;
      weightsBytes += (bytesOfKind[kind] as number) + (otherOfKind.perKind[kind] as number) * formats.residualBytes;
    }
    const first = stage === 0;
    const last = stage === plan.pp - 1;
    if (first) weightsBytes += edges.embedding.weightBytes;
    if (last) weightsBytes += sum(edges.head, "weightBytes") + otherOfKind.outside * formats.residualBytes;
    // A tied head needs the table on the last stage too.
    if (last && !first && architecture.tiedEmbeddings && architecture.decoder) weightsBytes += edges.embedding.weightBytes;
    return { stage, layers, weightsBytes, cache: cacheGeometry(architecture, plan, formats, counts) };
  });
}

/** Bytes of the whole model's weights, each tensor once. */
export function weightsBytesOf(architecture: Architecture, formats: WeightFormats): number {
  const single: Plan = { tp: 1, pp: 1, ep: 1, dp: 1, attentionDp: 1 };
  return (stageFootprints(architecture, single, formats)[0] as StageFootprint).weightsBytes;
}

interface Uncounted {
  readonly perKind: readonly number[];
  readonly outside: number;
}

/**
 * Small parameters that no operator carries (q/k norms, sinks, corrections, the final norm): what the exact parameter count
 * has beyond the operators of an unsharded pass. They are replicated.
 */
function uncounted(architecture: Architecture, context: { formats: WeightFormats; hiddenSize: number }): Uncounted {
  const cached = smallParameters.get(architecture);
  if (cached !== undefined) return cached;
  const single = { ...context, plan: { tp: 1, pp: 1, ep: 1, dp: 1, attentionDp: 1 } };
  const counts = parametersOf(architecture);
  const perKind = architecture.layerKinds.map((kind, index) =>
    (counts.layerKinds[index]?.total ?? 0) - sum(layerOperators(architecture, kind, single, 1), "weightElements"));
  const edges = edgeOperators(architecture, single);
  const outside = counts.total - edges.embedding.weightElements - sum(edges.head, "weightElements")
    - layersOfKind(architecture).reduce((total, count, kind) => total + count * (counts.layerKinds[kind]?.total ?? 0), 0);
  const result = { perKind, outside };
  smallParameters.set(architecture, result);
  return result;
}

/** Derived once for each (immutable) architecture; planners ask for every plan. */
const smallParameters = new WeakMap<Architecture, Uncounted>();

function sum(operators: readonly Operator[], field: "weightBytes" | "weightElements"): number {
  let total = 0;
  for (const operator of operators) total += operator[field];
  return total;
}
