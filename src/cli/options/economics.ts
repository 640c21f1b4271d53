import { type Command, InvalidArgumentError } from "commander";
import { gridCarbon } from "../../economics/grid.ts";
import type { ApiPrice } from "../../economics/break-even.ts";
import type { Facility } from "../../economics/facility.ts";
import type { EconomicsOptions } from "../../predict/economics.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { nonNegativeNumber } from "./parsers.ts";

/** Values of the options about the building, the grid and other people's prices. */
export interface EconomicsFlags {
  readonly pue?: number;
  readonly usdPerKwh?: number;
  readonly gramsCo2PerKwh?: number;
  readonly apiUsdPerMillionInput?: number;
  readonly apiUsdPerMillionOutput?: number;
  readonly apiUsdPerMillionCachedInput?: number;
}

export function addEconomicsOptions(command: Command): void {
  command
    .option("--pue <ratio>", "power of the facility over that of the devices", nonNegativeNumber)
    .option("--usd-per-kwh <usd>", "price of energy, on top of the devices'", nonNegativeNumber)
    .option("--grams-co2-per-kwh <g|country>", `carbon of the grid: grams, or one of ${gridCarbon.map(({ id }) => id).join(", ")}`, grams)
    .option("--api-usd-per-million-input <usd>", "what an API charges, for the break-even", nonNegativeNumber)
    .option("--api-usd-per-million-output <usd>", "the same for output", nonNegativeNumber)
    .option("--api-usd-per-million-cached-input <usd>", "the same for cached input", nonNegativeNumber);
}

/** The options as the library takes them; null where none is given. */
export function economicsOptions(flags: EconomicsFlags): EconomicsOptions | null {
  const { pue, usdPerKwh, gramsCo2PerKwh } = flags;
  const facility: Facility = {
    ...(pue === undefined ? {} : { pue }), ...(usdPerKwh === undefined ? {} : { usdPerKwh }), ...(gramsCo2PerKwh === undefined ? {} : { gramsCo2PerKwh }),
  };
  const api = apiPrice(flags);
  if (Object.keys(facility).length === 0 && api === null) return null;
  return { facility, ...(api === null ? {} : { api }) };
}

function apiPrice(flags: EconomicsFlags): ApiPrice | null {
  const { apiUsdPerMillionInput: input, apiUsdPerMillionOutput: output, apiUsdPerMillionCachedInput: cached } = flags;
  if (input === undefined && output === undefined && cached === undefined) return null;
  if (input === undefined || output === undefined) {
    const path = input === undefined ? "--api-usd-per-million-input" : "--api-usd-per-million-output";
    throw new RidgepointError("missing-field", `${path} is missing: an API charges for both`, { path });
  }
  return { usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output, ...(cached === undefined ? {} : { usdPerMillionCachedInputTokens: cached }) };
}

function grams(text: string): number {
  const grid = gridCarbon.find(({ id }) => id === text.toLowerCase());
  if (grid !== undefined) return grid.gramsCo2PerKwh;
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value < Infinity)) throw new InvalidArgumentError("It must be grams per kWh, or a country that the help names.");
  return value;
}
