import { devices as catalogueDevices } from "../hardware/lookup.ts";
import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { requestLengths } from "../predict/loaded.ts";
import type { RequestLengths } from "../serving/steady.ts";
import { familiarityOf } from "../predict/intervals.ts";
import { catalogueDevicePrice } from "../predict/price.ts";
import { resolveBase, resolveModel, type ResolvedBase } from "../predict/resolve.ts";
import { encodedTokens } from "../predict/whole-inputs.ts";
import type { HardwareReference } from "../predict/types.ts";
import type { Precisions } from "../deployments/types.ts";
import { formatBytes, formatSeconds } from "../quantities/index.ts";
import { arrivalsOf, confirm } from "./confirm.ts";
import { deploymentOf } from "./deployment.ts";
import { deviceKey, planMemory, precisionKey, prepare, sharingPasses, type DeviceMemory, type FormatMemory, type PlanMemory, type Prepared } from "./memory.ts";
import { approximation } from "./operating-point.ts";
import { paretoSet, tradePoints } from "./pareto.ts";
import { scenarioOn } from "./scenario.ts";
import { defaultPrecisions, fastestLone, fewestDevices, searchShapes, type Candidate, type SearchRequest, type SearchResult } from "./search.ts";
import type { ParetoPoint, PlanAnswer, PlannedDeployment, PlanProgress, PlanQuestion, Rejection } from "./types.ts";

/**
 * Finds the deployments that carry a rate within an objective, over devices, precisions and every valid plan, cheapest first;
 * says why a device is out; and gives the Pareto set of tokens/s per device against tokens/s per user.
 *
 * @throws RidgepointError `missing-field`, `unknown-field` or `invalid-value` with the field of a bad question; `unknown-model`,
 *   `unknown-hardware`. A device that falls short is a rejection, no error.
 * @example
 * plan({ model: "meta-llama/Llama-3.1-70B", ratePerSecond: 5, inputTokens: 1155, outputTokens: 211,
 *   objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 } }).cheapest
 */
export function plan(question: PlanQuestion, onProgress?: (done: number, all: number) => void): PlanAnswer {
  const steps = planSteps(question);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onProgress?.(step.value.done, step.value.all);
  }
}

/**
 * The same search, one device or one confirmation at a time: a page that must stay responsive takes a step, looks whether the
 * question is still wanted, and takes the next; leaving the generator drops the search.
 *
 * @param memory - of `planMemory()`, kept between questions that differ in rate, objective or prices, makes them quick to answer.
 * @throws RidgepointError as `plan` does, from the first `next`.
 * @example
 * for (const steps = planSteps(question); ; ) {
 *   const step = steps.next();
 *   if (step.done) break;
 *   await scheduler.yield();
 * }
 */
