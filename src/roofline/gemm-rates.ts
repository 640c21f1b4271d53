import type { Machine } from "./machine.ts";
import { parallelUnits } from "./parallel-units.ts";

/** What timing a product needs of a machine, worked out once. */
export interface GemmRates {
  readonly units: number;
  /** One over units. */
  readonly perUnit: number;
  readonly efficiency: number;
  readonly feedRows: number;
  readonly secondsPerByte: number;
  readonly perCacheByte: number;
  readonly exposedShare: number;
  readonly writeExposedShare: number;
  readonly loopSecondsPerByte: number;
  readonly fillSeconds: number;
  readonly waveQuantisation: number;
  readonly splitSeconds: number;
  readonly splitSecondsPerElement: number;
  /** Seconds in which one unit scales and adds one partial sum of a block-scaled product. */
  readonly blockScaleSeconds: number;
  /** Seconds that one unit takes to widen one weight. */
  readonly dequantSeconds: number;
  readonly rowGranule: number;
  readonly smallRowGranule: number;
  /** Relative rate of multiplication in grouped products. */
  readonly groupedEfficiency: number;
  /** Seconds to read one byte of many experts' weights. */
  readonly groupedSecondsPerByte: number;
  /** Power at the matrix peak over the power limit. */
  readonly powerAtPeak: number;
  readonly powerRampSeconds: number;
}

/** Of the TDP, what compute may spend: the rest feeds memory, links and leakage. */
const computeShareOfPower = 0.9;

/** Clock at which gemmFillSeconds is stated: starts and ends of a tile are pipeline and barrier cycles. */
const fillClockHertz = 1.7e9;

const made = new WeakMap<Machine, GemmRates>();
let lastMachine: Machine | undefined;
let lastRates: GemmRates | undefined;

/** Rates of a machine. The last one asked for is at hand, for planners time many products on one machine. */
export function gemmRates(machine: Machine): GemmRates {
  if (machine === lastMachine) return lastRates as GemmRates;
  let rates = made.get(machine);
  if (rates === undefined) made.set(machine, (rates = build(machine)));
  lastMachine = machine;
  lastRates = rates;
  return rates;
}

function build(machine: Machine): GemmRates {
  const c = machine.constants;
  const units = parallelUnits(machine);
  const secondsPerByte = 1 / (machine.memoryBytesPerSecond * c.gemmMemoryEfficiency);
  return {
    units,
    perUnit: 1 / units,
    efficiency: c.gemmMatrixEfficiency,
    feedRows: c.gemmOperandFeedRows,
    secondsPerByte,
    perCacheByte: machine.l2Bytes > 0 ? 1 / (machine.l2Bytes * c.gemmCacheShare) : Infinity,
    exposedShare: c.gemmExposedShare,
    writeExposedShare: c.gemmWriteExposedShare,
    loopSecondsPerByte: c.gemmLoopSecondsPerByte,
    fillSeconds: (c.gemmFillSeconds * fillClockHertz) / machine.clockHertz,
    waveQuantisation: c.gemmWaveQuantisation,
    splitSeconds: c.gemmSplitSeconds,
    splitSecondsPerElement: 8 * c.gemmSplitTraffic / machine.memoryBytesPerSecond,
    blockScaleSeconds: (c.gemmBlockScaleOperations * units) / machine.vectorFlopsPerSecond,
    dequantSeconds: (c.gemmDequantOperations * units) / machine.vectorFlopsPerSecond,
    rowGranule: c.gemmTileRowGranule,
    smallRowGranule: Math.min(16, c.gemmTileRowGranule),
    groupedEfficiency: c.groupedMatrixEfficiency,
    groupedSecondsPerByte: secondsPerByte / c.groupedMemoryEfficiency,
    // A power limit that nobody publishes is not held against the device.
    powerAtPeak: machine.derived.includes("TDP") ? 0 : (c.gemmJoulesPerFlop * machine.peakFlopsPerSecond.bf16) / (machine.tdpWatts * computeShareOfPower),
    powerRampSeconds: c.gemmPowerRampSeconds,
  };
}
