import { logInterval, type IntervalLevel, type Subject } from "../constants/intervals.ts";
import type { EngineModel } from "../serving/engine-model.ts";
import type { Machine } from "../roofline/machine.ts";
import { ownHalfWidth, type OwnResiduals } from "./own-residuals.ts";
import type { Interval, ServingFigure, ServingValues } from "./types.ts";

/** Error model of a figure: its level, and whether it falls where the level's figure grows. */
interface FigureError {
  readonly level: IntervalLevel;
  readonly inverse: boolean;
}

const as = (level: IntervalLevel): FigureError => ({ level, inverse: false });
const inverseOf = (level: IntervalLevel): FigureError => ({ level, inverse: true });

/** Error models of the figures; exact counts have none. What is made of a figure takes that figure's. */
const figureErrors: Readonly<Partial<Record<ServingFigure, FigureError>>> = {
  ttftSeconds: as("ttft"), ttftP50Seconds: as("ttft"), ttftP90Seconds: as("ttft"), ttftP95Seconds: as("ttft"), ttftP99Seconds: as("ttft"),
  itlP99Seconds: as("ttft"),
  tpotSeconds: as("tpot"), tpotP50Seconds: as("tpot"), tpotP90Seconds: as("tpot"), tpotP95Seconds: as("tpot"), tpotP99Seconds: as("tpot"),
  requestSeconds: as("tpot"), requestP50Seconds: as("tpot"), requestP90Seconds: as("tpot"), requestP95Seconds: as("tpot"),
  requestP99Seconds: as("tpot"), decodeTokensPerSecond: inverseOf("tpot"),
  batchSeconds: as("batch"), firstTokenBatchSeconds: as("batch"), prefillTokensPerSecond: inverseOf("batch"),
  outputTokensPerSecond: as("rate"), totalTokensPerSecond: as("rate"), requestsPerSecond: as("rate"), runningBatch: as("rate"),
  mfu: as("rate"), mbu: as("rate"), outputTokensPerUsd: as("rate"), usdPerMillionOutputTokens: inverseOf("rate"), usdPerMillionTokens: inverseOf("rate"),
  powerWatts: as("power"), energyPerOutputTokenJoules: as("power"), energyPerRequestJoules: as("power"),
};

/** Error model of a figure; undefined for exact counts. */
export function errorOf(figure: ServingFigure): FigureError | undefined {
  return figureErrors[figure];
}

/** What is known about a case, which decides how wide its intervals are. */
export interface Familiarity extends Subject {
  /** The user's own held-back errors on this device with this engine. */
  readonly own: OwnResiduals;
}

/** How well an engine on a device is known. */
export function familiarityOf(engine: EngineModel, name: string, own: OwnResiduals): Familiarity {
  const { machine, architecture, pass } = engine;
  return {
    device: machine.id, family: machine.family, model: architecture.id, engine: name,
    form: pass.operators.some(({ kind }) => kind === "experts") ? "moe" : "dense", derived: essentialsDerived(machine), own,
  };
}

/**
 * 90 % intervals: each figure times the exponentials of the percentiles of log(measured/predicted) that its level and familiarity
 * give. What is derived from a figure has that figure's interval: dollars a token that of tokens a second, turned over.
 * @param exact - figures that this load fixes, such as the running batch of a static one.
 */
export function intervalsOf(values: ServingValues, familiarity: Familiarity, exact: readonly ServingFigure[] = []): Partial<Record<ServingFigure, Interval>> {
  const intervals: Partial<Record<ServingFigure, Interval>> = {};
  const logs: Partial<Record<IntervalLevel, readonly [number, number]>> = {};
  for (const key in values) {
    const figure = key as ServingFigure;
    const error = figureErrors[figure];
    const value = values[figure];
    if (error === undefined || value === undefined || exact.includes(figure)) continue;
    const [low, high] = (logs[error.level] ??= levelInterval(error.level, familiarity));
    // A share of a peak cannot pass it.
    const most = figure === "mfu" || figure === "mbu" ? Math.max(value, 1) : Infinity;
    intervals[figure] = error.inverse
      ? [value * Math.exp(-high), value * Math.exp(-low)]
      : [value * Math.exp(low), Math.min(most, value * Math.exp(high))];
  }
  return intervals;
}

/** 90 % interval of log(measured/predicted) of a level, the user's own errors included. */
export function levelInterval(level: IntervalLevel, familiarity: Familiarity): readonly [low: number, high: number] {
  const shipped = logInterval(level, familiarity);
  const half = ownHalfWidth((shipped[1] - shipped[0]) / 2, level, familiarity.own);
  return half === undefined ? shipped : [-half, half];
}

/** Whether a figure that most of a step's time rests on is a prior and not the device's own. */
export function essentialsDerived(machine: Machine): boolean {
  return machine.derived.includes("16-bit matrix peak") || machine.derived.includes("memory bandwidth");
}
