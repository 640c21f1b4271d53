import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mdk } from "../../../src/queueing/many-servers/mdk.ts";
import { mg1Fcfs, mg1FcfsClass } from "../../../src/queueing/mg1/fcfs.ts";
import { deterministicLaw, lawOf } from "../../../src/workloads/distributions.ts";
import { mixtureLaw } from "../../../src/workloads/laws/combined.ts";
import { expectation } from "../../../src/workloads/nodes.ts";

const exponential = lawOf({ dist: "exponential", mean: 1 });

describe("laws of M/G/1", () => {
  test.each([0.3, 0.500001, 0.51, 0.9, 0.99, 0.999])("M/M/1 at load %d: quantiles against the closed forms", (rho) => {
    const { wait, sojourn } = mg1Fcfs(exponential, rho);
    for (const q of [0.5, 0.9, 0.95, 0.99]) {
      const exact = q <= 1 - rho ? 0 : Math.log(rho / (1 - q)) / (1 - rho);
      if (exact === 0) expect(wait.quantile(q)).toBe(0);
      else expect(Math.abs(wait.quantile(q) / exact - 1)).toBeLessThan(1e-5);
      expect(Math.abs((sojourn.quantile(q) * (1 - rho)) / -Math.log(1 - q) - 1)).toBeLessThan(1e-5);
    }
  });

  test.each([0.51, 0.8, 0.95])("M/D/1 at load %d: the lattice against Franx, and T = W + D", (rho) => {
    const lattice = mg1Fcfs(deterministicLaw(2), rho / 2);
    const exact = mdk(rho / 2, 2, 1);
    for (const q of [0.5, 0.9, 0.95, 0.99]) {
      const wait = exact.wait.quantile(q);
      expect(Math.abs(lattice.wait.quantile(q) / wait - 1)).toBeLessThan(1e-6);
      expect(Math.abs(lattice.sojourn.quantile(q) / (wait + 2) - 1)).toBeLessThan(1e-5);
    }
  });

  test("a hyperexponential service: W is a mixture of two exponentials (roots of λ(S*(−θ) − 1) = θ)", () => {
    const service = lawOf({ dist: "hyperexponential", probabilities: [0.6, 0.4], means: [0.5, 2] });
    const { wait, utilisation } = mg1Fcfs(service, 0.6);
    // Partial fractions of P(W > t): rates are the two positive roots θ of (2 − θ)(0.5 − θ) = 0.6(θ-terms); solved here by bisection.
    const g = (theta: number): number => 0.6 * (0.6 / (1 - 0.5 * theta) + 0.4 / (1 - 2 * theta) - 1) - theta;
    const root = (low: number, high: number): number => {
      let [a, b] = [low, high];
      for (let i = 0; i < 200; i++) [a, b] = Math.sign(g((a + b) / 2)) === Math.sign(g(a)) ? [(a + b) / 2, b] : [a, (a + b) / 2];
      return a;
    };
    const [t1, t2] = [root(1e-6, 0.5 - 1e-12), root(0.5 + 1e-9, 2 - 1e-12)];
    // Two conditions fix the weights: P(W > 0) = ρ and E[W].
    const w1 = (wait.meanSeconds - utilisation / t2) / (1 / t1 - 1 / t2);
    for (const t of [0.1, 1, 5, 20]) {
      expect(wait.tail(t)).toBeCloseTo(w1 * Math.exp(-t1 * t) + (utilisation - w1) * Math.exp(-t2 * t), 8);
    }
  });

  test("the sojourn of a token-valued service jumps by (1 − ρ)p at its shortest time", () => {
    const service = lawOf({ dist: "tokens-pmf", values: [10, 40], probabilities: [0.5, 0.5] }, 0.1, 0);
    const { sojourn } = mg1Fcfs(service, 0.2);
    // Between lattice points the law is interpolated: 2e-4 is what percentiles promise.
    expect(Math.abs((sojourn.tail(1 - 1e-9) - sojourn.tail(1)) / (0.5 * 0.5) - 1)).toBeLessThan(2e-4);
    expect(sojourn.quantile(0.2)).toBeCloseTo(1, 9);
  });

  test("the law agrees with its own mean and variance", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.2, max: 0.95, noNaN: true }), fc.double({ min: 0.4, max: 4, noNaN: true }), (rho, shape) => {
        const service = lawOf({ dist: "gamma", shape, scale: 1 / shape });
        const { wait, sojourn } = mg1Fcfs(service, rho);
        for (const law of [wait, sojourn]) {
          // E[X] = ∫ tail by Simpson's rule to far out.
          const end = law.meanSeconds + 30 * Math.sqrt(law.varianceSecondsSquared);
          const n = 4000;
          let sum = 0;
          for (let i = 0; i <= n; i++) sum += (i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2) * law.tail((i * end) / n);
          expect(Math.abs((sum * end) / (3 * n) / law.meanSeconds - 1)).toBeLessThan(1e-3);
        }
        expect(sojourn.varianceSecondsSquared - wait.varianceSecondsSquared).toBeCloseTo(service.variance, 9);
      }),
      { seed: 6, numRuns: 6 },
    );
  });

  test("a class waits with all and leaves after its own service", () => {
    const short = deterministicLaw(0.5);
    const all = mixtureLaw([0.5, 0.5], [short, exponential]);
    const { wait } = mg1Fcfs(all, 0.8);
    const own = mg1FcfsClass(all, 0.8, short);
    expect(own.meanSeconds).toBeCloseTo(wait.meanSeconds + 0.5, 12);
    for (const q of [0.5, 0.9, 0.99]) expect(own.quantile(q)).toBeCloseTo(wait.quantile(q) + 0.5, 4);
  });

  test("the subexponential tail of a lognormal service: P(W > t) ≈ ρ/(1−ρ)·P(R > t) far out", () => {
    const service = lawOf({ dist: "lognormal", mu: -2, sigma: 2 });
    const { wait } = mg1Fcfs(service, 0.2 / service.mean);
    const t = 4000;
    expect(wait.tail(t) / ((0.25 * service.excess(1, t)) / service.mean)).toBeCloseTo(1, 0.7);
  });

  test("a load of 1 is refused with the capacity", () => {
    try {
      mg1Fcfs(exponential, 1);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "unstable", details: { capacityPerSecond: 1 } });
    }
  });

  test("nodes give Pollaczek and Khinchine's second moment", () => {
    const service = lawOf({ dist: "lognormal", mu: 0, sigma: 1 });
    const m2 = expectation(service, (x) => x * x);
    expect(mg1Fcfs(service, 0.3).wait.meanSeconds).toBeCloseTo((0.3 * m2) / (2 * (1 - 0.3 * service.mean)), 9);
  });
});
