import * as v from "valibot";
import { hardwareSchema, precisionName } from "./serving-schema.ts";

const count = v.pipe(v.number(), v.integer("a positive integer"), v.minValue(1, "at least 1"), v.maxValue(1e12, "at most 10¹²"));
const size = v.pipe(v.number(), v.finite("a finite number"), v.minValue(Number.MIN_VALUE, "above 0"), v.maxValue(1e18, "at most 10¹⁸"));

/** Fields that every kernel may have. */
const common = {
  id: v.optional(v.unknown()),
  kind: v.literal("kernel"),
  hardware: hardwareSchema,
  node: v.optional(v.string()),
  host: v.optional(v.string()),
  storage: v.optional(v.array(v.strictObject({ id: v.string(), count }))),
  engine: v.optional(v.string()),
  engine_version: v.optional(v.string()),
  precision: v.optional(precisionName),
  profile: v.optional(v.looseObject({})),
};
const attention = { ...common, batch: count, context_tokens: count, heads: count, kv_precision: v.optional(precisionName) };
const collective = { ...common, bytes: size, devices: count, fabric: v.optional(v.string()) };
const rows = { ...common, rows: count, columns: count };

/** A case of kind `kernel`. */
export const kernelSchema = v.variant("op", [
  v.strictObject({ ...common, op: v.literal("gemm"), m: count, n: count, k: count }),
  v.strictObject({
    ...common, op: v.literal("grouped_gemm"), tokens: count, experts: count, top_k: count, hidden: count, intermediate: count,
    ep: v.optional(count), tp: v.optional(count), gated: v.optional(v.boolean()),
    expert_load: v.optional(v.union([v.literal("balanced"), v.strictObject({ power_law: size })], "\"balanced\", or {\"power_law\": exponent}")),
  }),
  v.strictObject({
    ...attention, op: v.literal("attention_prefill"), query_tokens: count, kv_heads: count, head_dim: count,
    causal: v.optional(v.boolean()), window: v.optional(count),
  }),
  v.strictObject({ ...attention, op: v.literal("attention_decode"), kv_heads: count, head_dim: count, window: v.optional(count) }),
  v.strictObject({
    ...attention, op: v.literal("mla_prefill"), query_tokens: count, latent_dim: count, rope_dim: count,
    nope_dim: v.optional(count), value_dim: v.optional(count),
  }),
  v.strictObject({ ...attention, op: v.literal("mla_decode"), latent_dim: count, rope_dim: count }),
  v.strictObject({ ...collective, op: v.literal("allreduce") }),
  v.strictObject({ ...collective, op: v.literal("allgather") }),
  v.strictObject({ ...collective, op: v.literal("reduce_scatter") }),
  v.strictObject({ ...collective, op: v.literal("alltoall") }),
  v.strictObject({ ...collective, op: v.literal("p2p") }),
  v.strictObject({ ...rows, op: v.literal("rmsnorm") }),
  v.strictObject({ ...rows, op: v.literal("layernorm") }),
  v.strictObject({ ...rows, op: v.literal("softmax") }),
  v.strictObject({ ...rows, op: v.literal("gelu") }),
  v.strictObject({ ...rows, op: v.literal("elementwise") }),
]);

export type KernelCase = v.InferOutput<typeof kernelSchema>;
