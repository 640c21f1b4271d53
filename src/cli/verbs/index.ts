import type { Verb } from "../verb.ts";

/** Every verb, in the order of the help. */
export const verbs: readonly Verb[] = [
  { name: "plan", summary: "find the cheapest deployments for a model, a workload and an objective", load: () => import("./plan.ts") },
  { name: "predict", summary: "latency, throughput, memory, power and cost of one deployment", load: () => import("./predict.ts") },
  { name: "explain", summary: "a prediction by operator and roof, and what 1 % more of everything would buy", load: () => import("./explain.ts") },
  { name: "simulate", summary: "a deployment under a trace or arrivals, event by event, with a time series", load: () => import("./simulate.ts") },
  { name: "memory", summary: "parameters, weights, KV cache and what fits, counted exactly", load: () => import("./memory.ts") },
  { name: "hardware", summary: "list, show and compare the devices of the catalogue", load: () => import("./hardware.ts") },
  { name: "models", summary: "list and show the models of the catalogue, import a config.json", load: () => import("./models.ts") },
  { name: "queue", summary: "waiting times of a queue: exact, numerical or simulated", load: () => import("./queue.ts") },
  { name: "evaluate", summary: "answer cases as JSON Lines, from standard input to standard output", load: () => import("./evaluate.ts") },
  { name: "validate", summary: "predictions beside measured cases: an error table by slice", load: () => import("./validate.ts") },
  { name: "calibrate", summary: "fit constants to your own measurements, into a profile", load: () => import("./calibrate.ts") },
  { name: "host", summary: "measure this machine with TensorFlow.js, and check predictions on it", load: () => import("./host.ts") },
];
