import { servingWidths } from "./fitted/serving-widths.generated.ts";
import type { DeviceFamily } from "../hardware/types.ts";
import type { Acquaintance, HeldBack, IntervalLevel } from "./interval-types.ts";

/** Whether runs of some device of the family were fitted to. */
export function isMeasured(family: DeviceFamily): boolean {
  return servingWidths.families.includes(family);
}

/**
 * 90 % interval of log(measured/predicted): from the residuals of other configurations where device, model and engine were
 * measured; otherwise the union over the things that are new of the residuals with such a thing left out. The most particular
 * group with enough runs speaks: of this form and engine, of this form, of the level.
 */
export function heldBackInterval(level: IntervalLevel, { device, model, engine, form }: Acquaintance): readonly [low: number, high: number] | undefined {
  const fresh: HeldBack[] = [];
  if (!servingWidths.devices.includes(device)) fresh.push("device");
  if (!servingWidths.models.includes(model)) fresh.push("model");
  if (!servingWidths.engines.includes(engine)) fresh.push("engine");
  let low = Infinity;
  let high = -Infinity;
  for (const heldBack of fresh.length > 0 ? fresh : (["configurations"] as const)) {
    const found = entry(level, form, engine, heldBack);
    if (found === undefined) continue;
    low = Math.min(low, found[0]);
    high = Math.max(high, found[1]);
  }
  return low <= high ? [low, high] : undefined;
}

function entry(level: IntervalLevel, form: string, engine: string, heldBack: HeldBack): readonly [low: number, high: number] | undefined {
  for (const key of [`${level}|${form}|${engine}`, `${level}|${form}|*`, `${level}|*|*`]) {
    const found = servingWidths.table[key]?.[heldBack];
    if (found !== undefined) return found;
  }
  return undefined;
}
