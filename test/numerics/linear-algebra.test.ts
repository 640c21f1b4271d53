import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addTransition, bandedChain, stationaryBanded } from "../../src/numerics/banded.ts";
import { combine, identity, inverse, matrixOf, multiply, rowTimes, solve } from "../../src/numerics/linear.ts";
import { stationary } from "../../src/numerics/markov.ts";
import { solveTridiagonal } from "../../src/numerics/tridiagonal.ts";

const entries = (n: number): fc.Arbitrary<number[]> => fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n });

describe("small matrices", () => {
  test("a·a⁻¹ = 1", () => {
    fc.assert(
      fc.property(entries(5), (values) => {
        const a = matrixOf(5, 5, (i, j) => values[5 * i + j]! + (i === j ? 6 : 0));
        const rest = combine(1, multiply(a, inverse(a)), -1, identity(5));
        expect(Math.max(...rest.data.map(Math.abs))).toBeLessThan(1e-13);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  test("pivots where the first entry is 0, and refuses a singular matrix", () => {
    const swap = matrixOf(2, 2, (i, j) => (i === j ? 0 : 1));
    expect(Array.from(solve(swap, matrixOf(2, 1, (i) => i + 1)).data)).toEqual([2, 1]);
    expect(() => inverse(matrixOf(2, 2, () => 1))).toThrow("singular");
  });

  test("tridiagonal systems", () => {
    const n = 6;
    const lower = new Float64Array(n).fill(-1);
    const diagonal = new Float64Array(n).fill(3);
    const upper = new Float64Array(n).fill(-0.5);
    const x = Float64Array.from({ length: n }, (_, i) => i * i - 2);
    const right = x.map((value, i) => 3 * value - (i > 0 ? x[i - 1]! : 0) - 0.5 * (i + 1 < n ? x[i + 1]! : 0));
    solveTridiagonal(lower, diagonal, upper, right).forEach((value, i) => {
      expect(value).toBeCloseTo(x[i]!, 12);
    });
  });
});

describe("stationary laws", () => {
  test("π·P = π for random chains, dense and banded alike", () => {
    fc.assert(
      fc.property(entries(7), (values) => {
        const rows = Array.from({ length: 7 }, (_, i) => {
          const row = values.slice(7 * i, 7 * i + 7);
          const sum = row.reduce((total, p) => total + p, 0);
          return row.map((p) => p / sum);
        });
        const law = stationary(Float64Array.from(rows.flat()), 7);
        const next = rowTimes(law, matrixOf(7, 7, (i, j) => rows[i]![j]!));
        next.forEach((p, i) => {
          expect(p).toBeCloseTo(law[i]!, 14);
        });
        const chain = bandedChain(7, 7, 7);
        rows.forEach((row, i) => {
          row.forEach((p, j) => {
            addTransition(chain, i, j, p);
          });
        });
        stationaryBanded(chain).forEach((p, i) => {
          expect(p).toBeCloseTo(law[i]!, 14);
        });
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  test("a birth–death chain keeps the relative accuracy of tiny probabilities", () => {
    // Ratio 1/10 upwards: P(n) = 0.9·10⁻ⁿ.
    const n = 30;
    const chain = bandedChain(n, 1, 1);
    for (let i = 0; i < n; i++) {
      addTransition(chain, i, i + 1, 1 / 11);
      if (i > 0) addTransition(chain, i, i - 1, 10 / 11);
    }
    const law = stationaryBanded(chain);
    expect(law[25]! / law[0]! / 1e-25).toBeCloseTo(1, 10);
  });
});
