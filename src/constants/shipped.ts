import type { FittedConstants } from "./lookup.ts";

/** The shipped calibration: offsets fitted on public measurements, by `npm run calibrate`. */
export const shippedConstants: FittedConstants = {};
