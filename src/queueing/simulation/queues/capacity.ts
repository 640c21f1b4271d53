import { lawOf } from "../../../workloads/distributions.ts";
import type { Distribution } from "../../../workloads/types.ts";
import { RidgepointError } from "../../../quantities/errors.ts";
import { requireStable } from "../../stable.ts";
import { saturatedRate } from "../run-server.ts";
import { batchRule } from "./batch.ts";
import { meanService, type QueueSetup, serviceMean, serviceTime } from "./setup.ts";

/** Requests per second that the system can carry, and in words what carries them; +∞ where nothing can pile up. */
export interface Capacity {
  readonly perSecond: number;
  readonly what: string;
}

const UNLIMITED: Capacity = { perSecond: Infinity, what: "requests are lost" };

/** The capacity of an open queue. */
export function capacityOf(setup: QueueSetup): Capacity {
  const { discipline, servers } = setup;
  switch (discipline.name) {
    case "loss":
    case "finite-buffer":
    case "fcfs-impatient":
    case "multi-rate-loss":
    case "closed-network":
      return UNLIMITED;
    case "limited-processor-sharing": {
      const { fixed, per_request: perRequest } = discipline.rate;
      const most = discipline.max_batch ?? Infinity;
      const rate = most === Infinity ? 1 / perRequest : most / (fixed + perRequest * most);
      return { perSecond: rate / meanService(setup), what: `${most} in service` };
    }
    case "tandem":
      return discipline.servers
        .map((count, stage) => ({ perSecond: count / serviceMean(setup.services[stage] ?? setup.services[0]), what: `stage ${stage}` }))
        .reduce((least, stage) => (stage.perSecond < least.perSecond ? stage : least));
    case "batch-dynamic":
    case "batch-fixed":
    case "batch-threshold":
      return batchCapacity(setup);
    case "continuous-batching":
      return iterationCapacity(setup);
    default:
      return { perSecond: servers / meanService(setup), what: `${servers} server${servers > 1 ? "s" : ""}` };
  }
}

/** Refuses an open load that has no steady state. */
export function requireCapacity(setup: QueueSetup): void {
  const { perSecond, what } = capacityOf(setup);
  requireStable(setup.rate, perSecond, what);
}

/** A bulk server under pressure serves full batches; without a largest batch the limit of b/E[H_b] counts. */
function batchCapacity({ discipline, services }: QueueSetup): Capacity {
  const { most, completion } = batchRule(discipline);
  const service = services[0];
  let time = { fixed_s: 0, per_request_s: 0, per_token_s: 1, per_request_token_s: 0 };
  let lengths: Distribution;
  let cap = Infinity;
  if (service !== undefined && "batch" in service) {
    time = { ...service.batch };
    lengths = service.tokens;
  } else {
    const alone = serviceTime(service);
    if ("dist" in alone) lengths = alone;
    else {
      time = { ...time, fixed_s: alone.fixed_s, per_token_s: alone.per_token_s };
      lengths = alone.tokens;
      cap = alone.cap ?? cap;
    }
  }
  const law = lawOf(lengths);
  const { fixed_s: fixed, per_request_s: perRequest, per_token_s: perToken, per_request_token_s: perRequestToken } = time;
  if (most === Infinity) {
    const each = perRequest + (perRequestToken === 0 ? 0 : perRequestToken * (completion === "shrinking" ? law.mean : Math.min(cap, law.high)));
    return { perSecond: 1 / each, what: "batches without limit" };
  }
  // E[max of b] = ∫ Q(u^{1/b}) du.
  const points = 20_000;
  let longest = 0;
  for (let i = 0; i < points; i++) longest += Math.min(cap, law.quantile(((i + 0.5) / points) ** (1 / most))) / points;
  const seconds = fixed + perRequest * most + perToken * longest + perRequestToken * most * (completion === "shrinking" ? law.mean : longest);
  return { perSecond: most / seconds, what: `full batches of ${most}` };
}

function iterationCapacity({ discipline, services }: QueueSetup): Capacity {
  const service = services[0];
  if (discipline.name !== "continuous-batching" || service === undefined || !("tokens" in service)) return UNLIMITED;
  const { max_batch: most, kv_capacity_tokens: capacityTokens, input_tokens: inputTokens = 1, iteration } = discipline;
  if (capacityTokens === undefined) {
    const tokens = lawOf(service.tokens).mean;
    const each = iteration.fixed_s / most + iteration.per_request_s + (iteration.per_prefill_s ?? 0) / tokens;
    return { perSecond: 1 / (each * tokens), what: `${most} running` };
  }
  // How many run at once depends on how requests pack into the cache: measured with a backlog.
  const perSecond = inDisciplineTerms(() => saturatedRate({
    load: { mode: "offline" },
    inputTokens,
    outputTokens: service.tokens,
    stepTime: {
      fixedSeconds: iteration.fixed_s,
      perRequestSeconds: iteration.per_request_s,
      perPrefillRequestSeconds: iteration.per_request_s + (iteration.per_prefill_s ?? 0),
    },
    policy: { kind: "mixed", maxRunningRequests: most },
    kv: { capacityTokens },
  }));
  return { perSecond, what: `a KV cache of ${capacityTokens} tokens` };
}

/** A request that does not fit is told by the field of the discipline, not by that of the server that measures. */
function inDisciplineTerms(measure: () => number): number {
  try {
    return measure();
  } catch (error) {
    if (!(error instanceof RidgepointError) || error.code !== "infeasible") throw error;
    throw new RidgepointError(error.code, error.message, { ...error.details, path: "discipline.kv_capacity_tokens" });
  }
}
