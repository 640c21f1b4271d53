import { bandwidthAt } from "./bandwidth-curve.ts";
import type { BandwidthPoint } from "./bandwidth-curve.ts";
import { nonNegativeFit } from "./non-negative-fit.ts";
import { featuresOf } from "./operation-features.ts";
import type { OperationFeatures } from "./operation-features.ts";
import { persistentElements } from "../trace/op-record.ts";
import type { OpRecord } from "../trace/op-record.ts";

/** Seconds of one unit of each term of a cost class. */
export interface ClassCost {
  /** Of one operation, however small. */
  readonly launchSeconds: number;
  readonly tiledMultiplyAddSeconds: number;
  readonly vectorMultiplyAddSeconds: number;
  readonly packSeconds: number;
  /** How much of the streaming time of a re-read operand shows. */
  readonly restreamFactor: number;
  readonly runSeconds: number;
  readonly elementSeconds: number;
  readonly serialElementSeconds: number;
  /** How much of the streaming time of its bytes an operation adds; 1 where it streams like an addition. */
  readonly streamFactor: number;
}

/**
 * Operations among operations of other classes are slower than in a loop of their own, for code and data of the others push
 * theirs out of the processor's caches, and the collector of garbage runs. The slowdown is taken to grow in proportion to the
 * number of other classes.
 */
export interface AmongOthers {
  /** Excess time over the sum of the operations alone, in a list of `classes` classes. */
  readonly slowdown: number;
  readonly classes: number;
}

/** The constants of a machine with a backend. */
export interface OperationCosts {
  /** Rows that the matrix multiplier takes together. */
  readonly rowTile: number;
  readonly amongOthers: AmongOthers;
  /** From additions of growing size. */
  readonly bandwidth: readonly BandwidthPoint[];
  readonly classes: Readonly<Record<string, ClassCost>>;
}

/** One measured operation list. */
export interface Observation {
  readonly records: readonly OpRecord[];
  readonly seconds: number;
}

const terms = ["launchSeconds", "tiledMultiplyAddSeconds", "vectorMultiplyAddSeconds", "packSeconds", "restreamFactor", "runSeconds", "elementSeconds", "serialElementSeconds", "streamFactor"] as const;

/** @param footprintBytes weights and caches that the whole trace reads: the reuse distance of each of them */
function amounts(features: OperationFeatures, bandwidth: readonly BandwidthPoint[], footprintBytes: number): number[] {
  const { freshBytes, persistentBytes } = features;
  const operationBytes = freshBytes + persistentBytes;
  const stream = operationBytes === 0 ? 0
    : freshBytes / bandwidthAt(bandwidth, operationBytes) + persistentBytes / bandwidthAt(bandwidth, Math.max(operationBytes, footprintBytes));
  const restream = features.restreamedBytes === 0 ? 0 : features.restreamedBytes / bandwidthAt(bandwidth, features.restreamedSetBytes);
  return [1, features.tiledMultiplyAdds, features.vectorMultiplyAdds, features.packedElements, restream, features.runs, features.elements, features.serialElements, stream];
}

/**
 * Fits the constants of each cost class to observations of single operations, by non-negative least squares on relative
 * errors. The row tile is the candidate that explains the products best.
 *
 * @param observations each of operations of one class
 * @param mixed lists of small operations of many classes
 */
export function fitCosts(observations: readonly Observation[], mixed: readonly Observation[], bandwidth: readonly BandwidthPoint[]): OperationCosts {
  const candidates = [1, 2, 4, 6, 8, 16].map((rowTile) => fitWithTile(observations, bandwidth, rowTile));
  const best = candidates.reduce((a, b) => (errorOf(b, observations) < errorOf(a, observations) ? b : a));
  return { ...best, amongOthers: fitAmongOthers(best, mixed) };
}

/** Lists of one class first; then the classes that end a list of several, what the others cost being known by then. */
function fitWithTile(observations: readonly Observation[], bandwidth: readonly BandwidthPoint[], rowTile: number): OperationCosts {
  const pure = fitClasses({ rowTile, amongOthers: { slowdown: 0, classes: 2 }, bandwidth, classes: {} }, observations.filter((o) => classesIn(o, rowTile).size === 1));
  const mixedClasses = new Set(observations.filter((o) => classesIn(o, rowTile).size > 1).map((o) => lastClass(o, rowTile)));
  return fitClasses(pure, observations.filter((o) => mixedClasses.has(lastClass(o, rowTile))));
}

