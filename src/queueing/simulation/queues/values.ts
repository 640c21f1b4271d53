import type { QueueSetup } from "./setup.ts";
import { ClassRecord, type Moments, type QueueWindow } from "./window.ts";

const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 };

/** The contract's values of one window, under the contract's names. */
export function valuesOf(window: QueueWindow, setup: QueueSetup): Record<string, number> {
  const { name } = setup.discipline;
  const values: Record<string, number> = {};
  const all = window.classes.length === 1 ? window.classes[0]! : merged(window.classes);
  describeRequests(values, "", all, window, name);
  if (setup.arrivals.process === "classes") {
    for (const [i, record] of window.classes.entries()) describeRequests(values, `class${i}_`, record, window, name);
  }
  if (name === "closed-network") return values;
  values["utilisation"] = window.busySeconds / (window.seconds * units(setup));
  if (name !== "tandem" && name !== "multi-rate-loss") values["p_idle"] = window.idleSeconds / window.seconds;
  if (window.batches > 0) {
    const mean = window.batchSum / window.batches;
    values["mean_batch"] = mean;
    values["var_batch"] = Math.max(0, window.batchSquares / window.batches - mean * mean);
    values["mean_batch_s"] = window.batchSeconds / window.batches;
  }
  return values;
}

/** Servers among which the busy time is shared. */
function units({ discipline, servers }: QueueSetup): number {
  if (discipline.name === "tandem") return discipline.servers.reduce((sum, count) => sum + count, 0);
  return discipline.name === "multi-rate-loss" ? discipline.capacity : servers;
}

function describeRequests(values: Record<string, number>, prefix: string, record: ClassRecord, window: QueueWindow, name: string): void {
  const { wait, sojourn, ttft, tpot } = record;
  if (wait.count > 0) describe(values, `${prefix}`, "wait", wait, true);
  if (sojourn.count > 0) describe(values, prefix, "sojourn", sojourn, true);
  if (ttft.count > 0) describe(values, prefix, "ttft", ttft, false);
  if (tpot.count > 0) describe(values, prefix, "tpot", tpot, false);
  values[`${prefix}mean_in_system`] = record.presentSeconds / window.seconds;
  values[`${prefix}throughput_per_s`] = record.served / window.seconds;
  if (record.arrivals > 0) {
    const delayed = record.delayed / record.arrivals;
    values[`${prefix}p_wait`] = delayed;
    values[`${prefix}p_no_wait`] = 1 - delayed;
    if (name === "fcfs-impatient") values[`${prefix}p_abandon`] = record.abandoned / record.arrivals;
    if (name === "loss" || name === "finite-buffer" || name === "multi-rate-loss") values[`${prefix}p_block`] = record.blocked / record.arrivals;
  }
  if (record.served > 0 && (name === "fcfs-impatient" || name === "finite-buffer")) {
    values[`${prefix}mean_served_wait_s`] = record.servedWait / record.served;
  }
}

function describe(values: Record<string, number>, prefix: string, what: string, moments: Moments, variance: boolean): void {
  values[`${prefix}mean_${what}_s`] = moments.mean;
  if (variance) values[`${prefix}var_${what}_s`] = moments.variance;
  for (const [label, q] of Object.entries(QUANTILES)) values[`${prefix}${label}_${what}_s`] = moments.sketch.quantile(q);
}

function merged(records: readonly ClassRecord[]): ClassRecord {
  const sum = new ClassRecord();
  for (const record of records) sum.merge(record);
  return sum;
}
