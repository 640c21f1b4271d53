import { mixtureTokens, type LognormalMixture } from "./fit/lognormal-mixture.ts";
import type { Distribution } from "./types.ts";

/** A published workload as mixtures fitted to its trace, closer than single laws; the trace itself is not included. */
export interface MixtureWorkload {
  readonly source: string;
  readonly requests: number;
  readonly spanSeconds: number;
  readonly meanInputTokens: number;
  readonly meanOutputTokens: number;
  readonly inputTokens: LognormalMixture & { readonly max: number };
  readonly outputTokens: LognormalMixture & { readonly max: number };
}

/**
 * Conversations of a production LLM service, a sample of one hour on 16 November 2023: `AzureLLMInferenceTrace_conv.csv` of
 * Azure/AzurePublicDataset (CC-BY-4.0), published with Patel et al., "Splitwise" (ISCA 2024).
 *
 * The mixtures were fitted here to that trace by maximum likelihood (EM on counts, {@link fitLognormalMixture}), with four and three
 * components. Against the trace: input mean 1158.6 (trace 1154.7), standard deviation 1148 (1109), Kolmogorov–Smirnov distance 0.116
 * (the trace has prompts of a few favourite lengths); output mean 210.7 (211.1), standard deviation 166.9 (162.9), distance 0.029.
 * Input and output are nearly uncorrelated (−0.11). Arrivals are burstier than Poisson: squared variation of the gaps 1.20, index of
 * dispersion of counts 1.4 over 1 s, 4.0 over 10 s, 20.6 over 60 s.
 */
export const AZURE_CONVERSATION_2023: MixtureWorkload = {
  source: "Azure/AzurePublicDataset, AzureLLMInferenceTrace_conv.csv (2023-11-16), CC-BY-4.0; Patel et al., Splitwise, ISCA 2024",
  requests: 19_366,
  spanSeconds: 3_502,
  meanInputTokens: 1_154.7,
  meanOutputTokens: 211.13,
  inputTokens: {
    weights: [0.04321, 0.36663, 0.41134, 0.17882],
    mus: [4.56496, 5.80949, 6.99511, 7.98227],
    sigmas: [1.41562, 0.34904, 0.10159, 0.39325],
    max: 14_050,
  },
  outputTokens: {
    weights: [0.29328, 0.42738, 0.27934],
    mus: [4.72098, 4.56828, 6.00482],
    sigmas: [1.02173, 0.35942, 0.0488],
    max: 1_000,
  },
};

/** Input or output tokens of a published workload as a distribution of the contract. */
export function mixtureWorkloadTokens(workload: MixtureWorkload, which: "input" | "output"): Extract<Distribution, { dist: "tokens-pmf" }> {
  const { max, ...mixture } = which === "input" ? workload.inputTokens : workload.outputTokens;
  return mixtureTokens(mixture, max);
}
