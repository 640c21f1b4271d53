// Written by scripts/calibrate-steps.mjs from held-back residuals; measured data as in steps.generated.ts.
import type { ServingWidths } from "../interval-types.ts";

export const servingWidths: ServingWidths = { devices: [], models: [], engines: [], table: {} };
