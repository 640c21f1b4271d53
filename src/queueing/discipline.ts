import type { Discipline, DisciplineObject } from "./types.ts";

/** The discipline in its object form: `"fcfs"` becomes `{ name: "fcfs" }`. */
export function disciplineObject(discipline: Discipline): DisciplineObject {
  return typeof discipline === "string" ? { name: discipline } : discipline;
}
