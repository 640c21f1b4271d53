import { RidgepointError } from "../quantities/errors.ts";

/**
 * Refuses a load at or above the capacity.
 *
 * @param what - what the capacity is, for the message: "1 server with a mean service of 2 s".
 * @throws RidgepointError `unstable`, with the capacity.
 */
export function requireStable(ratePerSecond: number, capacityPerSecond: number, what: string): void {
  if (ratePerSecond < capacityPerSecond) return;
  throw new RidgepointError(
    "unstable",
    `arrivals of ${format(ratePerSecond)}/s are not below the capacity of ${format(capacityPerSecond)}/s (${what}): there is no steady state; lower the rate or add capacity`,
    { path: "arrivals", value: ratePerSecond, capacityPerSecond },
  );
}

function format(rate: number): string {
  return Number(rate.toPrecision(6)).toString();
}
