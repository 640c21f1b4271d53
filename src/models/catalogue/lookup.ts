import { RidgepointError } from "../../quantities/errors.ts";
import { brief } from "../config/brief.ts";
import { nearestModels } from "../nearest.ts";
import { readConfig } from "../readConfig.ts";
import type { Architecture } from "../types.ts";
import { aliases } from "./aliases.ts";
import { catalogue } from "./index.ts";
import type { Alias, ModelRecord } from "./records.ts";

interface Entry {
  readonly id: string;
  readonly target: ModelRecord | Alias;
}

/** Built at the first lookup, so that an import costs nothing; the results are immutable. */
let entries: ReadonlyMap<string, Entry> | null = null;
const parsed = new Map<string, Architecture>();

function index(): ReadonlyMap<string, Entry> {
  if (entries !== null) return entries;
  const built = new Map<string, Entry>();
  for (const records of catalogue) {
    for (const id of Object.keys(records)) {
      const record = records[id];
      if (record !== undefined) built.set(id.toLowerCase(), { id, target: record });
    }
  }
  for (const id of Object.keys(aliases)) {
    const alias = aliases[id];
    if (alias !== undefined) built.set(id.toLowerCase(), { id, target: alias });
  }
  entries = built;
  return built;
}

/**
 * A model of the catalogue by its Hugging Face repository id or a short alias, without regard to case. The result is shared
 * and must not be changed.
 * @throws RidgepointError `unknown-model` with the nearest names
 */
export function model(id: string): Architecture {
  const key = typeof id === "string" ? id.trim().toLowerCase() : "";
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const entry = index().get(key);
  if (entry === undefined) throw unknownModel(id);
  const { target } = entry;
  let architecture: Architecture;
  if (typeof target === "string") architecture = model(target);
  else if (isVariant(target)) architecture = { ...model(target.of), id: entry.id, checkpointPrecision: target.precision };
  else architecture = readConfig(target, { id: entry.id, path: `catalogue["${entry.id}"]` });
  parsed.set(key, architecture);
  return architecture;
}

/** A repository whose weights have a number format of their own. */
function isVariant(target: ModelRecord | Alias): target is Exclude<Alias, string> {
  return typeof target !== "string" && !("model_type" in target);
}

/** Whether the catalogue has the model; no error. */
export function hasModel(id: string): boolean {
  return typeof id === "string" && index().has(id.trim().toLowerCase());
}

/** One line of the catalogue. */
export interface CatalogueEntry {
  readonly id: string;
  /** The model that this name stands for; absent where the entry has dimensions of its own. */
  readonly aliasOf?: string;
}

/** Every name of the catalogue, models before aliases, each sorted. Nothing is parsed. */
export function models(): readonly CatalogueEntry[] {
  const all = [...index().values()].map(({ id, target }): CatalogueEntry => {
    if (typeof target === "string") return { id, aliasOf: target };
    return isVariant(target) ? { id, aliasOf: target.of } : { id };
  });
  const rank = (entry: CatalogueEntry): number => (entry.aliasOf === undefined ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1));
}

function unknownModel(id: unknown): RidgepointError {
  const near =
    typeof id === "string"
      ? nearestModels(
          id,
          [...index().values()].map((entry) => entry.id),
        )
      : [];
  const hint =
    near.length > 0
      ? `did you mean ${near.join(", ")}?`
      : "list the catalogue with models(), or pass the content of its config.json as { config }";
  return new RidgepointError("unknown-model", `model = ${brief(id)} is not in the catalogue; ${hint}`, {
    path: "model",
    value: id,
  });
}
