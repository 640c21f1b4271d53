import type { ConstantDefinition, ConstantProvenance } from "./types.ts";

/** Devices whose compiler moves data by explicit transfers and feeds large arrays: what GPUs leave exposed is mostly hidden. */
const compiled = (value: number): Record<"google-tpu" | "intel-gaudi" | "aws-neuron" | "sambanova-rdu" | "groq-lpu" | "graphcore-ipu" | "cerebras-wafer", number> => ({
  "google-tpu": value, "intel-gaudi": value, "aws-neuron": value, "sambanova-rdu": value, "groq-lpu": value, "graphcore-ipu": value, "cerebras-wafer": value,
});

/** Constants of a matrix product C[m, n] = A[m, k] · B[k, n] and of what surrounds it. */
export const gemmConstants = {
  gemmCallSeconds: {
    prior: 2.5e-6, scope: "family+engine", bounds: [0.2e-6, 100e-6],
    // No host in the loop of a compiled program; AMD's graphs launch more slowly (6 to 8 µs eager, published rocBLAS traces).
    priorByFamily: { "google-tpu": 1e-6, "sambanova-rdu": 0.5e-6, "groq-lpu": 0.3e-6, "amd-cdna2": 4e-6, "amd-cdna3": 4e-6, "amd-cdna4": 4e-6, "intel-gaudi": 5e-6 },
  },
  gemmMatrixEfficiency: {
    prior: 0.97, scope: "family+engine", bounds: [0.2, 1.15], ideal: 1,
    priorByFamily: { ...compiled(0.9), "intel-gaudi": 0.97, "amd-cdna2": 0.8, "amd-cdna3": 0.65, "amd-cdna4": 0.65, "nvidia-volta": 0.85, "nvidia-turing": 0.85, "apple-gpu": 0.8, cpu: 0.7, mobile: 0.5 },
  },
  gemmOperandFeedRows: {
    prior: 12, scope: "global", bounds: [0.5, 100],
    priorByFamily: compiled(3),
  },
  gemmMemoryEfficiency: {
    prior: 0.88, scope: "family", bounds: [0.4, 1], ideal: 1,
  },
  gemmExposedShare: {
    prior: 0.25, scope: "family", bounds: [0.01, 1],
    priorByFamily: compiled(0.1),
  },
  gemmWriteExposedShare: {
    prior: 0.3, scope: "family", bounds: [0.01, 1],
    priorByFamily: { ...compiled(0.1), "nvidia-ampere": 0.6, "nvidia-ada": 0.6, "nvidia-turing": 0.6, "nvidia-volta": 0.6, "amd-cdna2": 0.6, "amd-cdna3": 0.6 },
  },
  gemmLoopSecondsPerByte: {
    prior: 1.6e-9, scope: "family", bounds: [0.02e-9, 20e-9],
    priorByFamily: {
      "nvidia-hopper": 0.85e-9, "nvidia-blackwell": 0.85e-9, "google-tpu": 0.1e-9, "aws-neuron": 0.2e-9, "intel-gaudi": 0.2e-9,
      "sambanova-rdu": 0.1e-9, "groq-lpu": 0.02e-9, "graphcore-ipu": 0.1e-9, "cerebras-wafer": 0.1e-9, cpu: 0.5e-9,
    },
  },
  gemmFillSeconds: {
    prior: 0.8e-6, scope: "family", bounds: [0.02e-6, 10e-6],
    priorByFamily: { "sambanova-rdu": 0.3e-6, "groq-lpu": 0.1e-6, "google-tpu": 0.5e-6 },
  },
  gemmWaveQuantisation: {
    prior: 0.7, scope: "family", bounds: [0.01, 1],
    priorByFamily: { ...compiled(0.3), "nvidia-hopper": 0.4, "nvidia-blackwell": 0.4, "nvidia-ampere": 0.9 },
  },
  gemmSplitSeconds: {
    prior: 1.8e-6, scope: "family", bounds: [0.1e-6, 20e-6],
  },
  gemmSplitTraffic: {
    prior: 0.5, scope: "global", bounds: [0.05, 2],
  },
  gemmJoulesPerFlop: {
    prior: 0.8e-12, scope: "family", bounds: [0.05e-12, 20e-12],
    priorByFamily: {
      "nvidia-volta": 2.7e-12, "nvidia-turing": 1.2e-12, "nvidia-ampere": 1.45e-12, "nvidia-ada": 0.8e-12, "nvidia-hopper": 0.8e-12, "nvidia-blackwell": 0.5e-12,
      "amd-cdna2": 1.6e-12, "amd-cdna3": 0.65e-12, "amd-cdna4": 0.6e-12, "google-tpu": 0.5e-12, "intel-gaudi": 0.6e-12, "aws-neuron": 0.7e-12,
    },
  },
  gemmPowerRampSeconds: {
    prior: 1e-3, scope: "global", bounds: [0.05e-3, 50e-3], ideal: 1e-3,
  },
  gemmCacheShare: {
    prior: 0.9, scope: "global", bounds: [0.1, 1.5], ideal: 1,
  },
  gemmBlockScaleOperations: {
    prior: 2, scope: "family", bounds: [0.2, 20], ideal: 0,
    // Its sums stand in a memory of their own and are fetched first, as many a cycle as are added.
    priorByFamily: { "nvidia-blackwell": 4 },
  },
  gemmDequantOperations: {
    prior: 2, scope: "global", bounds: [0.05, 50],
  },
  gemmTensorQuantiseKernels: {
    prior: 1, scope: "engine", bounds: [1e-3, 10],
    priorByEngine: { "tensorrt-llm": 4, pytorch: 1e-3, deepgemm: 1e-3 },
  },
  gemmGroupQuantiseKernels: {
    prior: 1, scope: "engine", bounds: [1e-3, 10],
    priorByEngine: { pytorch: 1e-3, deepgemm: 1e-3 },
  },
  gemmQuantiseEfficiency: {
    prior: 0.6, scope: "engine", bounds: [0.05, 1], ideal: 1,
  },
  gemmPluginCallSeconds: {
    prior: 1e-6, scope: "engine", bounds: [0.01e-6, 100e-6],
    priorByEngine: { "tensorrt-llm": 6e-6 },
  },
  gemmTileRowGranule: {
    prior: 64, scope: "family", bounds: [1, 256], ideal: 1,
    priorByFamily: { ...compiled(8), "nvidia-hopper": 8, "nvidia-blackwell": 8, cpu: 1 },
  },
} as const satisfies Record<string, ConstantDefinition>;

