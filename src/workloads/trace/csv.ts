import { RidgepointError } from "../../quantities/errors.ts";

/** A record with the line on which it starts. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Splits CSV (RFC 4180: quotes may hold commas, line breaks and doubled quotes) into rows; empty lines are left out. Tabs or semicolons
 * part the fields where the first line has them and no comma.
 */
export function csvRows(text: string): readonly Row[] {
  const separator = separatorOf(text);
  if (!text.includes('"')) return plainRows(text, separator);
  const rows: Row[] = [];
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  let line = 1;
  let start = 1;
  const end = (): void => {
    fields.push(field);
    if (fields.length > 1 || fields[0]!.trim() !== "") rows.push({ line: start, fields: fields.map((x) => x.trim()) });
    fields = [];
    field = "";
    start = line + 1;
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += c;
        i++;
      } else if (c === '"') quoted = false;
      else field += c;
      if (c === "\n") line++;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      fields.push(field);
      field = "";
    } else if (c === "\n") {
      end();
      line++;
    } else if (c !== "\r") field += c;
  }
  if (quoted) throw new RidgepointError("invalid-value", `line ${start}: a quotation mark is not closed`, { path: `line ${start}` });
  if (field !== "" || fields.length > 0) end();
  return rows;
}

function separatorOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  return first.includes(",") ? "," : first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
}

/** Without quotes a line is a row. */
function plainRows(text: string, separator: string): readonly Row[] {
  const rows: Row[] = [];
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((content, i) => {
      if (content.trim() !== "") rows.push({ line: i + 1, fields: content.split(separator).map((field) => field.trim()) });
    });
  return rows;
}
