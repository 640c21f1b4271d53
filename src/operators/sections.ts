import type { Operator, PassSection, StepShape } from "./types.ts";

/** The operators of a pass by what they see of a step. */
export function sectionsOf(operators: readonly Operator[], encodes: boolean): PassSection[] {
  if (!encodes) return [{ sees: "step", operators }];
  return (["inputs", "outputs", "cross"] as const).map((sees) => ({ sees, operators: operators.filter((operator) => (operator.sees ?? "outputs") === sees) }));
}

/**
 * What a section of a pass sees of a step; null where it has nothing to do.
 *
 * Prompts of an encoder–decoder pass its encoder whole and in both directions. Beside them, in the same step, each has its decoder's
 * first token, which sees itself; a decoding request's token sees the start token and those before it: context − input + 1.
 */
export function shapeSeen(sees: PassSection["sees"], shape: StepShape): StepShape | null {
  if (sees === "step") return shape;
  const { decodeSequences, decodeContext, decodeInput = 0, prefillTokens, prefillSequences, prefillContext } = shape;
  const prompt = prefillTokens > 0 ? prefillTokens / prefillSequences : 0;
  // The context that gives unequal prompts their causal pairs, Σq(q + 1)/2, gives them half of what Σq² is beyond that of equal ones.
  if (sees === "inputs") return prompt > 0 ? { ...shape, decodeSequences: 0, logitRows: 0, prefillContext: 2 * prefillContext - prompt } : null;
  const input = Math.min(decodeInput, decodeContext);
  const [decoding, first] = sees === "cross" ? [input, prompt] : [decodeContext - input + 1, 1];
  const sequences = decodeSequences + prefillSequences;
  return { ...shape, decodeSequences: sequences, decodeContext: (decodeSequences * decoding + prefillSequences * first) / sequences, prefillTokens: 0, prefillSequences: 0 };
}
