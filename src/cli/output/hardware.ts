import { formatBytes, formatFlopRate, formatHertz, formatRate, formatWatts } from "../../quantities/format.ts";
import { catalogueDevicePrice } from "../../predict/price.ts";
import type { Device, Fabric, Node, Storage } from "../../hardware/types.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, dollars, none } from "./figures.ts";
import { printTable, printText } from "./print.ts";

const or = (value: number | null | undefined, print: (value: number) => string): string => (value === null || value === undefined ? none : print(value));

/** Devices as a table, one line each. */
export function printDevices(terminal: Terminal, devices: readonly Device[]): void {
  const right = (header: string, cell: (device: Device) => string): TextColumn => ({ header, align: "right", cells: devices.map(cell) });
  printTable(terminal, null, [
    { header: "id", cells: devices.map((device) => device.id) },
    { header: "vendor", cells: devices.map((device) => device.vendor) },
    right("year", (device) => or(device.releaseYear, String)),
    right("16-bit peak", (device) => or(sixteenBit(device), formatFlopRate)),
    right("8-bit peak", (device) => or(device.matrixFlopsPerSecond.fp8, formatFlopRate)),
    right("memory", (device) => or(device.tiers[0].capacityBytes, formatBytes)),
    right("bandwidth", (device) => or(device.tiers[0].bandwidthBytesPerSecond, formatRate)),
    right("TDP", (device) => or(device.tdpWatts, formatWatts)),
    right("$/h", (device) => dollars(catalogueDevicePrice(device))),
  ]);
  printText(terminal, `${devices.length} devices. Peaks are dense; – is not published. \`ridgepoint hardware show <id>\` has the sources.`);
}

function sixteenBit(device: Device): number | undefined {
  const { bf16, fp16 } = device.matrixFlopsPerSecond;
  return bf16 ?? fp16;
}

/** Nodes, fabrics or drives: an id, a name and whatever figures they have. */
export function printParts(terminal: Terminal, parts: readonly (Node | Fabric | Storage)[]): void {
  const columns: TextColumn[] = [
    { header: "id", cells: parts.map((part) => part.id) },
    { header: "name", cells: parts.map((part) => part.name) },
  ];
  const figure = (header: string, cell: (part: Node & Fabric & Storage) => string): void => {
    const cells = parts.map((part) => cell(part as Node & Fabric & Storage));
    if (cells.some((text) => text !== none)) columns.push({ header, align: "right", cells });
  };
  figure("devices", (part) => or(part.devices, String));
  figure("scale-up", (part) => or(part.scaleUpBytesPerSecond, formatRate));
  figure("scale-out", (part) => or(part.scaleOutBytesPerSecond, formatRate));
  figure("bandwidth", (part) => or(part.bytesPerSecond, formatRate));
  figure("capacity", (part) => or(part.capacityBytes, (bytes) => formatBytes(bytes, { prefix: "decimal" })));
  figure("inside", (part) => or(part.internalBytesPerSecond, formatRate));
  figure("outside", (part) => or(part.externalBytesPerSecond, formatRate));
  printTable(terminal, null, columns);
}

type Line = readonly [label: string, cell: (device: Device) => string];

const lines: readonly Line[] = [
  ["vendor", (d) => d.vendor],
  ["family", (d) => d.family],
  ["year", (d) => or(d.releaseYear, String)],
  ["bf16 peak", (d) => or(d.matrixFlopsPerSecond.bf16, formatFlopRate)],
  ["fp16 peak", (d) => or(d.matrixFlopsPerSecond.fp16, formatFlopRate)],
  ["fp8 peak", (d) => or(d.matrixFlopsPerSecond.fp8, formatFlopRate)],
  ["int8 peak", (d) => or(d.matrixFlopsPerSecond.int8, formatFlopRate)],
  ["fp4 peak", (d) => or(d.matrixFlopsPerSecond.fp4, formatFlopRate)],
  ["vector fp32", (d) => or(d.vectorFlopsPerSecond.fp32, formatFlopRate)],
  ["units", (d) => or(d.computeUnits, (units) => digits(units, 9))],
  ["clock", (d) => or(d.clockHertz, formatHertz)],
  ["last-level cache", (d) => or(d.l2Bytes, formatBytes)],
  ["memory", (d) => or(d.tiers[0].capacityBytes, formatBytes)],
  ["bandwidth", (d) => or(d.tiers[0].bandwidthBytesPerSecond, formatRate)],
  ["ridge, bf16", (d) => or(ridge(d), (value) => `${digits(value)} FLOP/B`)],
  ["scale-up link", (d) => or(d.scaleUp.bytesPerSecond, formatRate)],
  ["devices joined", (d) => or(d.scaleUp.domainDevices, String)],
  ["scale-out link", (d) => or(d.scaleOut.bytesPerSecond, formatRate)],
  ["host link", (d) => or(d.hostLinkBytesPerSecond, formatRate)],
  ["TDP", (d) => or(d.tdpWatts, formatWatts)],
  ["$/device-hour", (d) => dollars(catalogueDevicePrice(d))],
];

/** FLOP per byte at which compute and memory balance. */
function ridge(device: Device): number | null {
  const peak = sixteenBit(device);
  const bandwidth = device.tiers[0].bandwidthBytesPerSecond;
  return peak === undefined || bandwidth === null ? null : peak / bandwidth;
}

/** Devices side by side, in as many tables as the width needs. */
export function printCompared(terminal: Terminal, devices: readonly Device[]): void {
  const known = lines.filter(([, cell]) => devices.some((device) => cell(device) !== none));
  const label: TextColumn = { header: "", cells: known.map(([name]) => name) };
  let row: TextColumn[] = [];
  let width = 0;
  const flush = (): void => {
    if (row.length > 0) printTable(terminal, null, [label, ...row]);
    row = [];
    width = Math.max(...label.cells.map((cell) => cell.length));
  };
  flush();
  for (const device of devices) {
    const column: TextColumn = { header: device.id, align: "right", cells: known.map(([, cell]) => cell(device)) };
    const more = 2 + Math.max(device.id.length, ...column.cells.map((cell) => cell.length));
    if (row.length > 0 && width + more > terminal.width) {
      flush();
      terminal.print("\n");
    }
    row.push(column);
    width += more;
  }
  flush();
}
