import { invalidValue } from "../../quantities/errors.ts";

/** Which keys a query may see. */
export interface Visibility {
  /** A query sees itself and what came before. Default true. */
  readonly causal?: boolean;
  /** A query sees at most this many keys, itself included; null or absent sees all. */
  readonly window?: number | null;
}

/** Half-open range of key positions. */
export interface KeyRange {
  readonly from: number;
  readonly to: number;
}

/** Checks the window of a {@link Visibility}. */
export function expectVisibility({ causal = true, window = null }: Visibility): void {
  if (window === null) return;
  if (!(Number.isInteger(window) && window >= 1)) throw invalidValue("window", window, "is not a whole number of at least 1");
  if (!causal) throw invalidValue("window", window, "needs causal attention; leave causal at true");
}

/**
 * Keys that the query at `position` sees in a context of `contextTokens` keys. Positions count from 0; the last query of
 * a prefill is at contextTokens − 1.
 */
export function visibleKeys(position: number, contextTokens: number, { causal = true, window = null }: Visibility): KeyRange {
  const to = causal ? Math.min(position + 1, contextTokens) : contextTokens;
  const from = window === null ? 0 : Math.max(0, to - window);
  return { from, to };
}
