import { lawOf } from "../../../src/workloads/distributions.ts";
import { affineLaw } from "../../../src/workloads/laws/combined.ts";
import { affinityShares, randomRouting, type RoutedQueue, roundRobinRouting } from "../../../src/queueing/routing/replicas.ts";
import { shortestOfTwo } from "../../../src/queueing/routing/shortest-queue.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import type { ServerAnswer, ServerOptions } from "../../../src/queueing/simulation/server-types.ts";
import type { TokenDistribution } from "../../../src/workloads/types.ts";
import type { Draw } from "./draw.ts";

/** Replicas behind a router as the server simulator runs them, and what analysis says of some of its figures. */
export interface RouterCase {
  readonly options: ServerOptions;
  readonly known: readonly (readonly [name: string, of: (answer: ServerAnswer) => number, value: number])[];
  /** Relative error of the analysis and of the simulator's histograms. */
  readonly relative: number;
}

export interface RouterFamily {
  readonly name: string;
  readonly draw: (r: Draw) => RouterCase;
}

/** One request at a time in each replica: a service of as many equal steps as it has tokens, first come first served. */
function replicas(count: number, stepSeconds: number, tokens: TokenDistribution, rate: number, more: Partial<ServerOptions>): ServerOptions {
  return {
    load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } }, inputTokens: 1, outputTokens: tokens,
    stepTime: { fixedSeconds: stepSeconds }, policy: { maxRunningRequests: 1 }, replicas: count, run: { requests: 160_000, replications: 16 }, ...more,
  };
}

function figuresOf({ wait, sojourn }: RoutedQueue): RouterCase["known"] {
  return [
    ["mean wait", (answer) => answer.queue.meanSeconds, wait.meanSeconds], ["p95 wait", (answer) => answer.queue.p95Seconds, wait.quantile(0.95)],
    ["mean sojourn", (answer) => answer.request.meanSeconds, sojourn.meanSeconds], ["p90 sojourn", (answer) => answer.request.p90Seconds, sojourn.quantile(0.9)],
  ];
}

/** Lengths, step and load of some replicas. */
function drawn(r: Draw): { readonly count: number; readonly step: number; readonly tokens: TokenDistribution; readonly rate: number } {
  const count = r.whole(2, 5);
  const step = r.real(0.01, 0.1);
  const tokens: TokenDistribution = { dist: "tokens-uniform", min: r.whole(1, 5), max: r.whole(6, 40) };
  return { count, step, tokens, rate: (r.real(0.3, 0.7) * count) / (step * lawOf(tokens).mean) };
}

/** Routers of which analysis knows something. Percentiles are read from histograms, so all is compared to half a per cent. */
export const routerFamilies: readonly RouterFamily[] = [
  {
    name: "random router",
    draw: (r) => {
      const { count, step, tokens, rate } = drawn(r);
      const service = affineLaw(lawOf(tokens), step, 0);
      return { options: replicas(count, step, tokens, rate, { router: "random" }), known: figuresOf(randomRouting(service, rate, new Array<number>(count).fill(1 / count))), relative: 5e-3 };
    },
  },
  {
    name: "sessions that stay",
    draw: (r) => {
      const { count, step, tokens, rate } = drawn(r);
      const sessions = count * r.whole(3, 5) + r.whole(0, count - 1);
      const shares = affinityShares(new Array<number>(sessions).fill(1), count);
      const service = affineLaw(lawOf(tokens), step, 0);
      return { options: replicas(count, step, tokens, rate, { router: "session-affinity", sessions }), known: figuresOf(randomRouting(service, rate, shares)), relative: 5e-3 };
    },
  },
  {
    name: "round robin",
    draw: (r) => {
      const { count, step } = drawn(r);
      const tokens: TokenDistribution = { dist: "tokens-pmf", values: [r.whole(5, 20)], probabilities: [1] };
      const seconds = step * lawOf(tokens).mean;
      const rate = (r.real(0.4, 0.8) * count) / seconds;
      const known = roundRobinRouting(lawOf({ dist: "deterministic", value: seconds }), rate, count);
      if (known === undefined) throw new Error("round robin with equal services has no answer");
      return { options: replicas(count, step, tokens, rate, { router: "round-robin" }), known: figuresOf(known), relative: 5e-3 };
    },
  },
  {
    name: "shorter of two queues",
    draw: (r) => {
      const step = r.real(0.001, 0.01);
      // Geometric counts of many small steps are nearly exponential: c² = 1 − 1/500.
      const tokens: TokenDistribution = { dist: "tokens-geometric", mean: 500 };
      const rate = (2 * r.real(0.3, 0.8)) / (500 * step);
      const known = shortestOfTwo(rate, 500 * step);
      return {
        options: replicas(2, step, tokens, rate, { router: "join-shortest-queue" }),
        known: [
          ["mean wait", (answer) => answer.queue.meanSeconds, known.meanWaitSeconds], ["mean sojourn", (answer) => answer.request.meanSeconds, known.meanSojournSeconds],
          ["mean in system", (answer) => answer.runningRequests + answer.waitingRequests, known.meanInSystem],
        ],
        relative: 1e-2,
      };
    },
  },
];

/** What the simulator says beside what analysis knows; the offset is in half-widths of the 95 % interval. */
export function compareRouter({ options, known, relative }: RouterCase, seed: number): readonly { readonly name: string; readonly value: number; readonly simulated: number; readonly offset: number }[] {
  const answer = simulateServer({ ...options, run: { ...options.run, seed } });
  return known.map(([name, of, value]) => {
    const simulated = of(answer);
    const halfWidth = Math.max(of({ ...answer, ...answer.halfWidth95 }), relative * value);
    return { name, value, simulated, offset: (simulated - value) / halfWidth };
  });
}
