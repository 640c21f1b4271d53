import type { LoadCurve } from "./load.ts";

/**
 * The rate up to which the 95th percentile of TTFT or TPOT is within a limit, requests/s: between two points of the curve on a
 * straight line of log time; null where the curve does not reach the limit.
 */
export function heldUpTo(curve: LoadCurve, metric: "ttft" | "tpot", limitSeconds: number): number | null {
  const points = curve.points.map(({ ratePerSecond, prediction: { values } }) => ({ ratePerSecond, seconds: metric === "ttft" ? values.ttftP95Seconds : values.tpotP95Seconds }));
  for (let i = points.length - 1; i > 0; i--) {
    const [before, after] = [points[i - 1], points[i]] as const;
    if (before?.seconds === undefined || after?.seconds === undefined || !(before.seconds <= limitSeconds && after.seconds > limitSeconds)) continue;
    const share = Math.log(limitSeconds / before.seconds) / Math.log(after.seconds / before.seconds);
    return before.ratePerSecond + share * (after.ratePerSecond - before.ratePerSecond);
  }
  return null;
}
