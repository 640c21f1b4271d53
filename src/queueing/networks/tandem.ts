import { absorptionLaw } from "../../numerics/absorption.ts";
import { mmk } from "../many-servers/erlang.ts";
import type { TimeLaw } from "../mg1/fcfs.ts";

/** A stage of exponential servers. */
export interface ExponentialStage {
  /** s. */
  readonly meanServiceSeconds: number;
  /** Servers of the stage. */
  readonly servers: number;
}

/** Stages in a row, fed by a Poisson process. */
export interface TandemQueue {
  /** Mean time at each stage. */
  readonly stageMeanSeconds: readonly number[];
  /** The law of the first stage's time: TTFT where stage 1 is the prefill. */
  readonly first: TimeLaw;
  /** Through all stages, s. */
  readonly meanSojournSeconds: number;
  /** The law of the whole; absent where stages depend on one another (a middle stage of several servers). */
  readonly sojourn?: TimeLaw;
}

/**
 * Exponential stages in a row: departures are Poisson again (Burke 1956), means add. Times at the stages are independent where all but
 * the first and the last stage have one server (Burke 1969); then the sojourn is a sum of independent phases, here a Markov chain
 * solved by uniformisation.
 *
 * @param rate - Poisson arrivals, 1/s.
 * @throws RidgepointError `unstable` where a stage is saturated.
 */
export function tandem(rate: number, stages: readonly ExponentialStage[]): TandemQueue {
  const queues = stages.map(({ meanServiceSeconds, servers }) => mmk(rate, meanServiceSeconds, servers));
  const stageMeanSeconds = queues.map(({ sojourn }) => sojourn.meanSeconds);
  const meanSojournSeconds = stageMeanSeconds.reduce((sum, seconds) => sum + seconds, 0);
  const result = { stageMeanSeconds, first: queues[0]!.sojourn, meanSojournSeconds };
  if (stages.slice(1, -1).some(({ servers }) => servers > 1)) return result;
  // Each stage: with P(wait) a phase of the draining rate, then the service; one server is one phase of rate μ − λ.
  const phases = stages.flatMap(({ meanServiceSeconds, servers }, i) => {
    const mu = 1 / meanServiceSeconds;
    if (servers === 1) return [{ rate: mu - rate, enter: 1 }];
    return [
      { rate: servers * mu - rate, enter: queues[i]!.waitProbability },
      { rate: mu, enter: 1 },
    ];
  });
  const fastest = Math.max(...phases.map((phase) => phase.rate));
  const initial = new Float64Array(phases.length);
  spread(initial, phases, 0, 1);
  const law = absorptionLaw(initial, fastest, (from, to) => {
    to.fill(0);
    phases.forEach((phase, i) => {
      const leaves = (from[i]! * phase.rate) / fastest;
      to[i] = to[i]! + from[i]! - leaves;
      spread(to, phases, i + 1, leaves);
    });
  });
  const variance = queues.reduce((sum, { sojourn }) => sum + sojourn.varianceSecondsSquared, 0);
  return { ...result, sojourn: { meanSeconds: meanSojournSeconds, varianceSecondsSquared: variance, ...law } };
}

/** Mass that enters the row of phases at `index`: it skips a phase with what `enter` lacks to 1. */
function spread(to: Float64Array, phases: readonly { readonly enter: number }[], index: number, mass: number): void {
  for (let i = index; i < phases.length && mass > 0; i++) {
    const enters = mass * phases[i]!.enter;
    to[i] = to[i]! + enters;
    mass -= enters;
  }
}
