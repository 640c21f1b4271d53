import { firstAtLeast } from "../../numerics/roots.ts";
import { complexExp, times } from "../complex.ts";
import { completeLaw, type Law } from "../law.ts";
import { atomicLaw, collectAtoms } from "./atomic.ts";
import { affineMoments } from "./geometric.ts";

/** Law of a random choice between laws. `weights` are positive and sum to 1. */
export function mixtureLaw(weights: readonly number[], laws: readonly Law[]): Law {
  if (laws.length === 1) return laws[0]!;
  if (laws.every((law) => law.density === undefined)) return atomicLaw(mixedAtoms(weights, laws));
  const sum = (of: (law: Law) => number): number => laws.reduce((total, law, i) => total + weights[i]! * of(law), 0);
  const [m1, m2, m3] = [sum((law) => law.moments[0]), sum((law) => law.moments[1]), sum((law) => law.moments[2])];
  const low = Math.min(...laws.map((law) => law.low));
  const cdf = (x: number): number => sum((law) => law.cdf(x));
  const transforms = laws.flatMap((law) => (law.laplace === undefined ? [] : [law.laplace]));
  return completeLaw({
    low,
    high: Math.max(...laws.map((law) => law.high)),
    moments: [m1, m2, m3],
    variance: sum((law) => law.variance + (law.mean - m1) ** 2),
    upperMoment: (k, x) => sum((law) => law.upperMoment(k, x)),
    excess: (k, x) => sum((law) => law.excess(k, x)),
    cdf,
    quantile: (q) => {
      const each = laws.map((law) => law.quantile(q));
      return firstAtLeast(cdf, q * (1 - 1e-15), Math.min(...each), Math.max(...each));
    },
    atoms: () => mixedAtoms(weights, laws),
    density: (x) => sum((law) => law.density?.(x) ?? 0),
    edges: () => [...new Set(laws.flatMap((law) => law.edges()))].sort((a, b) => a - b),
    ...(transforms.length < laws.length
      ? {}
      : {
          laplace: (re: number, im: number) => {
            const each = transforms.map((transform) => transform(re, im));
            return {
              re: each.reduce((total, z, i) => total + weights[i]! * z.re, 0),
              im: each.reduce((total, z, i) => total + weights[i]! * z.im, 0),
            };
          },
        }),
  });
}

function mixedAtoms(weights: readonly number[], laws: readonly Law[]): { values: Float64Array; probabilities: Float64Array } {
  const values: number[] = [];
  const mass: number[] = [];
  laws.forEach((law, i) => {
    const atoms = law.atoms();
    for (let j = 0; j < atoms.values.length; j++) {
      values.push(atoms.values[j]!);
      mass.push(weights[i]! * atoms.probabilities[j]!);
    }
  });
  const total = mass.reduce((sum, p) => sum + p, 0);
  const { values: sorted, probabilities } = collectAtoms(values, mass);
  return { values: sorted, probabilities: probabilities.map((p) => p * total) };
}

/** Law of min(X, cap): **censoring**, an atom of P(X ≥ cap) at the cap, not a renormalised truncation. */
export function cappedLaw(law: Law, cap: number): Law {
  if (cap >= law.high) return law;
  if (law.density === undefined || cap <= law.low) return atomicLaw(cappedAtoms(law, cap));
  const lost = [law.excess(1, cap), law.excess(2, cap), law.excess(3, cap)] as const;
  const at = law.tail(cap);
  const part = (k: 0 | 1 | 2 | 3, x: number): number => law.upperMoment(k, x) - law.upperMoment(k, cap) + cap ** k * at;
  return completeLaw({
    low: law.low,
    high: cap,
    moments: [law.mean - lost[0], part(2, -1), part(3, -1)],
    upperMoment: part,
    excess: (k, x) => {
      const d = cap - x;
      if (k === 1) return Math.max(0, law.excess(1, x) - lost[0]);
      if (k === 2) return Math.max(0, law.excess(2, x) - lost[1] - 2 * d * lost[0]);
      return Math.max(0, law.excess(3, x) - lost[2] - 3 * d * lost[1] - 3 * d * d * lost[0]);
    },
    cdf: (x) => (x >= cap ? 1 : law.cdf(x)),
    quantile: (q) => Math.min(cap, law.quantile(q)),
    atoms: () => cappedAtoms(law, cap),
    density: (x) => (x < cap ? (law.density?.(x) ?? 0) : 0),
    edges: () => [...law.edges().filter((edge) => edge < cap), cap],
  });
}

function cappedAtoms(law: Law, cap: number): { values: Float64Array; probabilities: Float64Array } {
  const { values, probabilities } = law.atoms();
  let n = 0;
  let below = 0;
  while (n < values.length && values[n]! < cap) below += probabilities[n++]!;
  // P(X ≥ cap) from the upper side: what lies above, and the atom at the cap itself.
  const at = law.tail(cap) + (values[n] === cap ? probabilities[n]! : 0);
  const last = law.density === undefined && at === 0 ? 1 - below : at;
  return {
    values: Float64Array.from([...values.subarray(0, n), cap]),
    probabilities: Float64Array.from([...probabilities.subarray(0, n), last]),
  };
}

/** Law of scale·X + shift, scale > 0; `shift` in the unit of the result. */
export function affineLaw(law: Law, scale: number, shift: number): Law {
  if (scale === 1 && shift === 0) return law;
  if (law.density === undefined) {
    const { values, probabilities } = law.atoms();
    return atomicLaw({ values: values.map((v) => scale * v + shift), probabilities });
  }
  const back = (x: number): number => (x - shift) / scale;
  return completeLaw({
    low: scale * law.low + shift,
    high: scale * law.high + shift,
    moments: affineMoments(law.moments, scale, shift),
    variance: scale * scale * law.variance,
    upperMoment: (k, x) => {
      const y = back(x);
      if (k === 0) return law.upperMoment(0, y);
      // Σ binomial(k, i) scale^i shift^{k−i} E[X^i; X > y]
      let total = shift ** k * law.upperMoment(0, y);
      let binomial = 1;
      for (let i = 1; i <= k; i++) {
        binomial = (binomial * (k - i + 1)) / i;
        total += binomial * scale ** i * shift ** (k - i) * law.upperMoment(i as 1 | 2 | 3, y);
      }
      return total;
    },
    excess: (k, x) => scale ** k * law.excess(k, back(x)),
    cdf: (x) => law.cdf(back(x)),
    quantile: (q) => scale * law.quantile(q) + shift,
    atoms: () => {
      const { values, probabilities } = law.atoms();
      return { values: values.map((v) => scale * v + shift), probabilities };
    },
    density: (x) => (law.density?.(back(x)) ?? 0) / scale,
    edges: () => law.edges().map((edge) => scale * edge + shift),
    ...(law.laplace === undefined
      ? {}
      : {
          laplace: (re: number, im: number) =>
            times(complexExp(-shift * re, -shift * im), law.laplace!(scale * re, scale * im)),
        }),
  });
}
