import type { Verb } from "../verb.ts";

/** Every verb, in the order of the help. */
export const verbs: readonly Verb[] = [
  { name: "plan", summary: "find the cheapest deployments for a model, a workload and an objective", load: () => import("./plan.ts") },
  { name: "predict", summary: "latency, throughput, memory, power and cost of one deployment", load: () => import("./predict.ts") },
  { name: "evaluate", summary: "answer cases as JSON Lines, from standard input to standard output", load: () => import("./evaluate.ts") },
];
