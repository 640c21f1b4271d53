import { RidgepointError, brief } from "../quantities/errors.ts";
import { architectureTexts } from "./catalogue.generated.ts";
import { aliases } from "./catalogue/aliases.ts";
import type { Alias } from "./catalogue/records.ts";
import { nearestModels } from "./nearest.ts";
import type { Architecture } from "./types.ts";

interface Entry {
  readonly id: string;
  /** What the name stands for; null where the catalogue has the architecture under this very name. */
  readonly alias: Alias | null;
}

/** Built at the first lookup, so that an import costs nothing; the results are immutable. */
let entries: ReadonlyMap<string, Entry> | null = null;
const parsed = new Map<string, Architecture>();

function index(): ReadonlyMap<string, Entry> {
  if (entries !== null) return entries;
  const built = new Map<string, Entry>();
  for (const id of Object.keys(architectureTexts)) built.set(id.toLowerCase(), { id, alias: null });
  for (const [id, alias] of Object.entries(aliases)) built.set(id.toLowerCase(), { id, alias });
  entries = built;
  return built;
}

/** Names are told apart without regard to case, and to whether a space or a hyphen stands between their words. */
function keyOf(id: unknown): string {
  return typeof id === "string" ? id.trim().toLowerCase().replace(/\s+/g, "-") : "";
}

/**
 * A model of the catalogue by its Hugging Face repository id or a short alias, without regard to case. The result is shared
 * and must not be changed.
 * @throws RidgepointError `unknown-model` with the nearest names
 */
export function model(id: string): Architecture {
  const key = keyOf(id);
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const entry = index().get(key);
  if (entry === undefined) throw unknownModel(id);
  const { alias } = entry;
  let architecture: Architecture;
  if (alias === null) architecture = JSON.parse(architectureTexts[entry.id] as string) as Architecture;
  else if (typeof alias === "string") architecture = model(alias);
  // A repository whose weights have a number format of their own.
  else architecture = { ...model(alias.of), id: entry.id, checkpointPrecision: alias.precision };
  parsed.set(key, architecture);
  return architecture;
}

/** Whether the catalogue has the model; no error. */
export function hasModel(id: string): boolean {
  return index().has(keyOf(id));
}

/** One line of the catalogue. */
export interface CatalogueEntry {
  /** Repository id. */
  readonly id: string;
  /** The model that this name stands for; absent where the entry has dimensions of its own. */
  readonly aliasOf?: string;
}

/** Every name of the catalogue, models before aliases, each sorted. Nothing is parsed. */
export function models(): readonly CatalogueEntry[] {
  const all = [...index().values()].map(({ id, alias }): CatalogueEntry => {
    if (alias === null) return { id };
    return { id, aliasOf: typeof alias === "string" ? alias : alias.of };
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
      : "list the catalogue with models(), or read its config.json with readConfig of ridgepoint/models";
  return new RidgepointError("unknown-model", `model = ${brief(id)} is not in the catalogue; ${hint}`, {
    path: "model",
    value: id,
  });
}
