import { plan } from "../src/planner/plan.ts";
import type { PlanQuestion } from "../src/planner/types.ts";
import type { Figure } from "./figure.ts";

/** The default question of the command, with a rate that differs on every call so that nothing is answered twice. */
function question(i: number): PlanQuestion {
  return {
    model: "meta-llama/Llama-3.1-70B-Instruct",
    ratePerSecond: 5.53 + 0.01 * i,
    inputTokens: 1155,
    outputTokens: 211,
    objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 },
    confirm: 0,
  };
}

const REPETITIONS = 9;

/** The planner's search over the whole catalogue, without the simulation that confirms the cheapest. */
export function run(): readonly Figure[] {
  const rates: { readonly enumerated: number; readonly timed: number; readonly seconds: number }[] = [];
  for (let i = 0; i < REPETITIONS + 3; i++) {
    const start = performance.now();
    const { plansEnumerated, plansTimed } = plan(question(i));
    const seconds = (performance.now() - start) / 1000;
    if (i >= 3) rates.push({ enumerated: plansEnumerated / seconds, timed: plansTimed / seconds, seconds });
  }
  const median = (key: "enumerated" | "timed" | "seconds"): number => rates.map((rate) => rate[key]).sort((a, b) => a - b)[(REPETITIONS - 1) / 2] ?? Number.NaN;
  const method = `plan() of Llama-3.1-70B over every accelerator, precision and plan, the rate different on each of ${REPETITIONS} calls, median`;
  return [
    { name: "plans", value: median("enumerated"), unit: "1/s", method: `${method}; pruned plans count`, bar: { atLeast: 50_000 } },
    { name: "plans that were timed", value: median("timed"), unit: "1/s", method: "the same; pruned plans do not count" },
    { name: "one search of the catalogue", value: median("seconds"), unit: "s", method: "the same, warm" },
  ];
}
