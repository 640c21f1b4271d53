/** A number format of the contract's `precision` fields. */
export type Precision =
  | "fp32" | "tf32" | "bf16" | "fp16"
  | "fp8" | "fp8_block" | "mxfp8" | "int8" | "int8_wo"
  | "fp6" | "fp4" | "int4" | "int4_wo" | "mxfp4" | "nvfp4" | "q4_k_m";

/** The format in which a matrix unit multiplies. A device publishes one dense peak for each. */
export type ComputeFormat = "fp64" | "fp32" | "tf32" | "bf16" | "fp16" | "fp8" | "int8" | "fp6" | "fp4" | "int4";

/** What one number format costs to store and in which format it is multiplied. */
export interface NumberFormat {
  /** Bytes of one stored element, group scales included. */
  readonly bytesPerElement: number;
  /** Format of the matrix product when both operands are stored so. */
  readonly compute: ComputeFormat;
  /** Stored narrow, multiplied in 16 bits (weight-only quantisation). */
  readonly weightOnly: boolean;
  /** Elements that share one scale along the reduction dimension; 0 where scales are negligible. */
  readonly groupSize: number;
}

const plain = (bytesPerElement: number, compute: ComputeFormat): NumberFormat => ({
  bytesPerElement, compute, weightOnly: false, groupSize: 0,
});
const grouped = (bits: number, scaleBits: number, groupSize: number, compute: ComputeFormat, weightOnly = false): NumberFormat => ({
  bytesPerElement: (bits + scaleBits / groupSize) / 8, compute, weightOnly, groupSize,
});

/**
 * Every format of the contract. Group scales: OCP Microscaling 1.0 (mxfp8, mxfp4: 8 bits for 32 elements), NVFP4 (8 bits
 * for 16), DeepSeek block FP8 (32 bits for 128 × 128), GPTQ/AWQ int4 (16-bit scale and 4-bit zero for 128),
 * llama.cpp's q4_k_m mixture (4.83 to 4.89 bits per weight over whole models; ggml's q4_k has 4.5, q6_k 6.5625).
 */
export const numberFormats: Readonly<Record<Precision, NumberFormat>> = {
  fp32: plain(4, "fp32"),
  tf32: plain(4, "tf32"),
  bf16: plain(2, "bf16"),
  fp16: plain(2, "fp16"),
  fp8: plain(1, "fp8"),
  fp8_block: grouped(8, 32, 128 * 128, "fp8"),
  mxfp8: grouped(8, 8, 32, "fp8"),
  int8: plain(1, "int8"),
  int8_wo: { bytesPerElement: 1, compute: "fp16", weightOnly: true, groupSize: 0 },
  fp6: plain(0.75, "fp6"),
  fp4: plain(0.5, "fp4"),
  int4: grouped(4, 20, 128, "int4"),
  int4_wo: grouped(4, 20, 128, "fp16", true),
  mxfp4: grouped(4, 8, 32, "fp4"),
  nvfp4: grouped(4, 8, 16, "fp4"),
  q4_k_m: { bytesPerElement: 4.85 / 8, compute: "fp16", weightOnly: true, groupSize: 256 },
};
