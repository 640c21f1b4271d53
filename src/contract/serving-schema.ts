import * as v from "valibot";
import { numberFormats, type Precision } from "../quantities/formats.ts";
import { profileSchema } from "./profile-schema.ts";

const integer = v.pipe(v.number(), v.integer("a positive integer"), v.minValue(1, "at least 1"), v.maxValue(1e9, "at most a thousand million"));
const positive = v.pipe(v.number(), v.finite("a finite number"), v.minValue(Number.MIN_VALUE, "above 0"));
const fraction = v.pipe(v.number(), v.minValue(0, "at least 0"), v.maxValue(1, "at most 1"));

export const precisionName = v.picklist(Object.keys(numberFormats) as Precision[]);

/** `precision`: only the weights are required. */
export const precisionSchema = v.strictObject({
  weights: precisionName,
  kv: v.optional(precisionName),
  activations: v.optional(precisionName),
});

/** Degrees of a plan as the contract names them. */
export const planSchema = v.strictObject({
  tp: v.optional(integer), pp: v.optional(integer), ep: v.optional(integer), dp: v.optional(integer), attention_dp: v.optional(integer),
});

/** A distribution is checked by the queueing part, which names every fault of its own. */
export const lengthsSchema = v.union([integer, v.looseObject({ dist: v.string() })], "a number of tokens, or a distribution {\"dist\": …}");

export const modelSchema = v.union([v.string(), v.strictObject({ config: v.unknown() })], "a model id, or {\"config\": {…}}");
export const hardwareSchema = v.union([v.string(), v.strictObject({ spec: v.unknown() })], "a hardware id, or {\"spec\": {…}}");

const loadSchema = v.variant("mode", [
  v.strictObject({ mode: v.literal("static"), batch: integer }),
  v.strictObject({ mode: v.literal("closed"), concurrency: integer, requests: v.optional(integer) }),
  v.strictObject({ mode: v.literal("open"), rate_per_s: positive }),
  v.strictObject({ mode: v.literal("offline") }),
]);

const poolSchema = v.strictObject({ devices: integer, plan: v.optional(planSchema), hardware: v.optional(hardwareSchema) });

/** Fields that say on what a case runs; kinds `serving` and `memory` share them. */
export const placeFields = {
  id: v.optional(v.unknown()),
  model: modelSchema,
  node: v.optional(v.string()),
  host: v.optional(v.string()),
  storage: v.optional(v.array(v.strictObject({ id: v.string(), count: integer }))),
  devices: v.optional(integer),
  plan: v.optional(planSchema),
  engine: v.optional(v.string()),
  engine_version: v.optional(v.string()),
  precision: precisionSchema,
};

/** A case of kind `serving`. */
export const servingSchema = v.strictObject({
  ...placeFields,
  kind: v.literal("serving"),
  hardware: hardwareSchema,
  load: loadSchema,
  arrivals: v.optional(v.looseObject({ process: v.string() })),
  input_tokens: lengthsSchema,
  output_tokens: lengthsSchema,
  techniques: v.optional(v.record(v.string(), v.unknown())),
  max_running_requests: v.optional(integer),
  max_batched_tokens: v.optional(integer),
  chunked_prefill_tokens: v.optional(integer),
  enforce_eager: v.optional(v.boolean()),
  poll_steps: v.optional(integer),
  gather_prompts: v.optional(integer),
  sampling: v.optional(v.picklist(["greedy", "top-p"])),
  profile: v.optional(profileSchema),
  prices: v.optional(v.strictObject({ usd_per_device_hour: positive })),
  disaggregated: v.optional(v.strictObject({ prefill: poolSchema, decode: poolSchema, kv_link_bytes_per_s: v.optional(positive) })),
  speculative: v.optional(v.strictObject({ draft_model: v.optional(v.string()), tokens: integer, acceptance: fraction })),
  service_level: v.optional(v.strictObject({ ttft_s: v.optional(positive), tpot_s: v.optional(positive), request_s: v.optional(positive) })),
  router: v.optional(v.picklist(["round-robin", "random", "join-shortest-queue", "least-work", "session-affinity"])),
  prefix_hit_tokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  interconnect: v.optional(v.union([v.string(), v.strictObject({ bytes_per_s_per_device: positive })])),
});

/** A case of kind `memory`. */
export const memorySchema = v.strictObject({
  ...placeFields,
  kind: v.literal("memory"),
  hardware: v.optional(hardwareSchema),
  input_tokens: v.optional(integer),
  output_tokens: v.optional(integer),
});

export type ServingCase = v.InferOutput<typeof servingSchema>;
export type MemoryCase = v.InferOutput<typeof memorySchema>;
