import { RidgepointError } from "../../quantities/errors.ts";
import { readTrace as readTraceText } from "../../workloads/trace/read.ts";
import type { TraceRequest } from "../../workloads/types.ts";
import { readText } from "./files.ts";

/**
 * Reads recorded requests from a file, packed (`.gz`) or not, as the library's `readTrace` does; the first request becomes time 0.
 * Requests without any prompt or answer are given one token, and the last prompt token is never found in a cache: it gives the first
 * token of the answer.
 */
export function readTrace(path: string): TraceRequest[] {
  const text = readText(path, "--trace");
  const requests = read(text, path);
  if (requests.length < 2) throw new RidgepointError("invalid-value", `--trace = ${JSON.stringify(path)} holds fewer than two requests`, { path: "--trace", value: path });
  const start = (requests[0] as TraceRequest).arrivalSeconds;
  return requests.map((request) => {
    const inputTokens = Math.max(1, request.inputTokens);
    const { prefixHitTokens } = request;
    return {
      ...request, arrivalSeconds: request.arrivalSeconds - start, inputTokens, outputTokens: Math.max(1, request.outputTokens),
      ...(prefixHitTokens === undefined ? {} : { prefixHitTokens: Math.min(prefixHitTokens, inputTokens - 1) }),
    };
  });
}

/** The library's errors name the line; the file is added. */
function read(text: string, path: string): readonly TraceRequest[] {
  if (text.trim() === "") return [];
  try {
    return readTraceText(text, /\.(jsonl|ndjson)(\.gz)?$/i.test(path) ? { format: "jsonl" } : {});
  } catch (error) {
    if (!(error instanceof RidgepointError)) throw error;
    throw new RidgepointError(error.code, `--trace = ${JSON.stringify(path)}, ${error.message}`, { path: "--trace", value: path });
  }
}
