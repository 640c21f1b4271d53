import { createReadStream, fstatSync, openSync } from "node:fs";
import { createGunzip } from "node:zlib";
import { RidgepointError } from "../../quantities/errors.ts";
import { linesOf, type NumberedLine } from "./lines.ts";

/** Lines of a file in blocks as they are read, unpacked where its name ends in .gz: memory does not grow with the file. */
export async function* linesOfFile(path: string): AsyncGenerator<readonly NumberedLine[]> {
  try {
    const descriptor = openSync(path, "r");
    if (fstatSync(descriptor).isDirectory()) throw new Error("it is a directory");
    const packed = createReadStream(path, { fd: descriptor });
    if (!path.endsWith(".gz")) {
      yield* linesOf(packed);
      return;
    }
    const unpacked = createGunzip();
    packed.on("error", (error) => unpacked.destroy(error));
    yield* linesOf(packed.pipe(unpacked));
  } catch (error) {
    throw new RidgepointError("invalid-value", `${path} cannot be read: ${(error as Error).message}`, { path, value: path });
  }
}
