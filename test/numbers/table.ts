import { predict, RidgepointError } from "../../src/index.ts";
import { cases } from "./cases.ts";

/** One row: figures by name with their 90 % intervals, or the code of the error. */
export type Row = Readonly<Record<string, string | number | readonly number[]>>;

/** Digits that a change must move to be seen: more than any user reads, fewer than processors differ in. */
const DIGITS = 6;
const round = (value: number): number => Number(value.toPrecision(DIGITS));

const FIGURES = ["ttftSeconds", "ttftP95Seconds", "tpotSeconds", "tpotP95Seconds", "batchSeconds", "outputTokensPerSecond", "runningBatch", "mfu", "mbu", "kvCapacityTokens", "energyPerOutputTokenJoules", "usdPerMillionOutputTokens"] as const;

/** Predicts every case. */
export function table(): ReadonlyMap<string, Row> {
  return new Map(
    cases.map(({ name, scenario }) => {
      try {
        const { values, intervals90, bound } = predict(scenario);
        const row: Record<string, string | number | readonly number[]> = { bound };
        for (const figure of FIGURES) {
          const value = values[figure];
          const interval = intervals90[figure];
          if (value !== undefined) row[figure] = interval === undefined ? round(value) : [round(value), ...interval.map(round)];
        }
        return [name, row];
      } catch (error) {
        if (error instanceof RidgepointError) return [name, { error: error.code }];
        throw error;
      }
    }),
  );
}

/** JSON with one row a line, so that a diff shows each moved prediction before and after. */
export function toText(rows: ReadonlyMap<string, Row>): string {
  return `{\n${[...rows].map(([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`).join(",\n")}\n}\n`;
}
