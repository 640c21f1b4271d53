import { batchTimes } from "../src/queueing/bulk/batch-times.ts";
import { batchChain } from "../src/queueing/bulk/chain.ts";
import { capSweep } from "../src/queueing/cap/sweep.ts";
import { analyse } from "../src/queueing/answer/analyse.ts";
import { parseQueueCase } from "../src/queueing/validate/case.ts";
import * as queueing from "../src/queueing/index.ts";
import { families } from "../test/queueing/crosscheck/families.ts";
import { Draw } from "../test/queueing/crosscheck/draw.ts";
import { type Figure, secondsOf } from "./figure.ts";

const { lawOf } = queueing;
const exponential = lawOf({ dist: "exponential", mean: 1 });
const gamma = lawOf({ dist: "gamma", shape: 2.5, scale: 0.4 });
const hyper = lawOf({ dist: "hyperexponential", probabilities: [0.6, 0.4], means: [0.5, 1.75] });
const answers = lawOf({ dist: "tokens-lognormal", mu: 7, sigma: 0.7, max: 16_384 });
const batch = { fixed_s: 0.2, per_request_s: 0.05, per_token_s: 0.02, per_request_token_s: 0.002 };
const lengths = lawOf({ dist: "tokens-uniform", max: 100 });
const modulated = { rates: [0.3, 1.2], generator: [[-0.2, 0.2], [0.4, -0.4]] };
const patience = lawOf({ dist: "deterministic", value: 4 });

/** Models of which only means are asked. Laws are made beforehand, as a sweep over rates does. */
const means: readonly (readonly [string, () => number])[] = [
  ["M/G/1", () => queueing.mg1Fcfs(gamma, 0.7).wait.meanSeconds],
  ["M/G/1, tokens up to 16,384", () => queueing.mg1Fcfs(answers, 0.5 / answers.mean).wait.meanSeconds],
  ["priorities", () => queueing.mg1Priority([{ ratePerSecond: 0.3, service: gamma }, { ratePerSecond: 0.3, service: exponential }], true)[1]!.sojourn.meanSeconds],
  ["SRPT", () => queueing.mg1Srpt(gamma, 0.7).sojourn.meanSeconds],
  ["PSJF", () => queueing.mg1Psjf(gamma, 0.7).sojourn.meanSeconds],
  ["SJF", () => queueing.mg1Sjf(gamma, 0.7).sojourn.meanSeconds],
  ["SJF, predicted lengths", () => queueing.mg1SjfPredicted(gamma, 0.7, 0.5).sojourn.meanSeconds],
  ["foreground-background", () => queueing.mg1ForegroundBackground(gamma, 0.7).sojourn.meanSeconds],
  ["MLFQ", () => queueing.mg1Mlfq(gamma, 0.7, [0.5, 2]).sojourn.meanSeconds],
  ["processor sharing", () => queueing.mg1ProcessorSharing(gamma, 0.7).meanSeconds],
  ["M/M/64", () => queueing.mmk(50, 1, 64).wait.meanSeconds],
  ["M/D/8", () => queueing.mdk(6, 1, 8).wait.meanSeconds],
  ["GI/M/8", () => queueing.gimk(lawOf({ dist: "erlang", phases: 3, mean: 0.16 }), 1, 8).wait.meanSeconds],
  ["GI/G/1", () => queueing.gg1Fcfs(lawOf({ dist: "erlang", phases: 3, mean: 1.4 }), gamma)!.wait.meanSeconds],
  ["MMPP/M/4", () => queueing.mmppMk(modulated, 4, 4).wait.meanSeconds],
  ["M/G/1 with patience", () => queueing.mg1Impatient(gamma, 0.9, patience).served.meanSeconds],
  ["M/M/8 with patience", () => queueing.mmkImpatient(9, 1, 8, exponential).served.meanSeconds],
  ["M/G/1, ten places", () => queueing.mg1Finite(gamma, 0.9, 9).meanWaitSeconds],
  ["Kaufman–Roberts, 1,000 blocks", () => queueing.multiRateLoss(1000, [{ load: 300, size: 1 }, { load: 100, size: 5 }]).blocking[1]!],
  ["closed network, 100 customers", () => queueing.closedNetwork([0.5, 0.3, 0.2], 100, 1).throughputPerSecond],
  ["tandem", () => queueing.tandem(0.7, [{ meanServiceSeconds: 1, servers: 1 }, { meanServiceSeconds: 2, servers: 4 }]).meanSojournSeconds],
  ["dynamic batches up to 16", () => batchChain(batchTimes(batch, lengths, "padded", 2), { least: 1, most: 16 }, 2).meanWaitSeconds],
  ["continuous batching, 64 running", () => queueing.geometricBatching(20, 100, 64, 0.01, 1e-4).meanSojournSeconds],
  ["shared rate", () => queueing.sharedQueue(0.7, hyper.mean, { fixed: 0.5, perRequest: 0.5 }).meanSojournSeconds],
];

function medianSeconds(work: () => void, runs: number): number {
  for (let i = 0; i < 3; i++) work();
  const seconds = Array.from({ length: runs }, () => secondsOf(work)).sort((a, b) => a - b);
  return seconds[Math.floor(runs / 2)] ?? Number.NaN;
}

function sweep(): Figure {
  const value = medianSeconds(() => void capSweep(answers, { perTokenSeconds: 0.0225, fixedSeconds: 0 }, 1 / 40), 9);
  return { name: "every cap up to 16,384", value, unit: "s", method: "capSweep: load, mean wait, clipped and lost share; median of 9" };
}

/** Everything that analysis says of a case, percentiles included: the slowest of four random cases of each model. */
function whole(): readonly Figure[] {
  return families.map(({ name, draw }) => {
    const cases = [1, 2, 3, 4].map((seed) => parseQueueCase(draw(new Draw(seed))));
    const value = Math.max(...cases.map((c) => medianSeconds(() => void analyse(c), 3)));
    return { name: `${name}, whole`, value, unit: "s" as const, method: "analysis of a case with all its percentiles; the slowest of 4 random cases, median of 3", bar: { atMost: 0.1 } };
  });
}

/** Times of the analysis. */
export function run(): readonly Figure[] {
  const single = means.map(([name, of]): Figure => ({
    name: `${name}, mean`,
    value: medianSeconds(() => void of(), 15),
    unit: "s",
    method: "means without percentiles, laws made beforehand; median of 15",
    bar: { atMost: 1e-3 },
  }));
  return [...single, sweep(), ...whole()];
}
