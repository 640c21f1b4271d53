import { describe, expect, it } from "vitest";
import { RidgepointError } from "../../../src/quantities/errors.ts";
import { simulateQueue } from "../../../src/queueing/simulation/simulate-queue.ts";
import { simulateServer } from "../../../src/queueing/simulation/simulate-server.ts";
import type { BatchCompletion, QueueCase } from "../../../src/queueing/types.ts";

const exponential = { dist: "exponential", mean: 1 } as const;
const poisson = (rate: number): QueueCase["arrivals"] => ({ process: "poisson", rate_per_s: rate });
const run = (c: Omit<QueueCase, "kind">, precision = 0.03, seed = 1): ReturnType<typeof simulateQueue> => simulateQueue({ kind: "queue", ...c }, { precision, seed });
const number = (answer: ReturnType<typeof simulateQueue>, name: string): number => answer.values[name] as number;
/** |a − b| in units of their joint 95 % half-width. */
function apart(a: ReturnType<typeof simulateQueue>, b: ReturnType<typeof simulateQueue>, name: string): number {
  const half = (answer: ReturnType<typeof simulateQueue>): number => {
    const [low, high] = answer.ci95[name] as [number, number];
    return (high - low) / 2;
  };
  return Math.abs(number(a, name) - number(b, name)) / Math.hypot(half(a), half(b));
}

describe("the same seed gives the same answer", () => {
  it("to the last bit, and another seed another", () => {
    const c = { arrivals: poisson(0.7), discipline: "srpt", service: { dist: "gamma", shape: 2, scale: 0.5 } } as const;
    expect(run(c, 0.2, 7)).toEqual(run(c, 0.2, 7));
    expect(run(c, 0.2, 7).values).not.toEqual(run(c, 0.2, 8).values);
  });
});

