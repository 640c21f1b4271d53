import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { expectShape } from "./shape.ts";

/**
 * Rows of the embedding table: no FLOPs, one row read for each different token.
 *
 * @param table [vocabulary, hidden]
 * @param tokens token ids
 * @returns [tokens, hidden]
 * @throws RidgepointError `invalid-value` for a table that is no matrix, or an id outside the vocabulary (TensorFlow.js backends differ in
 *   what they do).
 */
export function embedding<T extends BackendTensor>(tf: TensorBackend<T>, table: T, tokens: readonly number[]): T {
  const [vocabulary = 0] = expectShape("table", table, [null, null]);
  tokens.forEach((token, at) => {
    if (!(Number.isInteger(token) && token >= 0 && token < vocabulary)) throw invalidValue(`tokens[${at}]`, token, `is not in 0 … ${vocabulary - 1}`);
  });
  return tf.tidy(() => tf.gather(table, tf.tensor(Int32Array.from(tokens), [tokens.length], "int32"), 0));
}
