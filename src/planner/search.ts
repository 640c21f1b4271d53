import { steadyState, admissionLimit, type RequestLengths } from "../serving/steady.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { ResolvedBase } from "../predict/resolve.ts";
import { engineOf } from "../predict/resolve.ts";
import type { Plan, Precisions } from "../deployments/types.ts";
import type { Device } from "../hardware/types.ts";
import { busiestPoint, slack, type LoadPoint } from "./operating-point.ts";
import type { Objective } from "./types.ts";

/** A shape of engine that holds the objective, and how many of it carry the rate. */
export interface Candidate {
  readonly base: ResolvedBase;
  readonly precision: Precisions;
  readonly engine: EngineModel;
  readonly replicas: number;
  readonly devices: number;
  readonly busiest: number;
  readonly sustainableRate: number;
  /** Place of the shape in the search. */
  readonly index: number;
}

/** What a device's search found, and why shapes were left out. */
export interface SearchResult {
  /** Best first: fewest devices, then the fastest user. */
  readonly candidates: readonly Candidate[];
  readonly enumerated: number;
  readonly timed: number;
  /** Fewest bytes that any shape lacked, where none fits. */
  readonly missingBytes: number;
  readonly fits: boolean;
}

export interface SearchRequest {
  readonly base: ResolvedBase;
  readonly precision: Precisions;
  readonly shapes: readonly Plan[];
  readonly ratePerSecond: number;
  readonly lengths: RequestLengths;
  readonly objective: Objective;
  readonly mostDevices: number;
  readonly keep: number;
  /** Prune shapes that cannot beat the kept ones; off for the exhaustive reference. */
  readonly prune: boolean;
  /** What earlier searches of the same base found, by the place of the shape; filled as shapes are looked at. */
  readonly known: ShapeFinding[];
}

/** What is found of one shape, whatever the rate and the objective: figures, not the engine itself, of which a large model has tens of thousands. */
export interface ShapeFinding {
  /** Requests that one engine admits; below 1 it does not fit. */
  readonly limit: number;
  /** Where it does not fit. */
  readonly lackingBytes: number;
  lone?: { readonly tpotSeconds: number; readonly ttftSeconds: number };
  /** Largest rate of one engine under no objective. */
  mostRequestsPerSecond?: number;
  /** Points at which its load was looked at. */
  points?: LoadPoint[];
  /** Of a shape that was kept. */
  engine?: EngineModel;
}

/** Devices of one engine of a shape. */
export function sizeOf({ tp, pp, attentionDp }: Plan): number {
  return tp * pp * attentionDp;
}

/**
 * The engine shapes of one device and precision that carry the rate with the fewest devices. The number of replicas follows
 * from the largest rate at which one engine holds the objective, so that only shapes are searched, not device counts.
 *
 * Pruning keeps the optimum: a shape is timed in full only if the devices it would need at its unconstrained capacity (an
 * upper bound of what it sustains under any objective) could still beat the worst of the kept candidates, and the search for its
 * busiest point ends when a busier one than the objective allows could not.
 */
export function searchShapes(request: SearchRequest): SearchResult {
  const { base, precision, shapes, keep, mostDevices, prune } = request;
  const kept: Candidate[] = [];
  let timed = 0;
  let missingBytes = Infinity;
  let fits = false;
  for (let index = 0; index < shapes.length; index++) {
    const size = sizeOf(shapes[index] as Plan);
    const full = kept.length >= keep ? (kept[keep - 1] as Candidate) : null;
    const worst = full?.devices ?? mostDevices + 1;
    if (prune && size >= worst) continue;
    const shape = shapeAt(request, index);
    const { finding } = shape;
    if (!(finding.limit >= 1)) {
      missingBytes = Math.min(missingBytes, finding.lackingBytes);
      continue;
    }
    fits = true;
    timed++;
    const fleet = fleetOf(request, shape, size, prune ? worst : Infinity, ({ devices, sustainableRate }) =>
      devices > mostDevices || (prune && full !== null && !better({ devices, sustainableRate }, full)));
    if (fleet === null || fleet.devices > mostDevices) continue;
    finding.engine = shape.engine();
    insert(kept, { base, precision, engine: finding.engine, index, ...fleet }, keep);
  }
  return { candidates: kept, enumerated: shapes.length, timed, missingBytes, fits };
}

/**
 * The devices that the `keep`-th best shape of a search needs, or `mostDevices` where fewer shapes carry the rate: a search that knows
 * this beforehand finds the same, and has little left to look at. `order` says which shapes to look at first; no order changes the answer.
 */
export function fewestDevices(request: SearchRequest, order: Iterable<number>): number {
  const { shapes, keep, mostDevices } = request;
  const kept: number[] = [];
  const seen = new Set<number>();
  for (const index of order) {
    const size = sizeOf(shapes[index] as Plan);
    const worst = kept.length >= keep ? (kept[keep - 1] as number) : mostDevices + 1;
    if (size >= worst || seen.has(index)) continue;
    seen.add(index);
    const shape = shapeAt(request, index);
    if (!(shape.finding.limit >= 1)) continue;
    const fleet = fleetOf(request, shape, size, worst, ({ devices }) => devices >= worst);
    if (fleet === null || fleet.devices >= worst) continue;
    kept.push(fleet.devices);
    kept.sort((a, b) => a - b);
    kept.length = Math.min(kept.length, keep);
  }
  return kept.length >= keep ? (kept[keep - 1] as number) : mostDevices;
}