describe("loads without a steady state are refused with the capacity", () => {
  const tokens = { dist: "tokens-uniform", max: 100 } as const;
  const batch = { fixed_s: 1, per_request_s: 0.01, per_token_s: 0.1, per_request_token_s: 0 };
  const cases: readonly (readonly [string, Omit<QueueCase, "kind">, number])[] = [
    ["one server", { arrivals: poisson(1.1), discipline: "fcfs", service: exponential }, 1],
    ["three servers", { arrivals: poisson(3), servers: 3, discipline: "fcfs", service: exponential }, 3],
    ["renewal arrivals", { arrivals: { process: "renewal", interarrival: { dist: "uniform", low: 0, high: 1 } }, discipline: "processor-sharing", service: exponential }, 1],
    ["limited sharing", { arrivals: poisson(1.5), discipline: { name: "limited-processor-sharing", max_batch: 4, rate: { fixed: 0.5, per_request: 0.7 } }, service: exponential }, 4 / 3.3],
    ["tandem", { arrivals: poisson(1.2), discipline: { name: "tandem", servers: [2, 1] }, service: [exponential, exponential] }, 1],
    // E[max of 8] of 1 … 100 is 89.38222.
    ["full batches", { arrivals: poisson(1), discipline: { name: "batch-dynamic", max_batch: 8 }, service: { batch, tokens } }, 8 / (1.08 + 0.1 * 89.38222)],
    ["iterations", { arrivals: poisson(5), discipline: { name: "continuous-batching", max_batch: 4, iteration: { fixed_s: 0.01, per_request_s: 0.001 } }, service: { tokens: { dist: "tokens-geometric", mean: 100 } } }, 4 / (0.014 * 100)],
    ["iterations in a small cache", { arrivals: poisson(3), discipline: { name: "continuous-batching", max_batch: 4, kv_capacity_tokens: 110, input_tokens: 10, iteration: { fixed_s: 0.01, per_request_s: 0.001 } }, service: { tokens: { dist: "tokens-uniform", min: 50, max: 50 } } }, 1 / (0.011 * 50)],
  ];
  for (const [name, c, capacity] of cases) {
    it(name, () => {
      let error: unknown;
      try {
        run(c);
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(RidgepointError);
      expect((error as RidgepointError).code).toBe("unstable");
      expect((error as RidgepointError).details.capacityPerSecond! / capacity).toBeCloseTo(1, 3);
    });
  }
});

describe("bulk service", () => {
  const service: QueueCase["service"] = {
    batch: { fixed_s: 0.5, per_request_s: 0.02, per_token_s: 0.03, per_request_token_s: 0.002 },
    tokens: { dist: "tokens-uniform", max: 20 },
  };
  const dynamic = (completion: BatchCompletion, seed = 1): ReturnType<typeof simulateQueue> =>
    run({ arrivals: poisson(2), discipline: { name: "batch-dynamic", max_batch: 6, completion }, service }, 0.05, seed);

  it("own-length shares the wait of padded and ends earlier", () => {
    const padded = dynamic("padded");
    const own = dynamic("own-length");
    expect(number(own, "mean_sojourn_s")).toBeLessThan(number(padded, "mean_sojourn_s"));
    expect(apart(padded, own, "mean_wait_s")).toBeLessThan(1.5);
  });

  it("shrinking is fastest, and equals own-length where a step costs the same for any number", () => {
    expect(number(dynamic("shrinking"), "mean_batch_s")).toBeLessThan(number(dynamic("own-length"), "mean_batch_s"));
    const free = { ...service, batch: { ...(service as { batch: object }).batch, per_request_token_s: 0 } } as QueueCase["service"] & object;
    const of = (completion: BatchCompletion): ReturnType<typeof simulateQueue> =>
      run({ arrivals: poisson(2), discipline: { name: "batch-dynamic", max_batch: 6, completion }, service: free }, 0.2);
    expect(number(of("shrinking"), "mean_sojourn_s")).toBeCloseTo(number(of("own-length"), "mean_sojourn_s"), 9);
  });

  it("E[B] = λ · cycle, and the server is idle or busy", () => {
    const answer = dynamic("padded");
    const cycle = number(answer, "mean_batch_s") / number(answer, "utilisation");
    expect(number(answer, "mean_batch") / (number(answer, "throughput_per_s") * cycle)).toBeCloseTo(1, 3);
    expect(number(answer, "utilisation") + number(answer, "p_idle")).toBeCloseTo(1, 9);
  });

  it("fixed batches without patience for a full one are dynamic, thresholds of one too", () => {
    const same = dynamic("padded");
    const hasty = run({ arrivals: poisson(2), discipline: { name: "batch-fixed", batch: 6, timeout_s: 0 }, service }, 0.05);
    const threshold = run({ arrivals: poisson(2), discipline: { name: "batch-threshold", min_batch: 1, max_batch: 6 }, service }, 0.05);
    expect(hasty.values).toEqual(same.values);
    expect(threshold.values).toEqual(same.values);
  });

  it("a fixed batch waits to form: (b − 1)/2λ of its wait at a light load", () => {
    const answer = run({ arrivals: poisson(0.01), discipline: { name: "batch-fixed", batch: 4 }, service: { dist: "deterministic", value: 1e-6 } }, 0.02);
    expect(number(answer, "mean_wait_s") / 150).toBeCloseTo(1, 1);
    expect(number(answer, "mean_batch")).toBe(4);
    const hurried = run({ arrivals: poisson(0.01), discipline: { name: "batch-fixed", batch: 4, timeout_s: 20 }, service: { dist: "deterministic", value: 1e-6 } }, 0.02);
    // The first of a batch waits 20 s exactly, unless three more come within: P(Poisson(0.2) ≥ 3) = 0.00115.
    expect(number(hurried, "p99_wait_s")).toBeCloseTo(20, 6);
    expect(number(hurried, "mean_batch")).toBeCloseTo(1.2 - 1e-4, 2);
  });
});

describe("priorities and levels", () => {
  it("Σ ρ_i E[W_i] does not depend on a non-preemptive order", () => {
    const rates = [0.1, 0.2, 0.15];
    const means = [2, 1, 1.5];
    const c = (order: readonly number[]): Omit<QueueCase, "kind"> => ({
      arrivals: { process: "classes", rates_per_s: order.map((i) => rates[i]!) },
      discipline: "priority",
      service: order.map((i) => ({ dist: "erlang", phases: 2, mean: means[i]! }) as const),
    });
    const total = (order: readonly number[]): number => {
      const answer = run(c(order), 0.1);
      return order.reduce((sum, i, place) => sum + rates[i]! * means[i]! * number(answer, `class${place}_mean_wait_s`), 0);
    };
    // ρ · λ m2/(2(1 − ρ)) with m2 = 1.5 m².
    const load = 0.1 * 2 + 0.2 * 1 + 0.15 * 1.5;
    const second = 1.5 * (0.1 * 4 + 0.2 * 1 + 0.15 * 2.25);
    const exact = (load * second) / (2 * (1 - load));
    for (const order of [[0, 1, 2], [2, 1, 0]]) expect(total(order) / exact).toBeCloseTo(1, 1);
  });

  it("mlfq with two levels: the mean of Kleinrock's formula", () => {
    // E[T(x)] = [λ b2(a)/(2(1 − λ b1(a))) + x]/(1 − λ b1(a')) with exponential sizes, threshold 1, λ = 0.6.
    const rate = 0.6;
    const b1 = (a: number): number => 1 - Math.exp(-a);
    const b2 = (a: number): number => 2 * (1 - Math.exp(-a) * (1 + a));
    let mean = 0;
    const h = 1e-4;
    for (let x = h / 2; x < 40; x += h) {
      const short = x <= 1;
      const a = short ? 1 : Number.POSITIVE_INFINITY;
      const delay = short ? (rate * b2(1)) / (2 * (1 - rate * b1(1))) : (rate * 2) / (2 * (1 - rate));
      mean += h * Math.exp(-x) * ((delay + x) / (1 - (a === 1 ? 0 : rate * b1(1))));
    }
    const answer = run({ arrivals: poisson(rate), discipline: { name: "mlfq", thresholds_s: [1] }, service: exponential }, 0.05);
    const [low, high] = answer.ci95["mean_sojourn_s"] as [number, number];
    expect(Math.abs(number(answer, "mean_sojourn_s") - mean)).toBeLessThan(high - low);
  });
});

describe("time-varying arrivals", () => {
  it("with servers to spare the mean is the convolution of the rate with the service tail", () => {
    const [rate, amplitude, period] = [4, 0.8, 10];
    const at = [0.5, 3, 7.5, 12];
    const answer = run({ arrivals: { process: "sinusoidal", rate_per_s: rate, amplitude, period_s: period, at_s: at }, servers: 60, discipline: "fcfs", service: exponential }, 0.03);
    const w = (2 * Math.PI) / period;
    for (const [i, t] of at.entries()) {
      const exact = rate * (1 - Math.exp(-t)) + ((rate * amplitude) / (1 + w * w)) * (Math.sin(w * t) - w * Math.cos(w * t) + w * Math.exp(-t));
      const [low, high] = (answer.ci95["mean_in_system"] as [number, number][])[i]!;
      expect(Math.abs((answer.values["mean_in_system"] as number[])[i]! - exact)).toBeLessThan(high - low);
    }
  });

  it("one server: the forward equations of M_t/M/1", () => {
    const at = [2, 6];
    const answer = run({ arrivals: { process: "sinusoidal", rate_per_s: 0.8, amplitude: 0.5, period_s: 8, at_s: at }, discipline: "fcfs", service: exponential }, 0.02);
    const states = 60;
    let p = new Float64Array(states);
    p[0] = 1;
    const h = 1e-3;
    for (let t = 0, next = 0; next < at.length; t += h) {
      if (t >= at[next]! - h / 2) {
        const [low, high] = (answer.ci95["p_wait"] as [number, number][])[next]!;
        expect(Math.abs((answer.values["p_wait"] as number[])[next]! - (1 - p[0]!))).toBeLessThan(high - low);
        next++;
      }
      const lambda = 0.8 * (1 + 0.5 * Math.sin((2 * Math.PI * (t + h / 2)) / 8));
      const q = new Float64Array(states);
      for (let n = 0; n < states; n++) {
        const up = n + 1 < states ? lambda * p[n]! : 0;
        const into = (n > 0 ? lambda * p[n - 1]! : 0) + (n + 1 < states ? p[n + 1]! : 0);
        q[n] = p[n]! + h * (into - up - (n > 0 ? p[n]! : 0));
      }
      p = q;
    }
  });

  it("a discipline that is not simulated so is refused", () => {
    const arrivals = { process: "sinusoidal", rate_per_s: 1, amplitude: 0.5, period_s: 1, at_s: [1] } as const;
    expect(() => run({ arrivals, discipline: "srpt", service: exponential })).toThrow(/sinusoidal/);
  });
});

describe("continuous batching", () => {
  it("is the server simulator without its refinements", () => {
    const iteration = { fixed_s: 0.02, per_request_s: 0.002, per_prefill_s: 0.01 };
    const tokens = { dist: "tokens-uniform", min: 5, max: 60 } as const;
    const queue = run({ arrivals: poisson(2), discipline: { name: "continuous-batching", max_batch: 8, kv_capacity_tokens: 200, input_tokens: 20, iteration }, service: { tokens } }, 0.1);
    const server = simulateServer({
      load: { mode: "open", arrivals: { process: "poisson", rate_per_s: 2 } },
      inputTokens: 20,
      outputTokens: tokens,
      stepTime: { fixedSeconds: 0.02, perRequestSeconds: 0.002, perPrefillRequestSeconds: 0.012 },
      policy: { kind: "mixed", maxRunningRequests: 8 },
      kv: { capacityTokens: 200 },
      run: { requests: 100_000 },
    });
    const pairs = [
      ["mean_wait_s", server.queue.meanSeconds, server.halfWidth95!.queue.meanSeconds],
      ["mean_ttft_s", server.ttft.meanSeconds, server.halfWidth95!.ttft.meanSeconds],
      ["mean_tpot_s", server.tpot.meanSeconds, server.halfWidth95!.tpot.meanSeconds],
      ["mean_sojourn_s", server.request.meanSeconds, server.halfWidth95!.request.meanSeconds],
      ["p95_sojourn_s", server.request.p95Seconds, server.halfWidth95!.request.p95Seconds],
      ["p_idle", 1 - server.busyFraction, server.halfWidth95!.busyFraction],
    ] as const;
    for (const [name, value, half] of pairs) {
      const [low, high] = queue.ci95[name] as [number, number];
      expect(Math.abs(number(queue, name) - value), name).toBeLessThan(1.6 * Math.hypot((high - low) / 2, half));
    }
  });
});
