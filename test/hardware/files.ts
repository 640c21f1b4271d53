import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DeviceFile, HardwareFile } from "../../src/hardware/file.ts";

/** The folder of the files. */
export const folder: string = fileURLToPath(new URL("../../hardware/", import.meta.url));

export type Sort = "device" | "fabric" | "node" | "storage";
const sortOf: Readonly<Record<string, Sort>> = {
  accelerators: "device", cpus: "device", mobile: "device", fabrics: "fabric", nodes: "node", storage: "storage",
};

export interface FoundFile {
  /** `accelerators/h100-sxm5-80.json`. */
  readonly path: string;
  readonly sub: string;
  readonly sort: Sort;
  readonly json: HardwareFile;
}

/** Every file of hardware/ but the schema. */
export const files: readonly FoundFile[] = Object.entries(sortOf).flatMap(([sub, sort]) =>
  readdirSync(folder + sub).sort().map((name) => ({
    path: `${sub}/${name}`, sub, sort, json: JSON.parse(readFileSync(`${folder}${sub}/${name}`, "utf8")) as HardwareFile,
  })),
);

export const deviceFiles: readonly (FoundFile & { readonly json: DeviceFile })[] = files.filter(
  (file): file is FoundFile & { readonly json: DeviceFile } => file.sort === "device",
);

/** Every part of a JSON value with its path, `memory[0].bandwidth`. */
export function* parts(value: unknown, path = ""): Generator<readonly [path: string, part: unknown]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield* parts(part, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`);
  }
}
