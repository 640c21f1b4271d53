import { predictKernel } from "../predict/kernel.ts";
import type { Kernel, KernelScenario } from "../predict/kernel-types.ts";
import { kernelSchema, type KernelCase } from "./kernel-schema.ts";
import { defined, type CaseResult } from "./serving.ts";
import { parseStrict } from "./validate.ts";

/** Answers a case of kind `kernel`. */
export function answerKernel(input: unknown): CaseResult {
  const prediction = predictKernel(kernelOf(parseStrict(kernelSchema, input)));
  return {
    values: { latency_s: prediction.latencySeconds, flops: prediction.flops, bytes: prediction.bytes },
    intervals90: { latency_s: prediction.interval90 },
    bound: prediction.bound,
    warnings: prediction.warnings,
  };
}

/** A contract case as a kernel of the library. */
export function kernelOf(c: KernelCase): KernelScenario {
  const place = defined({
    hardware: c.hardware, node: c.node, engine: c.engine, engineVersion: c.engine_version, precision: c.precision, profile: c.profile,
  });
  return { ...place, ...defined(shapeOf(c)) } as KernelScenario;
}

type Shape<K> = { readonly [F in keyof K]: K[F] | undefined };

function shapeOf(c: KernelCase): Shape<Kernel> {
  switch (c.op) {
    case "gemm": return { op: c.op, m: c.m, n: c.n, k: c.k };
    case "grouped_gemm": {
      const load = c.expert_load;
      return {
        op: c.op, tokens: c.tokens, experts: c.experts, topK: c.top_k, hidden: c.hidden, intermediate: c.intermediate, ep: c.ep, tp: c.tp, gated: c.gated,
        expertLoad: load === undefined || load === "balanced" ? load : { powerLaw: load.power_law },
      };
    }
    case "attention_prefill": return {
      op: c.op, batch: c.batch, queryTokens: c.query_tokens, contextTokens: c.context_tokens, heads: c.heads, kvHeads: c.kv_heads, headDim: c.head_dim,
      causal: c.causal, window: c.window, kvPrecision: c.kv_precision,
    };
    case "attention_decode": return {
      op: c.op, batch: c.batch, contextTokens: c.context_tokens, heads: c.heads, kvHeads: c.kv_heads, headDim: c.head_dim, window: c.window, kvPrecision: c.kv_precision,
    };
    case "mla_prefill": return {
      op: c.op, batch: c.batch, queryTokens: c.query_tokens, contextTokens: c.context_tokens, heads: c.heads, latentDim: c.latent_dim, ropeDim: c.rope_dim,
      nopeDim: c.nope_dim, valueDim: c.value_dim, kvPrecision: c.kv_precision,
    };
    case "mla_decode": return {
      op: c.op, batch: c.batch, contextTokens: c.context_tokens, heads: c.heads, latentDim: c.latent_dim, ropeDim: c.rope_dim, kvPrecision: c.kv_precision,
    };
    case "allreduce": case "allgather": case "reduce_scatter": case "alltoall": case "p2p":
      return { op: c.op, bytes: c.bytes, devices: c.devices, fabric: c.fabric };
    case "rmsnorm": case "layernorm": case "softmax": case "gelu": case "elementwise":
      return { op: c.op, rows: c.rows, columns: c.columns };
  }
}
