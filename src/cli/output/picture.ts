import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Command, Option } from "commander";
import type { PictureOptions, PlotSpecification } from "../../plots/frame/types.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { pictureWidth } from "../options/parsers.ts";
import type { Terminal } from "../terminal.ts";
import { printText } from "./print.ts";

/** Values of the options about a picture. */
export interface PictureFlags {
  readonly plot?: string;
  readonly plotKind?: string;
  readonly plotWidth?: number;
}

type Drawing = typeof import("./drawing.ts");

/** Draws one kind of picture of a result that is at hand. */
export type Draw = (drawing: Drawing, options: PictureOptions) => PlotSpecification;

/** A verb's pictures by their names; what is costly to compute is computed when it is drawn. */
export type Pictures = Readonly<Record<string, Draw>>;

/** Adds the options; the first kind is drawn unless told. */
export function addPictureOptions(command: Command, kinds: readonly string[]): void {
  command.option("--plot <file.svg>", "write a picture as a file that stands alone");
  if (kinds.length > 1) command.addOption(new Option("--plot-kind <kind>", "which picture").choices(kinds).default(kinds[0]));
  command.option("--plot-width <pixels>", "width of the picture (default: 800)", pictureWidth);
}

/** Refuses a path that cannot be written before anything is computed. */
export function checkPicturePath({ plot }: PictureFlags): void {
  if (plot === undefined) return;
  if (!/\.svg$/i.test(plot)) throw fault(plot, "does not end in .svg: pictures are written as SVG");
  try {
    if (statSync(plot, { throwIfNoEntry: false })?.isDirectory() === true) throw new Error("it is a directory");
    accessSync(dirname(plot), constants.W_OK);
  } catch (error) {
    throw fault(plot, `cannot be written: ${(error as Error).message}`);
  }
}

/** Draws and writes the picture that is asked for; says where on standard output, where that is for people. */
export async function savePicture(terminal: Terminal, flags: PictureFlags, pictures: Pictures, words: Pick<PictureOptions, "title" | "subtitle">, quiet: boolean): Promise<void> {
  const { plot, plotWidth: width = 800 } = flags;
  if (plot === undefined) return;
  const draw = pictures[flags.plotKind ?? ""] ?? Object.values(pictures)[0];
  if (draw === undefined) return;
  const drawing = await import("./drawing.ts");
  const text = drawing.svg(draw(drawing, { width, ...words }));
  try {
    writeFileSync(plot, text);
  } catch (error) {
    throw fault(plot, `cannot be written: ${(error as Error).message}`);
  }
  if (!quiet) {
    terminal.print("\n");
    printText(terminal, `Picture: ${plot}`);
  }
}

function fault(path: string, words: string): RidgepointError {
  return new RidgepointError("invalid-value", `--plot = ${JSON.stringify(path)} ${words}`, { path: "--plot", value: path });
}
