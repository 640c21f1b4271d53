import type { Precision } from "../../quantities/formats.ts";
import { RidgepointError, brief } from "../../quantities/errors.ts";
import type { Fields } from "./fields.ts";

/** Methods that name one format by themselves. */
const byMethod: Readonly<Record<string, Precision>> = {
  mxfp4: "mxfp4",
  fbgemm_fp8: "fp8",
};

/** NVIDIA ModelOpt's `quant_algo`. */
const byAlgorithm: Readonly<Record<string, Precision>> = {
  FP8: "fp8",
  FP8_PB_WO: "fp8_block",
  FP8_BLOCK_SCALES: "fp8_block",
  NVFP4: "nvfp4",
  NVFP4_AWQ: "nvfp4",
  W4A16_AWQ: "int4_wo",
  W8A8_SQ_PER_CHANNEL: "int8",
  INT8_SQ: "int8",
  MXFP8: "mxfp8",
};

/**
 * The number format that `quantization_config` (or `compression_config`) gives to most weights; null for a 16-bit
 * checkpoint. Exceptions that the config lists (norms, head, router) are not looked at.
 * @throws RidgepointError `unsupported` for a method that is not known
 */
export function readCheckpointPrecision(config: Fields): Precision | null {
  const quantisation = object(config.raw(["quantization_config", "compression_config"]));
  if (quantisation === null) return null;
  const path = `${config.path}.quantization_config`;
  const method = quantisation["quant_method"];
  const algorithm = quantisation["quant_algo"];

  if (typeof algorithm === "string" && Object.hasOwn(byAlgorithm, algorithm)) return byAlgorithm[algorithm] ?? null;
  const moeAlgorithm = quantisation["moe_quant_algo"];
  if (typeof moeAlgorithm === "string" && Object.hasOwn(byAlgorithm, moeAlgorithm)) return byAlgorithm[moeAlgorithm] ?? null;
  if (typeof method === "string" && Object.hasOwn(byMethod, method)) return byMethod[method] ?? null;
  // DeepSeek V4 keeps its experts, nearly all of its weights, in 4 bits with an 8-bit scale for 32.
  if (method === "fp8" && config.raw("expert_dtype") === "fp4") return "mxfp4";
  if (method === "fp8") return Array.isArray(quantisation["weight_block_size"]) ? "fp8_block" : "fp8";
  if (method === "gptq" || method === "awq" || method === "auto-round") {
    if (quantisation["bits"] === 4) return "int4_wo";
    if (quantisation["bits"] === 8) return "int8_wo";
  }
  if (method === "bitsandbytes") {
    if (quantisation["load_in_4bit"] === true) return "int4_wo";
    if (quantisation["load_in_8bit"] === true) return "int8";
  }
  const group = narrowestGroup(quantisation["config_groups"]);
  if (group !== null) return group;
  throw new RidgepointError(
    "unsupported",
    `${path}.quant_method = ${brief(method ?? null)} with quant_algo = ${brief(algorithm ?? null)} is not a known ` +
      "quantisation; remove quantization_config to count the model in 16 bits",
    { path: `${path}.quant_method`, value: method },
  );
}

/** compressed-tensors and ModelOpt describe groups of layers; the narrowest holds the experts or the projections. */
function narrowestGroup(groups: unknown): Precision | null {
  let best: { bits: number; precision: Precision } | null = null;
  for (const group of Object.values(object(groups) ?? {})) {
    const weights = object(object(group)?.["weights"]);
    if (weights === null) continue;
    const precision = precisionOf(weights, object(object(group)?.["input_activations"]) !== null);
    const bits = weights["num_bits"];
    if (precision === null || typeof bits !== "number") continue;
    if (best === null || bits < best.bits) best = { bits, precision };
  }
  return best?.precision ?? null;
}

function precisionOf(weights: Readonly<Record<string, unknown>>, quantisedActivations: boolean): Precision | null {
  const { num_bits: bits, type, group_size: groupSize, strategy } = weights;
  if (type === "float" && bits === 4) return groupSize === 32 ? "mxfp4" : "nvfp4";
  if (type === "float" && bits === 8) return strategy === "block" ? "fp8_block" : groupSize === 32 ? "mxfp8" : "fp8";
  if (type === "int" && bits === 4) return quantisedActivations ? "int4" : "int4_wo";
  if (type === "int" && bits === 8) return quantisedActivations ? "int8" : "int8_wo";
  return null;
}

function object(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}
