import { memoryOf, predict, type Scenario } from "../src/index.ts";
import { type Figure, ratePerSecond } from "./figure.ts";

const PIPELINES = [1, 2, 4, 5, 8, 10];
const REPLICAS = [1, 2, 3, 4, 5, 7, 8];

/** Plan, batch and lengths of the i-th call: steps that are coprime to their ranges, so that no two calls of a run are the same case. */
function staticScenario(i: number): Scenario {
  const pp = PIPELINES[i % PIPELINES.length] ?? 1;
  const dp = REPLICAS[i % REPLICAS.length] ?? 1;
  return {
    model: "meta-llama/Llama-3.1-70B",
    hardware: "h100-sxm5-80",
    devices: 8 * pp * dp,
    plan: { tp: 8, pp, dp },
    engine: "vllm",
    precision: { weights: "bf16" },
    load: { mode: "static", batch: 1 + ((i * 37) % 127) },
    inputTokens: 64 + ((i * 1_009) % 4_099),
    outputTokens: 16 + ((i * 211) % 509),
  };
}

function closedScenario(i: number): Scenario {
  return { ...staticScenario(i), load: { mode: "closed", concurrency: 1 + ((i * 37) % 127) } };
}

/** Whole predictions: every operator counted and timed, interval included. */
export function run(): readonly Figure[] {
  let sum = 0;
  const add = (value: number | undefined): void => {
    if (!(value !== undefined && value > 0)) throw new Error("a prediction of the bench has no figure");
    sum += value;
  };
  const varied = "plan (tp 8, pp 1–10, dp 1–8), batch 1–127, input 64–4,162 and output 16–524 tokens differ on every call; one thread, median of 9 slices";
  const figures: Figure[] = [
    {
      name: "predictions, static batch",
      value: ratePerSecond((i) => add(predict(staticScenario(i)).values.batchSeconds)),
      unit: "1/s",
      method: `predict() of Llama-3.1-70B on H100: ${varied}`,
      bar: { atLeast: 100_000 },
    },
    {
      name: "predictions, closed loop, closed form",
      value: ratePerSecond((i) => add(predict(closedScenario(i), { method: "closed-form" }).values.tpotSeconds)),
      unit: "1/s",
      method: `the same with so many users instead of a batch; means only`,
    },
    {
      name: "predictions, closed loop, simulated",
      value: ratePerSecond((i) => add(predict(closedScenario(i)).values.tpotSeconds)),
      unit: "1/s",
      method: "the same with percentiles",
    },
    {
      name: "memory counts",
      value: ratePerSecond((i) => {
        const { model, hardware, devices = 1, plan = {}, precision } = staticScenario(i);
        add(memoryOf({ model, hardware, devices, plan, precision, inputTokens: 64 + ((i * 1_009) % 4_099), outputTokens: 1 }).maxConcurrency);
      }, 1),
      unit: "1/s",
      method: "memoryOf() of the same deployments",
    },
  ];
  if (!Number.isFinite(sum)) throw new Error("a prediction of the bench is not finite");
  return figures;
}
