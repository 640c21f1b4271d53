import { describe, expect, test } from "vitest";
import { batchTimes } from "../../src/queueing/bulk/batch-times.ts";
import { batchChain } from "../../src/queueing/bulk/chain.ts";
import { linearBatchSojourn, linearBatchSojournBound } from "../../src/queueing/bulk/linear.ts";
import { capSweep } from "../../src/queueing/cap/sweep.ts";
import { geometricBatching } from "../../src/queueing/continuous/geometric.ts";
import { mg1Impatient } from "../../src/queueing/impatience/mg1.ts";
import { mmkImpatient } from "../../src/queueing/impatience/mmk.ts";
import { mmkFinite } from "../../src/queueing/loss/finite-buffer.ts";
import { multiRateLoss } from "../../src/queueing/loss/multi-rate.ts";
import { halfinWhittWaitProbability } from "../../src/queueing/many-servers/approximations.ts";
import { erlangB, erlangC, mmk } from "../../src/queueing/many-servers/erlang.ts";
import { mdk } from "../../src/queueing/many-servers/mdk.ts";
import { gimk } from "../../src/queueing/many-servers/renewal.ts";
import { mg1Fcfs } from "../../src/queueing/mg1/fcfs.ts";
import { mg1Priority } from "../../src/queueing/mg1/priority.ts";
import { mg1ForegroundBackground, mg1LcfsPreemptive, mg1Psjf, mg1Sjf, mg1Srpt } from "../../src/queueing/mg1/size-based.ts";
import { closedNetwork } from "../../src/queueing/networks/closed.ts";
import { tandem } from "../../src/queueing/networks/tandem.ts";
import { exponentialSharedSojourn, sharedQueue } from "../../src/queueing/processor-sharing/unlimited.ts";
import { mg1ProcessorSharing } from "../../src/queueing/processor-sharing/variance.ts";
import { deterministicLaw, lawOf } from "../../src/workloads/distributions.ts";

const exponential = lawOf({ dist: "exponential", mean: 1 });
const one = deterministicLaw(1);

/** Relative difference: an anchor is printed with some seven digits. */
function near(value: number | undefined, anchor: number, relative = 5e-7): void {
  expect(Math.abs((value ?? Number.NaN) / anchor - 1), `${value} against ${anchor}`).toBeLessThan(relative);
}

describe("one server, first come, first served", () => {
  test("M/M/1 (Kleinrock, Queueing Systems I, section 5.12)", () => {
    const { wait, sojourn } = mg1Fcfs(exponential, 0.6);
    near(wait.meanSeconds, 1.5);
    near(wait.varianceSecondsSquared, 5.25);
    near(wait.quantile(0.95), Math.log(12) / 0.4);
    near(sojourn.quantile(0.5), 1.732868);
    near(sojourn.quantile(0.99), 11.512925);
    expect(mg1Fcfs(exponential, 0.4).wait.quantile(0.5)).toBe(0);
  });

  test("M/D/1 by the lattice, and by Franx's formula for one server", () => {
    for (const queue of [mg1Fcfs(one, 0.6), mdk(0.6, 1, 1)]) {
      near(queue.wait.meanSeconds, 0.75);
      near(queue.wait.varianceSecondsSquared, 1.0625);
      near(queue.wait.quantile(0.95), 2.829466);
    }
  });

  test("M/E2/1", () => {
    near(mg1Fcfs(lawOf({ dist: "erlang", phases: 2, mean: 1 }), 0.6).wait.meanSeconds, 1.125);
  });

  test("D/M/1", () => {
    const { waitProbability, wait } = gimk(deterministicLaw(1 / 0.6), 1, 1);
    near(waitProbability, 0.3242433);
    near(wait.meanSeconds, 0.4798225);
  });
});

describe("several servers and losses", () => {
  test("Erlang B and C by recursion, also where factorials overflow", () => {
    near(erlangB(2, 3), 4 / 19);
    near(erlangB(5, 10), 0.01838457);
    near(erlangB(1000, 1000), 0.02481192);
    near(erlangC(30, 40), 0.05524785);
  });

  test("M/M/3 and M/D/2", () => {
    const queue = mmk(2.25, 1, 3);
    near(queue.waitProbability, 0.567757);
    near(queue.wait.meanSeconds, 0.7570093);
    near(queue.wait.quantile(0.99), 5.385478);
    near(mdk(1, 1, 2).wait.meanSeconds, 0.1767411);
  });

  test("M/M/1 with five places, Erlang A, deterministic patience, multi-rate loss", () => {
    near(mmkFinite(0.8, 1, 1, 4).blockingProbability, 0.0888195);
    const erlangA = mmkImpatient(10, 1, 10, exponential);
    near(erlangA.waitProbability, 0.5420703);
    near(erlangA.abandonProbability, 0.12511);
    for (const queue of [mg1Impatient(exponential, 0.6, deterministicLaw(2)), mmkImpatient(0.6, 1, 1, deterministicLaw(2))]) {
      near(queue.abandonProbability, 0.128649);
      near(queue.served.meanSeconds, 0.3926763);
    }
    const { blocking } = multiRateLoss(4, [{ load: 1, size: 1 }, { load: 1, size: 2 }]);
    near(blocking[0], 0.1824818);
    near(blocking[1], 0.3868613);
  });

  test("many servers far above capacity: the offered wait piles up just below a fixed patience", () => {
    // The servers never idle, so a share of drain/rate is served; below the patience the offered wait has density ∝ e^{(rate − drain)·x}.
    const queue = mmkImpatient(20_000, 1, 2000, deterministicLaw(20));
    expect(Math.abs(queue.abandonProbability - 0.9)).toBeLessThan(1e-9);
    expect(Math.abs(queue.served.meanSeconds - (20 - 1 / 18_000))).toBeLessThan(1e-9);
  });

  test("the Halfin–Whitt limit at β = 1", () => {
    near(halfinWhittWaitProbability(1), 0.2233613);
  });
});

