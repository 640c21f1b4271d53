import { describe, expect, test } from "vitest";
import { createStream, createStreams } from "../../src/numerics/random.ts";

/** Mean and standard error of the first four powers, so that every check scales with its own noise. */
function powerMeans(draw: () => number, count: number): { mean: number[]; error: number[] } {
  const sums = [0, 0, 0, 0];
  const squares = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const x = draw();
    let power = 1;
    for (let k = 0; k < 4; k++) {
      power *= x;
      sums[k] = (sums[k] as number) + power;
      squares[k] = (squares[k] as number) + power * power;
    }
  }
  const mean = sums.map((s) => s / count);
  const error = squares.map((s, k) => Math.sqrt((s / count - (mean[k] as number) ** 2) / count));
  return { mean, error };
}

function expectPowers(draw: () => number, exact: readonly number[]): void {
  const { mean, error } = powerMeans(draw, 400_000);
  exact.forEach((value, k) => {
    expect(Math.abs((mean[k] as number) - value), `power ${k + 1}`).toBeLessThan(4.5 * (error[k] as number));
  });
}

describe("random streams", () => {
  test("uniform stays inside the open interval and has the right moments", () => {
    const stream = createStream(7);
    expectPowers(() => stream.uniform(), [1 / 2, 1 / 3, 1 / 4, 1 / 5]);
  });

  test("exponential: E[X^k] = k!", () => {
    const stream = createStream(8);
    expectPowers(() => stream.exponential(), [1, 2, 6, 24]);
  });

  test("normal: moments 0, 1, 0, 3 and the tail beyond the ziggurat's edge", () => {
    const stream = createStream(9);
    expectPowers(() => stream.normal(), [0, 1, 0, 3]);
    let beyond = 0;
    const count = 2_000_000;
    for (let i = 0; i < count; i++) if (Math.abs(stream.normal()) > 3.6541528853610088) beyond++;
    // 2 (1 − Φ(3.65415…)) = 2.5805e-4 (Φ of @stdlib/stats-base-dists-normal).
    expect(Math.abs(beyond / count - 2.5805e-4)).toBeLessThan(4.5 * Math.sqrt(2.5805e-4 / count));
  });

  test.each([0.3, 1, 2.5, 40])("gamma(%d): E[X^k] is the rising factorial", (shape) => {
    const stream = createStream(10);
    expectPowers(() => stream.gamma(shape), [shape, shape * (shape + 1), shape * (shape + 1) * (shape + 2)]);
  });

  test("geometric on 1, 2, …: mean 1/p, second moment (2 − p)/p²", () => {
    const stream = createStream(11);
    expectPowers(() => stream.geometric(0.02), [50, (2 - 0.02) / 0.02 ** 2]);
    expect(stream.geometric(1)).toBe(1);
  });

  test("the same seed gives the same numbers; another seed or index does not", () => {
    const draw = (seed: number, index: number): number[] => {
      const stream = createStream(seed, index);
      return Array.from({ length: 5 }, () => stream.uniform());
    };
    expect(draw(1, 3)).toEqual(draw(1, 3));
    expect(draw(1, 3)).not.toEqual(draw(1, 4));
    expect(draw(1, 3)).not.toEqual(draw(2, 3));
    expect(draw(5_000_000_000, 0)).not.toEqual(draw(5_000_000_000 - 2 ** 32, 0));
    // Frozen, so that an accidental change of the generator or of its seeding is seen.
    expect(draw(1, 0)).toMatchInlineSnapshot(`
      [
        0.9636353938820873,
        0.6238004716299023,
        0.5861978410303236,
        0.21318547542263644,
        0.7950509376363027,
      ]
    `);
  });

  test("createStreams lists the streams that createStream numbers", () => {
    const listed = createStreams(42, 4).map((stream) => stream.uniform());
    expect(listed).toEqual([0, 1, 2, 3].map((index) => createStream(42, index).uniform()));
  });

  test("streams and neighbouring seeds are uncorrelated", () => {
    const correlation = (a: () => number, b: () => number): number => {
      let sum = 0;
      for (let i = 0; i < 100_000; i++) sum += (a() - 0.5) * (b() - 0.5);
      return (sum / 100_000) * 12;
    };
    for (const [a, b] of [
      [createStream(1, 0), createStream(1, 1)],
      [createStream(1, 0), createStream(2, 0)],
      [createStream(0, 0), createStream(2 ** 31, 0)],
    ] as const) {
      expect(Math.abs(correlation(() => a.uniform(), () => b.uniform()))).toBeLessThan(4.5 / Math.sqrt(100_000));
    }
  });
});
