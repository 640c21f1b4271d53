/** A law of a non-negative quantity: the contract's DIST. Token laws have integer support. */
export type Distribution =
  /** Memoryless, of that mean. */
  | { readonly dist: "exponential"; readonly mean: number }
  /** Always the same. */
  | { readonly dist: "deterministic"; readonly value: number }
  /** Mean shape × scale. */
  | { readonly dist: "gamma"; readonly shape: number; readonly scale: number }
  /** A sum of so many exponential phases, of that mean in all. */
  | { readonly dist: "erlang"; readonly phases: number; readonly mean: number }
  /** One of several exponentials, each with its probability and mean. */
  | { readonly dist: "hyperexponential"; readonly probabilities: readonly number[]; readonly means: readonly number[] }
  /** Equally likely from low to high. */
  | { readonly dist: "uniform"; readonly low: number; readonly high: number }
  /** exp of a normal with mean mu and standard deviation sigma. */
  | { readonly dist: "lognormal"; readonly mu: number; readonly sigma: number }
  /** One of the values, equally likely. */
  | { readonly dist: "empirical"; readonly values: readonly number[] }
  | TokenDistribution;

/** A law of token counts. */
export type TokenDistribution =
  /** A lognormal rounded to whole tokens, at least 1 and at most `max`. */
  | { readonly dist: "tokens-lognormal"; readonly mu: number; readonly sigma: number; readonly max: number }
  /** Ends after each token with the same chance; at least 1 token, of that mean. */
  | { readonly dist: "tokens-geometric"; readonly mean: number }
  /** Equally likely from `min` (default 1) to `max`. */
  | { readonly dist: "tokens-uniform"; readonly min?: number; readonly max: number }
  /** Each value with its probability. */
  | { readonly dist: "tokens-pmf"; readonly values: readonly number[]; readonly probabilities: readonly number[] };

/** The contract's arrival processes. */
export type Arrivals =
  /** Requests come independently of each other, at a rate in 1/s. */
  | { readonly process: "poisson"; readonly rate_per_s: number }
  /** Gaps in seconds are drawn independently from one law. */
  | { readonly process: "renewal"; readonly interarrival: Distribution }
  /** A Poisson stream whose rate, 1/s, changes with the state of a Markov chain; `generator` has its transition rates, 1/s. */
  | { readonly process: "mmpp"; readonly rates_per_s: readonly number[]; readonly generator: readonly (readonly number[])[] }
  /** A Poisson stream of rate λ(1 + amplitude · sin(2πt/period)), looked at at the times `at_s`, s. */
  | { readonly process: "sinusoidal"; readonly rate_per_s: number; readonly amplitude: number; readonly period_s: number; readonly at_s: readonly number[] }
  /** So many users, each thinking `think_s` seconds in the mean between an answer and its next request. */
  | { readonly process: "closed"; readonly population: number; readonly think_s: number }
  /** A Poisson stream for each class, 1/s. */
  | { readonly process: "classes"; readonly rates_per_s: readonly number[] };

/** Token lengths of requests: a number (all alike) or a distribution. */
export type TokenLengths = number | Distribution;

/** One request of a trace. */
export interface TraceRequest {
  /** From the start of the trace, s. */
  readonly arrivalSeconds: number;
  /** Tokens of the prompt, those found in a prefix cache included. */
  readonly inputTokens: number;
  /** Tokens of the answer. */
  readonly outputTokens: number;
  /** Prompt tokens found in a prefix cache. */
  readonly prefixHitTokens?: number;
  /** Requests of one session (a conversation, a user) have the same number; numbered by first appearance. */
  readonly session?: number;
}