describe("disciplines of one server", () => {
  test("two priority classes, exponential (Cobham 1954)", () => {
    const classes = [{ ratePerSecond: 0.2, service: exponential }, { ratePerSecond: 0.4, service: exponential }];
    const waits = mg1Priority(classes, false).map(({ wait }) => wait.meanSeconds);
    near(waits[0], 0.75);
    near(waits[1], 1.875);
    const sojourns = mg1Priority(classes, true).map(({ sojourn }) => sojourn.meanSeconds);
    near(sojourns[0], 1.25);
    near(sojourns[1], 3.125);
  });

  test("processor sharing and its equals in the mean", () => {
    for (const { meanSeconds } of [mg1ProcessorSharing(exponential, 0.6), mg1ForegroundBackground(exponential, 0.6).sojourn, mg1LcfsPreemptive(exponential, 0.6).sojourn]) {
      near(meanSeconds, 2.5);
    }
    near(mg1ProcessorSharing(exponential, 0.6).varianceSecondsSquared, 11.607143);
    near(exponentialSharedSojourn(0.6, 1, { fixed: 0, perRequest: 1 }).varianceSecondsSquared, 11.607143);
    near(sharedQueue(1, 1, { fixed: 0.5, perRequest: 0.5 }).meanSojournSeconds, 2);
  });

  test("sizes", () => {
    near(mg1Srpt(exponential, 0.6).sojourn.meanSeconds, 1.604094);
    near(mg1Psjf(exponential, 0.6).sojourn.meanSeconds, 1.752608);
    near(mg1Sjf(exponential, 0.6).sojourn.meanSeconds, 1.962457);
  });
});

describe("networks", () => {
  test("closed with two equal stations; tandem of two", () => {
    const closed = closedNetwork([1, 1], 3, 0);
    near(closed.throughputPerSecond, 0.75);
    near(closed.cycleSeconds, 4);
    const row = tandem(0.5, [{ meanServiceSeconds: 1, servers: 1 }, { meanServiceSeconds: 0.5, servers: 1 }]);
    near(row.meanSojournSeconds, 2 + 2 / 3);
    near(row.first.meanSeconds, 2);
  });
});

describe("batches", () => {
  const linear = (alpha: number, tau: number, rate: number): ReturnType<typeof batchChain> => {
    const time = { fixed_s: tau, per_request_s: alpha, per_token_s: 0, per_request_token_s: 0 };
    return batchChain(batchTimes(time, one, "padded", rate), { least: 1, most: Number.POSITIVE_INFINITY }, rate);
  };

  test("dynamic batching with linear batch times (Inoue 2021)", () => {
    const unit = { perRequestSeconds: 1, fixedSeconds: 1 };
    near(linearBatchSojournBound(0.4, unit), 3.714286);
    const chain = linear(1, 1, 0.4);
    near(chain.meanSojournSeconds, 3.605231);
    near(chain.meanBatch, 1.341311);
    near(linearBatchSojourn(0.4, unit, chain.meanBatch, chain.varianceBatch + chain.meanBatch ** 2), 3.605231);
    // V100 line of the paper, in milliseconds.
    const measured = linear(0.1438, 1.8874, 4);
    near(linearBatchSojournBound(4, { perRequestSeconds: 0.1438, fixedSeconds: 1.8874 }), 6.941255);
    near(measured.meanSojournSeconds, 6.941255);
    near(measured.meanBatch, 17.77213);
  });

  test("the longest of b counts is not the continuous N·b/(b + 1)", () => {
    const tokens = lawOf({ dist: "tokens-uniform", max: 100 });
    const times = batchTimes({ fixed_s: 0, per_request_s: 0, per_token_s: 1, per_request_token_s: 0 }, tokens, "padded", 1);
    near(times.moments(2).mean, 67.165);
    near(times.moments(8).mean, 89.38222);
  });

  test("continuous batching of one request at a time is M/G/1", () => {
    const queue = geometricBatching(0.5, 50, 1, 0.02, 0);
    near(queue.meanWaitSeconds, 0.99);
    near(queue.meanSojournSeconds, 1.99);
  });

  test("the cap on tokens (arXiv 2407.05347 with a = 0.0225 s, c = 0)", () => {
    const tokens = lawOf({ dist: "tokens-lognormal", mu: 7, sigma: 0.7, max: 20_000 });
    const sweep = capSweep(tokens, { perTokenSeconds: 0.0225, fixedSeconds: 0 }, 1 / 40);
    near(sweep.meanTokens[1599], 1083.199);
    near(sweep.utilisation[1599], 0.6092995);
    near(sweep.meanWaitSeconds[1599], 22.34004);
    near(sweep.utilisation[2999], 0.7338297);
    near(sweep.meanWaitSeconds[2999], 55.36513);
    near(1 - sweep.clippedFraction[1599]!, 0.7052827);
  });
});
