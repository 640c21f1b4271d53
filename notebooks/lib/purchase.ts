import { device, nodes, type PlannedDeployment } from "../../src/index.ts";

/** One line of a purchase list. */
export interface PurchaseLine {
  readonly item: string;
  readonly count: string;
  readonly why: string;
}

/** What a deployment takes, spares included. */
export interface Purchase {
  readonly engines: number;
  readonly devices: number;
  readonly nodes: number | null;
  readonly nodeName: string | null;
  /** At the TDP of the devices. */
  readonly watts: number | null;
  readonly usdPerMonth: number | null;
}

/** Hours of a mean month: 365.25 · 24/12. */
const hoursPerMonth = 730.5;

/**
 * A planned deployment as what has to be bought or rented: its engines and the spare ones, the nodes that hold them without splitting
 * an engine that fits into one, power and rent.
 */
export function purchaseOf(deployment: PlannedDeployment, spareEngines: number): Purchase {
  const engines = deployment.plan.dp + spareEngines;
  const size = deployment.devices / deployment.plan.dp;
  const devices = engines * size;
  const node = nodes().filter(({ deviceIds }) => deviceIds.includes(deployment.hardware)).sort((a, b) => a.devices - b.devices)[0] ?? null;
  const count = node === null ? null : size <= node.devices ? Math.ceil(engines / Math.floor(node.devices / size)) : engines * Math.ceil(size / node.devices);
  const { tdpWatts } = device(deployment.hardware);
  const usdPerDeviceHour = deployment.usdPerHour === undefined ? null : deployment.usdPerHour / deployment.devices;
  return {
    engines, devices, nodes: count, nodeName: node?.name ?? null, watts: tdpWatts === null ? null : tdpWatts * devices,
    usdPerMonth: usdPerDeviceHour === null ? null : usdPerDeviceHour * devices * hoursPerMonth,
  };
}
