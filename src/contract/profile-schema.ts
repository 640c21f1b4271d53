import * as v from "valibot";
import { constantNames } from "../constants/lookup.ts";
import type { Profile } from "../predict/types.ts";
import { parseStrict } from "./validate.ts";

const finite = v.pipe(v.number(), v.finite("a finite number"));
const positive = v.pipe(finite, v.minValue(Number.MIN_VALUE, "above 0"));
const count = v.pipe(v.number(), v.integer("a count"), v.minValue(0, "at least 0"));

/** What was measured and how far it is off after the fit. */
const residualsSchema = v.strictObject({
  device: v.string(), engine: v.string(), level: v.picklist(["ttft", "tpot", "batch", "rate", "power"]), models: v.array(v.string()),
  runs: v.pipe(count, v.minValue(1, "at least 1")), logSd: positive,
});

const provenanceSchema = v.strictObject({
  version: v.string(),
  date: v.optional(v.string()),
  files: v.array(v.strictObject({ name: v.string(), sha256: v.string(), runs: count })),
});

/** A fitted calibration: for each constant, by family and engine, the logarithm of its ratio to the parent. */
export const profileSchema = v.strictObject({
  constants: v.record(
    v.picklist(constantNames, "a constant of the model"),
    v.record(v.string(), v.strictObject({ logOffset: finite, logSd: finite, observations: count })),
  ),
  residuals: v.optional(v.array(residualsSchema)),
  provenance: v.optional(provenanceSchema),
  note: v.optional(v.string()),
});

/**
 * Reads a profile: what `ridgepoint calibrate` wrote, parsed from JSON.
 * @throws RidgepointError with the path of the first fault.
 */
export function parseProfile(json: unknown): Profile {
  return parseStrict(profileSchema, json) as Profile;
}
