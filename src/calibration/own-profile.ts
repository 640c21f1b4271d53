import type { IntervalLevel } from "../constants/intervals.ts";
import type { FittedConstants } from "../constants/lookup.ts";
import type { ProfileResiduals } from "../predict/types.ts";
import { RidgepointError } from "../quantities/errors.ts";
import { fitOwnConstants, type MovedConstant } from "./profile-fit.ts";
import { inFull, readyRun, type OwnRun, type ReadyRun } from "./profile-runs.ts";

/** What a calibration on own runs gives. */
export interface OwnCalibration {
  readonly constants: FittedConstants;
  readonly moved: readonly MovedConstant[];
  /** Held-back errors by device, engine and level, which condition the intervals. */
  readonly residuals: readonly ProfileResiduals[];
  readonly runs: number;
  /** Runs that were not used, each with its reason. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

/** Options of {@link calibrateOwn}. */
export interface CalibrateOptions {
  /** Called after each of the fits. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** Parts that are held back in turn. */
const folds = 5;

/**
 * Fits the constants of steps to runs of the user's own, and finds how far off predictions are for runs that were held back: each in
 * turn where there are few, a fifth at a time where there are many. A single run cannot be held back, and counts as far off as it was
 * before.
 *
 * @throws RidgepointError `invalid-value` where no run can be used; the message has the reason of the first.
 */
export function calibrateOwn(runs: readonly OwnRun[], { onProgress }: CalibrateOptions = {}): OwnCalibration {
  const looked = runs.map(readyRun);
  const ready = looked.filter((run): run is ReadyRun => "figures" in run);
  const leftOut = looked.filter((run): run is { name: string; reason: string } => !("figures" in run));
  if (ready.length === 0) {
    const first = leftOut[0];
    throw new RidgepointError("invalid-value", first === undefined ? "there are no runs to calibrate on" : `no run can be used; ${first.name}: ${first.reason}`, { path: "runs" });
  }
  const parts = Math.min(folds, ready.length);
  const { constants, moved } = fitOwnConstants(ready);
  onProgress?.(1, parts + 1);
  const heldBack = Array.from({ length: parts }, (_, part) => {
    const others = ready.filter((_, i) => i % parts !== part);
    const own = others.length === 0 ? {} : fitOwnConstants(others).constants;
    onProgress?.(part + 2, parts + 1);
    return ready.filter((_, i) => i % parts === part).flatMap((run) => errorsOf(run, own));
  }).flat();
  return { constants, moved, residuals: residualsOf(heldBack), runs: ready.length, leftOut };
}

interface FigureError {
  readonly run: ReadyRun;
  readonly level: IntervalLevel;
  readonly log: number;
}

function errorsOf(run: ReadyRun, constants: FittedConstants): FigureError[] {
  return inFull(run, constants).map((log, i) => {
    const figure = run.figures[i] as ReadyRun["figures"][number];
    return { run, level: figure.level, log: log - figure.log };
  });
}

function residualsOf(errors: readonly FigureError[]): ProfileResiduals[] {
  const groups = new Map<string, FigureError[]>();
  for (const error of errors) {
    const key = [error.run.device, error.run.key.engine, error.level].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [error]);
    else group.push(error);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => {
    const { run: { device, key }, level } = group[0] as FigureError;
    const logSd = Math.sqrt(group.reduce((sum, { log }) => sum + log * log, 0) / group.length);
    return {
      device, engine: key.engine, level, models: [...new Set(group.map(({ run }) => run.model))].sort(), runs: group.length,
      logSd: Math.max(1e-3, Number(logSd.toFixed(4))),
    };
  });
}
