import { RidgepointError } from "../../quantities/errors.ts";
import type { ReportedRun } from "./reported-run.ts";

/** What the user says of all runs of a file, under the contract's names; a model or a device may be given inline. */
export type RunSettings = Readonly<Record<string, unknown>>;

/** Settings that a report knows better than whoever describes all its runs at once. */
const ofTheRun: ReadonlySet<string> = new Set(["load", "arrivals", "input_tokens", "output_tokens", "prefix_hit_tokens"]);

/** What a case cannot be without, and the option that gives it. */
const needed: readonly (readonly [path: string, option: string])[] = [
  ["model", "--model"], ["hardware", "--hardware"], ["precision.weights", "--precision"],
  ["load", "--concurrency, --rate or --batch"], ["input_tokens", "--input"], ["output_tokens", "--output"],
];

/**
 * A run as a case of kind `serving`: what its report says, completed by the settings. Where both speak of the deployment the
 * settings hold (a served name is often an alias, a report knows no hardware), where both speak of the load the report does.
 *
 * @throws RidgepointError `missing-field` naming everything that neither says, with the option of each.
 */
export function completeCase(run: ReportedRun, settings: RunSettings, file: string): Record<string, unknown> {
  const own = run.case as RunSettings;
  const merged: Record<string, unknown> = { kind: "serving", ...settings, ...own };
  for (const [name, value] of Object.entries(settings)) {
    if (ofTheRun.has(name) && own[name] !== undefined) continue;
    merged[name] = name === "precision" || name === "plan" ? { ...(own[name] as object | undefined), ...(value as object) } : value;
  }
  if (merged["load"] !== undefined && (merged["load"] as { mode?: unknown }).mode !== "open") delete merged["arrivals"];
  const missing = needed.filter(([path]) => path.split(".").reduce<unknown>((part, name) => (part as RunSettings | undefined)?.[name], merged) === undefined);
  if (missing.length > 0) {
    const names = missing.map(([path]) => path);
    throw new RidgepointError("missing-field", `${file}, ${run.place} does not say ${names.join(", ")}; give ${missing.map(([, option]) => option).join(", ")}`, { path: names[0] as string });
  }
  return merged;
}