export function* planSteps(question: PlanQuestion, memory: PlanMemory = planMemory()): Generator<PlanProgress, PlanAnswer, void> {
  check(question);
  const prepared = prepare(question, memory, lengthsOf);
  const { lengths } = prepared;
  const references = question.hardware ?? catalogueDevices().filter((d) => d.kind === "accelerator").map((d) => d.id);
  const confirmations = question.confirm ?? 3;
  const all = references.length + confirmations;
  const deployments: { readonly candidate: Candidate; deployment: PlannedDeployment; readonly price: number | undefined }[] = [];
  const rejections: Rejection[] = [];
  const trade: ParetoPoint[] = [];
  let enumerated = 0;
  let timed = 0;
  for (const [index, reference] of references.entries()) {
    yield { stage: "search", done: index, all };
    try {
      const found = searchDevice(question, reference, prepared, memory);
      for (const result of found.results) {
        enumerated += result.enumerated;
        timed += result.timed;
      }
      const candidates = found.results.flatMap((result) => result.candidates).sort((a, b) => a.devices - b.devices).slice(0, question.perDevice ?? 1);
      if (candidates.length === 0) rejections.push(rejectionOf(found, question));
      const price = question.usdPerDeviceHour?.[found.base.device.id] ?? catalogueDevicePrice(found.base.device);
      for (const candidate of candidates) {
        deployments.push({ candidate, deployment: deploymentOf(candidate, question, lengths, price), price });
        trade.push(...tradeOf(candidate, lengths, memory));
      }
    } catch (error) {
      if (!(error instanceof RidgepointError)) throw error;
      // A device that the user wrote, or misspelt, is a question to put right; one of the catalogue that cannot run is an answer.
      if (typeof reference !== "string" || (question.hardware !== undefined && error.code === "unknown-hardware")) throw error;
      rejections.push({ hardware: reference, reason: "unsupported", message: error.message });
    }
  }
  const rank = (): void => void deployments.sort((a, b) => order(a.deployment, b.deployment));
  rank();
  for (let round = 0; confirmations > 0 && round < 20; round++) {
    const next = deployments.slice(0, confirmations).find((entry) => entry.deployment.method === "approximation");
    if (next === undefined) break;
    yield { stage: "confirm", done: Math.min(all - 1, references.length + round), all };
    const confirmed = confirm(next.candidate, question, lengths, next.price);
    if (confirmed === null) {
      deployments.splice(deployments.indexOf(next), 1);
      rejections.push({ hardware: next.deployment.hardware, reason: "misses-objective", message: `${next.deployment.hardware}: simulated, it misses the objective on ${arrivalsOf(question) === "poisson" ? "up to a quarter more than" : "up to eight times as many as"} ${next.deployment.devices} devices` });
    } else next.deployment = confirmed;
    rank();
  }
  const ranked = deployments.map(({ deployment }) => deployment);
  const cheapest = ranked.find((deployment) => deployment.usdPerHour !== undefined);
  return {
    deployments: ranked, ...(cheapest === undefined ? {} : { cheapest }), rejections, pareto: paretoSet(trade),
    plansEnumerated: enumerated, plansTimed: timed, approximation,
  };
}

interface Found {
  readonly base: ResolvedBase;
  /** One of each precision, and what was asked. */
  readonly results: readonly SearchResult[];
  readonly requests: readonly SearchRequest[];
}

function searchDevice(
  question: PlanQuestion, reference: HardwareReference, prepared: Prepared, memory: PlanMemory,
): Found {
  const { shapes, bySize, lengths } = prepared;
  const key = deviceKey(reference);
  const known: DeviceMemory = memory.devices.get(key) ?? { first: baseOf(question, reference, { weights: "bf16" }), precisions: new Map() };
  memory.devices.set(key, known);
  const precisions = question.precisions ?? defaultPrecisions(known.first.device);
  const formats = precisions.map((precision) => {
    const under = precisionKey(precision);
    const format: FormatMemory = known.precisions.get(under) ?? { base: sharingPasses(baseOf(question, reference, precision), prepared), shapes: [], best: [] };
    known.precisions.set(under, format);
    return { format, precision };
  });
  let mostDevices = question.maxDevices ?? 4096;
  const requestOf = ({ format, precision }: (typeof formats)[number]): SearchRequest => ({
    base: format.base, precision, shapes, ratePerSecond: question.ratePerSecond, lengths, known: format.shapes,
    objective: question.objective, mostDevices, keep: question.perDevice ?? 1, prune: true,
  });
  // Fewer bits need fewer devices as a rule: what they need bounds the others.
  for (const each of [...formats].reverse()) mostDevices = fewestDevices(requestOf(each), [...each.format.best, ...bySize]);
  const requests = formats.map(requestOf);
  const results = requests.map(searchShapes);
  for (const [place, { format }] of formats.entries()) format.best = (results[place] as SearchResult).candidates.map(({ index }) => index);
  return { base: known.first, results, requests };
}

function tradeOf({ base, engine, precision }: Candidate, lengths: RequestLengths, { trades }: PlanMemory): readonly ParetoPoint[] {
  const known = trades.get(engine) ?? tradePoints(engine, familiarityOf(engine, base.engine, base.own), precision, lengths);
  trades.set(engine, known);
  return known;
}

