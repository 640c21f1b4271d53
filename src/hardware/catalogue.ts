import { RidgepointError } from "../quantities/errors.ts";
import { aliases, deviceTexts, fabricTexts, nodeTexts, sourcesText, storageTexts } from "./catalogue.generated.ts";
import type { DeviceFile, FabricFile, NodeFile, Source, StorageFile } from "./file.ts";
import { nearest } from "../quantities/nearest.ts";
import { toDevice } from "./to-device.ts";
import { toFabric, toNode, toStorage } from "./to-parts.ts";
import type { Device, Fabric, Node, Storage } from "./types.ts";

/** A section of the catalogue: entries are parsed when they are asked for, and frozen. */
export interface Section<File, Entry> {
  readonly ids: readonly string[];
  /** Everything that names an entry: ids, aliases, ids without their prefix. */
  readonly words: () => readonly string[];
  /** The id that a user's word means, or undefined. */
  readonly find: (word: string) => string | undefined;
  /** The entry of an id that `find` returned. */
  readonly entry: (id: string) => Entry;
  readonly file: (id: string) => File;
}

let citations: Readonly<Record<string, Source>> | undefined;

/** All citations of the catalogue by their tags. */
export function catalogueSources(): Readonly<Record<string, Source>> {
  citations ??= JSON.parse(sourcesText) as Record<string, Source>;
  return citations;
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}

function section<File, Entry>(
  texts: Readonly<Record<string, string>>,
  read: (file: File) => Entry,
  prefix: string,
  names: Readonly<Record<string, string>> = {},
): Section<File, Entry> {
  const ids = Object.keys(texts);
  const files = new Map<string, File>();
  const entries = new Map<string, Entry>();
  const file = (id: string): File => {
    const known = files.get(id);
    if (known !== undefined) return known;
    const parsed = freeze(JSON.parse(texts[id] as string) as File);
    files.set(id, parsed);
    return parsed;
  };
  const entry = (id: string): Entry => {
    const known = entries.get(id);
    if (known !== undefined) return known;
    const made = freeze(read(file(id)));
    entries.set(id, made);
    return made;
  };
  const find = (word: string): string | undefined => {
    if (typeof word !== "string") return undefined;
    if (Object.hasOwn(texts, word)) return word;
    const plain = word.trim().toLowerCase().replaceAll(/[\s_]+/g, "-");
    const id = Object.hasOwn(names, plain) ? (names[plain] as string) : plain;
    if (Object.hasOwn(texts, id)) return id;
    return Object.hasOwn(texts, prefix + plain) ? prefix + plain : undefined;
  };
  const words = (): readonly string[] => [
    ...ids, ...Object.keys(names), ...(prefix === "" ? [] : ids.map((id) => id.slice(prefix.length))),
  ];
  return { ids, words, find, entry, file };
}

export const deviceSection: Section<DeviceFile, Device> = section(deviceTexts, (file) => toDevice(file, catalogueSources()), "", aliases);
export const fabricSection: Section<FabricFile, Fabric> = section(fabricTexts, toFabric, "fabric-");
export const nodeSection: Section<NodeFile, Node> = section(nodeTexts, toNode, "node-");
export const storageSection: Section<StorageFile, Storage> = section(storageTexts, toStorage, "");

/** The entry that a word means, or an error that offers the nearest ones. `fits` narrows the section to some of its entries. */
export function lookUp<File, Entry>(
  list: Section<File, Entry>, word: string, what: string, path: string, fits: (entry: Entry) => boolean = () => true,
): Entry {
  const id = list.find(word);
  if (id !== undefined && fits(list.entry(id))) return list.entry(id);
  const ids = [...new Set(nearest(String(word), list.words(), 8).map((name) => list.find(name) as string))];
  const meant = ids.filter((each) => fits(list.entry(each))).slice(0, 3);
  const hint = meant.length === 0 ? "`ridgepoint hardware list` shows them" : `did you mean ${meant.join(", ")}?`;
  throw new RidgepointError("unknown-hardware", `${path} = ${JSON.stringify(String(word).slice(0, 80))} is not ${what} of the catalogue; ${hint}`, {
    path, value: word,
  });
}
