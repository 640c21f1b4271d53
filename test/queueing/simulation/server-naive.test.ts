import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStreams, type RandomStream } from "../../../src/numerics/random.ts";
import { plainServer } from "../../../src/queueing/simulation/plain-server.ts";
import { type RequestRecorder, requestRecorder } from "../../../src/queueing/simulation/request-recorder.ts";
import { type ServerConfig, serverConfig } from "../../../src/queueing/simulation/server-config.ts";
import { figuresOf } from "../../../src/queueing/simulation/server-figures.ts";
import type { ServerMetrics } from "../../../src/queueing/simulation/server-metrics.ts";
import { ServerSimulation } from "../../../src/queueing/simulation/server-simulation.ts";
import { sourceStreams } from "../../../src/queueing/simulation/server-source.ts";
import type { BatchingPolicy, KvCache, Router, ServerOptions, ServerTraceRequest, StepCoefficients, StepFunction } from "../../../src/queueing/simulation/server-types.ts";
import { SpeculativeSteps } from "../../../src/queueing/simulation/speculation.ts";
import { naiveServer } from "./naive-server.ts";
import type { NaiveResult } from "./naive-types.ts";

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
const anyPolicy = fc.record({
  kind: fc.constantFrom("chunked", "prefill-first", "prefill-first-chunked", "mixed"),
  maxBatchedTokens: fc.oneof(fc.integer({ min: 3, max: 60 }), fc.constant(Number.POSITIVE_INFINITY)),
  decodesCount: fc.boolean(),
  schedulesAhead: fc.boolean(),
  pollSteps: fc.constantFrom(1, 1, 2, 7),
  gatherPrompts: fc.constantFrom(undefined, undefined, 2, 4),
  maxRunningRequests: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
  order: fc.constantFrom("fcfs", "shortest-predicted", "priority"),
});
// Prompts are gathered in order of arrival alone.
const policy: fc.Arbitrary<BatchingPolicy> = anyPolicy.map(({ gatherPrompts, order, ...rest }) => ({ ...rest, ...(gatherPrompts === undefined ? { order } : { gatherPrompts }) }));
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

type Simulator = Pick<ServerSimulation, "advance">;

/** The simulators that can run the options, each with a record of its requests. */
function simulators(config: ServerConfig): readonly (readonly [Simulator, RequestRecorder])[] {
  const record = (): RequestRecorder => requestRecorder(config.options.load)!;
  const [whole, kept] = [record(), record()];
  const streams = (): readonly RandomStream[] => sourceStreams(1, 1)[0]!;
  const plain = plainServer(config, streams(), kept);
  return [[new ServerSimulation(config, streams(), undefined, whole), whole], ...(plain ? [[plain, kept] as const] : [])];
}

/** Runs them and compares the times of every request, the gaps and the sums over time. */
function compare(options: ServerOptions, step: StepFunction, trace: readonly ServerTraceRequest[], iterations?: readonly number[]): void {
  const config = serverConfig(options);
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
  for (const [simulation, kept] of simulators(config)) same(simulation.advance(Number.POSITIVE_INFINITY), kept, naive, config);
}

function same(metrics: ServerMetrics, { times }: RequestRecorder, naive: NaiveResult, config: ServerConfig): void {
  const { options } = config;
  const close = (actual: number, wanted: number, what: string): void => {
    if (!(Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)))) throw new Error(`${what}: ${actual}, token by token ${wanted}`);
  };
  for (const [i, wanted] of naive.times.entries()) {
    close(times.arrivalSeconds[i]!, wanted.arrival, `arrival of ${i}`);
    close(times.firstScheduledSeconds[i]!, wanted.scheduled, `start of ${i}`);
    close(times.firstTokenSeconds[i]!, wanted.first, `first token of ${i}`);
    close(times.lastTokenSeconds[i]!, wanted.last, `last token of ${i}`);
  }
  const { gaps } = metrics;
  expect(gaps.count).toBe(naive.gaps.length);
  close(metrics.gapSeconds, naive.gaps.reduce((sum, gap) => sum + gap, 0), "sum of gaps");
  const sorted = Float64Array.from(naive.gaps).sort();
  for (const q of [0.5, 0.9, 1]) {
    const wanted = sorted[Math.ceil(q * sorted.length) - 1] ?? 0;
    expect(Math.abs(gaps.quantile(q) - wanted)).toBeLessThanOrEqual(wanted * gaps.relativeError);
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

/** Without limits of memory and one engine: what `PlainServer` runs. */
const plainPolicy: fc.Arbitrary<BatchingPolicy> = fc.record({
  maxBatchedTokens: fc.oneof(fc.integer({ min: 3, max: 60 }), fc.constant(Number.POSITIVE_INFINITY)),
  decodesCount: fc.boolean(),
  maxRunningRequests: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
});

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

  it("on traces and closed runs of the plain server", () => {
    fc.assert(
      fc.property(coefficients, fc.array(request, { minLength: 1, maxLength: 25, size: "max" }), plainPolicy, fc.integer({ min: 0, max: 8 }), (k, drawn, p, users) => {
        const trace = traceOf(drawn);
        if (users === 0) return compare({ load: { mode: "trace", requests: trace }, stepTime: k, policy: p }, stepOf(k), trace);
        const sent = trace.map(({ outputTokens }) => ({ arrivalSeconds: 0, inputTokens: 20, outputTokens }));
        const outputs = sent.map(({ outputTokens }) => outputTokens);
        // One length for all, since lengths of a closed load are drawn.
        const options: ServerOptions = { load: { mode: "closed", concurrency: users, requests: sent.length }, inputTokens: 20, outputTokens: outputs[0]!, stepTime: k, policy: p };
        compare(options, stepOf(k), sent.map((one) => ({ ...one, outputTokens: outputs[0]! })));
      }),
      runs(400),
    );
  });

  it("and the plain server equals the whole one to the last bit, window after window", () => {
    fc.assert(
      fc.property(coefficients, plainPolicy, fc.constantFrom("open", "closed"), fc.integer({ min: 1, max: 60 }), fc.boolean(), fc.integer({ min: 1, max: 1000 }), (k, p, mode, input, sampled, seed) => {
        const options: ServerOptions = {
          load: mode === "open" ? { mode, arrivals: { process: "poisson", rate_per_s: 5 } } : { mode, concurrency: 6, thinkSeconds: { dist: "exponential", mean: 0.05 } },
          inputTokens: { dist: "tokens-geometric", mean: input },
          outputTokens: { dist: "tokens-geometric", mean: 12 },
          prefixHitTokens: 3,
          stepTime: sampled ? { stepSeconds: stepOf(k) } : k,
          policy: p,
          serviceLevel: { ttftSeconds: 0.05, tpotSeconds: 0.01 },
        };
        const config = serverConfig(options);
        const [whole, plain] = [new ServerSimulation(config, sourceStreams(seed, 1)[0]!), plainServer(config, sourceStreams(seed, 1)[0]!)!];
        for (const window of [1, 20, 100]) {
          const [wanted, found] = [whole.advance(window), plain.advance(window)];
          expect(figuresOf(found, config)).toEqual(figuresOf(wanted, config));
          expect([found.iterations, found.inside, plain.now]).toEqual([wanted.iterations, wanted.inside, whole.now]);
        }
      }),
      runs(200),
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
