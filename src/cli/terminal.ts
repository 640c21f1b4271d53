import { fstatSync } from "node:fs";
import type { Readable, Writable } from "node:stream";

/** Where a verb reads and writes, and how its text may look. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Why standard input cannot be read, where it is already known: Node gives an empty stream for a directory. */
  inputFault(): string | null;
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes to standard error. */
  note(text: string): void;
  /** Marks a heading: bold on a terminal, unchanged in a file or under NO_COLOR. */
  bold(text: string): string;
  /** Marks what matters less. */
  dim(text: string): string;
  /** Characters of a line of a table. */
  readonly width: number;
  /** Whether somebody watches standard error. */
  readonly watched: boolean;
}

/** Widest line of any table, however wide the window. */
const widest = 100;

/** The terminal of this process. Colours only where standard output is one and NO_COLOR (no-color.org) is not set. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const colours = stdout.isTTY === true && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const paint = (code: number) => (text: string): string => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    input: stdin,
    output: stdout,
    inputFault: () => (fstatSync(0).isDirectory() ? "it is a directory" : null),
    print: (text) => void stdout.write(text),
    note: (text) => void stderr.write(text),
    bold: paint(1),
    dim: paint(2),
    width: stdout.isTTY === true ? Math.min(widest, Math.max(60, stdout.columns ?? widest)) : widest,
    watched: stderr.isTTY === true,
  };
}
