/** One column of a plain-text table. */
export interface TextColumn {
  readonly header: string;
  /** Stands above neighbouring columns with the same group. */
  readonly group?: string;
  readonly align?: "left" | "right";
  readonly cells: readonly string[];
}

/** Options of `toText`. */
export interface TextOptions {
  /** Characters of a line at most; the last left-aligned column is wrapped to fit. 100 unless told. */
  readonly width?: number;
  /** Marks up header lines (bold on a terminal); as they are unless told. */
  readonly style?: (header: string) => string;
}

const gap = "  ";

/** Columns as text: right-aligned figures under their headers, two spaces apart, no trailing blanks, one line for each row or as many as its wrapped cell needs. */
export function toText(columns: readonly TextColumn[], options: TextOptions = {}): string {
  const most = options.width ?? 100;
  const style = options.style ?? ((text: string) => text);
  const widths = columns.map(({ header, cells }) => Math.max(lengthOf(header), ...cells.map(lengthOf)));
  widenForGroups(columns, widths);
  const wrapped = wrapColumn(columns, widths, most);
  const lines: string[] = [];
  const groups = groupLine(columns, widths);
  if (groups.trim() !== "") lines.push(style(groups.trimEnd()));
  lines.push(style(lineOf(columns, widths, columns.map(({ header }) => header))));
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  for (let row = 0; row < rows; row++) {
    const cells = columns.map((column) => column.cells[row] ?? "");
    const parts = wrapped < 0 ? [] : wrap(cells[wrapped] as string, widths[wrapped] as number);
    lines.push(lineOf(columns, widths, cells.map((cell, index) => (index === wrapped ? parts[0] ?? "" : cell))));
    for (const part of parts.slice(1)) lines.push(lineOf(columns, widths, cells.map((_, index) => (index === wrapped ? part : ""))));
  }
  return `${lines.join("\n")}\n`;
}

/** Text broken at blanks into lines of at most `width` characters; a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    if (line === "") line = word;
    else if (lengthOf(line) + 1 + lengthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** A paragraph whose later lines are indented under the text of the first. */
export function paragraph(text: string, width: number, indent = ""): string {
  return wrap(text, width - indent.length).map((line, index) => (index === 0 ? line : indent + line)).join("\n");
}

function lineOf(columns: readonly TextColumn[], widths: readonly number[], cells: readonly string[]): string {
  return cells.map((cell, index) => pad(cell, widths[index] as number, columns[index]?.align ?? "left")).join(gap).trimEnd();
}

function groupLine(columns: readonly TextColumn[], widths: readonly number[]): string {
  let line = "";
  for (let start = 0; start < columns.length; ) {
    const end = groupEnd(columns, start);
    line += (start === 0 ? "" : gap) + pad(columns[start]?.group ?? "", spanOf(widths, start, end), "left");
    start = end;
  }
  return line;
}

/** The first column after those that share the group of `start`. */
function groupEnd(columns: readonly TextColumn[], start: number): number {
  let end = start + 1;
  while (columns[start]?.group !== undefined && columns[end]?.group === columns[start]?.group) end++;
  return end;
}

function spanOf(widths: readonly number[], start: number, end: number): number {
  return widths.slice(start, end).reduce((sum, width) => sum + width, 0) + gap.length * (end - start - 1);
}

function widenForGroups(columns: readonly TextColumn[], widths: number[]): void {
  for (let start = 0; start < columns.length; ) {
    const end = groupEnd(columns, start);
    widths[end - 1] = (widths[end - 1] as number) + Math.max(0, lengthOf(columns[start]?.group ?? "") - spanOf(widths, start, end));
    start = end;
  }
}

/** Narrows the last left-aligned column where the line is too long; its index, or −1 where nothing must be wrapped. */
function wrapColumn(columns: readonly TextColumn[], widths: number[], most: number): number {
  const over = spanOf(widths, 0, widths.length) - most;
  const last = columns.length - 1;
  if (over <= 0 || (columns[last]?.align ?? "left") !== "left") return -1;
  widths[last] = Math.max(20, (widths[last] as number) - over);
  return last;
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - lengthOf(text)));
  return align === "right" ? blanks + text : text + blanks;
}

/** Characters as a terminal shows them: code points, which for the signs used here are one column each. */
function lengthOf(text: string): number {
  return [...text].length;
}
