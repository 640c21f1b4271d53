import * as v from "valibot";
import { RidgepointError, type Problem } from "../quantities/errors.ts";
import { fabricSection } from "./catalogue.ts";
import { deviceFileSchema } from "./device-schema.ts";
import type { DeviceFile } from "./file.ts";
import { problemsOf } from "./problems.ts";
import { toDevice } from "./to-device.ts";
import type { Device, DeviceLink } from "./types.ts";

/**
 * Reads an own device, in the form of the files of `hardware/`: an object, or its JSON text. A figure is an object with value,
 * unit and sources, or in short "3.35 TB/s"; what is left out is unknown.
 *
 * @param json the device, or the text of its file.
 * @param path name of the field in the errors.
 * @throws RidgepointError with every fault at once in `details.problems`, each with its path; `code` is that of the first.
 * @example parseDevice({ id: "mine", name: "Mine", kind: "accelerator", memory: [{ tier: "hbm", usable: "48 GiB", bandwidth: "2 TB/s" }] })
 */
export function parseDevice(json: unknown, path: string = "spec"): Device {
  return ownDevice(parseDeviceFile(json, path));
}

/** An own device in SI. A link that names a fabric and no bandwidth has the fabric's, where that is of a whole device. */
export function ownDevice(file: DeviceFile): Device {
  const device = toDevice(file);
  return { ...device, scaleUp: withFabric(device.scaleUp), scaleOut: withFabric(device.scaleOut) };
}

function withFabric(link: DeviceLink): DeviceLink {
  if (link.bytesPerSecond !== null || link.fabric === null) return link;
  const fabric = fabricSection.entry(link.fabric);
  return fabric.per === "device" ? { ...link, bytesPerSecond: fabric.bytesPerSecond } : link;
}

/** The file behind `parseDevice`, for who wants the sources as well. Throws as `parseDevice` does. */
export function parseDeviceFile(json: unknown, path: string = "spec"): DeviceFile {
  const value = typeof json === "string" ? parsed(json, path) : json;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw failure([{ code: "invalid-value", path, message: `${path} is not an object; see docs/adding-a-device.md` }]);
  }
  const result = v.safeParse(deviceFileSchema(), value);
  const problems = result.success ? inconsistencies(result.output, path) : problemsOf(result.issues, path);
  if (problems.length > 0 || !result.success) throw failure(problems);
  return result.output;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    throw new RidgepointError("invalid-json", message, { path, problems: [{ code: "invalid-json", path, message }] });
  }
}

/** Faults that a schema cannot see: tags without a citation, fabrics that the catalogue does not have. */
function inconsistencies(file: DeviceFile, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const fault = (at: string, message: string): void => {
    problems.push({ code: "invalid-value", path: at, message: `${at} ${message}` });
  };
  const visit = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const here = Array.isArray(value) ? `${at}[${key}]` : `${at}.${key}`;
      if (key === "sources" && Array.isArray(part)) {
        for (const tag of part as readonly string[]) {
          if (!Object.hasOwn(file.sources ?? {}, tag)) fault(here, `names ${tag}, which ${path}.sources does not explain`);
        }
      } else if (key === "fabric" && typeof part === "string" && fabricSection.find(part) !== part) {
        fault(here, `= ${JSON.stringify(part)} is not the id of a fabric, such as "fabric-nvlink4"; leave it out and describe the link`);
      } else visit(part, here);
    }
  };
  visit({ ...file, sources: undefined }, path);
  return problems;
}

function failure(problems: readonly Problem[]): RidgepointError {
  const first = problems[0] as Problem;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return new RidgepointError(first.code, first.message + more, { path: first.path, problems });
}
