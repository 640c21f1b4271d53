import { type Command, Option } from "commander";
import { RidgepointError } from "../../quantities/errors.ts";
import type { Load } from "../../predict/types.ts";
import { positiveInteger, positiveNumber } from "./parsers.ts";

/** Values of the options that say how requests come. */
export interface LoadOptions {
  readonly load?: Load["mode"];
  readonly batch?: number;
  readonly concurrency?: number;
  readonly requests?: number;
  readonly rate?: number;
}

export function addLoadOptions(command: Command): void {
  command
    .addOption(new Option("--load <mode>", "how requests come; what the other options say unless told").choices(["static", "closed", "open", "offline"]))
    .option("--batch <n>", "static: requests that start together", positiveInteger)
    .option("--concurrency <n>", "closed: users, each sending its next request when the last one ends", positiveInteger)
    .option("--requests <n>", "closed: requests in all; for ever unless told", positiveInteger)
    .option("--rate <per second>", "open: requests per second, Poisson", positiveNumber);
}

/** The load of the options: its mode follows from the number that is given. */
export function loadOf(options: LoadOptions): Load {
  const mode = options.load ?? (options.rate !== undefined ? "open" : options.concurrency !== undefined ? "closed" : "static");
  switch (mode) {
    case "static": return { mode, batch: options.batch ?? 1 };
    case "closed": return { mode, concurrency: needed(options.concurrency, "--concurrency", mode), ...(options.requests === undefined ? {} : { requests: options.requests }) };
    case "open": return { mode, ratePerSecond: needed(options.rate, "--rate", mode) };
    default: return { mode: "offline" };
  }
}

function needed(value: number | undefined, option: string, mode: string): number {
  if (value === undefined) throw new RidgepointError("missing-field", `${option} is missing for --load ${mode}`, { path: option });
  return value;
}
