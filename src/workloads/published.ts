import type { TokenDistribution } from "./types.ts";

/** A published workload as laws fitted to it: what a plan needs to know of it. */
export interface PublishedWorkload {
  /** Name by which commands and pages know it. */
  readonly id: string;
  /** What it is. */
  readonly name: string;
  /** Mean rate over the whole trace. */
  readonly ratePerSecond: number;
  /** Law of the prompts' lengths, tokens. */
  readonly inputTokens: TokenDistribution;
  /** Law of the answers' lengths, tokens. */
  readonly outputTokens: TokenDistribution;
  /** What was published, and where. */
  readonly source: string;
  /** How the laws were fitted, and what they leave out. */
  readonly fit: string;
}

/** Workloads that the planner knows by name. */
export const publishedWorkloads: readonly PublishedWorkload[] = [
  {
    id: "azure-conversation-2023",
    name: "Azure LLM inference, conversation, 2023",
    ratePerSecond: 19_366 / 3502,
    inputTokens: { dist: "tokens-lognormal", mu: 6.719220, sigma: 0.815782, max: 14_050 },
    outputTokens: { dist: "tokens-lognormal", mu: 5.100299, sigma: 0.718333, max: 1000 },
    source:
      "AzureLLMInferenceTrace_conv.csv of Azure/AzurePublicDataset (CC-BY-4.0): 19,366 requests in 3,502 s on 2023-11-16; "
      + "Patel et al., Splitwise, ISCA 2024 (arXiv:2311.18677)",
    fit:
      "lognormal counts cut at the largest of the trace, with its mean and coefficient of variation (input 1,154.7 and 0.960, "
      + "output 211.1 and 0.771); input and output independent, arrivals Poisson (the trace: correlation −0.11, squared coefficient "
      + "of variation of the gaps 1.20)",
  },
];

/** The published workload of that id, without regard to case, or undefined. */
export function publishedWorkload(id: string): PublishedWorkload | undefined {
  return publishedWorkloads.find((workload) => workload.id === id.toLowerCase());
}
