import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { joinPath, numberField, numberList, optionalNumber, refuseUnknown, requireField, requireRecord } from "../../workloads/fields.ts";
import { parseCounts, parseDistribution } from "../../workloads/parse.ts";
import type { BatchCompletion, DisciplineObject, PlainDisciplineName } from "../types.ts";

type Fields = Readonly<Record<string, unknown>>;
type Name = DisciplineObject["name"];

const COUNT = { integer: true, atLeast: 1, atMost: 1_000_000 } as const;
const TIME = { atLeast: 0 } as const;
const COMPLETIONS: readonly BatchCompletion[] = ["padded", "own-length", "shrinking"];

const plain = (name: PlainDisciplineName): { fields: readonly string[]; read: () => DisciplineObject } => ({ fields: [], read: () => ({ name }) });

const READERS: Readonly<Record<Name, { fields: readonly string[]; read: (f: Fields, path: string) => DisciplineObject }>> = {
  fcfs: plain("fcfs"),
  "lcfs-preemptive": plain("lcfs-preemptive"),
  "processor-sharing": plain("processor-sharing"),
  srpt: plain("srpt"),
  psjf: plain("psjf"),
  sjf: plain("sjf"),
  "foreground-background": plain("foreground-background"),
  priority: plain("priority"),
  "priority-preemptive": plain("priority-preemptive"),
  loss: plain("loss"),
  "sjf-predicted": {
    fields: ["log_error_sigma"],
    read: (f, path) => ({ name: "sjf-predicted", log_error_sigma: numberField(f, "log_error_sigma", path, { atLeast: 0, atMost: 100 }) }),
  },
  mlfq: {
    fields: ["thresholds_s"],
    read: (f, path) => {
      const at = joinPath(path, "thresholds_s");
      const thresholds = numberList(requireField(f, "thresholds_s", path), at, { above: 0 });
      if (thresholds.some((x, i) => i > 0 && x <= thresholds[i - 1]!)) throw invalidValue(at, thresholds, "must ascend");
      return { name: "mlfq", thresholds_s: thresholds };
    },
  },
  "limited-processor-sharing": {
    fields: ["max_batch", "rate"],
    read: (f, path) => {
      const most = optionalNumber(f, "max_batch", path, COUNT);
      const at = joinPath(path, "rate");
      const rate = requireRecord(requireField(f, "rate", path), at, "fixed and per_request");
      refuseUnknown(rate, ["fixed", "per_request"], at);
      const coefficients = { fixed: numberField(rate, "fixed", at, TIME), per_request: numberField(rate, "per_request", at, TIME) };
      if (!(coefficients.fixed + coefficients.per_request > 0)) throw invalidValue(at, rate, "must not be zero in both");
      return { name: "limited-processor-sharing", ...(most === undefined ? {} : { max_batch: most }), rate: coefficients };
    },
  },
  "fcfs-impatient": {
    fields: ["patience_s", "patience"],
    read: (f, path) => {
      if (f["patience"] !== undefined && f["patience_s"] !== undefined) {
        throw invalidValue(joinPath(path, "patience"), f["patience"], "must not stand beside patience_s: give one of them");
      }
      if (f["patience"] !== undefined) return { name: "fcfs-impatient", patience: parseDistribution(f["patience"], joinPath(path, "patience")) };
      return { name: "fcfs-impatient", patience_s: numberField(f, "patience_s", path, TIME) };
    },
  },
  "finite-buffer": {
    fields: ["buffer"],
    read: (f, path) => ({ name: "finite-buffer", buffer: numberField(f, "buffer", path, { integer: true, atLeast: 0, atMost: 1_000_000 }) }),
  },
  "multi-rate-loss": {
    fields: ["capacity", "sizes"],
    read: (f, path) => ({
      name: "multi-rate-loss",
      capacity: numberField(f, "capacity", path, COUNT),
      sizes: numberList(requireField(f, "sizes", path), joinPath(path, "sizes"), COUNT),
    }),
  },
  tandem: {
    fields: ["servers"],
    read: (f, path) => ({ name: "tandem", servers: numberList(requireField(f, "servers", path), joinPath(path, "servers"), COUNT) }),
  },
  "closed-network": {
    fields: ["demands_s"],
    read: (f, path) => {
      const at = joinPath(path, "demands_s");
      const demands = numberList(requireField(f, "demands_s", path), at, TIME);
      if (!demands.some((demand) => demand > 0)) throw invalidValue(at, demands, "must have a demand above 0");
      return { name: "closed-network", demands_s: demands };
    },
  },
  "batch-dynamic": {
    fields: ["max_batch", "completion"],
    read: (f, path) => {
      const most = optionalNumber(f, "max_batch", path, COUNT);
      return { name: "batch-dynamic", ...(most === undefined ? {} : { max_batch: most }), ...completionOf(f, path) };
    },
  },
  "batch-fixed": {
    fields: ["batch", "timeout_s", "completion"],
    read: (f, path) => {
      const timeout = optionalNumber(f, "timeout_s", path, TIME);
      return {
        name: "batch-fixed",
        batch: numberField(f, "batch", path, COUNT),
        ...(timeout === undefined ? {} : { timeout_s: timeout }),
        ...completionOf(f, path),
      };
    },
  },
  "batch-threshold": {
    fields: ["min_batch", "max_batch", "completion"],
    read: (f, path) => {
      const least = numberField(f, "min_batch", path, COUNT);
      const most = numberField(f, "max_batch", path, { integer: true, atLeast: least, atMost: 1_000_000 });
      return { name: "batch-threshold", min_batch: least, max_batch: most, ...completionOf(f, path) };
    },
  },
  "continuous-batching": {
    fields: ["max_batch", "kv_capacity_tokens", "input_tokens", "iteration"],
    read: (f, path) => {
      const capacity = optionalNumber(f, "kv_capacity_tokens", path, COUNT);
      const at = joinPath(path, "iteration");
      const iteration = requireRecord(requireField(f, "iteration", path), at, "fixed_s, per_request_s and per_prefill_s");
      refuseUnknown(iteration, ["fixed_s", "per_request_s", "per_prefill_s"], at);
      const prefill = optionalNumber(iteration, "per_prefill_s", at, TIME);
      const times = { fixed_s: numberField(iteration, "fixed_s", at, TIME), per_request_s: numberField(iteration, "per_request_s", at, TIME) };
      if (!(times.fixed_s + times.per_request_s > 0)) throw invalidValue(at, iteration, "must not take no time");
      return {
        name: "continuous-batching",
        max_batch: numberField(f, "max_batch", path, COUNT),
        ...(capacity === undefined ? {} : { kv_capacity_tokens: capacity }),
        ...inputOf(f, path),
        iteration: { ...times, ...(prefill === undefined ? {} : { per_prefill_s: prefill }) },
      };
    },
  },
};

