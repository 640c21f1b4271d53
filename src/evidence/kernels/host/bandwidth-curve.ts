/** Bytes per second by working set; the levels of the cache show in it. */
export interface BandwidthPoint {
  readonly workingSetBytes: number;
  readonly bytesPerSecond: number;
}

/**
 * Bandwidth at a working set: straight between measured points on logarithmic axes, flat outside them.
 *
 * @param curve by rising working set, at least one point
 * @returns bytes per second.
 */
export function bandwidthAt(curve: readonly BandwidthPoint[], workingSetBytes: number): number {
  const above = curve.findIndex((point) => point.workingSetBytes >= workingSetBytes);
  if (above === 0) return (curve[0] as BandwidthPoint).bytesPerSecond;
  const low = curve.at(above === -1 ? -1 : above - 1) as BandwidthPoint;
  const high = curve[above];
  if (high === undefined) return low.bytesPerSecond;
  const share = Math.log(workingSetBytes / low.workingSetBytes) / Math.log(high.workingSetBytes / low.workingSetBytes);
  return low.bytesPerSecond * (high.bytesPerSecond / low.bytesPerSecond) ** share;
}
