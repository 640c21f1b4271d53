import { routedExperts } from "../models/cache.ts";
import { numberFormats, type NumberFormat, type Precision } from "../quantities/formats.ts";
import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import type { Architecture } from "../models/types.ts";
import type { Precisions } from "./types.ts";

/** The part a matrix plays; checkpoints quantise some parts and leave others in 16 bits. */
export type WeightRole = "attention" | "attention-output" | "feed-forward" | "experts" | "router" | "head" | "embedding";

/** Stored format of each part, resolved from `precision` for one architecture. */
export interface WeightFormats {
  readonly byRole: Readonly<Record<WeightRole, NumberFormat>>;
  readonly nameByRole: Readonly<Record<WeightRole, Precision>>;
  readonly kv: NumberFormat;
  readonly kvName: Precision;
  /** Bytes of one element of the residual stream. */
  readonly residualBytes: number;
}

const sixteenBitRoles: Readonly<Record<WeightRole, boolean>> = {
  attention: false, "attention-output": false, "feed-forward": false, experts: false, router: true, head: true, embedding: true,
};

/**
 * Roles that stay in 16 bits under a checkpoint format. Quantised checkpoints keep router, head and embedding
 * (`modules_to_not_convert`, `ignore`); MXFP4 releases of mixture-of-experts models quantise the experts alone (gpt-oss), and
 * NVFP4 ones leave attention (NVIDIA ModelOpt's published MoE checkpoints), but for the output projection of latent attention
 * (nvidia/DeepSeek-R1-0528-FP4-v2: "additionally quantizes the wo module"). llama.cpp's mixtures quantise everything.
 */
function keepsSixteenBits(role: WeightRole, precision: Precision, moe: boolean, latent: boolean): boolean {
  if (precision === "q4_k_m") return role === "router";
  if (precision === "mxfp4" && moe) return role !== "experts";
  if (precision === "nvfp4" && moe && (role === "attention" || (role === "attention-output" && !latent))) return true;
  return sixteenBitRoles[role];
}

const wide = new Set<Precision>(["fp32", "tf32", "bf16", "fp16"]);

function known(name: unknown): boolean {
  return typeof name === "string" && Object.hasOwn(numberFormats, name);
}

/** Resolves a `precision` object to the stored format of each part of `architecture`. */
export function weightFormats(precisions: Precisions, architecture: Architecture): WeightFormats {
  const weights = precisions?.weights;
  if (weights === undefined) throw new RidgepointError("missing-field", "precision.weights is missing; try bf16 or fp8", { path: "precision.weights" });
  if (!known(weights)) {
    throw invalidValue("precision.weights", weights, `is not a known format; try ${Object.keys(numberFormats).join(", ")}`);
  }
  if (precisions.activations !== undefined && !known(precisions.activations)) {
    throw invalidValue("precision.activations", precisions.activations, "is not a known format; try bf16, fp8");
  }
  const moe = routedExperts(architecture) > 0;
  const latent = architecture.layerKinds.some((kind) => kind.mixer.kind === "mla");
  const residual: Precision = wide.has(weights) ? weights : "bf16";
  const narrow = !wide.has(weights);
  const name = (role: WeightRole): Precision => (narrow && keepsSixteenBits(role, weights, moe, latent) ? residual : weights);
  const nameByRole = {
    attention: name("attention"), "attention-output": name("attention-output"), "feed-forward": name("feed-forward"), experts: name("experts"),
    router: name("router"), head: name("head"), embedding: name("embedding"),
  };
  const kvName = precisions.kv ?? residual;
  if (!known(kvName)) throw invalidValue("precision.kv", kvName, `is not a known format; try bf16, fp8, int8`);
  const kv = numberFormats[kvName];
  const wideActivations = precisions.activations !== undefined && wide.has(precisions.activations) ? numberFormats[precisions.activations] : undefined;
  const format = (role: WeightRole): NumberFormat => {
    const stored = numberFormats[nameByRole[role]];
    // Wide activations on narrow weights: the weights are widened and multiplied in the activations' format.
    return wideActivations !== undefined && stored.bytesPerElement < 2 ? { ...stored, weightOnly: true, compute: wideActivations.compute } : stored;
  };
  return {
    byRole: {
      attention: format("attention"), "attention-output": format("attention-output"), "feed-forward": format("feed-forward"), experts: format("experts"),
      router: format("router"), head: format("head"), embedding: format("embedding"),
    },
    nameByRole,
    kv, kvName,
    residualBytes: numberFormats[residual].bytesPerElement,
  };
}
