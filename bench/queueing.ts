import { createStreams, type RandomStream } from "../src/numerics/random.ts";
import { largestRate } from "../src/queueing/simulation/largest-rate.ts";
import { queueSetup } from "../src/queueing/simulation/queues/setup.ts";
import { queueModel, simulateQueue } from "../src/queueing/simulation/simulate-queue.ts";
import { saturatedRate } from "../src/queueing/simulation/run-server.ts";
import { simulateServer } from "../src/queueing/simulation/simulate-server.ts";
import type { ServerOptions, ServerTraceRequest } from "../src/queueing/simulation/server-types.ts";
import type { QueueCase } from "../src/queueing/types.ts";
import { type Figure, secondsOf } from "./figure.ts";

const TOKENS = [64, 1024, 16_384] as const;

/** A queue whose simulation is timed in requests per second. */
interface TimedQueue {
  readonly name: string;
  readonly method: string;
  readonly case: QueueCase;
  readonly requests: number;
  readonly atLeast: number;
}

/** Median of a few runs: one pause of the machine must not decide. */
function medianSeconds(work: () => void, runs = 5): number {
  work();
  const seconds = Array.from({ length: runs }, () => secondsOf(work)).sort((a, b) => a - b);
  return seconds[Math.floor(runs / 2)] ?? Number.NaN;
}

const single: QueueCase = { kind: "queue", arrivals: { process: "poisson", rate_per_s: 0.8 }, discipline: "fcfs", service: { dist: "exponential", mean: 1 } };
const queues: readonly TimedQueue[] = [
  {
    name: "M/M/1 simulator",
    requests: 2_000_000,
    atLeast: 5e6,
    method: "first come first served, exponential service, load 0.8, waits and sojourns with percentiles",
    case: single,
  },
  {
    name: "M/G/1 simulator, capped tokens",
    requests: 2_000_000,
    atLeast: 5e6,
    method: "first come first served, lognormal tokens with a cap, load 0.61",
    case: {
      ...single,
      arrivals: { process: "poisson", rate_per_s: 1 / 40 },
      service: { per_token_s: 0.0225, fixed_s: 0, tokens: { dist: "tokens-lognormal", mu: 7, sigma: 0.7, max: 1600 } },
    },
  },
  ...TOKENS.map(
    (tokens): TimedQueue => ({
      name: `continuous batching, ${tokens} tokens`,
      requests: 1_000_000,
      atLeast: 3e6,
      method: `64 running, load 0.9, geometric tokens of mean ${tokens}, waits, TTFT, TPOT and sojourns with percentiles`,
      case: {
        kind: "queue",
        arrivals: { process: "poisson", rate_per_s: (0.9 * 64) / (tokens * 0.0164) },
        discipline: { name: "continuous-batching", max_batch: 64, iteration: { fixed_s: 0.01, per_request_s: 1e-4 } },
        service: { tokens: { dist: "tokens-geometric", mean: tokens } },
      },
    }),
  ),
];

function queueRate({ name, method, case: queue, requests, atLeast }: TimedQueue): Figure {
  const seconds = medianSeconds(() => {
    const [arrivals, services, other] = createStreams(1, 3) as [RandomStream, RandomStream, RandomStream];
    queueModel(queueSetup(queue)).make({ arrivals, services, other }).advance(requests);
  });
  return { name, value: requests / seconds, unit: "1/s", method: `${method}; ${requests / 1e6} million requests in one replication, median of 5`, bar: { atLeast } };
}

function server(tokens: number): Omit<ServerOptions, "load"> {
  return {
    inputTokens: 512,
    outputTokens: { dist: "tokens-geometric", mean: tokens },
    stepTime: { fixedSeconds: 0.01, perRequestSeconds: 1e-4, perKvTokenSeconds: 1e-8, perPrefillTokenSeconds: 2e-5 },
    policy: { maxRunningRequests: 64, maxBatchedTokens: 2048 },
  };
}

