import { describe, expect, it } from "vitest";
import { device, devices } from "../../src/hardware/lookup.ts";
import { predictKernel } from "../../src/predict/kernel.ts";
import { predict } from "../../src/predict/serving.ts";
import { RidgepointError } from "../../src/quantities/errors.ts";

/** What other calculators get wrong and no other test names. */
describe("peers' bugs", () => {
  it("fused attention never writes the score matrix: its traffic grows with the tokens, not with their square", () => {
    const bytes = (tokens: number): number =>
      predictKernel({ op: "attention_prefill", batch: 1, queryTokens: tokens, contextTokens: tokens, heads: 32, kvHeads: 8, headDim: 128, hardware: "h100-sxm5-80", precision: "bf16" }).bytes;
    // Query and answer of 32 heads, key and value of 8, two bytes each.
    expect(bytes(4096)).toBe(2 * 4096 * 128 * (2 * 32 + 2 * 8));
    expect(bytes(16384) / bytes(4096)).toBe(4);
  });

  it("peaks are dense: what datasheets print with sparsity is twice of it", () => {
    // NVIDIA's datasheets print 1979 and 3958 TFLOP/s for the H100 SXM, 624 for the A100, with sparsity; AMD 2614.9 for the MI300X.
    const peak = (id: string, format: "bf16" | "fp8"): number => (device(id).matrixFlopsPerSecond[format] ?? 0) / 1e12;
    expect(peak("h100-sxm5-80", "bf16")).toBeCloseTo(1979 / 2, -1);
    expect(peak("h100-sxm5-80", "fp8")).toBeCloseTo(3958 / 2, -1);
    expect(peak("a100-sxm-80", "bf16")).toBeCloseTo(624 / 2, -1);
    expect(peak("mi300x", "bf16")).toBeCloseTo(2614.9 / 2, -1);
    // One with and one without sparsity would stand four times apart.
    for (const { id, matrixFlopsPerSecond: { bf16, fp8 } } of devices()) if (bf16 !== undefined && fp8 !== undefined) expect(fp8 / bf16, id).toBeLessThan(2.1);
  });

  it("one request that does not fit is infeasible, and by how many bytes, not a number", () => {
    const ask = (): unknown => predict({
      model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "static", batch: 1 }, inputTokens: 100, outputTokens: 10,
    });
    expect(ask).toThrow(RidgepointError);
    try {
      ask();
    } catch (error) {
      const { code, details } = error as RidgepointError;
      expect(code).toBe("infeasible");
      // 141 GB of weights, 85 GB of memory.
      expect(details.missingBytes).toBeGreaterThan(5e10);
    }
  });
});
