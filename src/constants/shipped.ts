import type { FittedConstants } from "./lookup.ts";
import { fittedAttention } from "./fitted/attention.generated.ts";
import { fittedCollectives } from "./fitted/collectives.generated.ts";
import { fittedElementwise } from "./fitted/elementwise.generated.ts";
import { fittedGemm } from "./fitted/gemm.generated.ts";
import { fittedSteps } from "./fitted/steps.generated.ts";

/** Offsets fitted on single kernels. */
export const kernelConstants: FittedConstants = { ...fittedAttention, ...fittedCollectives, ...fittedElementwise, ...fittedGemm };

/** The shipped constants with the offsets of a user's profile in the place of those of the same constant and key. */
export function withProfile(profile: FittedConstants): FittedConstants {
  const own = Object.entries(profile).map(([name, places]) => [name, { ...shippedConstants[name], ...places }]);
  return { ...shippedConstants, ...Object.fromEntries(own) };
}

/** The shipped calibration: kernels first, then the constants that only whole runs tell. */
export const shippedConstants: FittedConstants = { ...kernelConstants, ...fittedSteps };
