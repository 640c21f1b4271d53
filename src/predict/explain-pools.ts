import { RidgepointError } from "../quantities/errors.ts";
import type { Machine } from "../roofline/machine.ts";
import { iterationTime, type EngineModel } from "../serving/engine-model.ts";
import { meanContext } from "../serving/steady.ts";
import { emptyStepTime } from "../steps/types.ts";
import { asRun, poolCapacities, predictDisaggregated, resolvePools, type ResolvedPool } from "./disaggregated.ts";
import { constantsOf, difference, leversOf, type EffectOf } from "./explain-effects.ts";
import { decodeStep, prefillShape, prefillStep } from "./explain-steps.ts";
import type { Effect, Explanation } from "./explain-types.ts";
import { requestLengths, steadyOf } from "./loaded.ts";
import { engineOf } from "./resolve.ts";
import type { Disaggregated, Scenario } from "./types.ts";

/**
 * Explains disaggregated pools: the prefill step of the one, and the decode step of the other with as many requests as the simulator
 * finds running. Effects are those on a prompt's prefill step, on that decode step, and on the rate of the slower pool.
 */
export function explainPools(scenario: Scenario, disaggregated: Disaggregated): Explanation {
  const prediction = predictDisaggregated(scenario, disaggregated, {});
  const { prefill, decode } = resolvePools(asRun(scenario), disaggregated);
  const lengths = requestLengths(scenario);
  const held = meanContext(lengths);
  const users = Math.max(1, Math.round(prediction.values.runningBatch ?? 1));
  const { decoding } = steadyOf(decode.engine, { mode: "closed", concurrency: users }, { ...lengths, freshTokens: 1 });
  if (!(decoding > 0)) throw new RidgepointError("unsupported", "answers of one token leave the decode pool nothing to explain; give the prefill pool alone", { path: "output_tokens" });
  const figures = (first: EngineModel, second: EngineModel): Effect => {
    const rates = poolCapacities(first, second, lengths);
    const { tokens, prompts, context } = prefillShape(first, lengths, 1);
    return {
      ttft: iterationTime(first, 0, 0, tokens, prompts, context, emptyStepTime()).seconds,
      tpot: iterationTime(second, decoding, held, 0, 0, 0, emptyStepTime()).seconds,
      throughput: Math.min(rates.prefill, rates.decode),
    };
  };
  const before = figures(prefill.engine, decode.engine);
  const changed = ({ base, engine }: ResolvedPool, change: (machine: Machine) => Machine): EngineModel => engineOf({ ...base, machine: change(base.machine) }, engine.plan);
  const effectOf: EffectOf = (change) => difference(before, figures(changed(prefill, change), changed(decode, change)));
  return {
    prediction,
    steps: [prefillStep(prefill.engine, prefill.base, lengths, 1), decodeStep(decode.engine, decode.base, decoding, held)],
    levers: leversOf(effectOf),
    constants: constantsOf(decode.base, scenario, effectOf),
    derived: [...new Set([...prefill.base.machine.derived, ...decode.base.machine.derived])],
  };
}
