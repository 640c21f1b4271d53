import * as v from "valibot";
import type { DeviceFile } from "./file.ts";
import { may, schemaParts, type Schema, type SchemaParts } from "./schema-parts.ts";

const families = [
  "nvidia-turing", "nvidia-volta", "nvidia-ampere", "nvidia-ada", "nvidia-hopper", "nvidia-blackwell", "amd-cdna2", "amd-cdna3",
  "amd-cdna4", "google-tpu", "sambanova-rdu", "intel-gaudi", "aws-neuron", "cerebras-wafer", "graphcore-ipu", "groq-lpu",
  "apple-gpu", "cpu", "mobile", "other",
] as const;

const word = v.string;
let built: Schema<DeviceFile> | undefined;

/** The schema of an own device, built on first use: a program that reads none does not pay for it. */
export function deviceFileSchema(): Schema<DeviceFile> {
  return (built ??= deviceSchema(schemaParts()));
}

/** Optional figures of the dimensions that files speak of. */
export function figuresOf({ quantity }: SchemaParts) {
  return {
    rate: may(quantity("bytes-per-second")), bytes: may(quantity("bytes")), flops: may(quantity("flops-per-second")),
    hertz: may(quantity("hertz")), watts: may(quantity("watts")), seconds: may(quantity("seconds")), usd: may(quantity("usd")),
  };
}

/** Entries that every file has. */
export function head<const Kinds extends readonly string[]>({ id, notes, sources }: SchemaParts, kinds: Kinds) {
  return { $schema: may(word()), id, name: word(), kind: v.picklist(kinds), notes: may(notes), sources: may(sources) };
}

export function deviceSchema(parts: SchemaParts): Schema<DeviceFile> {
  const { id, number, text, flag, link, scaleUp, price, disagreements } = parts;
  const { rate, bytes, flops, hertz, watts, seconds, usd } = figuresOf(parts);
  const memory = v.strictObject({
    tier: v.picklist(["hbm", "dram", "sram", "ddr", "host", "lpddr", "flash"]),
    technology: may(text), label: bytes, usable: bytes, bandwidth: rate, link: rate, sharedBy: may(number), host: may(id),
  });
  // JSON Schema has no tuple that both drafts read alike, so the first tier is asked for by length.
  const memories = v.pipe(v.array(memory), v.minLength(1, "is empty: a device has at least one memory")) as unknown as Schema<DeviceFile["memory"]>;
  return v.strictObject({
    ...head(parts, ["accelerator", "cpu", "mobile-soc"]),
    vendor: may(word()),
    family: may(v.picklist(families)),
    aliases: may(v.array(id)),
    form: may(text), releaseYear: may(number), process: may(text),
    compute: may(v.strictObject({
      matrix: may(v.strictObject({
        fp64: flops, fp32: flops, tf32: flops, bf16: flops, fp16: flops, fp8: flops, int8: flops, fp6: flops, fp4: flops, int4: flops,
      })),
      vector: may(v.strictObject({ fp64: flops, fp32: flops, fp16: flops })),
      structuredSparsity: may(flag), units: may(number), unitKind: may(text), baseClock: hertz, peakClock: hertz,
    })),
    onChip: may(v.strictObject({ sharedPerUnit: bytes, l2: bytes, l2Bandwidth: rate, sram: bytes, sramBandwidth: rate })),
    memory: memories,
    links: may(v.strictObject({ host: may(link), scaleUp: may(scaleUp), scaleOut: may(link) })),
    power: may(v.strictObject({ tdp: watts, idle: watts })),
    measured: may(v.strictObject({
      memoryBandwidth: rate, l2Bandwidth: rate, l2Latency: seconds, bf16: flops, fp8: flops, kernelLaunch: seconds,
    })),
    purchasePrice: usd,
    prices: may(v.array(price)),
    disagreements: may(disagreements),
  });
}
