import type { ExpertsOperator, Pass } from "./types.ts";

/** Whether some layer routes its tokens to experts. */
export function hasExperts({ operators }: Pass): boolean {
  return operators.some(({ kind }) => kind === "experts");
}

/**
 * Expected distinct experts that `tokens` tokens visit when each chooses `topK` of `experts` uniformly without replacement:
 * E·(1 − (1 − k/E)^T).
 */
export function distinctExperts(experts: number, topK: number, tokens: number): number {
  if (topK >= experts) return tokens > 0 ? experts : 0;
  return experts * -Math.expm1(tokens * Math.log1p(-topK / experts));
}

/** Tokens of the whole group that meet in this rank's experts. */
export function groupTokens(operator: ExpertsOperator, rankTokens: number): number {
  return rankTokens * operator.tokenReplicas;
}

/** Token–expert pairs that one rank computes in expectation: T·k/ep. */
export function localPairs(operator: ExpertsOperator, tokens: number): number {
  return (tokens * operator.topK) / operator.ep;
}

/** Expected distinct experts of this rank that are visited. */
export function localDistinctExperts(operator: ExpertsOperator, tokens: number): number {
  return (distinctExperts(operator.experts, operator.topK, tokens) * operator.localExperts) / operator.experts;
}