/** What each of `gemmConstants` is, and where its prior comes from. Apart, so that a bundle without `explain` does not carry it. */
export const gemmProvenance = {
  gemmCallSeconds: {
    unit: "s", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Time of a product that has almost nothing to do, one after another in a captured graph: launch, ramp, drain.",
    source: "1.3 to 1.4 µs for a 64 KiB copy inside a CUDA graph on H200 and A100, 4.5 to 4.7 µs null-kernel floor (TaxBreak, arXiv:2603.12465, Table III).",
  },
  gemmMatrixEfficiency: {
    unit: "1", priorLogSd: 0.07, poolLogSd: 0.04,
    meaning: "Share of the datasheet's matrix peak inside the main loop of an endlessly large tile; above 1 where the device boosts beyond the clock of its datasheet.",
    source: "Best measured bf16 products over the dense peak: A100 0.87, H100 0.80, B200 0.78, Gaudi 2 0.97, MI300X 0.51, MI325X 0.60 (stas00/ml-engineering @744d01e, compute/accelerator). Devices that compilers feed do not boost.",
  },
  gemmOperandFeedRows: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Operand feeding: a tile of b × c takes 1 + this · (1/b + 1/c) times its multiplications, for it loads b + c operands for b · c products.",
    source: "A tile of 128 × 128 reaches about 0.85 of one of 256 × 128, one of 64 × 64 about 0.7 (CUTLASS 3 documentation, efficient_gemm).",
  },
  gemmMemoryEfficiency: {
    unit: "1", priorLogSd: 0.05, poolLogSd: 0.04,
    meaning: "Share of the memory bandwidth at which a product streams its operands.",
    source: "Stream triad over the datasheet: 0.86 A100 80GB, 0.92 H100 PCIe, 0.94 A40, 0.90 V100, 0.83 MI210 (published GPU stream tests); reads alone reach a little more.",
  },
  gemmExposedShare: {
    unit: "1", priorLogSd: 0.5, poolLogSd: 0.3,
    meaning: "Share of the shorter of computing and loading that the longer does not hide.",
    source: "Software pipelines overlap both except while they fill; 0 is perfect overlap, 1 none.",
  },
  gemmWriteExposedShare: {
    unit: "1", priorLogSd: 0.6, poolLogSd: 0.4,
    meaning: "Share of writing the result that is not hidden behind the main loop.",
    source: "Before Hopper a tile writes after its last product; persistent kernels write while the next multiplies (CUTLASS 3 documentation, efficient_gemm).",
  },
  gemmLoopSecondsPerByte: {
    unit: "s/B", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Floor of one tile's loop over k, for each byte of a row: memory latency over the bytes in flight along k.",
    source: "0.55 µs of loaded latency over the stages of library kernels: 64 × 3 or 32 × 5 elements before Hopper (names of cuBLAS kernels), 5 to 7 of 64 since.",
  },
  gemmFillSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "One wave's start and end that no other work hides, at a clock of 1.7 GHz: first loads, last products, first write.",
    source: "Memory latency of 0.5 to 0.7 µs (pointer-chase tests of A100 and H100) and a barrier.",
  },
  gemmWaveQuantisation: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "How much of the last, part-filled wave of tiles is lost: 1 all of it, 0 none (work split freely between units).",
    source: "A grid of independent tiles loses all; libraries choose tile shapes that fill the device, persistent ones since Hopper.",
  },
  gemmSplitSeconds: {
    unit: "s", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "What splitting k over units adds: a second dependent pass, or the wait for the last part.",
    source: "A dependent kernel inside a graph takes 1.3 µs and more (as gemmCallSeconds).",
  },
  gemmSplitTraffic: {
    unit: "1", priorLogSd: 0.5, poolLogSd: 0.2,
    meaning: "Share of the partial results' traffic (4-byte sums, written and read) that goes at memory rather than cache speed.",
    source: "Partial sums of a split product mostly fit the last-level cache.",
  },
  gemmJoulesPerFlop: {
    unit: "J", priorLogSd: 0.3, poolLogSd: 0.15,
    meaning: "Energy of one 16-bit multiply-add's FLOP at full clock, operands included; narrower formats halve it as they double the rate.",
    source: "TDP over the dense 16-bit peak of the largest module, and 15 % more: they reach the limit below their peak (A100 400 W / 312 T, H100 700 W / 989 T, B200 1000 W / 2250 T, MI300X 750 W / 1307 T).",
  },
  gemmPowerRampSeconds: {
    unit: "s", priorLogSd: 0.7, poolLogSd: 0.4,
    meaning: "Length of a product, repeated some dozens of times, at which half of the power limit's slow-down shows.",
    source: "Power limits act on averages over tens of milliseconds; benchmark loops run a product 20 to 50 times.",
  },
  gemmCacheShare: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Share of the last-level cache that a benchmark's operands may fill before none of them is found there again.",
    source: "Set-associative caches with hashed slices keep most of a working set just below their size.",
  },
  gemmBlockScaleOperations: {
    unit: "FLOP", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Work of the vector units for each output and each 128 of k of a product with scales for blocks of 128, in time that the matrix units stand still.",
    source: "Partial sums are scaled and added outside the matrix unit every 128 of k (DeepSeek-V3 report, arXiv:2412.19437, section 3.3.2): one multiply-add.",
  },
  gemmDequantOperations: {
    unit: "1", priorLogSd: 0.4, poolLogSd: 0.2,
    meaning: "Vector operations that widen one stored weight to 16 bits.",
    source: "Two to four logical operations for a pair of weights, then a scale (fast conversion, Marlin, arXiv:2408.11743).",
  },
  gemmTensorQuantiseKernels: {
    unit: "1", priorLogSd: 0.2, poolLogSd: 0.2,
    meaning: "Kernels that narrow the activations of a product with one scale for a tensor, as an engine's linear layer runs it.",
    source: "One where the scale is static or of a row (vLLM, SGLang); four where TensorRT-LLM's layer finds it; libraries take narrow operands.",
  },
  gemmGroupQuantiseKernels: {
    unit: "1", priorLogSd: 0.2, poolLogSd: 0.2,
    meaning: "The same for scales of groups along k.",
    source: "One kernel finds the scales and converts.",
  },
  gemmQuantiseEfficiency: {
    unit: "1", priorLogSd: 0.3, poolLogSd: 0.2,
    meaning: "Share of the memory bandwidth that these kernels reach.",
    source: "Element-wise kernels reach 0.75 to 0.9; reductions over rows and strided scale layouts cost some.",
  },
  gemmPluginCallSeconds: {
    unit: "s", priorLogSd: 0.5, poolLogSd: 0.4,
    meaning: "Further time of a call of the integer and weight-only kernels, as their benchmarks time them.",
    source: "TensorRT-LLM's are timed one by one between two events, which bracket about 5 µs of launch (TaxBreak, Table III).",
  },
  gemmTileRowGranule: {
    unit: "1", priorLogSd: 0.5, poolLogSd: 0.3,
    meaning: "Steps in which kernels with tiles above 64 rows come: rows beyond the last multiple are computed for nothing.",
    source: "Warp-group products take 8 to 256 columns in steps of 8 (PTX ISA, wgmma); older kernels come in powers of two and multiples of 64. Vector units of a CPU multiply row by row.",
  },
} as const satisfies Record<keyof typeof gemmConstants, ConstantProvenance>;
