import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** A line with its number from 1; null where it is longer than can be held. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string | null;
}

const longestLine = 64 * 1024 * 1024;

/**
 * Lines of a stream in blocks as they arrive, blank ones left out (but counted). Memory is bounded by the longest line, and by
 * 64 Mi characters whatever the input.
 */
export async function* linesOf(input: Readable, longest: number = longestLine): AsyncGenerator<readonly NumberedLine[]> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let dropping = false;
  let number = 0;
  const take = (text: string): NumberedLine[] => {
    const lines: NumberedLine[] = [];
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; from = end + 1, end = text.indexOf("\n", from)) {
      const line = rest + text.slice(from, end);
      rest = "";
      number++;
      if (dropping || line.length > longest) lines.push({ number, text: null });
      else if (line.trim() !== "") lines.push({ number, text: number === 1 ? line.replace(/^\uFEFF/, "") : line });
      dropping = false;
    }
    rest += text.slice(from);
    if (rest.length > longest) {
      dropping = true;
      rest = "";
    }
    return lines;
  };
  for await (const chunk of input) {
    const lines = take(typeof chunk === "string" ? chunk : decoder.write(chunk as Buffer));
    if (lines.length > 0) yield lines;
  }
  const last = take(`${decoder.end()}\n`);
  if (last.length > 0) yield last;
}
