import { invalidValue } from "../quantities/errors.ts";
import { nonNegative, positive } from "./check.ts";

/** Where devices stand: what the building adds, what energy costs and what its generation emits. */
export interface Facility {
  /** Power usage effectiveness: power of the whole facility over that of its computers, at least 1. Default 1: the devices alone. */
  readonly pue?: number;
  /** Price of energy, $ per kWh. */
  readonly usdPerKwh?: number;
  /** Of CO₂ equivalents. */
  readonly gramsCo2PerKwh?: number;
}

/** Energy of a load, with what it costs and emits. What the facility does not tell is absent. */
export interface FacilityEnergy {
  /** Mean power drawn from the grid. */
  readonly watts: number;
  /** The same in an hour, kWh. */
  readonly kwhPerHour: number;
  /** J. */
  readonly joulesPerOutputToken?: number;
  /** Price of the energy, $ per hour. */
  readonly usdPerHour?: number;
  /** The same, $ per million. */
  readonly usdPerMillionOutputTokens?: number;
  /** CO₂ equivalents, g per hour. */
  readonly gramsCo2PerHour?: number;
  /** g per million. */
  readonly gramsCo2PerMillionOutputTokens?: number;
  /** g. */
  readonly gramsCo2PerRequest?: number;
}

/** Rates of the load that draws the power. */
export interface FacilityRates {
  /** 1/s. */
  readonly outputTokensPerSecond?: number;
  /** 1/s. */
  readonly requestsPerSecond?: number;
}

/**
 * Energy at the meter for devices that draw `deviceWatts` together: P·PUE (PUE as in ISO/IEC 30134-2), and per token, dollar and gram from
 * it.
 * @throws RidgepointError `invalid-value` with the field, also for a PUE below 1.
 */
export function facilityEnergy(deviceWatts: number, facility: Facility, rates: FacilityRates = {}): FacilityEnergy {
  const pue = facility.pue ?? 1;
  if (!(pue >= 1 && pue < Infinity)) throw invalidValue("pue", pue, "is not a power usage effectiveness of at least 1");
  const watts = nonNegative(deviceWatts, "deviceWatts") * pue;
  const kwhPerHour = watts / 1000;
  const tokens = rates.outputTokensPerSecond === undefined ? undefined : positive(rates.outputTokensPerSecond, "outputTokensPerSecond");
  const requests = rates.requestsPerSecond === undefined ? undefined : positive(rates.requestsPerSecond, "requestsPerSecond");
  const perMillion = (perHour: number, perSecond: number): number => (perHour / 3600 / perSecond) * 1e6;
  const usdPerHour = facility.usdPerKwh === undefined ? undefined : kwhPerHour * nonNegative(facility.usdPerKwh, "usdPerKwh");
  const grams = facility.gramsCo2PerKwh === undefined ? undefined : kwhPerHour * nonNegative(facility.gramsCo2PerKwh, "gramsCo2PerKwh");
  return {
    watts, kwhPerHour,
    ...(tokens === undefined ? {} : { joulesPerOutputToken: watts / tokens }),
    ...(usdPerHour === undefined ? {} : { usdPerHour }),
    ...(usdPerHour === undefined || tokens === undefined ? {} : { usdPerMillionOutputTokens: perMillion(usdPerHour, tokens) }),
    ...(grams === undefined ? {} : { gramsCo2PerHour: grams }),
    ...(grams === undefined || tokens === undefined ? {} : { gramsCo2PerMillionOutputTokens: perMillion(grams, tokens) }),
    ...(grams === undefined || requests === undefined ? {} : { gramsCo2PerRequest: grams / 3600 / requests }),
  };
}
