import { nearest } from "../quantities/nearest.ts";

/** The names of a catalogue that are most like one that it does not have, best first. Makers' prefixes do not count. */
export function nearestModels(name: string, known: readonly string[], most = 3): readonly string[] {
  return nearest(name, known, most, (id) => id.slice(id.indexOf("/") + 1).toLowerCase());
}
