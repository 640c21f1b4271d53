import type { Plan, Precisions } from "../../deployments/types.ts";
import type { PartialPlan } from "../../deployments/plan.ts";
import type { Bound, Load, Scenario } from "../../predict/types.ts";
import type { TokenLengths } from "../../workloads/types.ts";
import { lengthMoments } from "../../workloads/lengths.ts";
import { digits } from "./figures.ts";

const degrees: readonly (readonly [keyof Plan, string])[] = [["tp", "tp"], ["pp", "pp"], ["ep", "ep"], ["attentionDp", "adp"], ["dp", "dp"]];

/** The degrees above 1: "tp4 dp2"; "tp1" for a single device. */
export function planWords(plan: PartialPlan): string {
  const words = degrees.filter(([key]) => (plan[key] ?? 1) > 1).map(([key, word]) => `${word}${plan[key]}`);
  return words.length > 0 ? words.join(" ") : "tp1";
}

/** "fp8", or "int4_wo/bf16" where the KV cache is named and differs. */
export function precisionWords(precision: Precisions): string {
  return precision.kv === undefined || precision.kv === precision.weights ? precision.weights : `${precision.weights}/${precision.kv}`;
}

/** What binds, in the words of the tables. */
export const boundWords: Readonly<Record<Bound, string>> = {
  compute: "compute", hbm: "memory", link: "link", launch: "launch", "host-link": "host link", capacity: "capacity", queue: "queue",
};

export function loadWords(load: Load): string {
  switch (load.mode) {
    case "static": return `static batch of ${load.batch}`;
    case "closed": return `${load.concurrency} users${load.requests === undefined ? "" : `, ${load.requests} requests`}`;
    case "open": return `${digits(load.ratePerSecond)} requests/s, ${load.arrivals?.process ?? "Poisson"}`;
    case "trace": return `trace of ${digits(load.requests.length, 9)} requests`;
    default: return "offline, all requests queued";
  }
}

/** "1,024 tokens in, 256 out", or with the laws of the lengths: "mean 1,155 tokens in (tokens-lognormal), 211 out (tokens-lognormal)". */
export function tokenWords(input: TokenLengths, output: TokenLengths): string {
  const mean = (lengths: TokenLengths): string => digits(Math.round(lengthMoments(lengths, "tokens", 0).mean), 9);
  if (typeof input === "number" && typeof output === "number") return `${mean(input)} tokens in, ${mean(output)} out`;
  const law = (lengths: TokenLengths): string => (typeof lengths === "number" ? "" : ` (${lengths.dist.replace("tokens-", "")})`);
  return law(input) === law(output) ? `mean ${mean(input)} tokens in, ${mean(output)} out${law(output)}` : `mean ${mean(input)} tokens in${law(input)}, ${mean(output)} out${law(output)}`;
}

export function modelWords(model: Scenario["model"]): string {
  if (typeof model === "string") return model;
  return "id" in model ? model.id : "config.json";
}

export function hardwareWords(hardware: Scenario["hardware"]): string {
  if (typeof hardware === "string") return hardware;
  const { id } = (hardware.spec ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : "own device";
}
