import { devices, models } from "../../src/index.ts";

/** Models of the catalogue, without their aliases. */
export function modelIds(): readonly string[] {
  return models().filter(({ aliasOf }) => aliasOf === undefined).map(({ id }) => id);
}

/** Accelerators of the catalogue. */
export function acceleratorIds(): readonly string[] {
  return devices().filter(({ kind }) => kind === "accelerator").map(({ id }) => id);
}

/** The name of a device, its id where it has none. */
export function deviceName(id: string): string {
  return devices().find((device) => device.id === id)?.name ?? id;
}
