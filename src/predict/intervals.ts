import { logInterval, type IntervalLevel, type Subject } from "../constants/intervals.ts";
import { crowdedFrom } from "../constants/interval-types.ts";
import { hasExperts } from "../operators/experts.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { Machine } from "../roofline/machine.ts";
import { ownHalfWidth, type OwnResiduals } from "./own-residuals.ts";
import type { Interval, ServingFigure, ServingValues } from "./types.ts";

/** A level whose error a figure has, turned over where the figure falls as the level's figures grow. */
export interface ErrorTerm {
  readonly level: IntervalLevel;
  readonly inverse: boolean;
}

/** The errors of one level, one object each, by which what follows from them is kept. */
function ofLevels(inverse: boolean): (level: IntervalLevel) => readonly ErrorTerm[] {
  const made: Partial<Record<IntervalLevel, readonly ErrorTerm[]>> = {};
  return (level) => (made[level] ??= [{ level, inverse }]);
}
const as = ofLevels(false);
const inverseOf = ofLevels(true);
/** Watts over a rate, and over a batch's time. */
const energy: readonly ErrorTerm[] = [...as("power"), ...inverseOf("rate")];

/** A time with its percentiles. */
type Latency = "ttft" | "tpot" | "itl" | "request";
type Percentile = "" | "P50" | "P90" | "P95" | "P99";

const percentiles: readonly Percentile[] = ["", "P50", "P90", "P95", "P99"];

function latency(name: Latency, terms: readonly ErrorTerm[]): Readonly<Partial<Record<ServingFigure, readonly ErrorTerm[]>>> {
  return Object.fromEntries(percentiles.map((percentile) => [`${name}${percentile}Seconds` satisfies ServingFigure, terms]));
}

/** Errors that a figure is made of; exact counts have none. */
export const figureErrors: Readonly<Partial<Record<ServingFigure, readonly ErrorTerm[]>>> = {
  ...latency("ttft", as("ttft")), ...latency("tpot", as("tpot")), ...latency("request", as("tpot")),
  // Long gaps are those in which prompts are computed.
  ...latency("itl", as("ttft")), itlSeconds: as("tpot"), itlP50Seconds: as("tpot"), decodeTokensPerSecond: inverseOf("tpot"),
  batchSeconds: as("batch"), firstTokenBatchSeconds: as("batch"), prefillTokensPerSecond: inverseOf("batch"),
  outputTokensPerSecond: as("rate"), totalTokensPerSecond: as("rate"), requestsPerSecond: as("rate"), runningBatch: as("rate"),
  mfu: as("rate"), mbu: as("rate"), outputTokensPerUsd: as("rate"), usdPerMillionOutputTokens: inverseOf("rate"), usdPerMillionTokens: inverseOf("rate"),
  powerWatts: as("power"), energyPerOutputTokenJoules: energy, energyPerRequestJoules: energy,
};

/** What is known about a case, which decides how wide its intervals are. */
export interface Familiarity extends Subject {
  /** The user's own held-back errors on this device with this engine. */
  readonly own: OwnResiduals;
}

/** How well an engine on a device is known, with so many requests `running` at once on a replica. */
export function familiarityOf(engine: EngineModel, name: string, own: OwnResiduals, running?: number): Familiarity {
  const { machine, architecture, pass } = engine;
  return {
    device: machine.id, family: machine.family, model: architecture.id, engine: name,
    form: hasExperts(pass) ? "moe" : "dense", derived: essentialsDerived(machine), age: machine.age, own,
    ...(running !== undefined && { crowd: running > crowdedFrom ? "many" : "few" }),
  };
}

/** The same for separate pools: no run of any was fitted to, so that they count as an engine that nobody measured. */
export function familiarityOfPools(decode: EngineModel, own: OwnResiduals): Familiarity {
  return familiarityOf(decode, "pools", own);
}

/**
 * 90 % intervals: each figure times the exponentials of the percentiles of log(measured/predicted) that its level and familiarity
 * give. What is derived from a figure has that figure's interval: dollars a token that of tokens a second, turned over. Errors of a
 * figure made of two add as independent ones do.
 * @param staticBatch - the load is one batch.
 * @param attainment - interval of the share inside a service level, where one was asked for.
 */
export function intervalsOf(
  values: ServingValues, familiarity: Familiarity, staticBatch: boolean, attainment?: Interval,
): Partial<Record<ServingFigure, Interval>> {
  if (staticBatch) return batchIntervals(values, familiarity);
  const intervals: Partial<Record<ServingFigure, Interval>> = {};
  // Many figures share few errors.
  const factors = new Map<readonly ErrorTerm[], Interval>();
  for (const key in values) {
    const figure = key as ServingFigure;
    const terms = figureErrors[figure];
    const value = values[figure];
    if (terms === undefined || value === undefined) continue;
    let found = factors.get(terms);
    if (found === undefined) factors.set(terms, (found = factorsOf(terms, familiarity)));
    intervals[figure] = figure === "mfu" || figure === "mbu" ? shareAround(value, found) : around(value, found);
  }
  if (attainment !== undefined) {
    const [low, high] = intervals.requestsPerSecond as Interval;
    intervals.attainment = attainment;
    intervals.goodputRequestsPerSecond = [attainment[0] * low, attainment[1] * high];
  }
  return intervals;
}

