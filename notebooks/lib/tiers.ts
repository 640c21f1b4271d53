import type { MemoryTier } from "../../src/index.ts";

/** A tier with what is put into it. */
export interface FilledTier {
  readonly name: string;
  readonly capacityBytes: number;
  readonly bytesPerSecond: number;
  readonly bytes: number;
}

/** Tiers of known size and speed, fastest first. */
export function usableTiers(tiers: readonly (MemoryTier & { readonly label?: string })[]): Omit<FilledTier, "bytes">[] {
  return tiers.flatMap(({ name, technology, label, capacityBytes, bandwidthBytesPerSecond }) =>
    capacityBytes === null || bandwidthBytesPerSecond === null ? [] : [{ name: label ?? technology ?? name, capacityBytes, bytesPerSecond: bandwidthBytesPerSecond }])
    .sort((a, b) => b.bytesPerSecond - a.bytesPerSecond);
}

/** Bytes put into the tiers from the fastest down; null where they do not fit. */
export function fillTiers(tiers: readonly Omit<FilledTier, "bytes">[], bytes: number): FilledTier[] | null {
  let left = bytes;
  const filled = tiers.map((tier) => {
    const held = Math.min(left, tier.capacityBytes);
    left -= held;
    return { ...tier, bytes: held };
  });
  return left > 0 ? null : filled;
}

/**
 * Time in which every byte of the tiers is read once: all tiers at the same time (the best that overlap can do), and one after the
 * other (no overlap). Bounds by bandwidth alone, not predictions.
 */
export function readSeconds(tiers: readonly FilledTier[]): { readonly overlapped: number; readonly inTurn: number } {
  const times = tiers.map(({ bytes, bytesPerSecond }) => bytes / bytesPerSecond);
  return { overlapped: Math.max(0, ...times), inTurn: times.reduce((sum, time) => sum + time, 0) };
}

/** What a tier behind the fastest holds of models that are switched in. */
export interface Shelf {
  readonly name: string;
  /** Whole models of this size. */
  readonly models: number;
  /** One read of a model's weights from the tier, by bandwidth alone. */
  readonly switchSeconds: number;
}

/** The tiers behind the fastest as shelves of models, of which one at a time stands in the fastest. */
export function shelves(tiers: readonly Omit<FilledTier, "bytes">[], weightsBytes: number): Shelf[] {
  return tiers.slice(1).map(({ name, capacityBytes, bytesPerSecond }) => ({ name, models: Math.floor(capacityBytes / weightsBytes), switchSeconds: weightsBytes / bytesPerSecond }));
}
