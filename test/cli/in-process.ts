import { PassThrough } from "node:stream";
import { run } from "../../src/cli/run.ts";
import type { Ran } from "./command.ts";

/** Runs the command in this process: the same code without the start of another. Files are looked for in `cwd`. */
export async function inProcess(words: readonly string[], cwd: string, watched = false): Promise<Ran> {
  let out = "";
  let err = "";
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const status = await run(words, {
      input: PassThrough.from([]), output: new PassThrough(), inputFault: () => null, width: 100, watched,
      print: (text) => void (out += text), note: (text) => void (err += text), bold: (text) => text, dim: (text) => text,
    });
    return { status, out, err };
  } finally {
    process.chdir(before);
  }
}

/** Words of a command line with '…' and "…" quotes. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare ?? "");
}
