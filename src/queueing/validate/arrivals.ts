import { invalidValue } from "../../quantities/errors.ts";
import { joinPath, numberField, numberList, refuseUnknown, requireField, requireNumber, requireRecord } from "../../workloads/fields.ts";
import { parseDistribution } from "../../workloads/parse.ts";
import { lawOf } from "../../workloads/distributions.ts";
import type { Arrivals } from "../../workloads/types.ts";

type Fields = Readonly<Record<string, unknown>>;

const READERS: Readonly<Record<Arrivals["process"], { fields: readonly string[]; read: (f: Fields, path: string) => Arrivals }>> = {
  poisson: {
    fields: ["rate_per_s"],
    read: (f, path) => ({ process: "poisson", rate_per_s: numberField(f, "rate_per_s", path, { above: 0 }) }),
  },
  renewal: {
    fields: ["interarrival"],
    read: (f, path) => {
      const at = joinPath(path, "interarrival");
      const interarrival = parseDistribution(requireField(f, "interarrival", path), at);
      if (!(lawOf(interarrival).mean > 0)) throw invalidValue(at, interarrival, "must have a mean above 0");
      return { process: "renewal", interarrival };
    },
  },
  mmpp: {
    fields: ["rates_per_s", "generator"],
    read: (f, path) => {
      const at = joinPath(path, "rates_per_s");
      const rates = numberList(requireField(f, "rates_per_s", path), at, { atLeast: 0 });
      if (!rates.some((rate) => rate > 0)) throw invalidValue(at, rates, "must have a rate above 0");
      return { process: "mmpp", rates_per_s: rates, generator: generatorOf(requireField(f, "generator", path), joinPath(path, "generator"), rates.length) };
    },
  },
  sinusoidal: {
    fields: ["rate_per_s", "amplitude", "period_s", "at_s"],
    read: (f, path) => ({
      process: "sinusoidal",
      rate_per_s: numberField(f, "rate_per_s", path, { above: 0 }),
      amplitude: numberField(f, "amplitude", path, { atLeast: -1, atMost: 1 }),
      period_s: numberField(f, "period_s", path, { above: 0 }),
      at_s: numberList(requireField(f, "at_s", path), joinPath(path, "at_s"), { atLeast: 0 }),
    }),
  },
  closed: {
    fields: ["population", "think_s"],
    read: (f, path) => ({
      process: "closed",
      population: numberField(f, "population", path, { integer: true, atLeast: 1, atMost: 1_000_000 }),
      think_s: numberField(f, "think_s", path, { atLeast: 0 }),
    }),
  },
  classes: {
    fields: ["rates_per_s"],
    read: (f, path) => ({ process: "classes", rates_per_s: numberList(requireField(f, "rates_per_s", path), joinPath(path, "rates_per_s"), { above: 0 }) }),
  },
};

/** Reads the arrival process of a case. */
export function parseArrivals(value: unknown, path: string): Arrivals {
  const record = requireRecord(value, path, `an arrival process such as {"process": "poisson", "rate_per_s": 1}`);
  const name = requireField(record, "process", path);
  const reader = typeof name === "string" && Object.hasOwn(READERS, name) ? READERS[name as Arrivals["process"]] : undefined;
  if (reader === undefined) throw invalidValue(joinPath(path, "process"), name, `is not an arrival process; known are ${Object.keys(READERS).join(", ")}`);
  refuseUnknown(record, ["process", ...reader.fields], path);
  return reader.read(record, path);
}

/** A square matrix of rates whose rows sum to 0 and in which every state leads to every other. */
function generatorOf(value: unknown, path: string, size: number): readonly (readonly number[])[] {
  if (!Array.isArray(value) || value.length !== size) throw invalidValue(path, value, `must have one row for each of the ${size} rates`);
  const rows = Array.from(value, (row: unknown, i) => {
    const at = joinPath(path, i);
    if (!Array.isArray(row) || row.length !== size) throw invalidValue(at, row, `must have ${size} entries`);
    const numbers = Array.from(row, (entry: unknown, j) => requireNumber(entry, joinPath(at, j), i === j ? { atMost: 0 } : { atLeast: 0 }));
    const sum = numbers.reduce((total, x) => total + x, 0);
    const scale = numbers.reduce((total, x) => total + Math.abs(x), 0);
    if (!(Math.abs(sum) <= 1e-6 * Math.max(scale, 1e-300))) throw invalidValue(at, row, `must sum to 0, not to ${sum}`);
    return numbers;
  });
  for (let i = 0; i < size; i++) {
    if (reachable(rows, i).size < size) throw invalidValue(path, value, `has no single steady state: from state ${i} not every other can be reached`);
  }
  return rows;
}

function reachable(rows: readonly (readonly number[])[], from: number): ReadonlySet<number> {
  const seen = new Set([from]);
  for (const i of seen) rows[i]!.forEach((rate, j) => rate > 0 && seen.add(j));
  return seen;
}
