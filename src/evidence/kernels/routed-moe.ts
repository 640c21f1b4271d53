import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { gatedFfn } from "./gated-ffn.ts";
import type { GatedFfnWeights } from "./gated-ffn.ts";
import { expectShape } from "./shape.ts";

/** Weights of a mixture of experts. */
export interface RoutedMoeWeights<T> {
  /** [hidden, experts] */
  readonly router: T;
  readonly experts: readonly GatedFfnWeights<T>[];
}

/** Which expert each token visits and how much each visit counts. */
export interface Routing<T> {
  /** Expert of visit j of token i at i·topK + j. */
  readonly experts: readonly number[];
  /** [tokens, topK], rows sum to 1. */
  readonly weights: T;
  readonly topK: number;
}

/**
 * Top-k routing: softmax over all experts, the k largest, weights renormalised to sum 1 (as Mixtral and Qwen3-MoE do).
 * The choice is read back to the host, since it decides which products follow.
 *
 * @param x [tokens, hidden]
 * @param router [hidden, experts]
 * @throws RidgepointError `invalid-value` where sizes do not fit, or `topK` is not in 1 … the number of experts.
 */
export function routeTopK<T extends BackendTensor>(tf: TensorBackend<T>, x: T, router: T, topK: number): Routing<T> {
  const [, hidden = 0] = expectShape("x", x, [null, null]);
  const [, experts = 0] = expectShape("router", router, [hidden, null]);
  if (!(Number.isInteger(topK) && topK >= 1 && topK <= experts)) throw invalidValue("topK", topK, `is not in 1 … ${experts}, the number of experts`);
  const [weights, chosen] = tf.tidy(() => {
    const best = tf.topk(tf.softmax(tf.matMul(x, router), -1), topK, true);
    return [tf.div(best.values, tf.sum(best.values, -1, true)), best.indices];
  }) as [T, T];
  const indices = Array.from(chosen.dataSync());
  chosen.dispose();
  return { experts: indices, weights, topK };
}

/**
 * Feed-forward network of routed experts: tokens are sorted by expert, each visited expert multiplies its own tokens, and
 * the results of one token are joined with its routing weights. Only visited experts are read.
 *
 * @param x [tokens, hidden]
 * @returns [tokens, hidden]
 * @throws RidgepointError `invalid-value` where sizes do not fit, or the routing has other than tokens·topK visits or an index of no
 *   expert.
 */
export function expertFfn<T extends BackendTensor>(tf: TensorBackend<T>, x: T, experts: readonly GatedFfnWeights<T>[], routing: Routing<T>): T {
  const [tokens = 0, hidden = 0] = expectShape("x", x, [null, null]);
  const { topK } = routing;
  if (routing.experts.length !== tokens * topK) throw invalidValue("routing.experts.length", routing.experts.length, `is not tokens × topK = ${tokens * topK}`);
  return tf.tidy(() => {
    const visits: number[][] = experts.map(() => []);
    routing.experts.forEach((expert, visit) => {
      const list = visits[expert];
      if (list === undefined) throw invalidValue("routing.experts", expert, `is no index of the ${experts.length} experts`);
      list.push(visit);
    });
    const place = new Int32Array(tokens * topK);
    const outputs: T[] = [];
    let placed = 0;
    experts.forEach((weights, expert) => {
      const mine = visits[expert] ?? [];
      if (mine.length === 0) return;
      const rows = tf.tensor(Int32Array.from(mine, (visit) => Math.floor(visit / topK)), [mine.length], "int32");
      outputs.push(gatedFfn(tf, tf.gather(x, rows, 0), weights));
      for (const visit of mine) place[visit] = placed++;
    });
    const sorted = outputs.length === 1 ? (outputs[0] as T) : tf.concat(outputs, 0);
    const byToken = tf.gather(sorted, tf.tensor(place, [tokens * topK], "int32"), 0);
    const weighted = tf.mul(tf.reshape(byToken, [tokens, topK, hidden]), tf.reshape(routing.weights, [tokens, topK, 1]));
    return tf.sum(weighted, 1);
  });
}

/**
 * Top-k routed mixture of experts: {@link routeTopK}, then {@link expertFfn}.
 *
 * @param x [tokens, hidden]
 * @returns [tokens, hidden]
 * @throws RidgepointError `invalid-value` where sizes do not fit, or `topK` is not in 1 … the number of experts.
 */
export function routedMoe<T extends BackendTensor>(tf: TensorBackend<T>, x: T, weights: RoutedMoeWeights<T>, topK: number): T {
  expectShape("router", weights.router, [null, weights.experts.length]);
  return tf.tidy(() => expertFfn(tf, x, weights.experts, routeTopK(tf, x, weights.router, topK)));
}
