import { type Command, Option } from "commander";
import { device, devices, fabrics, nodes, storages } from "../../hardware/lookup.ts";
import { parseDevice } from "../../hardware/parse-device.ts";
import type { Device } from "../../hardware/types.ts";
import { isJsonFile, readJson } from "../input/files.ts";
import { printCompared, printDevices, printParts } from "../output/hardware.ts";
import { printDeviceFile } from "../output/hardware-file.ts";
import { printCsv, printJson } from "../output/print.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface ListOptions {
  readonly kind: "accelerator" | "cpu" | "mobile-soc" | "node" | "fabric" | "storage" | "all";
  readonly json?: boolean;
  readonly csv?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  defineList(command.command("list").description("List the catalogue."), terminal);
  defineShow(command.command("show <id>").description("Everything that the catalogue knows of one entry, with sources."), terminal);
  defineCompare(command.command("compare <ids...>").description("Devices side by side; a device file (.json) may be among them."), terminal);
  examples(command, ["ridgepoint hardware list", "ridgepoint hardware show h100-sxm5-80", "ridgepoint hardware compare a100-sxm-80 h100 h200 b200"]);
}

function defineList(command: Command, terminal: Terminal): void {
  command
    .addOption(new Option("--kind <kind>", "what to list").choices(["accelerator", "cpu", "mobile-soc", "node", "fabric", "storage", "all"]).default("accelerator"))
    .option("--json", "the library's objects as JSON")
    .option("--csv", "one line for each entry");
  examples(command, ["ridgepoint hardware list", "ridgepoint hardware list --kind node", "ridgepoint hardware list --kind all --csv"]);
  command.action(({ kind, json, csv }: ListOptions) => {
    const parts = kind === "node" ? nodes() : kind === "fabric" ? fabrics() : kind === "storage" ? storages() : null;
    const chosen = parts ?? devices().filter((entry) => kind === "all" || entry.kind === kind);
    if (json === true) printJson(terminal, chosen);
    else if (csv === true) printCsv(terminal, parts ?? (chosen as readonly Device[]).map(flat));
    else if (parts === null) printDevices(terminal, chosen as readonly Device[]);
    else printParts(terminal, parts);
  });
}

function defineShow(command: Command, terminal: Terminal): void {
  command.option("--json", "the library's record as JSON");
  examples(command, ["ridgepoint hardware show mi300x", "ridgepoint hardware show dgx-h100"]);
  command.action((id: string, { json }: { readonly json?: boolean }) => printDeviceFile(terminal, id, json === true));
}

function defineCompare(command: Command, terminal: Terminal): void {
  command.option("--json", "the library's objects as JSON").option("--csv", "one line for each device");
  examples(command, ["ridgepoint hardware compare h100-sxm5-80 mi300x tpu-v5p"]);
  command.action((ids: readonly string[], { json, csv }: { readonly json?: boolean; readonly csv?: boolean }) => {
    const chosen = ids.map((id) => (isJsonFile(id) ? parseDevice(readJson(id, "id"), id) : device(id)));
    if (json === true) printJson(terminal, chosen);
    else if (csv === true) printCsv(terminal, chosen.map(flat));
    else printCompared(terminal, chosen);
  });
}

/** A device without its lists, as one line of CSV: its fast memory, and its prices counted. */
function flat({ tiers, prices, ...rest }: Device): object {
  const [{ technology, capacityBytes, bandwidthBytesPerSecond }] = tiers;
  return { ...rest, memory: { technology, capacityBytes, bandwidthBytesPerSecond }, prices: prices.length };
}
