import { describe, expect, it } from "vitest";
import { simulateQueue } from "../../../src/queueing/simulation/simulate-queue.ts";
import { studentQuantile975 } from "../../../src/queueing/simulation/replications.ts";
import { anchors } from "./anchor-cases.ts";

const T31 = studentQuantile975(31);

describe("simulated queues hold the textbook values", () => {
  for (const anchor of anchors) {
    it(anchor.name, () => {
      const { values, ci95 } = simulateQueue(anchor.case, { precision: 0.1, seed: 3 });
      for (const [name, exact] of Object.entries(anchor.exact)) {
        const [low, high] = ci95[name] as [number, number];
        const standardError = (high - low) / 2 / T31;
        // 80 values are looked at: 4.5 standard errors (31 degrees of freedom) are exceeded by one of them in 1 of 30 seeds.
        // Values printed with seven digits may differ by half of the last.
        expect(Math.abs((values[name] as number) - exact), name).toBeLessThanOrEqual(4.5 * standardError + 1e-6 * exact);
        expect(high - low, `width of ${name}`).toBeLessThanOrEqual(0.4 * Math.max(exact, 0.5));
      }
    });
  }

  it("Little's law: a closed network holds its population", () => {
    const { values } = simulateQueue(
      { kind: "queue", arrivals: { process: "closed", population: 5, think_s: 2 }, discipline: { name: "closed-network", demands_s: [1, 0.5, 0.3] } },
      { precision: 0.1, seed: 5 },
    );
    // The time of a cycle is measured on the requests, the throughput on the clock.
    expect((values["throughput_per_s"] as number) * ((values["mean_sojourn_s"] as number) + 2)).toBeCloseTo(5, 1);
  });
});

describe("confidence intervals", () => {
  it("cover the exact value 95 % of the time", () => {
    const wanted = ["M/M/1", "M/D/1", "sjf"];
    let inside = 0;
    let all = 0;
    for (const { case: c, exact } of anchors.filter(({ name }) => wanted.includes(name))) {
      for (let seed = 1; seed <= 16; seed++) {
        const { ci95 } = simulateQueue(c, { precision: 0.2, seed });
        for (const name of ["mean_wait_s", "mean_sojourn_s", "p99_sojourn_s"]) {
          if (exact[name] === undefined) continue;
          const [low, high] = ci95[name] as [number, number];
          all++;
          if (low <= exact[name] && exact[name] <= high) inside++;
        }
      }
    }
    // 48 intervals, some of the same runs: 2.5 standard deviations of the share are 10 %.
    expect(inside / all).toBeGreaterThan(0.85);
  });

  it("have Student's quantiles", () => {
    // Two-sided 95 %: any table of t.
    expect(studentQuantile975(1)).toBeCloseTo(12.7062, 4);
    expect(studentQuantile975(5)).toBeCloseTo(2.5706, 2);
    expect(studentQuantile975(7)).toBeCloseTo(2.3646, 3);
    expect(studentQuantile975(15)).toBeCloseTo(2.13145, 4);
    expect(studentQuantile975(1000)).toBeCloseTo(1.96234, 4);
  });
});
