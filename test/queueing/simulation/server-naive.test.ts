import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStreams } from "../../../src/numerics/random.ts";
import { requestRecorder } from "../../../src/queueing/simulation/request-recorder.ts";
import { serverConfig } from "../../../src/queueing/simulation/server-config.ts";
import { figuresOf } from "../../../src/queueing/simulation/server-figures.ts";
import { ServerSimulation } from "../../../src/queueing/simulation/server-simulation.ts";
import { sourceStreams } from "../../../src/queueing/simulation/server-source.ts";
import type { BatchingPolicy, KvCache, Router, ServerOptions, ServerTraceRequest, StepCoefficients, StepFunction } from "../../../src/queueing/simulation/server-types.ts";
import { SpeculativeSteps } from "../../../src/queueing/simulation/speculation.ts";
import { naiveServer } from "./naive-server.ts";

const stepOf =
  (k: Required<StepCoefficients>): StepFunction =>
  (requests, context, tokens, pairs, prompts) =>
    k.fixedSeconds +
    k.perRequestSeconds * requests +
    k.perKvTokenSeconds * context +
    (tokens > 0 ? k.perPrefillStepSeconds + k.perPrefillRequestSeconds * prompts + k.perPrefillTokenSeconds * tokens + k.perPrefillPairSeconds * pairs : 0);

const seconds = (scale: number): fc.Arbitrary<number> => fc.double({ min: scale / 10, max: scale, noNaN: true });
const coefficients: fc.Arbitrary<Required<StepCoefficients>> = fc.record({
  fixedSeconds: seconds(0.01),
  perRequestSeconds: seconds(1e-3),
  perKvTokenSeconds: seconds(1e-5),
  perPrefillStepSeconds: seconds(1e-3),
  perPrefillRequestSeconds: seconds(1e-3),
  perPrefillTokenSeconds: seconds(1e-4),
  perPrefillPairSeconds: seconds(1e-6),
});
const request = fc.record({
  gap: fc.oneof(fc.constant(0), seconds(0.03), seconds(0.3), seconds(3)),
  inputTokens: fc.integer({ min: 1, max: 60 }),
  outputTokens: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 40, max: 80 })),
  prefixHitTokens: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  session: fc.integer({ min: 0, max: 5 }),
  priorityClass: fc.integer({ min: 0, max: 2 }),
});
const policy: fc.Arbitrary<BatchingPolicy> = fc.record({
  kind: fc.constantFrom("chunked", "prefill-first", "prefill-first-chunked", "mixed"),
  maxBatchedTokens: fc.oneof(fc.integer({ min: 3, max: 60 }), fc.constant(Number.POSITIVE_INFINITY)),
  decodesCount: fc.boolean(),
  schedulesAhead: fc.boolean(),
  pollSteps: fc.constantFrom(1, 1, 2, 7),
  gatherPrompts: fc.constantFrom(Number.POSITIVE_INFINITY, 2, 4),
  maxRunningRequests: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
  order: fc.constantFrom("fcfs", "shortest-predicted", "priority"),
});
// 140 tokens hold any one request, in blocks of up to 7 as well.
const kv: fc.Arbitrary<KvCache> = fc.record({
  capacityTokens: fc.integer({ min: 147, max: 250 }),
  blockTokens: fc.constantFrom(1, 4, 7),
  admission: fc.constantFrom("reserve", "grow", "grow"),
  preemption: fc.constantFrom("recompute", "swap"),
  swapPerTokenSeconds: seconds(1e-4),
  watermarkBlocks: fc.constantFrom(0, 0, 2),
});
const router: fc.Arbitrary<Router> = fc.constantFrom("round-robin", "random", "join-shortest-queue", "least-work", "session-affinity");

const traceOf = (drawn: readonly { gap: number }[]): ServerTraceRequest[] => {
  let now = 0;
  return drawn.map(({ gap, ...rest }) => ({ ...(rest as Omit<ServerTraceRequest, "arrivalSeconds">), arrivalSeconds: (now += gap) }));
};

/** Runs both and compares the times of every request, the gaps and the sums over time. */
function compare(options: ServerOptions, step: StepFunction, trace: readonly ServerTraceRequest[], iterations?: readonly number[]): void {
  const config = serverConfig(options);
  const kept = requestRecorder(options.load)!;
  const simulation = new ServerSimulation(config, sourceStreams(1, 1)[0]!, undefined, kept);
  const metrics = simulation.advance(Number.POSITIVE_INFINITY);
  const naive = naiveServer({
    step,
    policy: options.policy ?? {},
    ...(options.kv ? { kv: options.kv } : {}),
    replicas: options.replicas ?? 1,
    router: options.router ?? "round-robin",
    random: sourceStreams(1, 1)[0]!.at(-1)!,
    ...(options.disaggregated ? { disaggregated: options.disaggregated } : {}),
    proposed: options.speculative?.tokens ?? 0,
    requests: trace,
    ...(iterations ? { iterations } : {}),
    ...(options.load.mode === "closed" ? { closedUsers: options.load.concurrency } : {}),
  });
  const times = kept.times;
  const close = (actual: number, wanted: number, what: string): void => {
    if (!(Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)))) throw new Error(`${what}: ${actual}, token by token ${wanted}`);
  };
  for (const [i, wanted] of naive.times.entries()) {
    close(times.arrivalSeconds[i]!, wanted.arrival, `arrival of ${i}`);
    close(times.firstScheduledSeconds[i]!, wanted.scheduled, `start of ${i}`);
    close(times.firstTokenSeconds[i]!, wanted.first, `first token of ${i}`);
    close(times.lastTokenSeconds[i]!, wanted.last, `last token of ${i}`);
  }
  expect(metrics.gaps.count).toBe(naive.gaps.length);
  close(metrics.gapSeconds, naive.gaps.reduce((sum, gap) => sum + gap, 0), "sum of gaps");
  const sorted = Float64Array.from(naive.gaps).sort();
  for (const q of [0.5, 0.9, 1]) {
    const wanted = sorted[Math.ceil(q * sorted.length) - 1] ?? 0;
    expect(Math.abs(metrics.gaps.quantile(q) - wanted)).toBeLessThanOrEqual(wanted * metrics.gaps.relativeError);
  }
  expect(metrics.preemptions).toBe(naive.preemptions);
  expect(metrics.iterations).toBe(naive.iterations);
  const pools = options.disaggregated;
  const engines = pools ? pools.prefill.replicas! + pools.decode.replicas! : (options.replicas ?? 1);
  close(metrics.seconds * engines - metrics.idleSeconds, naive.busySeconds, "busy time");
  close(metrics.decodeRequests, naive.decodeRequests, "decoding requests");
  close(metrics.runningSeconds, naive.runningSeconds, "running · time");
  close(metrics.waitingSeconds, naive.waitingSeconds, "waiting · time");
  if (options.kv) close(metrics.kvTokenSeconds, naive.kvTokenSeconds, "tokens held · time");
  expect(figuresOf(metrics, config).requestsPerSecond).toBeGreaterThan(0);
}