/** Fits the class that ends each observation; all other classes in it are taken from `known`. */
function fitClasses(known: OperationCosts, observations: readonly Observation[]): OperationCosts {
  const { rowTile, bandwidth } = known;
  const byClass = new Map<string, { rows: number[][]; right: number[] }>();
  for (const observation of observations) {
    const { records, seconds } = observation;
    const costClass = lastClass(observation, rowTile);
    const group = byClass.get(costClass) ?? { rows: [], right: [] };
    byClass.set(costClass, group);
    const [own, others] = [records.filter((r) => classNameOf(r, rowTile) === costClass), records.filter((r) => classNameOf(r, rowTile) !== costClass)];
    const footprintBytes = 4 * persistentElements(records);
    const totals = own.map((record) => amounts(featuresOf(record, rowTile), bandwidth, footprintBytes)).reduce((sum, row) => sum.map((value, at) => value + (row[at] ?? 0)));
    group.rows.push(totals.map((amount) => amount / seconds));
    group.right.push(1 - predictTrace(known, others) / seconds);
  }
  const classes: Record<string, ClassCost> = { ...known.classes };
  for (const [costClass, { rows, right }] of byClass) {
    const solution = nonNegativeFit(rows, right);
    classes[costClass] = Object.fromEntries(terms.map((term, at) => [term, solution[at] ?? 0])) as unknown as ClassCost;
  }
  return { ...known, classes };
}

function classNameOf(record: OpRecord, rowTile: number): string {
  return featuresOf(record, rowTile).costClass;
}

function classesIn({ records }: Pick<Observation, "records">, rowTile: number): Set<string> {
  return new Set(records.map((record) => classNameOf(record, rowTile)));
}

function lastClass({ records }: Observation, rowTile: number): string {
  const last = records.at(-1);
  if (last === undefined) throw new RangeError("an observation has no operations");
  return classNameOf(last, rowTile);
}

function errorOf(costs: OperationCosts, observations: readonly Observation[]): number {
  return observations.reduce((sum, { records, seconds }) => sum + (predictTrace(costs, records) / seconds - 1) ** 2, 0);
}

/** From lists of operations of many classes. */
function fitAmongOthers(costs: OperationCosts, mixed: readonly Observation[]): AmongOthers {
  const classes = Math.max(2, ...mixed.map((observation) => classesIn(observation, costs.rowTile).size));
  const rows = mixed.map(({ records, seconds }) => {
    const alone = predictTrace({ ...costs, amongOthers: { slowdown: 0, classes } }, records);
    return { share: (alone / seconds) * diversityOf(records, costs.rowTile, classes), missing: 1 - alone / seconds };
  });
  const [slowdown = 0] = nonNegativeFit(rows.map(({ share }) => [share]), rows.map(({ missing }) => missing));
  return { slowdown, classes };
}

/** 0 for operations of one class, 1 for as many classes as the fullest list of the calibration had. */
function diversityOf(records: readonly OpRecord[], rowTile: number, classes: number): number {
  return Math.min(1, Math.max(0, classesIn({ records }, rowTile).size - 1) / (classes - 1));
}

/** Seconds of a list of operations, run one after another. Operations of a class that was never measured cost nothing. */
export function predictTrace(costs: OperationCosts, records: readonly OpRecord[]): number {
  const footprintBytes = 4 * persistentElements(records);
  const { slowdown, classes } = costs.amongOthers;
  const alone = records.reduce((total, record) => total + operationSeconds(costs, record, footprintBytes), 0);
  return alone * (1 + slowdown * diversityOf(records, costs.rowTile, classes));
}

function operationSeconds(costs: OperationCosts, record: OpRecord, footprintBytes: number): number {
  const features = featuresOf(record, costs.rowTile);
  const cost = costs.classes[features.costClass];
  if (cost === undefined) return 0;
  return amounts(features, costs.bandwidth, footprintBytes).reduce((total, amount, at) => total + amount * cost[terms[at] as keyof ClassCost], 0);
}
