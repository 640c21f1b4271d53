import { convolve } from "../../numerics/fft.ts";
import type { Law } from "../../workloads/law.ts";
import { tailAt, type TailLattice } from "./wait-lattice.ts";

/**
 * Tail of T = W + S, W and S independent, from the wait on a lattice:
 * `P(T > t) = P(W > t) + P(W = 0)P(S > t) + ∫ f_W(w)P(S > t − w) dw`. The atoms of S show as jumps in the second term, which is exact;
 * the third has no jumps.
 */
export function sojournTail(service: Law, wait: TailLattice): (t: number) => number {
  const served = servedTail(service, wait);
  const immediate = 1 - wait.tail[0]!;
  return (t) => {
    if (t < service.low) return 1;
    const u = t / wait.h;
    const j = Math.min(served.length - 2, Math.floor(u));
    const s = u - j;
    return tailAt(wait, t) + immediate * service.tail(t) + served[j]! + s * (served[j + 1]! - served[j]!);
  };
}

/** f_W is taken constant in each cell, ∫P(S > u)du over a cell is exact by the difference of E[(S − u)⁺]. */
function servedTail(service: Law, { h, tail }: TailLattice): Float64Array {
  const n = tail.length - 1;
  const density = new Float64Array(n);
  const survival = new Float64Array(n);
  let excess = service.excess(1, 0);
  for (let j = 0; j < n; j++) {
    density[j] = (tail[j]! - tail[j + 1]!) / h;
    const next = service.excess(1, (j + 1) * h);
    survival[j] = excess - next;
    excess = next;
  }
  const product = convolve(density, survival, n);
  const out = new Float64Array(n + 1);
  out.set(product, 1);
  return out;
}
