import { withBestMemoryPlan } from "../planner/best-plan.ts";
import { memoryOf, type MemoryAnswer, type MemoryQuestion } from "../predict/memory.ts";
import { defined, modelOf, planOf, type CaseResult } from "./serving.ts";
import { memorySchema } from "./serving-schema.ts";
import { parseStrict } from "./validate.ts";

const memoryNames: readonly (readonly [keyof MemoryAnswer, string])[] = [
  ["parameters", "parameters"], ["activeParameters", "active_parameters"], ["mtpParameters", "mtp_parameters"], ["visionParameters", "vision_parameters"],
  ["weightsBytes", "weights_bytes"], ["weightsBytesPerDevice", "weights_bytes_per_device"], ["kvBytesPerToken", "kv_bytes_per_token"],
  ["kvBytesPerRequest", "kv_bytes_per_request"], ["stateBytesPerRequest", "state_bytes_per_request"], ["activationBytes", "activation_bytes"],
  ["kvCapacityTokens", "kv_capacity_tokens"], ["maxConcurrency", "max_concurrency"],
];

/** Answers a case of kind `memory`: exact counts, no intervals. */
export function answerMemory(input: unknown): CaseResult {
  const c = parseStrict(memorySchema, input);
  const { question, warnings } = withBestMemoryPlan(defined({
    model: modelOf(c.model), hardware: c.hardware as MemoryQuestion["hardware"], node: c.node, devices: c.devices,
    plan: c.plan === undefined ? undefined : planOf(c.plan), engine: c.engine, precision: defined(c.precision) as MemoryQuestion["precision"],
    inputTokens: c.input_tokens, outputTokens: c.output_tokens,
  }) as MemoryQuestion);
  const answer = memoryOf(question);
  const values: Record<string, number> = {};
  for (const [from, to] of memoryNames) {
    const value = answer[from];
    if (typeof value === "number" && Number.isFinite(value)) values[to] = value;
  }
  return { values, warnings };
}
