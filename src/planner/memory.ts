import type { Architecture } from "../models/types.ts";
import type { Plan, Precisions } from "../deployments/types.ts";
import type { Pass } from "../operators/types.ts";
import { resolveModel, type ResolvedBase } from "../predict/resolve.ts";
import type { HardwareReference } from "../predict/types.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { RequestLengths } from "../serving/steady.ts";
import { engineShapes } from "./enumerate.ts";
import { sizeOf, type ShapeFinding } from "./search.ts";
import type { ParetoPoint, PlanQuestion } from "./types.ts";

/**
 * What one search leaves for the next of the same scenario, so that a page answers while a rate, an objective or a price is dragged:
 * capacities of its engines and what they do at a load depend on none of these, and the best engine of before bounds what the next can be.
 * Answers are the same with it and without. A question about another model, other lengths or another engine empties it.
 */
export interface PlanMemory {
  /** What its entries are about. @internal */
  scenario: string | null;
  /** @internal */
  prepared: Prepared | null;
  /** @internal */
  readonly devices: Map<string, DeviceMemory>;
  /** @internal */
  readonly trades: WeakMap<EngineModel, readonly ParetoPoint[]>;
}

/** What every device of a search needs. */
export interface Prepared {
  readonly architecture: Architecture;
  readonly shapes: readonly Plan[];
  /** Places of the shapes, those of few devices first. */
  readonly bySize: readonly number[];
  readonly lengths: RequestLengths;
  /** What every shape computes, by formats and limits: no device changes it. */
  readonly passes: Map<string, Map<Plan, Pass>>;
}

/** What is known of a device. */
export interface DeviceMemory {
  readonly first: ResolvedBase;
  readonly precisions: Map<string, FormatMemory>;
}

/** What is known of a device in one precision. */
export interface FormatMemory {
  readonly base: ResolvedBase;
  readonly shapes: ShapeFinding[];
  /** Places of the shapes that the last search kept. */
  best: readonly number[];
}

/** An empty memory for {@link planSteps}. */
export function planMemory(): PlanMemory {
  return { scenario: null, prepared: null, devices: new Map(), trades: new WeakMap() };
}

/** Shapes and lengths of a question, from the memory where it is about the same scenario; else the memory is emptied. */
export function prepare(question: PlanQuestion, memory: PlanMemory, lengthsOf: (question: PlanQuestion) => RequestLengths): Prepared {
  const { model, inputTokens, outputTokens, prefixHitTokens, engine, profile, maxDevicesPerReplica } = question;
  const scenario = JSON.stringify([model, inputTokens, outputTokens, prefixHitTokens, engine, profile, maxDevicesPerReplica]);
  if (memory.scenario === scenario && memory.prepared !== null) return memory.prepared;
  const architecture = resolveModel(model);
  const shapes = engineShapes(architecture, maxDevicesPerReplica ?? 64);
  const bySize = [...shapes.keys()].sort((a, b) => sizeOf(shapes[a] as Plan) - sizeOf(shapes[b] as Plan));
  const prepared = { architecture, shapes, bySize, lengths: lengthsOf(question), passes: new Map() };
  memory.devices.clear();
  memory.scenario = scenario;
  memory.prepared = prepared;
  return prepared;
}

/** The same base, with the passes that any base of the same formats and limits has counted before. */
export function sharingPasses(base: ResolvedBase, { passes }: Prepared): ResolvedBase {
  const key = JSON.stringify([base.formats, base.limits]);
  const known = passes.get(key) ?? new Map<Plan, Pass>();
  passes.set(key, known);
  return { ...base, passes: known };
}

/** A device by its id or by what its inline file holds. */
export function deviceKey(reference: HardwareReference): string {
  return typeof reference === "string" ? reference : JSON.stringify(reference);
}

/** A precision as a key. */
export function precisionKey(precision: Precisions): string {
  return JSON.stringify(precision);
}