const runs = (numRuns: number): fc.Parameters<unknown> => ({ seed: 1, numRuns });

describe("the event-skipping simulator equals a token-by-token one", () => {
  it("on traces, under every policy, with KV limits, preemption and replicas", () => {
    fc.assert(
      fc.property(coefficients, fc.array(request, { minLength: 1, maxLength: 25, size: "max" }), policy, fc.option(kv, { nil: undefined }), fc.integer({ min: 1, max: 3 }), router, (k, drawn, p, cache, replicas, r) => {
        const trace = traceOf(drawn);
        compare({ load: { mode: "trace", requests: trace }, stepTime: k, policy: p, ...(cache ? { kv: cache } : {}), replicas, router: r }, stepOf(k), trace);
      }),
      runs(600),
    );
  });

  it("on finite closed runs", () => {
    fc.assert(
      fc.property(coefficients, fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 8 }), policy, fc.option(kv, { nil: undefined }), fc.integer({ min: 1, max: 60 }), (k, requests, concurrency, p, cache, input) => {
        const options: ServerOptions = {
          load: { mode: "closed", concurrency, requests },
          inputTokens: input,
          outputTokens: { dist: "tokens-geometric", mean: 12 },
          stepTime: k,
          policy: { ...p, order: "fcfs" },
          ...(cache ? { kv: { ...cache, capacityTokens: 300 } } : {}),
        };
        // The lengths are random: read what was drawn from a first run.
        const kept = requestRecorder(options.load)!;
        const simulation = new ServerSimulation(serverConfig(options), sourceStreams(1, 1)[0]!, undefined, kept);
        simulation.advance(Number.POSITIVE_INFINITY);
        const drawn = kept.times;
        const trace = Array.from(drawn.outputTokens, (outputTokens, i) => ({ arrivalSeconds: 0, inputTokens: drawn.inputTokens[i]!, outputTokens }));
        compare(options, stepOf(k), trace);
      }),
      runs(200),
    );
  });

  it("with separate prefill and decode pools", () => {
    fc.assert(
      fc.property(coefficients, fc.array(request, { minLength: 1, maxLength: 25, size: "max" }), policy, fc.option(kv, { nil: undefined }), fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }), router, fc.boolean(), (k, drawn, p, cache, prefills, decodes, r, sharedLink) => {
        const trace = traceOf(drawn);
        compare(
          {
            load: { mode: "trace", requests: trace },
            stepTime: k,
            policy: p,
            ...(cache ? { kv: cache } : {}),
            router: r,
            disaggregated: { prefill: { replicas: prefills, kv: { capacityTokens: 150 } }, decode: { replicas: decodes }, transferFixedSeconds: 0.003, transferPerTokenSeconds: 1e-4, sharedLink },
          },
          stepOf(k),
          trace,
        );
      }),
      runs(200),
    );
  });

  it("with speculation", () => {
    fc.assert(
      fc.property(coefficients, fc.array(request, { minLength: 1, maxLength: 25, size: "max" }), policy, fc.option(kv, { nil: undefined }), fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true }), (k, drawn, p, cache, tokens, acceptance) => {
        const trace = traceOf(drawn);
        const law = new SpeculativeSteps(tokens, acceptance);
        const lengths = createStreams(1, 4)[1]!;
        const iterations = trace.map(({ outputTokens }) => (outputTokens > 1 ? law.draw(lengths, outputTokens - 1) : 0));
        compare(
          { load: { mode: "trace", requests: trace }, stepTime: k, policy: p, ...(cache ? { kv: cache } : {}), speculative: { tokens, acceptance } },
          stepOf(k),
          trace,
          iterations,
        );
      }),
      runs(200),
    );
  });

  it("with the step time as a function, which is sampled", () => {
    fc.assert(
      fc.property(coefficients, fc.array(request, { minLength: 1, maxLength: 25, size: "max" }), policy, (k, drawn, p) => {
        const trace = traceOf(drawn);
        const step = stepOf({ ...k, perPrefillRequestSeconds: 0 });
        // Affine in everything that is interpolated but pairs = pairs per token · tokens, which is multilinear too.
        compare({ load: { mode: "trace", requests: trace }, stepTime: { stepSeconds: step }, policy: p }, step, trace);
      }),
      runs(100),
    );
  });
});
