import { encoderLayers } from "../models/cache.ts";
import type { Architecture } from "../models/types.ts";
import { brief, RidgepointError } from "../quantities/errors.ts";
import { requestLengths } from "./loaded.ts";
import type { Scenario } from "./types.ts";

/**
 * Mean input of the requests of an encoder–decoder; undefined for other models. Its encoder reads an input whole and in both
 * directions, so engines neither cut one nor take up the cache of another that begins alike (vLLM switches both off for such models).
 *
 * @throws RidgepointError `unsupported` where a scenario asks for that, or for pools that hand over a prompt's cache.
 */
export function encodedTokens(architecture: Architecture, scenario: Scenario): number | undefined {
  if (encoderLayers(architecture) === 0) return undefined;
  const lengths = requestLengths(scenario);
  const asked = {
    chunked_prefill_tokens: scenario.chunkedPrefillTokens, disaggregated: scenario.disaggregated,
    prefix_hit_tokens: lengths.inputTokens > lengths.freshTokens ? lengths.inputTokens - lengths.freshTokens : undefined,
  };
  for (const [path, value] of Object.entries(asked)) {
    if (value !== undefined) throw new RidgepointError("unsupported", `${path} = ${brief(value)} is not for ${architecture.id}, whose encoder reads an input whole; leave it out`, { path, value });
  }
  return lengths.inputTokens;
}
