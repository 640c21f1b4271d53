import { integrateBirthDeath } from "../../numerics/sdirk.ts";
import { RidgepointError } from "../../quantities/errors.ts";

/** The state at the ends of two periods differs by less than this: from there on it repeats itself. */
const SETTLED = 1e-11;
/** Most states of all stretches (up to a sixteenth of a period each) together: about a second of work. */
const MOST_WORK = 3_000_000;

/** Poisson arrivals at the rate mean·(1 + amplitude·sin(2πt/period)). */
export interface SinusoidalArrivals {
  /** Mean rate, 1/s. */
  readonly ratePerSecond: number;
  /** Between −1 and 1. */
  readonly amplitude: number;
  /** s. */
  readonly periodSeconds: number;
}

/** The queue at given times. */
export interface TransientQueue {
  /** Mean number waiting or in service. */
  readonly meanInSystem: readonly number[];
  /** P(all servers are busy). */
  readonly busyProbability: readonly number[];
}

/**
 * M_t/M/k that is empty at time 0: the forward equations of its birth–death chain, integrated with error control. Any load, since time
 * is finite; states are added while the last one has mass. Once a period ends as it began, whole periods are skipped. Relative error
 * about 1e-6.
 *
 * @param serviceSeconds - mean of the exponential service, s.
 * @param places - the most requests that are let in (waiting places included); Infinity without a limit.
 * @param atSeconds - when to look, s.
 * @throws RidgepointError `unsupported` where times lie so far off that the queue neither settles nor can be followed.
 */
export function timeVaryingQueue(
  arrivals: SinusoidalArrivals,
  serviceSeconds: number,
  servers: number,
  places: number,
  atSeconds: readonly number[],
): TransientQueue {
  const { ratePerSecond, amplitude, periodSeconds } = arrivals;
  const rateAt = (t: number): number => Math.max(0, ratePerSecond * (1 + amplitude * Math.sin((2 * Math.PI * t) / periodSeconds)));
  const size = (states: number): number => Math.min(places + 1, states);
  let p: Float64Array = new Float64Array(size(servers + 32));
  p[0] = 1;
  const deaths = (): Float64Array => Float64Array.from({ length: p.length }, (_, n) => Math.min(n, servers) / serviceSeconds);
  let down = deaths();
  const order = atSeconds.map((_, i) => i).sort((i, j) => atSeconds[i]! - atSeconds[j]!);
  const meanInSystem = new Array<number>(atSeconds.length).fill(0);
  const busyProbability = new Array<number>(atSeconds.length).fill(0);
  const longest = periodSeconds / 16;
  let now = 0;
  // Whole periods that were skipped, s; the state at the last end of a period; its number.
  let skipped = 0;
  let before = p;
  let periods = 0;
  let work = 0;
  let step = Math.min(0.01 / (ratePerSecond * (1 + Math.abs(amplitude)) + 1 / serviceSeconds), longest);
  for (const i of order) {
    for (let until = atSeconds[i]! - skipped; now < until; until = atSeconds[i]! - skipped) {
      work += p.length;
      if (work > MOST_WORK) throw tooFar(atSeconds[i]!);
      const end = (periods + 1) * periodSeconds;
      const next = Math.min(until, now + longest, end);
      const done = integrateBirthDeath(p, now, next, rateAt, down, 1e-9, step);
      if (done.p[done.p.length - 1]! > 1e-12 && p.length < places + 1) {
        // Too few states for what came: the stretch again, with more.
        const wider = new Float64Array(size(p.length * 2));
        wider.set(p);
        p = wider;
        down = deaths();
        continue;
      }
      ({ p, step } = done);
      now = next;
      if (now < end) continue;
      periods++;
      if (p.every((mass, n) => Math.abs(mass - (before[n] ?? 0)) < SETTLED)) skipped += Math.max(0, Math.floor((until - now) / periodSeconds)) * periodSeconds;
      before = p;
    }
    meanInSystem[i] = p.reduce((sum, mass, n) => sum + n * mass, 0);
    busyProbability[i] = p.reduce((sum, mass, n) => (n >= servers ? sum + mass : sum), 0);
  }
  return { meanInSystem, busyProbability };
}

function tooFar(seconds: number): RidgepointError {
  return new RidgepointError("unsupported", `arrivals.at_s = ${seconds}: until then the queue neither settles nor can be followed; ask for earlier times`, {
    path: "arrivals.at_s",
    value: seconds,
  });
}
