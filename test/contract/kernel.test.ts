import { describe, expect, it } from "vitest";
import { evaluateCase } from "../../src/contract/evaluate.ts";

const prefill = {
  id: "k1", kind: "kernel", hardware: "h100-sxm5-80", op: "attention_prefill", batch: 1, query_tokens: 1024, context_tokens: 1024, heads: 32, kv_heads: 8,
  head_dim: 128, causal: true, precision: "bf16", kv_precision: "bf16", engine: "tensorrt-llm",
};
type Answer = { id: unknown; values?: Record<string, number>; intervals90?: Record<string, [number, number]>; error?: { code: string; path?: string; message: string } };
const answer = (input: unknown): Answer => evaluateCase(input) as unknown as Answer;

describe("kind kernel", () => {
  it("answers latency with its interval, and exact counts without one", () => {
    const { id, values, intervals90 } = answer(prefill);
    expect(id).toBe("k1");
    expect(values?.["flops"]).toBe((4 * 32 * 128 * 1024 * 1025) / 2);
    expect(values?.["bytes"]).toBe(1024 * 2 * 128 * (32 + 32 + 2 * 8));
    expect(Object.keys(intervals90 ?? {})).toEqual(["latency_s"]);
    // 8.6 GFLOP at a tenth to a half of the peak, and two launches.
    expect(values?.["latency_s"]).toBeGreaterThan(20e-6);
    expect(values?.["latency_s"]).toBeLessThan(80e-6);
  });

  it("takes every op of the contract", () => {
    const place = { kind: "kernel", hardware: "h100-sxm5-80", precision: "bf16" };
    const ops = [
      { op: "gemm", m: 16, n: 2048, k: 1536 },
      { op: "grouped_gemm", tokens: 64, experts: 8, top_k: 2, hidden: 1024, intermediate: 512, ep: 1, tp: 1, gated: true, expert_load: { power_law: 1.2 } },
      { op: "attention_decode", batch: 8, context_tokens: 1000, heads: 32, kv_heads: 8, head_dim: 128, kv_precision: "fp8" },
      { op: "mla_prefill", batch: 8, query_tokens: 100, context_tokens: 1000, heads: 16, latent_dim: 512, rope_dim: 64, nope_dim: 128, value_dim: 128 },
      { op: "mla_decode", batch: 8, context_tokens: 1000, heads: 16, latent_dim: 512, rope_dim: 64 },
      ...["allreduce", "allgather", "reduce_scatter", "alltoall", "p2p"].map((op) => ({ op, bytes: 1e6, devices: 2 })),
      { op: "allreduce", bytes: 1e6, devices: 16, fabric: "fabric-ib-ndr" },
      ...["rmsnorm", "layernorm", "softmax", "gelu", "elementwise"].map((op) => ({ op, rows: 128, columns: 4096 })),
    ];
    for (const op of ops) expect(answer({ ...place, ...op }).values?.["latency_s"], op.op).toBeGreaterThan(0);
  });

  it("names the field that is wrong", () => {
    expect(answer({ ...prefill, querytokens: 3 }).error).toMatchObject({ code: "unknown-field", path: "querytokens" });
    expect(answer({ ...prefill, heads: 0 }).error).toMatchObject({ code: "invalid-value", path: "heads" });
    expect(answer({ ...prefill, heads: undefined }).error).toMatchObject({ code: "missing-field", path: "heads" });
    expect(answer({ ...prefill, kv_heads: 5 }).error).toMatchObject({ code: "invalid-value", path: "kv_heads" });
    expect(answer({ ...prefill, op: "conv" }).error).toMatchObject({ code: "invalid-value", path: "op" });
    expect(answer({ ...prefill, hardware: "abacus" }).error).toMatchObject({ code: "unknown-hardware" });
  });
});
