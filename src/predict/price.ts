import type { Device, DevicePrice } from "../hardware/types.ts";
import type { Scenario } from "./types.ts";

/** The price that a device is ranked by: the median of its quoted on-demand prices; undefined where nobody quotes one. */
export function catalogueDevicePrice(device: Device): number | undefined {
  if (!prices.has(device)) prices.set(device, medianPrice(device));
  return prices.get(device);
}

/** Derived once for each (immutable) device. */
const prices = new WeakMap<Device, number | undefined>();

function medianPrice(device: Device): number | undefined {
  const onDemand = device.prices.filter((price: DevicePrice) => price.kind === "on-demand").map((price) => price.usdPerDeviceHour).sort((a, b) => a - b);
  if (onDemand.length === 0) return undefined;
  const middle = onDemand.length >> 1;
  return onDemand.length % 2 === 1 ? onDemand[middle] : ((onDemand[middle - 1] as number) + (onDemand[middle] as number)) / 2;
}

/** The same with the scenario's own price first; a missing one is a warning. */
export function priceOf(device: Device, scenario: Scenario, warnings: string[]): number | undefined {
  if (scenario.prices !== undefined) return scenario.prices.usdPerDeviceHour;
  const price = catalogueDevicePrice(device);
  if (price === undefined) warnings.push(`no price of ${device.id} in the catalogue; give prices.usd_per_device_hour`);
  return price;
}
