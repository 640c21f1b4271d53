import type { Economics } from "../../predict/economics.ts";
import type { Terminal } from "../terminal.ts";
import { digits, percent, withUnit } from "./figures.ts";
import { printTable } from "./print.ts";

/** Prices by kind of token, energy at the meter and the break-even, as one table. */
export function printEconomics(terminal: Terminal, { cost, energy, breakEven }: Economics): void {
  const rows: [string, string][] = [];
  const add = (label: string, value: number | undefined, print: (value: number) => string): void => {
    if (value !== undefined) rows.push([label, print(value)]);
  };
  const usd = (value: number): string => withUnit(value, "USD");
  const grams = (value: number): string => (value >= 1000 ? `${digits(value / 1000)} kg` : `${digits(value)} g`);
  add("all costs, per hour", cost?.usdPerHour, usd);
  add("a request", cost?.usdPerRequest, usd);
  add("per million input tokens", cost?.usdPerMillionInputTokens, usd);
  add("per million cached input tokens", cost?.usdPerMillionCachedInputTokens, usd);
  add("per million output tokens", cost?.usdPerMillionOutputTokens, usd);
  add("power at the meter", energy.watts, (value) => withUnit(value, "W"));
  add("energy of an output token, at the meter", energy.joulesPerOutputToken, (value) => withUnit(value, "J"));
  add("energy, per hour", energy.usdPerHour, usd);
  add("energy, per million output tokens", energy.usdPerMillionOutputTokens, usd);
  add("CO2, per hour", energy.gramsCo2PerHour, grams);
  add("CO2, per million output tokens", energy.gramsCo2PerMillionOutputTokens, grams);
  add("CO2, a request", energy.gramsCo2PerRequest, grams);
  add("a request by the API", breakEven?.apiUsdPerRequest, usd);
  add("break-even, requests/s", breakEven?.requestsPerSecond, digits);
  add("break-even, share of the capacity", breakEven?.utilisation, (value) => `${percent(value)}${value > 1 ? " (never pays)" : ""}`);
  printTable(terminal, "Tokens priced apart by the device time of their phase", [
    { header: "", cells: rows.map(([label]) => label) },
    { header: "value", align: "right", cells: rows.map(([, value]) => value) },
  ]);
}