/**
 * Those of a static batch, as the table of its errors says (a test compares). Written out, for a record whose fields are named as it
 * is made costs a quarter of one that grows field by field, and searches make them by the hundred thousand.
 */
function batchIntervals(values: ServingValues, familiarity: Familiarity): Partial<Record<ServingFigure, Interval>> {
  const [batchLow, batchHigh] = levelInterval("batch", familiarity);
  const [tpotLow, tpotHigh] = levelInterval("tpot", familiarity);
  const [ttftLow, ttftHigh] = levelInterval("ttft", familiarity);
  const [powerLow, powerHigh] = levelInterval("power", familiarity);
  const batch = factorsBetween(batchLow, batchHigh);
  const rate = factorsBetween(batchHigh, batchLow);
  const tpot = factorsBetween(tpotLow, tpotHigh);
  const energyPerWork = factorsBetween(joined(Math.abs(powerLow), batchLow), joined(Math.abs(powerHigh), batchHigh));
  const v = values as Required<ServingValues>;
  const intervals: Partial<Record<ServingFigure, Interval>> = {
    batchSeconds: around(v.batchSeconds, batch), firstTokenBatchSeconds: around(v.firstTokenBatchSeconds, batch),
    requestSeconds: around(v.requestSeconds, tpot), ttftSeconds: around(v.ttftSeconds, factorsBetween(ttftLow, ttftHigh)),
    prefillTokensPerSecond: around(v.prefillTokensPerSecond, rate), outputTokensPerSecond: around(v.outputTokensPerSecond, rate),
    totalTokensPerSecond: around(v.totalTokensPerSecond, rate), requestsPerSecond: around(v.requestsPerSecond, rate),
    mfu: shareAround(v.mfu, rate), mbu: shareAround(v.mbu, rate), powerWatts: around(v.powerWatts, factorsBetween(powerLow, powerHigh)),
    energyPerRequestJoules: around(v.energyPerRequestJoules, energyPerWork), energyPerOutputTokenJoules: around(v.energyPerOutputTokenJoules, energyPerWork),
  };
  if (values.tpotSeconds !== undefined) {
    intervals.tpotSeconds = around(v.tpotSeconds, tpot);
    intervals.decodeTokensPerSecond = around(v.decodeTokensPerSecond, factorsBetween(tpotHigh, tpotLow));
  }
  if (values.outputTokensPerUsd !== undefined) {
    intervals.usdPerMillionOutputTokens = around(v.usdPerMillionOutputTokens, batch);
    intervals.usdPerMillionTokens = around(v.usdPerMillionTokens, batch);
    intervals.outputTokensPerUsd = around(v.outputTokensPerUsd, rate);
  }
  return intervals;
}

function around(value: number, factors: Interval): Interval {
  return [value * factors[0], value * factors[1]];
}

/** The same of a share of a peak, which cannot pass it. */
function shareAround(value: number, factors: Interval): Interval {
  return [value * factors[0], Math.min(value * factors[1], Math.max(value, 1))];
}

/** What a figure with these errors is multiplied by for the ends of its interval. */
function factorsOf(terms: readonly ErrorTerm[], familiarity: Familiarity): Interval {
  let below = 0;
  let above = 0;
  for (const { level, inverse } of terms) {
    const [low, high] = levelInterval(level, familiarity);
    below = joined(below, inverse ? high : low);
    above = joined(above, inverse ? low : high);
  }
  return factorsBetween(below, above);
}

/** Factors of errors on the log scale, of which the sign does not count. */
function factorsBetween(below: number, above: number): Interval {
  return [Math.exp(-Math.abs(below)), Math.exp(Math.abs(above))];
}

/** Independent errors add as squares; most figures have one, and `Math.hypot` is slow. */
function joined(before: number, error: number): number {
  return before === 0 ? Math.abs(error) : Math.hypot(before, error);
}

/** 90 % interval of log(measured/predicted) of a level, the user's own errors included. */
export function levelInterval(level: IntervalLevel, familiarity: Familiarity): readonly [low: number, high: number] {
  const shipped = logInterval(level, familiarity);
  const half = ownHalfWidth((shipped[1] - shipped[0]) / 2, level, familiarity.own);
  return half === undefined ? shipped : [-half, half];
}

/** 90 % interval of a figure with the error of a level, turned over where it falls as the level's figures grow. */
export function levelAround(value: number, level: IntervalLevel, familiarity: Familiarity, inverse = false): Interval {
  const [low, high] = levelInterval(level, familiarity);
  return around(value, inverse ? factorsBetween(high, low) : factorsBetween(low, high));
}

/** 90 % interval of a figure whose logarithm is off by as much on either side. */
export function evenlyAround(value: number, halfWidth: number): Interval {
  return around(value, factorsBetween(halfWidth, halfWidth));
}

/** Whether a figure that most of a step's time rests on is a prior and not the device's own. */
export function essentialsDerived(machine: Machine): boolean {
  return machine.derived.includes("16-bit matrix peak") || machine.derived.includes("memory bandwidth");
}
