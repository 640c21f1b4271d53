import type { MemoryAnswer } from "../predict/memory.ts";
import { RidgepointError } from "../quantities/errors.ts";
import { formatBytes } from "../quantities/format.ts";
import { axes } from "./frame/axes.ts";
import { frame, told } from "./frame/frame.ts";
import { linearTicks } from "./frame/ticks.ts";
import { palette } from "./frame/palette.ts";
import { textWidth } from "./frame/text-width.ts";
import type { PictureOptions, PlotModule, PlotSpecification } from "./frame/types.ts";

/** One deployment of several that are compared. */
export interface NamedMemory {
  /** For the axis. */
  readonly name: string;
  /** Of `memoryOf(question)` with a device. */
  readonly memory: MemoryAnswer;
}

const unused = "not used by the engine";

const parts = [
  { part: "weights", colour: palette.blue }, { part: "engine and activations", colour: palette.purple }, { part: "KV cache", colour: palette.green },
  { part: unused, colour: palette.grey },
] as const;

const gibibyte = 2 ** 30;

/**
 * What fills the memory of one device: weights, what the engine keeps, the KV cache that is left, and what the engine does not touch;
 * a bar for each pipeline stage, or for each of several deployments. Exact counts.
 *
 * @param memory - of `memoryOf(question)` with a device; or several of them, with names.
 * @throws RidgepointError `missing-field` where an answer has no device.
 * @example Plot.plot(memoryPlot(Plot, memoryOf({ model: "meta-llama/Llama-3.1-8B", hardware: "l40s", precision: { weights: "fp8" } })))
 */
export function memoryPlot(Plot: PlotModule, memory: MemoryAnswer | readonly NamedMemory[], options: PictureOptions = {}): PlotSpecification {
  const named = "parameters" in memory ? [{ name: "", memory }] : memory;
  const rows = named.flatMap(({ name, memory: answer }) => stackOf(name, answer));
  const bars = [...new Set(rows.map(({ bar }) => bar))];
  const wide = Math.max(20, ...bars.map((bar) => textWidth(bar) + 14));
  const largest = Math.max(...rows.map(({ to }) => to));
  const { layout, base, above } = frame(Plot, options, {
    marginLeft: Math.min(wide, (options.width ?? 640) * 0.4), marginRight: 24,
    legend: parts.filter(({ part }) => rows.some((row) => row.part === part)).map(({ part, colour }) => ({ label: part, colour, shape: part === unused ? "faint" : "square" })),
    height: (top) => top + 44 + 46 * bars.length, ariaLabel: "Memory of one device",
    ariaDescription: bars.map((bar) => `${bar}: ${rows.filter((row) => row.bar === bar).map(({ part, bytes }) => `${part} ${formatBytes(bytes)}`).join(", ")}`).join("; "),
  });
  const perByte = (layout.right - layout.left) / largest;
  return {
    ...base,
    x: { domain: [0, largest / gibibyte], axis: null },
    y: { domain: bars, label: null, padding: 0.25, tickSize: 0 },
    marks: [
      ...axes(Plot, { x: { ticks: linearTicks([0, largest / gibibyte], layout.narrow ? 4 : 8), format: String, label: "GiB of one device" } }),
      Plot.barX(rows, {
        x1: (r: (typeof rows)[number]) => r.from / gibibyte, x2: (r: (typeof rows)[number]) => r.to / gibibyte, y: "bar", fill: "colour",
        fillOpacity: (r: (typeof rows)[number]) => (r.part === unused ? 0.35 : 1), stroke: "var(--plot-background)", strokeWidth: 0.8, ...told((r: (typeof rows)[number]) => `${r.part}: ${formatBytes(r.bytes)}`),
      }),
      Plot.text(rows.filter(({ bytes }) => bytes * perByte > textWidth(formatBytes(bytes)) + 8), {
        x: (r: (typeof rows)[number]) => (r.from + r.to) / 2 / gibibyte, y: "bar", text: (r: (typeof rows)[number]) => formatBytes(r.bytes), fill: (r: (typeof rows)[number]) => (r.part === unused ? "currentColor" : "white"),
      }),
      ...above,
    ],
  };
}

interface Part {
  readonly bar: string;
  readonly part: string;
  readonly colour: string;
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
}

function stackOf(name: string, memory: MemoryAnswer): Part[] {
  const { stages, memoryBytesPerDevice: all, usableBytesPerDevice: usable, reservedBytesPerDevice: reserved } = memory;
  if (stages === undefined || all === undefined || usable === undefined || reserved === undefined) {
    throw new RidgepointError("missing-field", "memory has no device: ask memoryOf with hardware", { path: "hardware" });
  }
  return stages.flatMap(({ stage, weightsBytes }) => {
    const bar = [name, stages.length > 1 ? `stage ${stage}` : ""].filter((word) => word !== "").join(", ") || "device";
    const sizes = [weightsBytes, reserved, Math.max(0, usable - reserved - weightsBytes), Math.max(0, all - usable)];
    let from = 0;
    return parts.map(({ part, colour }, index) => {
      const bytes = sizes[index] as number;
      const row = { bar, part, colour, bytes, from, to: from + bytes };
      from += bytes;
      return row;
    }).filter(({ bytes }) => bytes > 0);
  });
}
