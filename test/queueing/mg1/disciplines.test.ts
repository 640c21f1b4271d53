import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mg1Fcfs } from "../../../src/queueing/mg1/fcfs.ts";
import { mg1SjfPredicted } from "../../../src/queueing/mg1/predicted.ts";
import { mg1Priority } from "../../../src/queueing/mg1/priority.ts";
import { mg1ForegroundBackground, mg1LcfsPreemptive, mg1Mlfq, mg1Psjf, mg1Sjf, mg1Srpt } from "../../../src/queueing/mg1/size-based.ts";
import { mg1SkipJoin } from "../../../src/queueing/mg1/skip-join.ts";
import { mg1ProcessorSharing } from "../../../src/queueing/processor-sharing/variance.ts";
import { normalCdf, normalDensity } from "../../../src/numerics/normal.ts";
import { deterministicLaw, lawOf } from "../../../src/workloads/distributions.ts";
import type { Distribution } from "../../../src/workloads/types.ts";

const exponential = lawOf({ dist: "exponential", mean: 1 });
const services: readonly Distribution[] = [
  { dist: "exponential", mean: 1 },
  { dist: "uniform", low: 0.2, high: 1.8 },
  { dist: "hyperexponential", probabilities: [0.7, 0.3], means: [0.4, 2.4] },
  { dist: "lognormal", mu: -0.5, sigma: 1 },
  { dist: "tokens-pmf", values: [1, 2, 9], probabilities: [0.4, 0.4, 0.2] },
];

describe.each(services.map((service) => [service.dist, lawOf(service)] as const))("%s", (_, service) => {
  const rate = 0.7 / service.mean;

  test("SRPT is best, PSJF next; all orders that ignore sizes share the mean of FCFS or of PS", () => {
    const srpt = mg1Srpt(service, rate).sojourn.meanSeconds;
    const others = [mg1Psjf(service, rate), mg1Sjf(service, rate), mg1ForegroundBackground(service, rate), mg1Mlfq(service, rate, [1]), mg1SjfPredicted(service, rate, 0.5)];
    const sharing = mg1ProcessorSharing(service, rate).meanSeconds;
    for (const { sojourn } of others) expect(srpt).toBeLessThanOrEqual(sojourn.meanSeconds * (1 + 1e-12));
    expect(srpt).toBeLessThan(sharing);
    expect(mg1Psjf(service, rate).sojourn.meanSeconds).toBeLessThanOrEqual(sharing * (1 + 1e-12));
    expect(mg1LcfsPreemptive(service, rate).sojourn.meanSeconds).toBeCloseTo(sharing, 9);
  });

  test("limits: wide noise in the prediction is FCFS, none is SJF; one level of feedback is FCFS, many are FB", () => {
    const fcfs = mg1Fcfs(service, rate);
    expect(mg1SjfPredicted(service, rate, 100).wait.meanSeconds / fcfs.wait.meanSeconds).toBeCloseTo(1, 1.5);
    expect(mg1SjfPredicted(service, rate, 1e-4).wait.meanSeconds / mg1Sjf(service, rate).wait.meanSeconds).toBeCloseTo(1, 4);
    const single = mg1Mlfq(service, rate, [1e9]);
    expect(single.sojourn.meanSeconds).toBeCloseTo(fcfs.sojourn.meanSeconds, 8);
    expect(single.sojourn.varianceSecondsSquared / fcfs.sojourn.varianceSecondsSquared).toBeCloseTo(1, 8);
    const thresholds = Array.from({ length: 3000 }, (_, i) => 0.01 * (i + 1));
    expect(mg1Mlfq(service, rate, thresholds).sojourn.meanSeconds / mg1ForegroundBackground(service, rate).sojourn.meanSeconds).toBeCloseTo(1, 1.7);
  });

  test("two equal classes are one: FCFS inside a class", () => {
    const classes = [{ ratePerSecond: rate, service }];
    const fcfs = mg1Fcfs(service, rate);
    for (const preemptive of [false, true]) {
      const [times] = mg1Priority(classes, preemptive);
      expect(times?.sojourn.meanSeconds).toBeCloseTo(fcfs.sojourn.meanSeconds, 9);
      expect(times?.wait.varianceSecondsSquared).toBeCloseTo(fcfs.wait.varianceSecondsSquared, 8);
    }
  });
});

