/** What a dropped file is, by what it holds. */
export type Dropped =
  | { readonly kind: "model"; readonly name: string; readonly config: Readonly<Record<string, unknown>> }
  | { readonly kind: "device"; readonly name: string; readonly spec: { readonly id: string } }
  | { readonly kind: "trace"; readonly name: string; readonly text: string };

/**
 * Tells a model's `config.json`, a device's file and a trace apart: a whole JSON object with `memory` and `kind` is a device, any other
 * is a model; everything else is a trace, whose reader says what it misses.
 */
export function classify(text: string, name: string): Dropped {
  if (text.includes("\0")) throw new Error("is no text; a trace is CSV or JSON Lines, a model and a device are JSON, each of them gzipped or not");
  const start = text.trimStart()[0];
  if (start === "{" || start === "[") {
    let whole: unknown;
    try {
      whole = JSON.parse(text);
    } catch (fault) {
      // JSON Lines are not one JSON value; a broken config.json is not many lines of objects either.
      if (/\.json(\.gz)?$/i.test(name) && !/^\s*\{.*\}\s*$/m.test(text.split("\n")[0] ?? "")) throw new Error(`is not JSON: ${(fault as Error).message}`);
    }
    if (Array.isArray(whole) && !(typeof whole[0] === "object" && whole[0] !== null)) throw new Error(`is a list of ${typeof whole[0]}s; a model's config.json and a device's file are objects, a trace is a list of requests, JSON Lines or CSV`);
    if (typeof whole === "object" && whole !== null && !Array.isArray(whole) && !looksLikeRequest(whole)) {
      const object = whole as Record<string, unknown>;
      if (Array.isArray(object["memory"]) && typeof object["id"] === "string") return { kind: "device", name, spec: object as unknown as { id: string } };
      return { kind: "model", name, config: object };
    }
  }
  return { kind: "trace", name, text };
}

/** A trace of one request in JSON Lines is one JSON value too. */
function looksLikeRequest(value: object): boolean {
  return Object.keys(value).some((name) => /^(input_?(tokens|length)|context_?tokens|prompt_?tokens|num_prefill_tokens|usage)$/i.test(name));
}

/** The text of a file, unpacked where its first bytes are gzip's. */
export async function textOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0x1f && second === 0x8b) return new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))).text();
  return file.text();
}
