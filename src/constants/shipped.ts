import { fittedAttention } from "./fitted/attention.generated.ts";
import { fittedCollectives } from "./fitted/collectives.generated.ts";
import { fittedElementwise } from "./fitted/elementwise.generated.ts";
import type { FittedConstants } from "./lookup.ts";

/** The shipped calibration: offsets fitted on public measurements, by `npm run calibrate`. */
export const shippedConstants: FittedConstants = { ...fittedAttention, ...fittedCollectives, ...fittedElementwise };
