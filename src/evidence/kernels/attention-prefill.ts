import { invalidValue } from "../../quantities/errors.ts";
import type { BackendTensor, TensorBackend } from "./backend.ts";
import { groupedQueryAttention } from "./grouped-query-attention.ts";
import type { AttentionTensors } from "./grouped-query-attention.ts";
import { expectCount, expectShape } from "./shape.ts";
import { expectVisibility, visibleKeys } from "./visible-keys.ts";
import type { KeyRange, Visibility } from "./visible-keys.ts";

/** Options of prefill attention. */
export interface AttentionPrefillOptions extends Visibility {
  /** What the scores are multiplied by. Default 1/√headDim. */
  readonly scale?: number;
  /** Queries of one tile. A tile reads only the keys that one of its queries sees. Default 128. */
  readonly tileTokens?: number;
}

/** Added to a score that must not count: exp of it is 0 in float32, and it is finite, so that no NaN can arise. */
const hidden = -1e30;

/**
 * Attention of many new tokens over a context that ends with them; the last query sees the last key. Queries go in tiles,
 * and a tile reads only keys that it can see, so causal attention costs about half of the square and a window caps it.
 *
 * @returns [batch, heads, queryTokens, valueHeadDim]
 * @throws RidgepointError `invalid-value` where sizes do not fit, there are more queries than keys in causal attention, or window or tile
 *   is not a whole number of at least 1.
 */
export function attentionPrefill<T extends BackendTensor>(
  tf: TensorBackend<T>, { query, key, value }: AttentionTensors<T>, options: AttentionPrefillOptions = {},
): T {
  const [batch = 0, heads = 0, queryTokens = 0, headDim = 0] = expectShape("query", query, [null, null, null, null]);
  const [, , contextTokens = 0] = expectShape("key", key, [batch, null, null, headDim]);
  expectVisibility(options);
  if ((options.causal ?? true) && !(queryTokens <= contextTokens)) {
    throw invalidValue("query.shape[2]", queryTokens, `exceeds the ${contextTokens} keys; the last query must see itself`);
  }
  const tileTokens = expectCount("tileTokens", options.tileTokens ?? 128);
  const scale = options.scale ?? 1 / Math.sqrt(headDim);
  const firstPosition = contextTokens - queryTokens;
  return tf.tidy(() => {
    const tiles: T[] = [];
    for (let start = 0; start < queryTokens; start += tileTokens) {
      const rows = Math.min(tileTokens, queryTokens - start);
      const ranges = Array.from({ length: rows }, (_, row) => visibleKeys(firstPosition + start + row, contextTokens, options));
      const tile = unionOf(ranges);
      const tensors = {
        query: tf.slice(query, [0, 0, start, 0], [batch, heads, rows, headDim]),
        key: keysOf(tf, key, tile),
        value: keysOf(tf, value, tile),
      };
      const mask = maskOf(tf, ranges, tile);
      tiles.push(groupedQueryAttention(tf, tensors, mask === null ? { scale } : { scale, mask }));
    }
    return tiles.length === 1 ? (tiles[0] as T) : tf.concat(tiles, 2);
  });
}

/** The tokens of a key range; the tensor itself where the range is all of it. */
export function keysOf<T extends BackendTensor>(tf: TensorBackend<T>, x: T, { from, to }: KeyRange): T {
  const [batch = 0, kvHeads = 0, tokens = 0, width = 0] = x.shape;
  return from === 0 && to === tokens ? x : tf.slice(x, [0, 0, from, 0], [batch, kvHeads, to - from, width]);
}

function unionOf(ranges: readonly KeyRange[]): KeyRange {
  return { from: Math.min(...ranges.map((r) => r.from)), to: Math.max(...ranges.map((r) => r.to)) };
}

/** Null where every row sees the whole tile. */
function maskOf<T extends BackendTensor>(tf: TensorBackend<T>, ranges: readonly KeyRange[], tile: KeyRange): T | null {
  if (ranges.every((range) => range.from === tile.from && range.to === tile.to)) return null;
  const width = tile.to - tile.from;
  const mask = new Float32Array(ranges.length * width).fill(hidden);
  ranges.forEach((range, row) => mask.fill(0, row * width + range.from - tile.from, row * width + range.to - tile.from));
  return tf.tensor(mask, [ranges.length, width], "float32");
}