/** A shape with what is known of it; its engine is built when it is asked for. */
interface KnownShape {
  readonly finding: ShapeFinding;
  readonly engine: () => EngineModel;
}

function shapeAt({ base, shapes, known, lengths }: SearchRequest, index: number): KnownShape {
  let built: EngineModel | undefined;
  const engine = (): EngineModel => (built ??= known[index]?.engine ?? engineOf(base, shapes[index] as Plan));
  return { finding: (known[index] ??= findingOf(engine(), lengths)), engine };
}

type Fleet = Pick<Candidate, "replicas" | "devices" | "sustainableRate" | "busiest">;

/**
 * How many engines of a shape carry the rate. Null where none holds the objective, where even without an objective they come to
 * `worst` devices, or where they are of no use: what they come to at most is told, a busier point after another.
 */
function fleetOf(
  request: SearchRequest, shape: KnownShape, size: number, worst: number, noUse: (most: Pick<Fleet, "devices" | "sustainableRate">) => boolean,
): Fleet | null {
  const { ratePerSecond, objective, lengths } = request;
  const { finding, engine } = shape;
  const hopeless = (): boolean => {
    if (worst === Infinity) return false;
    const most = (finding.mostRequestsPerSecond ??= steadyState(engine(), Math.min(finding.limit, 1e5), lengths).requestsPerSecond);
    return Math.ceil(ratePerSecond / (most * slack)) * size >= worst;
  };
  const carried = (requestsPerSecond: number): Omit<Fleet, "busiest"> => {
    const replicas = Math.max(1, Math.ceil(ratePerSecond / requestsPerSecond - 1e-9));
    return { replicas, devices: replicas * size, sustainableRate: requestsPerSecond * replicas };
  };
  const found = busiestPoint(engine, finding.limit, objective, lengths, hopeless, (most) => noUse(carried(most)), (finding.points ??= []));
  return found === null ? null : { ...carried(found.requestsPerSecond), busiest: found.running };
}

function findingOf(engine: EngineModel, lengths: RequestLengths): ShapeFinding {
  const limit = admissionLimit(engine, lengths);
  return { limit, lackingBytes: limit >= 1 ? 0 : lackingBytes(engine) };
}

/** The fastest lone request among the shapes that fit: what misses an objective that no shape holds. */
export function fastestLone(request: SearchRequest): NonNullable<ShapeFinding["lone"]> {
  let [tpotSeconds, ttftSeconds] = [Infinity, Infinity];
  for (let index = 0; index < request.shapes.length; index++) {
    const { finding, engine } = shapeAt(request, index);
    if (!(finding.limit >= 1)) continue;
    const lone = (finding.lone ??= loneOf(engine(), request.lengths));
    tpotSeconds = Math.min(tpotSeconds, lone.tpotSeconds);
    ttftSeconds = Math.min(ttftSeconds, lone.ttftSeconds);
  }
  return { tpotSeconds, ttftSeconds };
}

function loneOf(engine: EngineModel, lengths: RequestLengths): NonNullable<ShapeFinding["lone"]> {
  const { tpotSeconds, prefillSeconds, decodeStepSeconds } = steadyState(engine, 1, lengths);
  return { tpotSeconds, ttftSeconds: prefillSeconds + decodeStepSeconds };
}

function insert(kept: Candidate[], candidate: Candidate, keep: number): void {
  let at = kept.length;
  while (at > 0 && better(candidate, kept[at - 1] as Candidate)) at--;
  kept.splice(at, 0, candidate);
  if (kept.length > keep) kept.pop();
}

/** Fewer devices first; of equals the one with more room. */
function better(a: Pick<Candidate, "devices" | "sustainableRate">, b: Candidate): boolean {
  return a.devices !== b.devices ? a.devices < b.devices : a.sustainableRate > b.sustainableRate;
}

function lackingBytes(engine: EngineModel): number {
  let most = 0;
  for (const bytes of engine.capacity.cacheBytes) most = Math.max(most, -bytes);
  return Math.max(1, Math.ceil(most));
}

/** Formats that a device is worth asking for: 16 bits, and fp8 where its matrix units are faster in it. */
export function defaultPrecisions(device: Device): Precisions[] {
  const { bf16, fp16, fp8 } = device.matrixFlopsPerSecond;
  const sixteen = bf16 === undefined && fp16 !== undefined ? "fp16" : "bf16";
  const precisions: Precisions[] = [{ weights: sixteen }];
  if (fp8 !== undefined && fp8 > (Math.max(bf16 ?? 0, fp16 ?? 0) || 0) * 1.01) precisions.push({ weights: "fp8", kv: "fp8" });
  return precisions;
}
