import { stationaryLaw } from "../arrivals.ts";
import type { RandomStream } from "../../numerics/random.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import type { Arrivals } from "../../workloads/types.ts";
import { aliasTable, type Sampler, samplerOf } from "../../workloads/sampling.ts";

/** Draws the time from one arrival to the next; keeps the state of the process between calls. */
export function gapSampler(arrivals: Arrivals): Sampler {
  switch (arrivals.process) {
    case "poisson":
      return poisson(arrivals.rate_per_s);
    case "classes":
      return poisson(arrivals.rates_per_s.reduce((sum, rate) => sum + rate, 0));
    case "renewal":
      return samplerOf(arrivals.interarrival);
    case "mmpp":
      return mmpp(arrivals.rates_per_s, arrivals.generator);
    case "sinusoidal":
      return sinusoidal(arrivals.rate_per_s, arrivals.amplitude, arrivals.period_s);
    default:
      throw new RidgepointError("unsupported", `arrivals.process = "${arrivals.process}" has no stream of its own`, {
        path: "arrivals.process",
        value: arrivals.process,
      });
  }
}

function poisson(rate: number): Sampler {
  const mean = 1 / rate;
  return (stream) => mean * stream.exponential();
}

/** Thinning (Lewis and Shedler 1979) of a Poisson process at the peak rate. */
function sinusoidal(rate: number, amplitude: number, period: number): Sampler {
  const peak = 1 + Math.abs(amplitude);
  let now = 0;
  return (stream) => {
    const from = now;
    do now += stream.exponential() / (rate * peak);
    while (stream.uniform() * peak > 1 + amplitude * Math.sin((2 * Math.PI * now) / period));
    return now - from;
  };
}

/** Markov-modulated Poisson process from a stationary start. */
function mmpp(rates: readonly number[], generator: readonly (readonly number[])[]): Sampler {
  const start = aliasTable(Array.from(stationaryLaw(generator)));
  const out = generator.map((row, i) => row.reduce((sum, rate, j) => (i === j ? sum : sum + rate), 0));
  const next = generator.map((row, i) => {
    const weights = row.map((rate, j) => (i === j ? 0 : rate));
    return out[i]! > 0 ? aliasTable(weights) : undefined;
  });
  let state = -1;
  return (stream: RandomStream) => {
    if (state < 0) state = start(stream);
    let gap = 0;
    for (;;) {
      // The first of arrival and change of state: both exponential, so one clock at the sum of the rates and a coin.
      const total = rates[state]! + out[state]!;
      gap += stream.exponential() / total;
      if (stream.uniform() * total < rates[state]!) return gap;
      state = (next[state] as Sampler)(stream);
    }
  };
}