function baseOf(question: PlanQuestion, reference: HardwareReference, precision: Precisions): ResolvedBase {
  return resolveBase(scenarioOn(question, reference, precision));
}

function lengthsOf(question: PlanQuestion): RequestLengths {
  const scenario = scenarioOn(question, "", { weights: "bf16" });
  // What no encoder can do is a fault of the question, not of every device.
  encodedTokens(resolveModel(question.model), scenario);
  return requestLengths(scenario);
}

/** Cheapest first; deployments without a price after those with one, by devices. */
function order(a: PlannedDeployment, b: PlannedDeployment): number {
  // The difference of two absent prices is not a number, and so devices decide.
  return (a.usdPerHour ?? Infinity) - (b.usdPerHour ?? Infinity) || a.devices - b.devices;
}

function rejectionOf({ base, results, requests }: Found, question: PlanQuestion): Rejection {
  const hardware = base.device.id;
  if (results.every((result) => !result.fits)) {
    const missingBytes = Math.min(...results.map((result) => result.missingBytes));
    return { hardware, reason: "does-not-fit", missingBytes, message: `does not fit: ${formatBytes(missingBytes)} missing on each device at best` };
  }
  const fastest = requests.map(fastestLone);
  const tpot = Math.min(...fastest.map(({ tpotSeconds }) => tpotSeconds));
  const ttft = Math.min(...fastest.map(({ ttftSeconds }) => ttftSeconds));
  const { tpotP95Seconds, ttftP95Seconds } = question.objective;
  const misses: string[] = [];
  if (tpotP95Seconds !== undefined && tpot > tpotP95Seconds) misses.push(`TPOT ${formatSeconds(tpot)} at best against ${formatSeconds(tpotP95Seconds)}`);
  if (ttftP95Seconds !== undefined && ttft > ttftP95Seconds) misses.push(`TTFT ${formatSeconds(ttft)} at best against ${formatSeconds(ttftP95Seconds)}`);
  if (misses.length > 0) return { hardware, reason: "misses-objective", message: `misses the objective: ${misses.join("; ")}` };
  if (question.maxDevices !== undefined) return { hardware, reason: "too-many-devices", message: `needs more than ${question.maxDevices} devices` };
  return { hardware, reason: "misses-objective", message: `misses the objective as soon as requests share an engine (alone: TTFT ${formatSeconds(ttft)}, TPOT ${formatSeconds(tpot)})` };
}

function check(question: PlanQuestion): void {
  if (typeof question !== "object" || question === null) throw invalidValue("question", question, "is not an object with model, ratePerSecond, lengths and objective");
  if (typeof question.objective !== "object" || question.objective === null) throw invalidValue("objective", question.objective, 'is not an object; try {"ttftP95Seconds": 1}');
  for (const list of ["hardware", "precisions"] as const) {
    const value: unknown = question[list];
    if (value !== undefined && !(Array.isArray(value) && value.length > 0)) throw invalidValue(list, value, "is not a list with an entry");
  }
  if (!(typeof question.ratePerSecond === "number" && question.ratePerSecond > 0 && question.ratePerSecond < 1e9)) throw invalidValue("ratePerSecond", question.ratePerSecond, "is not a positive rate");
  if (question.prefixHitTokens !== undefined && !(typeof question.prefixHitTokens === "number" && question.prefixHitTokens >= 0)) {
    throw invalidValue("prefixHitTokens", question.prefixHitTokens, "is not a number of tokens");
  }
  for (const bound of ["ttftP95Seconds", "tpotP95Seconds"] as const) {
    const value = question.objective[bound];
    if (value !== undefined && !(typeof value === "number" && value > 0)) throw invalidValue(`objective.${bound}`, value, "is not a positive time");
  }
  for (const limit of ["maxDevicesPerReplica", "maxDevices", "perDevice"] as const) {
    const value = question[limit];
    if (value !== undefined && !(Number.isInteger(value) && value >= 1)) throw invalidValue(limit, value, "is not a positive integer");
  }
}

