import { steadyState, admissionLimit, type RequestLengths } from "../serving/steady.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { ResolvedBase } from "../predict/resolve.ts";
import { engineOf } from "../predict/resolve.ts";
import type { Plan, Precisions } from "../deployments/types.ts";
import type { Device } from "../hardware/types.ts";
import { busiestPoint } from "./operating-point.ts";
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
}

/** What a device's search found, and why shapes were left out. */
export interface SearchResult {
  /** Best first: fewest devices, then the fastest user. */
  readonly candidates: readonly Candidate[];
  readonly enumerated: number;
  readonly timed: number;
  /** Fewest bytes that any shape lacked, where none fits. */
  readonly missingBytes: number;
  /** Fastest lone request among the shapes that fit: what misses the objective. */
  readonly bestTpotSeconds: number;
  readonly bestTtftSeconds: number;
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
  readonly known?: ShapeFinding[];
}

/** What is found of one shape, whatever the rate: figures, not the engine itself, of which a large model has tens of thousands. */
export interface ShapeFinding {
  /** Requests that one engine admits; below 1 it does not fit. */
  readonly limit: number;
  /** Where it does not fit. */
  readonly lackingBytes: number;
  lone?: { readonly tpotSeconds: number; readonly ttftSeconds: number };
  /** Largest rate of one engine under no objective. */
  mostRequestsPerSecond?: number;
  busiest?: { readonly objective: Objective; readonly point: { readonly requestsPerSecond: number; readonly running: number } | null };
  /** What the busiest point carries at most, where it was too little to look further. */
  ceiling?: { readonly objective: Objective; readonly requestsPerSecond: number };
  /** Of a shape that was kept. */
  engine?: EngineModel;
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
  const { base, precision, shapes, ratePerSecond, lengths, objective, keep } = request;
  const kept: Candidate[] = [];
  let timed = 0;
  let missingBytes = Infinity;
  let bestTpot = Infinity;
  let bestTtft = Infinity;
  let fits = false;
  for (const [index, shape] of shapes.entries()) {
    const size = shape.tp * shape.pp * shape.attentionDp;
    let built: EngineModel | undefined;
    const finding = request.known?.[index] ?? findingOf((built = engineOf(base, shape)), lengths);
    if (request.known !== undefined) request.known[index] = finding;
    const engine = (): EngineModel => (built ??= finding.engine ?? engineOf(base, shape));
    const { limit } = finding;
    if (!(limit >= 1)) {
      missingBytes = Math.min(missingBytes, finding.lackingBytes);
      continue;
    }
    fits = true;
    const worst = kept.length >= keep ? (kept[kept.length - 1] as Candidate).devices : request.mostDevices + 1;
    if (request.prune && size >= worst) continue;
    timed++;
    const lone = (finding.lone ??= loneOf(engine(), lengths));
    bestTpot = Math.min(bestTpot, lone.tpotSeconds);
    bestTtft = Math.min(bestTtft, lone.ttftSeconds);
    if (lone.tpotSeconds > (objective.tpotP95Seconds ?? Infinity)) continue;
    if (request.prune) {
      const most = (finding.mostRequestsPerSecond ??= steadyState(engine(), Math.min(limit, 1e5), lengths).requestsPerSecond);
      if (Math.ceil(ratePerSecond / most) * size >= worst) continue;
    }
    // What so many requests per second of one engine come to, and whether that leaves the kept ones as they are.
    const carried = (requestsPerSecond: number): Pick<Candidate, "replicas" | "devices" | "sustainableRate"> => {
      const replicas = Math.max(1, Math.ceil(ratePerSecond / requestsPerSecond - 1e-9));
      return { replicas, devices: replicas * size, sustainableRate: requestsPerSecond * replicas };
    };
    const tooSlow = (requestsPerSecond: number): boolean => {
      const most = carried(requestsPerSecond);
      return request.prune && (most.devices > request.mostDevices || (kept.length >= keep && !better(most, kept[keep - 1] as Candidate)));
    };
    const found = busiestOf(finding, engine, objective, lengths, tooSlow);
    if (found === null) continue;
    const fleet = carried(found.requestsPerSecond);
    if (fleet.devices > request.mostDevices) continue;
    finding.engine = engine();
    insert(kept, { base, precision, engine: finding.engine, ...fleet, busiest: found.running }, keep);
  }
  return { candidates: kept, enumerated: shapes.length, timed, missingBytes, bestTpotSeconds: bestTpot, bestTtftSeconds: bestTtft, fits };
}

function findingOf(engine: EngineModel, lengths: RequestLengths): ShapeFinding {
  const limit = admissionLimit(engine, lengths);
  return { limit, lackingBytes: limit >= 1 ? 0 : lackingBytes(engine) };
}

function loneOf(engine: EngineModel, lengths: RequestLengths): { readonly tpotSeconds: number; readonly ttftSeconds: number } {
  const { tpotSeconds, prefillSeconds, decodeStepSeconds } = steadyState(engine, 1, lengths);
  return { tpotSeconds, ttftSeconds: prefillSeconds + decodeStepSeconds };
}

/** The busiest point under the objective; that of the objective which was asked last is known. Null where there is none, or none of use. */
function busiestOf(
  finding: ShapeFinding, engine: () => EngineModel, objective: Objective, lengths: RequestLengths, tooSlow: (requestsPerSecond: number) => boolean,
): NonNullable<ShapeFinding["busiest"]>["point"] {
  const { busiest, ceiling } = finding;
  if (busiest !== undefined && busiest.objective.ttftP95Seconds === objective.ttftP95Seconds && busiest.objective.tpotP95Seconds === objective.tpotP95Seconds) return busiest.point;
  if (ceiling !== undefined && noLooser(objective, ceiling.objective) && tooSlow(ceiling.requestsPerSecond)) return null;
  const found = busiestPoint(engine(), objective, lengths, tooSlow);
  // Of no use at this rate; what it is stays unknown, but for its bound.
  if (found !== null && "atMost" in found) {
    finding.ceiling = { objective, requestsPerSecond: found.atMost };
    return null;
  }
  const point = found === null ? null : { requestsPerSecond: found.point.state.requestsPerSecond, running: found.running };
  finding.busiest = { objective, point };
  return point;
}

/** Whether whatever holds one objective holds the other. */
function noLooser(one: Objective, other: Objective): boolean {
  return (one.ttftP95Seconds ?? Infinity) <= (other.ttftP95Seconds ?? Infinity) && (one.tpotP95Seconds ?? Infinity) <= (other.tpotP95Seconds ?? Infinity);
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
