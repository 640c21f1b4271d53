import { servingWidths } from "./fitted/serving-widths.generated.ts";
import type { DeviceFamily } from "../hardware/types.ts";
import type { Acquaintance, Crowd, HeldBack, IntervalLevel } from "./interval-types.ts";

const [families, devices, models, engines, ages] = (["families", "devices", "models", "engines", "ages"] as const)
  .map((name) => new Set(servingWidths[name])) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];

/** Whether runs of some device of the family were fitted to. */
export function isMeasured(family: DeviceFamily): boolean {
  return families.has(family);
}

/**
 * 90 % interval of log(measured/predicted): from the residuals of other configurations where device, model and engine were
 * measured; otherwise the union over the things that are new of the residuals with such a thing left out. The most particular
 * group with enough runs speaks: of this form, engine and crowd, of this form and crowd, of this form and engine, of this form, of the level.
 */
export function heldBackInterval(level: IntervalLevel, { device, model, engine, form, age, crowd }: Acquaintance): readonly [low: number, high: number] | undefined {
  const fresh: HeldBack[] = [];
  if (!devices.has(device) || (age !== undefined && !ages.has(age))) fresh.push("device");
  if (!models.has(model)) fresh.push("model");
  if (!engines.has(engine)) fresh.push("engine");
  if (fresh.length === 0) return entry(level, form, engine, crowd, "configurations");
  let low = Infinity;
  let high = -Infinity;
  for (const heldBack of fresh) {
    const found = entry(level, form, engine, crowd, heldBack);
    if (found === undefined) continue;
    low = Math.min(low, found[0]);
    high = Math.max(high, found[1]);
  }
  return low <= high ? [low, high] : undefined;
}

function entry(
  level: IntervalLevel, form: string, engine: string, crowd: Crowd | undefined, heldBack: HeldBack,
): readonly [low: number, high: number] | undefined {
  const forms = servingWidths.table[level];
  const byEngine = forms?.[form];
  const of = (key: string): readonly [low: number, high: number] | undefined => byEngine?.[key]?.[heldBack];
  return (crowd && (of(`${engine}|${crowd}`) ?? of(`*|${crowd}`))) ?? of(engine) ?? of("*") ?? forms?.["*"]?.["*"]?.[heldBack];
}