describe("exponential services: without memory the order cannot matter to the number in system", () => {
  test.each([[0.3], [0.9]])("at load %d every order that does not look at sizes has E[T] = 1/(μ − λ)", (rho) => {
    const exact = 1 / (1 - rho);
    expect(mg1ForegroundBackground(exponential, rho).sojourn.meanSeconds / exact).toBeCloseTo(1, 9);
    expect(mg1Mlfq(exponential, rho, [0.2, 0.9, 3]).sojourn.meanSeconds / exact).toBeCloseTo(1, 9);
    expect(mg1ProcessorSharing(exponential, rho).varianceSecondsSquared / ((2 + rho) / ((2 - rho) * (1 - rho) ** 2))).toBeCloseTo(1, 9);
  });

  test("skip-join levels of exponential classes: Σ λ_i E[T_i] is the mean number in M/M/1", () => {
    const classes = [0, 1, 2].map((entryLevel) => ({ ratePerSecond: 0.25, service: exponential, entryLevel }));
    const total = mg1SkipJoin(classes, [0.4, 0.5, 0.7]).reduce((sum, mean) => sum + 0.25 * mean, 0);
    expect(total).toBeCloseTo(0.75 / 0.25, 9);
  });

  test("skip-join with one entry level is MLFQ; with quanta that nobody exceeds, preemptive priority", () => {
    const uniform = lawOf({ dist: "uniform", low: 0.2, high: 1.8 });
    expect(mg1SkipJoin([{ ratePerSecond: 0.6, service: uniform, entryLevel: 0 }], [0.5, 1.2])[0]).toBeCloseTo(mg1Mlfq(uniform, 0.6, [0.5, 1.7]).sojourn.meanSeconds, 10);
    const classes = [0, 1].map((entryLevel) => ({ ratePerSecond: 0.3, service: uniform, entryLevel }));
    const priority = mg1Priority(classes, true);
    mg1SkipJoin(classes, [2, 2]).forEach((mean, i) => {
      expect(mean).toBeCloseTo(priority[i]!.sojourn.meanSeconds, 10);
    });
  });
});

describe("priorities", () => {
  test("Σ ρ_i E[W_i] is the same for every order of the classes (Kleinrock's conservation law)", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.05, max: 0.2, noNaN: true }), { minLength: 2, maxLength: 4 }), (rates) => {
        const classes = rates.map((ratePerSecond, i) => ({ ratePerSecond, service: lawOf({ dist: "gamma", shape: i + 0.5, scale: 0.5 }) }));
        const load = (list: typeof classes): number => {
          const times = mg1Priority(list, false);
          return list.reduce((sum, { ratePerSecond, service }, i) => sum + ratePerSecond * service.mean * times[i]!.wait.meanSeconds, 0);
        };
        expect(load(classes)).toBeCloseTo(load([...classes].reverse()), 9);
      }),
      { seed: 7, numRuns: 30 },
    );
  });

  test("shortest job first with atoms is a priority class for each atom", () => {
    const service = lawOf({ dist: "tokens-pmf", values: [1, 2, 9], probabilities: [0.4, 0.4, 0.2] });
    const classes = [1, 2, 9].map((value, i) => ({ ratePerSecond: 0.2 * [0.4, 0.4, 0.2][i]!, service: deterministicLaw(value) }));
    for (const [bySize, preemptive] of [[mg1Sjf, false], [mg1Psjf, true]] as const) {
      const times = mg1Priority(classes, preemptive);
      const mean = times.reduce((sum, { sojourn }, i) => sum + [0.4, 0.4, 0.2][i]! * sojourn.meanSeconds, 0);
      expect(bySize(service, 0.2).sojourn.meanSeconds).toBeCloseTo(mean, 10);
    }
  });

  test("fine atoms approach the density", () => {
    const fine = lawOf({ dist: "tokens-geometric", mean: 4000 }, 1 / 4000, 0);
    for (const discipline of [mg1Srpt, mg1Psjf, mg1Sjf, mg1ForegroundBackground]) {
      const atoms = discipline(fine, 0.6).sojourn;
      const smooth = discipline(exponential, 0.6).sojourn;
      expect(atoms.meanSeconds / smooth.meanSeconds).toBeCloseTo(1, 3);
      expect(atoms.varianceSecondsSquared / smooth.varianceSecondsSquared).toBeCloseTo(1, 2);
    }
  });

  test("fixed sizes: SRPT, PSJF and SJF are FCFS", () => {
    const fcfs = mg1Fcfs(deterministicLaw(1), 0.6);
    for (const discipline of [mg1Srpt, mg1Psjf, mg1Sjf]) {
      const { sojourn, waitProbability } = discipline(deterministicLaw(1), 0.6);
      expect(sojourn.meanSeconds).toBeCloseTo(fcfs.sojourn.meanSeconds, 10);
      expect(sojourn.varianceSecondsSquared).toBeCloseTo(fcfs.sojourn.varianceSecondsSquared, 10);
      expect(waitProbability).toBeCloseTo(0.6, 12);
    }
  });
});

test("predicted lengths of lognormal services: E[S; K ≤ k] = E[S]·Φ(z − s²/√(s² + σ²))", () => {
  const s = 0.7;
  const service = lawOf({ dist: "lognormal", mu: 0, sigma: s });
  for (const sigma of [0.005, 0.1, 1]) {
    let integral = 0;
    const step = 1e-3;
    for (let z = -9; z < 9; z += step) integral += (step * normalDensity(z)) / (1 - 0.7 * service.mean * normalCdf(z - (s * s) / Math.hypot(s, sigma))) ** 2;
    const mean = service.mean + ((0.7 * service.moments[1]) / 2) * integral;
    expect(mg1SjfPredicted(service, 0.7, sigma).sojourn.meanSeconds / mean).toBeCloseTo(1, 5.5);
  }
});

test("M/D/1 processor sharing has Ott's variance", () => {
  // Ott 1984: Var T = D²[1/(1−ρ)² − 2(e^ρ − 1 − ρ)/(ρ²(1−ρ))].
  const rho = 0.8;
  const exact = 1 / (1 - rho) ** 2 - (2 * (Math.exp(rho) - 1 - rho)) / (rho * rho * (1 - rho));
  expect(mg1ProcessorSharing(deterministicLaw(1), rho).varianceSecondsSquared / exact).toBeCloseTo(1, 6);
});
