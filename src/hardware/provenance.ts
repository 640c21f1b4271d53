import { catalogueSources, deviceSection, fabricSection, nodeSection, storageSection } from "./catalogue.ts";
import { RidgepointError } from "../quantities/errors.ts";
import type { Disagreement, Source } from "./file.ts";

/** One figure as its file has it. */
export interface FigureRow {
  /** Path in the file, for example `compute.matrix.bf16`. */
  readonly path: string;
  /** "989.43 TFLOP/s", as the source writes it. */
  readonly text: string;
  /** Tags of the sources. */
  readonly tags: readonly string[];
  readonly note: string | null;
}

/** Where a figure comes from. */
export interface Provenance extends FigureRow {
  readonly sources: readonly Source[];
  /** What other sources say, and why the file has what it has. */
  readonly disagreements: readonly Disagreement[];
}

/** Everything that a file says, for a page about it. */
export interface FileRecord {
  readonly figures: readonly FigureRow[];
  readonly disagreements: readonly Disagreement[];
  readonly notes: readonly string[];
  /** By tag; only those that the file names. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** Fields of `Device` and the places in the file that they come from, the first that is known. */
const fileFields: Readonly<Record<string, readonly string[]>> = {
  releaseYear: ["releaseYear"],
  computeUnits: ["compute.units"],
  clockHertz: ["compute.peakClock", "compute.baseClock"],
  sharedBytesPerUnit: ["onChip.sharedPerUnit"],
  l2Bytes: ["onChip.l2"],
  l2BytesPerSecond: ["onChip.l2Bandwidth", "measured.l2Bandwidth"],
  sramBytes: ["onChip.sram"],
  sramBytesPerSecond: ["onChip.sramBandwidth"],
  hostLinkBytesPerSecond: ["links.host.bandwidth"],
  "scaleUp.bytesPerSecond": ["links.scaleUp.bandwidth"],
  "scaleUp.domainDevices": ["links.scaleUp.domain"],
  "scaleUp.description": ["links.scaleUp.description"],
  "scaleOut.bytesPerSecond": ["links.scaleOut.bandwidth"],
  "scaleOut.description": ["links.scaleOut.description"],
  tdpWatts: ["power.tdp"],
  idleWatts: ["power.idle"],
  "measured.memoryBytesPerSecond": ["measured.memoryBandwidth"],
  "measured.bf16FlopsPerSecond": ["measured.bf16"],
  "measured.fp8FlopsPerSecond": ["measured.fp8"],
  "measured.kernelLaunchSeconds": ["measured.kernelLaunch"],
};

/** Candidates in the file for a field of `Device`, or for a path of the file itself. */
function placesOf(field: string): readonly string[] {
  const listed = fileFields[field];
  if (listed !== undefined) return listed;
  const tier = /^tiers\[(\d+)\]\.(\w+)$/.exec(field);
  if (tier !== null) {
    const at = `memory[${tier[1]}]`;
    if (tier[2] === "capacityBytes") return [`${at}.usable`, `${at}.label`];
    return [`${at}.${tier[2] === "bandwidthBytesPerSecond" ? "bandwidth" : String(tier[2])}`];
  }
  return [field.replace(/^matrixFlopsPerSecond\./, "compute.matrix.").replace(/^vectorFlopsPerSecond\./, "compute.vector.")];
}

/**
 * Where a figure of the catalogue comes from: sources, and what others say.
 *
 * @param id a device, fabric, node or storage device of the catalogue, or an alias.
 * @param field of `Device` (`matrixFlopsPerSecond.bf16`, `tiers[0].bandwidthBytesPerSecond`, `tdpWatts`), or a path of the file (`power.tdp`).
 * @returns null where the catalogue does not know the figure.
 * @throws RidgepointError `unknown-hardware`.
 */
export function provenanceOf(id: string, field: string): Provenance | null {
  const record = recordOf(id);
  const places = placesOf(field);
  const row = places.map((place) => record.figures.find(({ path }) => path === place)).find((found) => found !== undefined);
  if (row === undefined) return null;
  const about = record.disagreements.filter(({ figures }) => figures.some((path) => path === row.path || row.path.startsWith(`${path}.`)));
  return { ...row, sources: row.tags.map((tag) => record.sources[tag]).filter((source) => source !== undefined), disagreements: about };
}

/** Everything that the file of a catalogue entry says. Throws as `provenanceOf` does. */
export function recordOf(id: string): FileRecord {
  const file = fileOf(id);
  const figures: FigureRow[] = [];
  const tags = new Set<string>();
  collect(file, "", figures, tags);
  const { disagreements = [], notes = [] } = file as { disagreements?: readonly Disagreement[]; notes?: readonly string[] };
  for (const text of [...notes, ...disagreements.flatMap(({ says, choice }) => [says, choice])]) {
    for (const word of text.match(/\b[A-Z][A-Z0-9]+\b/g) ?? []) if (word !== "GB") tags.add(word);
  }
  const all = catalogueSources();
  const sources: Record<string, Source> = {};
  for (const tag of tags) if (Object.hasOwn(all, tag)) sources[tag] = all[tag] as Source;
  return { figures, disagreements, notes, sources };
}

function fileOf(id: string): unknown {
  for (const section of [deviceSection, fabricSection, nodeSection, storageSection]) {
    const found = section.find(id);
    if (found !== undefined) return section.file(found);
  }
  throw new RidgepointError("unknown-hardware", `${JSON.stringify(id)} is not in the catalogue; \`ridgepoint hardware list\` shows what is`, { path: "id", value: id });
}

interface Figure {
  readonly value: unknown;
  readonly unit?: string;
  readonly sources: readonly string[];
  readonly note?: string;
}

function collect(value: unknown, path: string, figures: FigureRow[], tags: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  if ("sources" in value && Array.isArray(value.sources)) {
    const { sources, note } = value as Figure;
    for (const tag of sources) tags.add(tag);
    if ("value" in value) {
      const { value: figure, unit } = value as Figure;
      figures.push({ path, text: unit === undefined ? String(figure) : `${String(figure)} ${unit}`, tags: sources, note: note ?? null });
    }
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    if (key === "disagreements") continue;
    collect(part, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`, figures, tags);
  }
}