/** Reads a discipline, a string or an object, into its object form. */
export function parseDiscipline(value: unknown, path: string): DisciplineObject {
  const record: Fields = typeof value === "string" ? { name: value } : requireRecord(value, path, `a name such as "fcfs", or an object with name and parameters`);
  const name = requireField(record, "name", path);
  const reader = typeof name === "string" && Object.hasOwn(READERS, name) ? READERS[name as Name] : undefined;
  if (reader === undefined) {
    const at = typeof value === "string" ? path : joinPath(path, "name");
    throw new RidgepointError("invalid-value", `${at} = ${JSON.stringify(name)} is not a discipline; known are ${Object.keys(READERS).join(", ")}`, { path: at, value: name });
  }
  refuseUnknown(record, ["name", ...reader.fields], path);
  return reader.read(record, path);
}

function completionOf(f: Fields, path: string): { completion?: BatchCompletion } {
  const value = f["completion"];
  if (value === undefined) return {};
  if (COMPLETIONS.includes(value as BatchCompletion)) return { completion: value as BatchCompletion };
  throw invalidValue(joinPath(path, "completion"), value, `must be one of ${COMPLETIONS.join(", ")}`);
}

function inputOf(f: Fields, path: string): { input_tokens?: number | ReturnType<typeof parseCounts> } {
  const value = f["input_tokens"];
  if (value === undefined) return {};
  const at = joinPath(path, "input_tokens");
  if (typeof value === "number") {
    if (Number.isInteger(value) && value >= 0) return { input_tokens: value };
    throw invalidValue(at, value, "must be a whole number of at least 0");
  }
  return { input_tokens: parseCounts(value, at) };
}
