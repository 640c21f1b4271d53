import type { Law } from "../../workloads/law.ts";

/**
 * The residual service time R, F_R(x) = E[min(S, x)]/E[S], as masses on the lattice 0, h, 2h, …: each unit of mass at x is shared
 * by its two neighbours in proportion to nearness (hat weights), which keeps mass and mean exactly and gives errors in h² only.
 *
 * w_j = (G_{j+1} − 2G_j + G_{j−1})/h, w_0 = 1 − (G_0 − G_1)/h with G(x) = E[((S − x)⁺)²]/(2E[S]), from the upper tail.
 *
 * @returns the first `count` masses of step `h`, and of step 2h from the same values of G.
 */
export function residualMasses(service: Law, h: number, count: number): { fine: Float64Array; coarse: Float64Array } {
  const scale = 1 / (2 * service.mean);
  const g = new Float64Array(count + 2);
  for (let j = 0; j < g.length; j++) g[j] = service.excess(2, j * h) * scale;
  return { fine: secondDifferences(g, 1, h, count), coarse: secondDifferences(g, 2, 2 * h, count / 2) };
}

/**
 * The same law with the mass of each cell halved between its ends: also accurate in h², and without the cancellation of second
 * differences where h is a tiny part of the mean.
 */
export function residualCells(service: Law, h: number, count: number): { fine: Float64Array; coarse: Float64Array } {
  const excess = new Float64Array(count + 1);
  for (let j = 0; j < excess.length; j++) excess[j] = service.excess(1, j * h);
  const cells = (stride: number, length: number): Float64Array => {
    const w = new Float64Array(length);
    for (let j = 0; j < length; j++) {
      const half = (excess[j * stride]! - excess[(j + 1) * stride]!) / (2 * service.mean);
      w[j] = w[j]! + half;
      if (j + 1 < length) w[j + 1] = half;
    }
    return w;
  };
  return { fine: cells(1, count), coarse: cells(2, count / 2) };
}

function secondDifferences(g: Float64Array, stride: number, h: number, count: number): Float64Array {
  const w = new Float64Array(count);
  w[0] = 1 - (g[0]! - g[stride]!) / h;
  for (let j = 1; j < count; j++) {
    const i = j * stride;
    // Differences first: neighbouring values are close, so each difference is exact.
    w[j] = Math.max(0, (g[i - stride]! - g[i]! - (g[i]! - g[i + stride]!)) / h);
  }
  return w;
}
