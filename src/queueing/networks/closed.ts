/** A closed network in its steady state. */
export interface ClosedNetwork {
  /** Rounds of all users together, 1/s. */
  readonly throughputPerSecond: number;
  /** Time of one cycle without the think time, s. */
  readonly cycleSeconds: number;
  /** Time at each station, s. */
  readonly stationSeconds: readonly number[];
  /** Mean number at each station. */
  readonly stationMean: readonly number[];
}

/**
 * Mean value analysis of a closed network of queues and a delay (Reiser and Lavenberg 1980), exact for product form (FCFS with
 * exponential services, processor sharing with any): `R_i = D_i(1 + L_i)`, `X = n/(Z + ΣR_i)`, `L_i = X·R_i`, n = 1 … population.
 *
 * @param demandsSeconds - mean service per visit times visits, of each station, s.
 * @param population - requests (or users) that go round.
 * @param thinkSeconds - Z, the time between the end of a cycle and the next, s.
 */
export function closedNetwork(demandsSeconds: readonly number[], population: number, thinkSeconds: number): ClosedNetwork {
  let queue = demandsSeconds.map(() => 0);
  let stationSeconds: readonly number[] = queue;
  let throughput = 0;
  for (let n = 1; n <= population; n++) {
    stationSeconds = demandsSeconds.map((demand, i) => demand * (1 + queue[i]!));
    throughput = n / (thinkSeconds + stationSeconds.reduce((sum, r) => sum + r, 0));
    queue = stationSeconds.map((r) => throughput * r);
  }
  return {
    throughputPerSecond: throughput,
    cycleSeconds: stationSeconds.reduce((sum, r) => sum + r, 0),
    stationSeconds,
    stationMean: queue,
  };
}
