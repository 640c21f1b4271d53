import { servingWidths } from "./fitted/serving-widths.generated.ts";
import type { DeviceFamily } from "../hardware/types.ts";
import type { Acquaintance, HeldBack, IntervalLevel, ServingWidths } from "./interval-types.ts";

const measured: Readonly<Record<"families" | "devices" | "models" | "engines", ReadonlySet<string>>> = {
  families: new Set(servingWidths.families), devices: new Set(servingWidths.devices),
  models: new Set(servingWidths.models), engines: new Set(servingWidths.engines),
};

/** Whether runs of some device of the family were fitted to. */
export function isMeasured(family: DeviceFamily): boolean {
  return measured.families.has(family);
}

/**
 * 90 % interval of log(measured/predicted): from the residuals of other configurations where device, model and engine were
 * measured; otherwise the union over the things that are new of the residuals with such a thing left out. The most particular
 * group with enough runs speaks: of this form and engine, of this form, of the level.
 */
export function heldBackInterval(level: IntervalLevel, { device, model, engine, form }: Acquaintance): readonly [low: number, high: number] | undefined {
  const fresh: HeldBack[] = [];
  if (!measured.devices.has(device)) fresh.push("device");
  if (!measured.models.has(model)) fresh.push("model");
  if (!measured.engines.has(engine)) fresh.push("engine");
  if (fresh.length === 0) return entry(level, form, engine, "configurations");
  let low = Infinity;
  let high = -Infinity;
  for (const heldBack of fresh) {
    const found = entry(level, form, engine, heldBack);
    if (found === undefined) continue;
    low = Math.min(low, found[0]);
    high = Math.max(high, found[1]);
  }
  return low <= high ? [low, high] : undefined;
}

function entry(level: IntervalLevel, form: string, engine: string, heldBack: HeldBack): readonly [low: number, high: number] | undefined {
  const forms = byLevel.get(level);
  const engines = forms?.get(form);
  return engines?.get(engine)?.[heldBack] ?? engines?.get("*")?.[heldBack] ?? forms?.get("*")?.get("*")?.[heldBack];
}

type Group = ServingWidths["table"][string];

/** The table by level, form and engine: a prediction looks up several levels, and joining a key costs more than the look-up. */
const byLevel = ((): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Group>>> => {
  const levels = new Map<string, Map<string, Map<string, Group>>>();
  for (const [key, group] of Object.entries(servingWidths.table)) {
    const [level = "", form = "", engine = ""] = key.split("|");
    let forms = levels.get(level);
    if (forms === undefined) levels.set(level, (forms = new Map()));
    let engines = forms.get(form);
    if (engines === undefined) forms.set(form, (engines = new Map()));
    engines.set(engine, group);
  }
  return levels;
})();
