import { device } from "../../hardware/lookup.ts";
import { recordOf } from "../../hardware/provenance.ts";
import type { Device } from "../../hardware/types.ts";
import type { Terminal } from "../terminal.ts";
import { dollars } from "./figures.ts";
import { printJson, printList, printTable, printText } from "./print.ts";

/** Everything that one file of the catalogue says: figures with the tags of their sources, disagreements, notes, prices, sources. */
export function printDeviceFile(terminal: Terminal, id: string, asJson: boolean): void {
  const record = recordOf(id);
  const entry = deviceOrNull(id);
  if (asJson) {
    printJson(terminal, entry === null ? record : { ...record, device: entry });
    return;
  }
  if (entry !== null) printText(terminal, terminal.bold(`${entry.name} (${entry.id}), ${entry.vendor}, ${entry.family}`));
  printTable(terminal, "Figures", [
    { header: "figure", cells: record.figures.map(({ path }) => path) },
    { header: "value", align: "right", cells: record.figures.map(({ text }) => (text.length > 44 ? `${text.slice(0, 43)}…` : text)) },
    { header: "sources", cells: record.figures.map(({ tags, note }) => (note === null ? tags.join(" ") : `${tags.join(" ")}: ${note}`)) },
  ]);
  if (entry !== null && entry.prices.length > 0) {
    printTable(terminal, "Prices", [
      { header: "$/h", align: "right", cells: entry.prices.map((price) => dollars(price.usdPerDeviceHour)) },
      { header: "kind", cells: entry.prices.map((price) => price.kind) },
      { header: "date", cells: entry.prices.map((price) => price.date) },
      { header: "provider", cells: entry.prices.map((price) => price.provider) },
    ]);
  }
  printList(terminal, "Where sources differ", record.disagreements.map(({ says, choice }) => `${says.replace(/[.]?$/, ".")} Taken: ${choice}`));
  printList(terminal, "Notes", record.notes);
  printList(terminal, "Sources", Object.entries(record.sources).map(([tag, { title, url, date }]) => `${tag}: ${title}${url === null ? "" : `, ${url}`}${date === undefined ? "" : ` (${date})`}`));
}

/** Nodes, fabrics and drives have files too, but no device. */
function deviceOrNull(id: string): Device | null {
  try {
    return device(id);
  } catch {
    return null;
  }
}
