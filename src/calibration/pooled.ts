import { constantProvenance } from "../constants/provenance.ts";
import { constantDefinitions, type ConstantName } from "../constants/registry.ts";
import { constantValue, offsetKeys, type ConstantKey, type FittedConstants } from "../constants/lookup.ts";
import type { ConstantDefinition, FittedOffset } from "../constants/types.ts";
import type { FitParameter, FitResult } from "./fit.ts";

/** The unknowns behind a set of constants: one for each constant and key at which it may differ from its parent. */
export interface PooledParameters {
  readonly parameters: readonly FitParameter[];
  /** `base` with the offsets at these logarithms: what `constantsFor` takes, inside `predict`. */
  readonly at: (logs: ArrayLike<number>) => FittedConstants;
  /** `base` with the fitted offsets, their standard errors and observations: what a calibration stores. */
  readonly fitted: (result: FitResult) => FittedConstants;
}

/** Most families and engines are like their parent and a few are far from it: engines that came late to a device run untuned kernels. */
const poolFreedom = 4;

/**
 * Parameters for fitting `names` to data of the given families and engines: for each constant a global offset from its prior
 * (0 ± priorLogSd) and, as its scope allows, an offset (0 ± poolLogSd, Student distributed) for each family, engine, engine generation and pair that
 * occurs in `keys`. Constants not named keep their offsets of `base`; what `base` knows of one that is named is its prior, so that a
 * constant may be told by kernels on one family and by whole runs on another.
 */
export function pooledParameters(
  names: readonly ConstantName[], keys: readonly ConstantKey[], base: FittedConstants = {},
): PooledParameters {
  const places: { name: ConstantName; key: string }[] = [];
  const parameters: FitParameter[] = [];
  for (const name of names) {
    const definition: ConstantDefinition = constantDefinitions[name];
    // A term that an engine does not have (0) has no offset there.
    for (const key of distinctPlaces(definition, keys.filter((place) => constantValue(name, place, {}) !== 0))) {
      places.push({ name, key });
      const { priorLogSd, poolLogSd } = constantProvenance[name];
      const known = base[name]?.[key];
      if (known !== undefined) parameters.push({ name: `${name}@${key}`, prior: known.logOffset, sd: known.logSd });
      else parameters.push(key === "" ? { name, prior: 0, sd: priorLogSd } : { name: `${name}@${key}`, prior: 0, sd: poolLogSd, degreesOfFreedom: poolFreedom });
    }
  }
  const build = (offset: (j: number) => FittedOffset): FittedConstants => {
    const set: Record<string, Record<string, FittedOffset>> = {};
    for (const [j, { name, key }] of places.entries()) (set[name] ??= { ...base[name] })[key] = offset(j);
    return { ...base, ...set };
  };
  return {
    parameters,
    at: (logs) => build((j) => ({ logOffset: logs[j] as number, logSd: 0, observations: 0 })),
    fitted: (result) => build((j) => {
      const { log, sd, observations } = result.parameters[j] as FitResult["parameters"][number];
      return { logOffset: log, logSd: sd, observations };
    }),
  };
}

/**
 * Places at which data of `keys` can tell an offset from its parents': of several that the same families and engines share (an
 * engine and its only generation) the most general one.
 */
function distinctPlaces(definition: ConstantDefinition, keys: readonly ConstantKey[]): string[] {
  const unique = [...new Map(keys.map((key) => [`${key.family} ${key.engine} ${key.generation}`, key])).values()];
  const members = new Map<string, string>();
  unique.forEach((key, index) => {
    for (const at of offsetKeys(definition, key)) members.set(at, `${members.get(at) ?? ""},${index}`);
  });
  const seen = new Set<string>();
  const places: string[] = [];
  for (const [at, who] of members) {
    // The global place shares with its only family: what one family shows is partly its own.
    if (at !== "") {
      if (seen.has(who)) continue;
      seen.add(who);
    }
    places.push(at);
  }
  return places;
}
