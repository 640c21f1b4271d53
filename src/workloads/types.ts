/** A law of a non-negative quantity: the contract's DIST. Token laws have integer support. */
export type Distribution =
  | { readonly dist: "exponential"; readonly mean: number }
  | { readonly dist: "deterministic"; readonly value: number }
  | { readonly dist: "gamma"; readonly shape: number; readonly scale: number }
  | { readonly dist: "erlang"; readonly phases: number; readonly mean: number }
  | { readonly dist: "hyperexponential"; readonly probabilities: readonly number[]; readonly means: readonly number[] }
  | { readonly dist: "uniform"; readonly low: number; readonly high: number }
  | { readonly dist: "lognormal"; readonly mu: number; readonly sigma: number }
  | { readonly dist: "empirical"; readonly values: readonly number[] }
  | TokenDistribution;

/** A law of token counts. */
export type TokenDistribution =
  | { readonly dist: "tokens-lognormal"; readonly mu: number; readonly sigma: number; readonly max: number }
  | { readonly dist: "tokens-geometric"; readonly mean: number }
  | { readonly dist: "tokens-uniform"; readonly min?: number; readonly max: number }
  | { readonly dist: "tokens-pmf"; readonly values: readonly number[]; readonly probabilities: readonly number[] };

/** The contract's arrival processes. */
export type Arrivals =
  | { readonly process: "poisson"; readonly rate_per_s: number }
  | { readonly process: "renewal"; readonly interarrival: Distribution }
  | { readonly process: "mmpp"; readonly rates_per_s: readonly number[]; readonly generator: readonly (readonly number[])[] }
  | { readonly process: "sinusoidal"; readonly rate_per_s: number; readonly amplitude: number; readonly period_s: number; readonly at_s: readonly number[] }
  | { readonly process: "closed"; readonly population: number; readonly think_s: number }
  | { readonly process: "classes"; readonly rates_per_s: readonly number[] };

/** Token lengths of requests: a number (all alike) or a distribution. */
export type TokenLengths = number | Distribution;

/** One request of a trace. */
export interface TraceRequest {
  readonly arrivalSeconds: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly prefixHitTokens?: number;
  /** Requests of one session (a conversation, a user) have the same number; numbered by first appearance. */
  readonly session?: number;
}
