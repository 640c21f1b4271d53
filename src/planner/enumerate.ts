import { routedExperts } from "../models/cache.ts";
import type { Architecture } from "../models/types.ts";
import type { Plan } from "../deployments/types.ts";
import { divisors, mostStages, tensorDivisors } from "../deployments/plan.ts";

/**
 * Every valid shape of one engine of at most `mostDevices` devices: tp over all common divisors of the heads, pp up to the
 * layers, attention_dp for models with experts (and for latent attention, whose cache tensor parallelism only copies), ep over
 * the divisors of the expert group. Replicas (`dp`) come on top.
 */
export function engineShapes(architecture: Architecture, mostDevices: number): Plan[] {
  const layers = mostStages(architecture);
  const experts = routedExperts(architecture);
  const shapes: Plan[] = [];
  for (const tp of tensorDegrees(architecture, mostDevices)) {
    for (let pp = 1; pp <= Math.min(layers, Math.floor(mostDevices / tp)); pp = nextDegree(pp)) {
      for (let attentionDp = 1; tp * pp * attentionDp <= mostDevices; attentionDp *= 2) {
        if (attentionDp > 1 && experts === 0) break;
        if (experts === 0) shapes.push({ tp, pp, ep: 1, dp: 1, attentionDp });
        else for (const ep of divisors(tp * attentionDp)) if (ep <= experts) shapes.push({ tp, pp, ep, dp: 1, attentionDp });
      }
    }
  }
  return shapes;
}

/** Degrees that divide the heads of every mixer. */
export function tensorDegrees(architecture: Architecture, most: number): number[] {
  let degrees: number[] | undefined;
  for (const { size } of tensorDivisors(architecture)) {
    degrees = degrees === undefined ? divisors(size) : degrees.filter((degree) => size % degree === 0);
  }
  return (degrees ?? [1]).filter((degree) => degree <= most);
}

/** Pipeline depths: every depth up to 8 (uneven ones too), then doubling. */
function nextDegree(pp: number): number {
  return pp < 8 ? pp + 1 : pp * 2;
}
