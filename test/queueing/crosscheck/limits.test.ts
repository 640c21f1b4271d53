import { describe, expect, it } from "vitest";
import { analyse } from "../../../src/queueing/answer/analyse.ts";
import { simulateQueue } from "../../../src/queueing/simulation/simulate-queue.ts";
import type { QueueCase } from "../../../src/queueing/types.ts";
import { parseQueueCase } from "../../../src/queueing/validate/case.ts";
import type { Distribution } from "../../../src/workloads/types.ts";
import { limits, queue, type LimitCase } from "./limit-cases.ts";

/** Values of a case: by analysis, and where that says nothing by simulation. */
function valuesOf(c: QueueCase): Readonly<Record<string, number | readonly number[]>> {
  const checked = parseQueueCase(c);
  return analyse(checked)?.values ?? simulateQueue(checked, { precision: 0.9, seed: 1 }).values;
}

/** Compares all values that both have, `p_no_wait` and the like included. */
function compare({ general, simple, relative = 1e-6, only }: LimitCase): void {
  const [wide, narrow] = [valuesOf(general), valuesOf(simple)];
  const shared = Object.keys(narrow).filter((name) => name in wide && (only === undefined || only.test(name)));
  expect(shared.length).toBeGreaterThan(1);
  for (const name of shared) {
    const [a, b] = [[wide[name]!].flat(), [narrow[name]!].flat()];
    for (const [i, value] of b.entries()) {
      // Probabilities and waits near 0 are held to an absolute difference.
      expect(Math.abs(a[i]! - value), `${name}: ${a[i]} against ${value}`).toBeLessThanOrEqual(relative * Math.max(Math.abs(value), 1e-3));
    }
  }
}

describe("limit cases are the simpler model", () => {
  it.each(limits.map((limit) => [limit.name, limit] as const))("%s", (_, limit) => compare(limit));
});

describe("limits with a closed form", () => {
  it("a closed network of one customer never queues, one of many is bound by its slowest station", () => {
    const of = (population: number, think_s: number): Readonly<Record<string, number | readonly number[]>> =>
      valuesOf({ kind: "queue", arrivals: { process: "closed", population, think_s }, discipline: { name: "closed-network", demands_s: [0.5, 0.2, 0.1] } });
    expect(of(1, 3)["mean_sojourn_s"]).toBeCloseTo(0.8, 12);
    expect(of(1, 3)["throughput_per_s"]).toBeCloseTo(1 / 3.8, 12);
    expect(of(500, 3)["throughput_per_s"]).toBeCloseTo(2, 9);
    expect(of(500, 3)["mean_sojourn_s"]).toBeCloseTo(500 / 2 - 3, 6);
  });

  it("impatience far above saturation: the server is always busy, and as many are lost as it cannot serve", () => {
    for (const service of [{ dist: "exponential", mean: 1 }, { dist: "uniform", low: 0.5, high: 1.5 }] satisfies Distribution[]) {
      const { p_abandon: lost, utilisation } = valuesOf(queue(20, { name: "fcfs-impatient", patience_s: 5 }, service));
      expect(utilisation).toBeCloseTo(1, 6);
      expect(lost).toBeCloseTo(1 - 1 / 20, 6);
    }
  });

  it("near saturation the wait is exponential with mean λ·m2/(2(1 − ρ)) (Kingman 1961)", () => {
    const { mean_wait_s: mean, p99_wait_s: p99 } = valuesOf(queue(0.999, "fcfs", { dist: "uniform", low: 0.5, high: 1.5 })) as Record<string, number>;
    expect(p99! / mean!).toBeCloseTo(Math.log(100), 1.5);
  });

  it("light traffic: nobody waits", () => {
    for (const discipline of ["fcfs", "sjf", "srpt", "processor-sharing", "foreground-background", "lcfs-preemptive"] as const) {
      expect(valuesOf(queue(1e-6, discipline, { dist: "erlang", phases: 2, mean: 1 }))["mean_sojourn_s"]).toBeCloseTo(1, 5);
    }
  });
});

describe("sinusoidal arrivals long after the start", () => {
  const at = (at_s: readonly number[], rate_per_s = 1.4): Readonly<Record<string, number | readonly number[]>> =>
    valuesOf(queue({ process: "sinusoidal", rate_per_s, amplitude: 0.7, period_s: 3, at_s }, "fcfs", { dist: "exponential", mean: 1 }, 2));

  it("repeat themselves each period", () => {
    const late = at([300, 300.7, 301.4, 3e9, 3e9 + 0.7, 3e9 + 1.4])["mean_in_system"] as number[];
    for (let i = 0; i < 3; i++) expect(late[i + 3]! / late[i]!).toBeCloseTo(1, 6);
  });

  it("that never settle are refused, not waited for", () => {
    expect(() => at([1e9], 3)).toThrow(/at_s/);
  });
});
