import { deviceSection } from "./catalogue.ts";
import type { DeviceFile } from "./file.ts";
import { device } from "./lookup.ts";

/** What a file says about its figures rather than about the device. */
const PAPERWORK = new Set(["$schema", "aliases", "sources", "disagreements", "notes", "prices", "purchasePrice", "form", "process"]);

/**
 * A device of the catalogue as a file to edit: its figures as text with their units ("3350 GB/s"), without sources, prices and
 * whatever nobody knows. `{ spec: deviceFileOf(id) }` is a hardware reference that predicts what the id itself does.
 *
 * @param id an id or an alias of the catalogue.
 * @throws RidgepointError `unknown-hardware` with the nearest ids.
 * @example { spec: { ...deviceFileOf("h100"), id: "h100-144", memory: [{ tier: "hbm", usable: "144 GiB", bandwidth: "4.9 TB/s" }] } }
 */
export function deviceFileOf(id: string): DeviceFile {
  return plain(deviceSection.file(device(id).id)) as DeviceFile;
}

function plain(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(plain);
  if (typeof part !== "object" || part === null) return part;
  if ("value" in part) return "unit" in part ? `${String(part.value)} ${String(part.unit)}` : part.value;
  const kept = Object.entries(part)
    .filter(([name, value]) => value !== null && !PAPERWORK.has(name))
    .map(([name, value]) => [name, plain(value)] as const)
    .filter(([, value]) => typeof value !== "object" || value === null || Object.keys(value).length > 0);
  return Object.fromEntries(kept);
}
