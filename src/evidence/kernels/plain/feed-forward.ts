import { plainGemm } from "./gemm.ts";
import type { CountingArray, Meter } from "./meter.ts";
import { plainGather, softmaxInRegisters } from "./rows.ts";

/** Weights of a gated feed-forward network: gate and up [hidden, intermediate], down [intermediate, hidden]. */
export interface PlainFfnWeights {
  readonly gate: CountingArray;
  readonly up: CountingArray;
  readonly down: CountingArray;
}

/** Sizes of a gated feed-forward network. */
export interface FfnShape {
  readonly tokens: number;
  readonly hidden: number;
  readonly intermediate: number;
}

/**
 * (silu(x·gate) ⊙ (x·up))·down as {@link gatedFfn}, each product a kernel of its own.
 *
 * @returns [tokens, hidden]
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainGatedFfn(meter: Meter, x: CountingArray, { gate, up, down }: PlainFfnWeights, { tokens, hidden, intermediate }: FfnShape): CountingArray {
  const gated = plainGemm(meter, x, gate, { m: tokens, n: intermediate, k: hidden });
  const raised = plainGemm(meter, x, up, { m: tokens, n: intermediate, k: hidden });
  const activated = plainSiluMultiply(meter, gated, raised);
  return plainGemm(meter, activated, down, { m: tokens, n: hidden, k: intermediate });
}

/**
 * silu(a) ⊙ b, element by element; silu(z) = z·σ(z).
 *
 * @throws RangeError where `b` has fewer elements than `a`.
 */
export function plainSiluMultiply(meter: Meter, a: CountingArray, b: CountingArray): CountingArray {
  const y = meter.result(a.values.length, a.bytesPerElement);
  for (let at = 0; at < a.values.length; at++) {
    const value = a.get(at);
    y.set(at, (value / (1 + Math.exp(-value))) * b.get(at));
    meter.specialOps++;
    meter.elementwiseOps += 3; // add, divide, multiply
  }
  return y;
}

/** Sizes of a routed mixture of experts. */
export interface MoeShape extends FfnShape {
  readonly experts: number;
  readonly topK: number;
}

/** Experts and weights of each token, best first. */
export interface PlainRouting {
  readonly experts: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
}

/**
 * Top-k routing as {@link routeTopK}: softmax over all experts, the best topK, weights renormalised. Ties go to the lower index.
 *
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainRoute(meter: Meter, x: CountingArray, router: CountingArray, { tokens, hidden, experts, topK }: MoeShape): PlainRouting {
  const logits = plainGemm(meter, x, router, { m: tokens, n: experts, k: hidden });
  const chosen: number[][] = [];
  const weights: number[][] = [];
  for (let token = 0; token < tokens; token++) {
    const row = Array.from({ length: experts }, (_, expert) => logits.get(token * experts + expert));
    const shares = softmaxInRegisters(meter, row);
    const best = shares.map((_, expert) => expert).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b).slice(0, topK);
    const total = best.reduce((sum, expert) => sum + (shares[expert] ?? 0), 0);
    chosen.push(best);
    weights.push(best.map((expert) => (shares[expert] ?? 0) / total));
  }
  return { experts: chosen, weights };
}

/**
 * Each expert multiplies the tokens that chose it; an expert that nobody chose is never read.
 *
 * @returns [tokens, hidden]
 * @throws RangeError where an operand has fewer elements than the sizes ask for.
 */
export function plainExpertFfn(meter: Meter, x: CountingArray, experts: readonly PlainFfnWeights[], routing: PlainRouting, shape: MoeShape): CountingArray {
  const { tokens, hidden, intermediate } = shape;
  const totals = new Float64Array(tokens * hidden);
  experts.forEach((weights, expert) => {
    const mine = routing.experts.flatMap((chosen, token) => (chosen.includes(expert) ? [token] : []));
    if (mine.length === 0) return;
    const gathered = plainGather(meter, x, mine, hidden);
    const fed = plainGatedFfn(meter, gathered, weights, { tokens: mine.length, hidden, intermediate });
    mine.forEach((token, row) => {
      const share = routing.weights[token]?.[routing.experts[token]?.indexOf(expert) ?? -1] ?? 0;
      for (let i = 0; i < hidden; i++) {
        totals[token * hidden + i] = (totals[token * hidden + i] ?? 0) + share * fed.get(row * hidden + i);
        meter.elementwiseOps += 2;
      }
    });
  });
  const output = meter.result(tokens * hidden, x.bytesPerElement);
  totals.forEach((value, at) => output.set(at, value));
  return output;
}
