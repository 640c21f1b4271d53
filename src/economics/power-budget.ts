import { invalidValue } from "../quantities/errors.ts";
import { nonNegative, object, positive } from "./check.ts";

/** A limit on power at the meter. */
export interface PowerBudget {
  /** Power that may be drawn, W. */
  readonly budgetWatts: number;
  /** Of one device at its worst: its TDP, or a lower cap. */
  readonly wattsPerDevice: number;
  /** What host, switches and fans of the server take for each device. Default 0. */
  readonly hostWattsPerDevice?: number;
  /** Default 1. */
  readonly pue?: number;
  /** Devices come in groups of so many: nodes, or replicas of a plan. Default 1. */
  readonly groupDevices?: number;
}

/**
 * Devices that fit into a power budget, whole groups only: ⌊B/((w + h)·PUE·g)⌋·g.
 * @throws RidgepointError `invalid-value` with the field.
 * @example devicesWithin({ budgetWatts: 1e6, wattsPerDevice: 700, hostWattsPerDevice: 575, pue: 1.2, groupDevices: 8 }) // 648
 */
export function devicesWithin(budget: PowerBudget): number {
  const { pue = 1, groupDevices = 1 } = object(budget, "budget");
  if (!(typeof pue === "number" && pue >= 1 && pue < Infinity)) throw invalidValue("pue", pue, "is not a power usage effectiveness of at least 1");
  if (!(Number.isInteger(groupDevices) && groupDevices >= 1)) throw invalidValue("groupDevices", groupDevices, "is not a positive integer");
  const each = (positive(budget.wattsPerDevice, "wattsPerDevice") + nonNegative(budget.hostWattsPerDevice ?? 0, "hostWattsPerDevice")) * pue;
  return Math.floor(nonNegative(budget.budgetWatts, "budgetWatts") / (each * groupDevices)) * groupDevices;
}
