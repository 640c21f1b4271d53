import { offsetKeys, type ConstantKey, type FittedConstants } from "../constants/lookup.ts";
import type { IntervalLevel } from "../constants/intervals.ts";
import type { ConstantDefinition } from "../constants/types.ts";
import { predict } from "../predict/serving.ts";
import { resolveBase } from "../predict/resolve.ts";
import type { Scenario, ServingFigure } from "../predict/types.ts";
import { RidgepointError } from "../quantities/errors.ts";

/** A run of the user's own: what ran and what was measured. */
export interface OwnRun {
  /** For people: file and place. */
  readonly name: string;
  readonly scenario: Scenario;
  /** Measured means. */
  readonly measured: Readonly<Partial<Record<ServingFigure, number>>>;
  /** 1 unless an input had to be assumed. */
  readonly weight?: number;
}

/** A run that can be predicted. */
export interface ReadyRun extends OwnRun {
  readonly key: ConstantKey;
  readonly device: string;
  readonly model: string;
  /** Figures that are fitted, each an independent look at the run. */
  readonly figures: readonly { readonly figure: ServingFigure; readonly level: IntervalLevel; readonly log: number }[];
}

/** Figures that are compared, and the error model of each; the first group that was measured is taken of each row. */
const looks: readonly (readonly (readonly [ServingFigure, IntervalLevel])[])[] = [
  [["ttftSeconds", "ttft"], ["firstTokenBatchSeconds", "batch"], ["prefillTokensPerSecond", "batch"]],
  // A rate over a whole run says no more than the two times that it is made of.
  [["tpotSeconds", "tpot"], ["decodeTokensPerSecond", "batch"], ["batchSeconds", "batch"], ["requestSeconds", "tpot"], ["outputTokensPerSecond", "rate"], ["totalTokensPerSecond", "rate"], ["requestsPerSecond", "rate"]],
  [["powerWatts", "power"], ["energyPerOutputTokenJoules", "power"], ["energyPerRequestJoules", "power"]],
];

/** Looks a run up; gives the reason where it cannot be predicted or holds nothing to compare. */
export function readyRun(run: OwnRun): ReadyRun | { readonly name: string; readonly reason: string } {
  try {
    if (run.scenario.speculative !== undefined) return { name: run.name, reason: "speculative decoding has no closed form to fit with" };
    const { load } = run.scenario;
    const base = resolveBase(run.scenario);
    const figures = looks.flatMap((row) => {
      const found = row.find(([figure]) => run.measured[figure] !== undefined && !(load.mode === "open" && isRate(figure)));
      return found === undefined ? [] : [{ figure: found[0], level: found[1], log: Math.log(run.measured[found[0]] as number) }];
    });
    if (figures.length === 0) return { name: run.name, reason: "nothing that was measured is predicted for its load" };
    const ready: ReadyRun = { ...run, key: { family: base.device.family, engine: base.engine, generation: base.generation }, device: base.device.id, model: base.architecture.id, figures };
    if (ready.key.engine === "ideal") return { name: run.name, reason: "the ideal engine has no constants to fit" };
    const logs = closedForm(ready, {});
    return logs.every(Number.isFinite) ? ready : { name: run.name, reason: "nothing that was measured is predicted for its load" };
  } catch (error) {
    if (error instanceof RidgepointError) return { name: run.name, reason: error.message };
    throw error;
  }
}

/** The rate of an open load is the user's, not the machine's. */
function isRate(figure: ServingFigure): boolean {
  return figure === "outputTokensPerSecond" || figure === "totalTokensPerSecond" || figure === "requestsPerSecond";
}

/** Logarithms of the figures of a run in closed form under a profile's constants: quick, and right in how they move. */
export function closedForm(run: ReadyRun, constants: FittedConstants): number[] {
  return predicted(run, constants, { method: "closed-form" });
}

/** Logarithms of the figures as users get them, simulated where the load is. */
export function inFull(run: ReadyRun, constants: FittedConstants): number[] {
  return predicted(run, constants, {});
}

function predicted(run: ReadyRun, constants: FittedConstants, options: { readonly method?: "closed-form" }): number[] {
  const { values } = predict({ ...run.scenario, profile: { constants } }, options);
  return run.figures.map(({ figure }) => Math.log(values[figure] ?? NaN));
}

/** The most particular place at which a constant may differ for a run: an offset there moves nobody else's more than it must. */
export function ownPlace(definition: ConstantDefinition, key: ConstantKey): string {
  return offsetKeys(definition, key).at(-1) as string;
}
