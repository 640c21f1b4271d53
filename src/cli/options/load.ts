import { type Command, Option } from "commander";
import { RidgepointError } from "../../quantities/errors.ts";
import type { Load } from "../../predict/types.ts";
import { traceAtRate } from "../../workloads/trace/rate.ts";
import { readTrace } from "../input/trace.ts";
import { positiveInteger, positiveNumber } from "./parsers.ts";

/** Values of the options that say how requests come. */
export interface LoadOptions {
  readonly load?: Load["mode"];
  readonly batch?: number;
  readonly concurrency?: number;
  readonly requests?: number;
  readonly rate?: number;
  readonly trace?: string;
}

export function addLoadOptions(command: Command): void {
  command
    .addOption(new Option("--load <mode>", "how requests come; what the other options say unless told").choices(["static", "closed", "open", "offline", "trace"]))
    .option("--batch <n>", "static: requests that start together", positiveInteger)
    .option("--concurrency <n>", "closed: users, each sending its next request when the last one ends", positiveInteger)
    .option("--requests <n>", "closed: requests in all; for ever unless told", positiveInteger)
    .option("--rate <per second>", "open: requests per second, Poisson; with a trace, its arrivals at this mean rate", positiveNumber)
    .option("--trace <file>", "recorded requests: CSV or JSON Lines with arrival_s, input_tokens, output_tokens; .gz too");
}

/** The load of the options: its mode follows from the number that is given. */
export function loadOf(options: LoadOptions): Load {
  const mode = options.load ?? (options.trace !== undefined ? "trace" : options.rate !== undefined ? "open" : options.concurrency !== undefined ? "closed" : "static");
  switch (mode) {
    case "static": return { mode, batch: options.batch ?? 1 };
    case "closed": return { mode, concurrency: needed(options.concurrency, "--concurrency", mode), ...(options.requests === undefined ? {} : { requests: options.requests }) };
    case "open": return { mode, ratePerSecond: needed(options.rate, "--rate", mode) };
    case "trace": return traceLoad(options.trace, options.rate);
    default: return { mode: "offline" };
  }
}

/** A trace file as a load, stretched or squeezed in time to a mean rate where one is given. */
export function traceLoad(path: string | undefined, rate: number | undefined): Load {
  if (path === undefined) throw new RidgepointError("missing-field", "--trace is missing for --load trace", { path: "--trace" });
  const requests = readTrace(path);
  return { mode: "trace", requests: rate === undefined ? requests : traceAtRate(requests, rate) };
}

function needed(value: number | undefined, option: string, mode: string): number {
  if (value === undefined) throw new RidgepointError("missing-field", `${option} is missing for --load ${mode}`, { path: option });
  return value;
}
