/**
 * Query–key pairs that causal attention computes: `queries` tokens at the end of a context of `context` tokens (themselves
 * included), each seeing at most `span` tokens. Without a span: q·c − q(q − 1)/2, half the square for a whole prompt.
 */
export function causalPairs(queries: number, context: number, span: number): number {
  if (context <= span) return queries * context - (queries * (queries - 1)) / 2;
  // The first queries see fewer than `span` tokens, the others exactly `span`.
  const earliest = context - queries + 1;
  if (earliest >= span) return queries * span;
  const growing = span - earliest;
  return (growing * (earliest + span - 1)) / 2 + (queries - growing) * span;
}

/** Pairs of bidirectional attention, or of causal attention where the source counts the whole square. */
export function fullPairs(queries: number, context: number, span: number): number {
  return queries * Math.min(context, span);
}
