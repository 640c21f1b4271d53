import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { numberField, optionalNumber, refuseUnknown, requireField, requireRecord } from "../../workloads/fields.ts";
import { parseDistribution } from "../../workloads/parse.ts";
import type { Arrivals } from "../../workloads/types.ts";
import type { DisciplineObject, QueueCapCase, QueueCase, Service } from "../types.ts";
import { parseArrivals } from "./arrivals.ts";
import { parseDiscipline } from "./discipline.ts";
import { parseBatchService, parseIterationService, parseServiceTime } from "./service.ts";

/** A checked case, its discipline in object form. */
export type CheckedQueueCase = QueueCase & { readonly discipline: DisciplineObject };

/** Disciplines that may have several servers. */
const MANY_SERVERS: readonly DisciplineObject["name"][] = ["fcfs", "fcfs-impatient", "loss", "finite-buffer"];
/** Disciplines that know classes of requests. */
const NO_CLASSES: readonly DisciplineObject["name"][] = ["tandem", "closed-network", "batch-dynamic", "batch-fixed", "batch-threshold", "continuous-batching"];
const TRANSIENT: readonly DisciplineObject["name"][] = ["fcfs", "fcfs-impatient", "loss", "finite-buffer"];

/**
 * Checks a case of kind `queue` field by field.
 *
 * @throws RidgepointError `missing-field`, `unknown-field`, `invalid-value` or `unsupported`, with the path of the field.
 */
export function parseQueueCase(value: unknown): CheckedQueueCase {
  const record = requireRecord(value, "case", "a queue");
  refuseUnknown(record, ["id", "kind", "arrivals", "servers", "discipline", "service", "precision", "seed"], "");
  if (record["kind"] !== "queue") throw invalidValue("kind", record["kind"], 'must be "queue"');
  const arrivals = parseArrivals(requireField(record, "arrivals", ""), "arrivals");
  const discipline = parseDiscipline(requireField(record, "discipline", ""), "discipline");
  const servers = optionalNumber(record, "servers", "", { integer: true, atLeast: 1, atMost: 100_000 });
  const precision = optionalNumber(record, "precision", "", { above: 0, below: 1 });
  const seed = optionalNumber(record, "seed", "", { integer: true });
  checkTogether(arrivals, discipline, servers ?? 1);
  const service = serviceOf(record["service"], arrivals, discipline);
  const id = record["id"];
  return {
    kind: "queue",
    ...(typeof id === "string" || typeof id === "number" ? { id } : {}),
    arrivals,
    discipline,
    ...(servers === undefined ? {} : { servers }),
    ...(service === undefined ? {} : { service }),
    ...(precision === undefined ? {} : { precision }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/**
 * Checks a case of kind `queue-cap` field by field.
 *
 * @throws RidgepointError `missing-field`, `unknown-field` or `invalid-value`, with the path of the field.
 */
export function parseQueueCapCase(value: unknown): QueueCapCase {
  const record = requireRecord(value, "case", "a queue whose cap is sought");
  refuseUnknown(record, ["id", "kind", "arrivals", "service", "loss_weight_s_per_token"], "");
  if (record["kind"] !== "queue-cap") throw invalidValue("kind", record["kind"], 'must be "queue-cap"');
  const arrivals = parseArrivals(requireField(record, "arrivals", ""), "arrivals");
  if (arrivals.process !== "poisson") throw invalidValue("arrivals.process", arrivals.process, 'must be "poisson"');
  const service = requireRecord(requireField(record, "service", ""), "service", "per_token_s, fixed_s and tokens");
  refuseUnknown(service, ["per_token_s", "fixed_s", "tokens"], "service");
  return {
    kind: "queue-cap",
    arrivals,
    service: {
      per_token_s: numberField(service, "per_token_s", "service", { atLeast: 0 }),
      fixed_s: numberField(service, "fixed_s", "service", { atLeast: 0 }),
      tokens: parseDistribution(requireField(service, "tokens", "service"), "service.tokens"),
    },
    loss_weight_s_per_token: numberField(record, "loss_weight_s_per_token", "", { atLeast: 0 }),
  };
}

function checkTogether(arrivals: Arrivals, discipline: DisciplineObject, servers: number): void {
  const { name } = discipline;
  if (servers > 1 && !MANY_SERVERS.includes(name)) {
    throw invalidValue("servers", servers, `must be 1 with the discipline ${name}; several servers go with ${MANY_SERVERS.join(", ")}`);
  }
  if ((arrivals.process === "closed") !== (name === "closed-network")) {
    throw unsupported("arrivals.process", arrivals.process, "closed arrivals and the discipline closed-network need each other");
  }
  if (arrivals.process === "classes" && NO_CLASSES.includes(name)) {
    throw unsupported("arrivals.process", arrivals.process, `the discipline ${name} has no classes; use another arrival process`);
  }
  if (arrivals.process === "sinusoidal" && !TRANSIENT.includes(name)) {
    throw unsupported("arrivals.process", arrivals.process, `time-varying arrivals go with ${TRANSIENT.join(", ")}`);
  }
  if (discipline.name === "multi-rate-loss") {
    const classes = arrivals.process === "classes" ? arrivals.rates_per_s.length : 1;
    if (discipline.sizes.length !== classes) throw invalidValue("discipline.sizes", discipline.sizes, `must have one size for each of the ${classes} classes`);
  }
}

function serviceOf(value: unknown, arrivals: Arrivals, discipline: DisciplineObject): Service | readonly Service[] | undefined {
  if (discipline.name === "closed-network") {
    if (value !== undefined) throw invalidValue("service", value, "must be absent: a closed network has its demands in the discipline");
    return undefined;
  }
  if (value === undefined) throw new RidgepointError("missing-field", "service is missing", { path: "service" });
  const read = readerOf(discipline);
  const wanted = arrivals.process === "classes" ? arrivals.rates_per_s.length : discipline.name === "tandem" ? discipline.servers.length : undefined;
  if (!Array.isArray(value)) return positive(read(value, "service"), "service");
  if (wanted === undefined) throw invalidValue("service", value, "must be one service: lists go with classes and with tandem");
  if (value.length !== wanted) throw invalidValue("service", value, `must have ${wanted} entries, one for each ${arrivals.process === "classes" ? "class" : "stage"}`);
  return Array.from(value, (entry: unknown, i) => positive(read(entry, `service[${i}]`), `service[${i}]`));
}

function readerOf({ name }: DisciplineObject): (value: unknown, path: string) => Service {
  if (name === "batch-dynamic" || name === "batch-fixed" || name === "batch-threshold") return parseBatchService;
  return name === "continuous-batching" ? parseIterationService : parseServiceTime;
}

/** A service that never takes time leaves nothing to ask. */
function positive(service: Service, path: string): Service {
  const zero =
    ("dist" in service && ((service.dist === "deterministic" && service.value === 0) || (service.dist === "empirical" && service.values.every((x) => x === 0)))) ||
    ("per_token_s" in service && service.per_token_s === 0 && service.fixed_s === 0);
  if (zero) throw invalidValue(path, service, "must take some time");
  return service;
}

function unsupported(path: string, value: unknown, reason: string): RidgepointError {
  return new RidgepointError("unsupported", `${path} = ${JSON.stringify(value)}: ${reason}`, { path, value });
}