/** The full server model at nine tenths of its capacity: chunked prefill, batch 64. */
function serverRate(tokens: number): Figure {
  const options = server(tokens);
  const requests = 1_000_000;
  const rate = 0.9 * saturatedRate({ ...options, load: { mode: "offline" } });
  const seconds = medianSeconds(() => {
    simulateServer({ ...options, load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } }, run: { requests } });
  }, 3);
  return {
    name: `server simulator, ${tokens} output tokens`,
    value: requests / seconds,
    unit: "1/s",
    method: `simulateServer: ${requests / 1e6} million Poisson requests at 0.9 of capacity, 64 running, chunked prefill of 512 tokens, geometric output of mean ${tokens}; median of 3`,
    bar: { atLeast: 3e6 },
  };
}

/** A trace of the shape of conversations: lognormal inputs, geometric outputs. */
function conversation(count: number, rate: number): ServerTraceRequest[] {
  const [arrivals, lengths] = createStreams(7, 2) as [RandomStream, RandomStream];
  let now = 0;
  return Array.from({ length: count }, () => {
    now += arrivals.exponential() / rate;
    return { arrivalSeconds: now, inputTokens: Math.ceil(Math.min(8000, lengths.lognormal(6.5, 1))), outputTokens: lengths.geometricWithScale(200) };
  });
}

function traceSeconds(): readonly Figure[] {
  const requests = conversation(20_000, 12);
  const options: ServerOptions = { ...server(200), load: { mode: "trace", requests }, kv: { capacityTokens: 200_000, blockTokens: 16, admission: "grow" } };
  let calls = 0;
  const stepSeconds = (decoding: number, context: number, promptTokens: number): number => {
    calls++;
    return 0.01 + 1e-4 * decoding + 1e-8 * context + 2e-5 * promptTokens;
  };
  const plain = medianSeconds(() => {
    simulateServer(options);
  });
  const sampled = medianSeconds(() => {
    calls = 0;
    simulateServer({ ...options, stepTime: { stepSeconds } });
  });
  const method = "20,000 requests, lognormal inputs and geometric outputs, 64 running, chunks of 2,048, paged KV; median of 5";
  return [
    { name: "trace of 20,000 requests", value: plain, unit: "s", method: `simulateServer with coefficients: ${method}`, bar: { atMost: 0.1 } },
    {
      name: "trace of 20,000 requests, sampled steps",
      value: sampled,
      unit: "s",
      method: `simulateServer with a step function that is called ${calls} times and costs nothing: ${method}`,
      bar: { atMost: 0.1 },
    },
  ];
}

function searchSeconds(): Figure {
  const serviceLevel = { ttftSeconds: 1, tpotSeconds: 0.025, fraction: 0.95 };
  const options = { ...server(200), serviceLevel };
  let simulations = 0;
  const seconds = medianSeconds(() => {
    const found = largestRate({
      serviceLevel,
      bracket: [0, saturatedRate({ ...options, load: { mode: "offline" } })],
      simulateAt: (rate, requests) => simulateServer({ ...options, load: { mode: "open", arrivals: { process: "poisson", rate_per_s: rate } }, run: { requests } }),
    });
    simulations = found.simulations;
  });
  return {
    name: "largest rate under a service level",
    value: seconds,
    unit: "s",
    method: `largestRate to 1 %: ${simulations} simulations of 4,000 to 64,000 requests, and the capacity; median of 5`,
    bar: { atMost: 0.5 },
  };
}

function precisionSeconds(): Figure {
  const seconds = medianSeconds(() => {
    simulateQueue(single, { precision: 0.02, seed: 1 });
  }, 3);
  return { name: "M/M/1 at load 0.8 to 2 %", value: seconds, unit: "s", method: "simulateQueue: all means, percentiles and variances, 32 replications; median of 3" };
}

/** Figures of the simulators. */
export function run(): readonly Figure[] {
  return [...queues.map(queueRate), ...TOKENS.map(serverRate), ...traceSeconds(), searchSeconds(), precisionSeconds()];
}
