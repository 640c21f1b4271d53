import { RidgepointError } from "../../quantities/errors.ts";

/** The columns that a trace may have, by what they mean; names are compared without case, spaces, dashes and underscores. */
const NAMES = {
  seconds: ["arrivals", "arrivalseconds", "arrivaltime", "arrivaltimes", "arrivedat", "timeseconds", "times", "time", "starts", "arrival"],
  milliseconds: ["arrivalms", "timestampms", "timems", "arrivalmilliseconds"],
  timestamp: ["timestamp", "date", "datetime", "created", "createdat", "starttime", "requesttime"],
  input: ["inputtokens", "contexttokens", "prompttokens", "inputlength", "numprefilltokens", "promptlength", "requesttokens", "prefilltokens", "input"],
  output: ["outputtokens", "generatedtokens", "completiontokens", "outputlength", "numdecodetokens", "responsetokens", "decodetokens", "output"],
  hit: ["prefixhittokens", "cachedtokens", "prefixtokens"],
  session: ["session", "sessionid", "conversationid", "chatid", "userid", "user"],
  blocks: ["hashids"],
} as const;

/** What a column means. */
export type Meaning = keyof typeof NAMES;

/** Which column has which meaning. */
export type Columns = Partial<Record<Meaning, string>>;

/** Finds the meaning of the columns of a trace. Throws `missing-field` where one that is needed is not there. */
export function meaningOf(columns: readonly string[], line: number): Columns {
  const found: Columns = {};
  for (const meaning of Object.keys(NAMES) as Meaning[]) {
    const column = columns.find((name) => (NAMES[meaning] as readonly string[]).includes(plain(name)));
    if (column !== undefined) found[meaning] = column;
  }
  const missing = (what: string, usual: string): RidgepointError =>
    new RidgepointError("missing-field", `line ${line}: no column for ${what}; call it ${usual}; there are ${columns.join(", ")}`, { path: `line ${line}` });
  if (found.seconds === undefined && found.milliseconds === undefined && found.timestamp === undefined) {
    throw missing("the arrival time", "arrival_s, arrival_ms or timestamp");
  }
  if (found.input === undefined) throw missing("the input tokens", "input_tokens or prompt_tokens");
  if (found.output === undefined) throw missing("the output tokens", "output_tokens or completion_tokens");
  return found;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
