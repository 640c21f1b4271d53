import { largestRateOf, plan, predict, scenarioOf, simulate, type PlanQuestion, type Scenario } from "../src/index.ts";
import { createStreams, type RandomStream } from "../src/numerics/random.ts";
import { publishedWorkload } from "../src/workloads/published.ts";
import type { TraceRequest } from "../src/workloads/types.ts";
import { type Figure, secondsOf } from "./figure.ts";

const workload = publishedWorkload("azure-conversation-2023")!;
const { ratePerSecond, inputTokens, outputTokens } = workload;
/** The default question of the command. */
const question: PlanQuestion = { model: "meta-llama/Llama-3.1-70B-Instruct", ratePerSecond, inputTokens, outputTokens, objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 } };
const serviceLevel = { ttftSeconds: 1, tpotSeconds: 0.05, fraction: 0.95 };

function median(work: () => void, runs = 5): number {
  work();
  return Array.from({ length: runs }, () => secondsOf(work)).sort((a, b) => a - b)[(runs - 1) / 2] ?? Number.NaN;
}

/** Conversations at the rate of the workload: lognormal prompts, geometric answers. */
function trace(count: number): TraceRequest[] {
  const [arrivals, lengths] = createStreams(7, 2) as [RandomStream, RandomStream];
  let now = 0;
  return Array.from({ length: count }, () => {
    now += arrivals.exponential() / ratePerSecond;
    return { arrivalSeconds: now, inputTokens: Math.ceil(Math.min(8000, lengths.lognormal(6.5, 1))), outputTokens: lengths.geometricWithScale(200) };
  });
}

/** Loads, from a planned deployment to its latencies and its largest rate. */
export function run(): readonly Figure[] {
  const { deployments } = plan(question);
  const shortlist = deployments.filter(({ method }) => method === "simulation").map((deployment): Scenario => scenarioOf(question, deployment));
  const [first] = shortlist;
  if (first === undefined) throw new Error("the default plan has no deployment");
  const recorded: Scenario = { ...first, load: { mode: "trace", requests: trace(20_000) } };
  return [
    { name: "trace on a planned deployment", value: median(() => void simulate(recorded)), unit: "s", method: "simulate() of 20,000 requests on the cheapest deployment of the default plan; median of 5", bar: { atMost: 0.1 } },
    { name: "largest rate of a deployment", value: median(() => void largestRateOf(first, serviceLevel)), unit: "s", method: "largestRateOf() of the same: 95 % of the requests within TTFT 1 s and TPOT 50 ms; median of 5", bar: { atMost: 0.5 } },
    {
      name: "largest rates of the shortlist", value: median(() => { for (const scenario of shortlist) largestRateOf(scenario, serviceLevel); }, 3), unit: "s",
      method: `the same for the ${shortlist.length} deployments that the default plan confirms; median of 3`, bar: { atMost: 3 },
    },
    { name: "plan with largest rates", value: median(() => void plan({ ...question, largestRates: true }), 3), unit: "s", method: "plan() of the default question with largestRates, warm; median of 3" },
    { name: "prediction to a precision", value: median(() => void predict(first, { run: { precision: 0.1 } }), 3), unit: "s", method: "predict() of the cheapest deployment until every percentile's 95 % interval is within 10 %; median of 3" },
  ];
}
