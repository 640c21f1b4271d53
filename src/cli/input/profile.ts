import { parseProfile } from "../../contract/profile-schema.ts";
import type { Profile } from "../../predict/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { readJson } from "./files.ts";

/** The profile in a file; what is wrong with it names the file. */
export function readProfile(path: string): Profile {
  const json = readJson(path, "--profile");
  try {
    return parseProfile(json);
  } catch (error) {
    if (!(error instanceof RidgepointError)) throw error;
    throw new RidgepointError(error.code, `--profile = ${JSON.stringify(path)} is no profile: ${error.message}`, error.details);
  }
}
