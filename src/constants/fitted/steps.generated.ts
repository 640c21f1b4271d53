import type { FittedConstants } from "../lookup.ts";

export const fittedSteps: FittedConstants = {};
