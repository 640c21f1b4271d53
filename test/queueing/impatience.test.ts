import { describe, expect, it } from "vitest";
import { mmkImpatient } from "../../src/queueing/impatience/mmk.ts";
import { mg1Impatient } from "../../src/queueing/impatience/mg1.ts";
import { deterministicLaw, lawOf } from "../../src/workloads/distributions.ts";
import { exponentialLaw } from "../../src/workloads/laws/exponential.ts";

const shares = [0.1, 0.5, 0.9, 0.99];

describe("M/M/k with patience: percentiles", () => {
  it.each([[20_000, 2000, 20], [50, 10, 4], [12, 10, 30]])("%d/s on %d servers, patience %d: waits of the served pile up below it with the density of an exponential", (rate, servers, patience) => {
    const queue = mmkImpatient(rate, 1, servers, deterministicLaw(patience));
    // The atom at 0 and what lies below 0 of the exponential are nothing here.
    for (const q of shares) expect(queue.served.quantile(q) / (patience + Math.log(q) / (rate - servers)) - 1).toBeLessThan(2e-4);
    for (const q of shares) expect(queue.served.quantile(q) / (patience + Math.log(q) / (rate - servers)) - 1).toBeGreaterThan(-2e-4);
  });

  it("a service after a wait that is known: 20 s and an exponential", () => {
    const queue = mmkImpatient(20_000, 1, 2000, deterministicLaw(20));
    for (const q of shares) expect(queue.sojourn.quantile(q) / (20 - Math.log(1 - q)) - 1).toBeLessThan(2e-4);
    for (const q of shares) expect(queue.sojourn.quantile(q) / (20 - Math.log(1 - q)) - 1).toBeGreaterThan(-2e-4);
  });

  it.each([
    [0.6, deterministicLaw(2)], [0.99, lawOf({ dist: "exponential", mean: 50 })], [1.5, lawOf({ dist: "gamma", shape: 2, scale: 3 })], [0.9, lawOf({ dist: "empirical", values: [0.5, 1, 7] })],
  ])("one server at %d/s: as the lattice of M/G/1 with patience", (rate, patience) => {
    const [one, other] = [mmkImpatient(rate, 1, 1, patience), mg1Impatient(exponentialLaw(1), rate, patience)];
    for (const time of ["wait", "served", "sojourn"] as const) {
      for (const q of shares) {
        const [a, b] = [one[time].quantile(q), other[time].quantile(q)];
        expect(Math.abs(a - b), `${time} ${q}: ${a} and ${b}`).toBeLessThanOrEqual(2e-4 * b);
      }
    }
  });

  it("tail and quantile are each other's inverse", () => {
    const queue = mmkImpatient(100, 1, 40, lawOf({ dist: "gamma", shape: 2, scale: 3 }));
    for (const time of ["wait", "served", "sojourn"] as const) for (const q of shares) expect(queue[time].tail(queue[time].quantile(q))).toBeCloseTo(1 - q, 9);
  });
});
