import { type Command, Option } from "commander";
import type { Router, ServiceLevel } from "../../queueing/simulation/server-types.ts";
import { definedOnly } from "../../quantities/defined.ts";
import { quantity } from "./parsers.ts";

/** Values of the options that bound what each request should see. */
export interface ServiceLevelFlags {
  readonly ttftWithin?: number;
  readonly tpotWithin?: number;
  readonly requestWithin?: number;
}

export interface RouterFlags {
  readonly router?: Router;
}

export function addServiceLevelOptions(command: Command): void {
  command
    .option("--ttft-within <time>", "service level: first token within", quantity("seconds"))
    .option("--tpot-within <time>", "service level: mean time of further tokens", quantity("seconds"))
    .option("--request-within <time>", "service level: last token within", quantity("seconds"));
}

export function addRouterOption(command: Command): void {
  const routers: readonly Router[] = ["round-robin", "random", "join-shortest-queue", "least-work", "session-affinity"];
  command.addOption(new Option("--router <name>", "which replica takes a request; round-robin unless told").choices(routers));
}

/** The service level of the options, as `predict` and `simulate` take it; none without a bound. */
export function serviceLevelOf({ ttftWithin, tpotWithin, requestWithin }: ServiceLevelFlags): { readonly serviceLevel?: ServiceLevel } {
  const serviceLevel = definedOnly({ ttftSeconds: ttftWithin, tpotSeconds: tpotWithin, requestSeconds: requestWithin });
  return Object.keys(serviceLevel).length === 0 ? {} : { serviceLevel };
}
