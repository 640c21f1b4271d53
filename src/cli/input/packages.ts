import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Imports an optional package: one that stands beside this one, else one of the project in the current folder. */
export async function importPackage(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw fault;
    const { resolve } = createRequire(join(process.cwd(), "package.json"));
    let path: string;
    try {
      path = resolve(name);
    } catch {
      throw new Error(`${name} is not installed`);
    }
    return import(pathToFileURL(path).href);
  }
}
