import { numberFormats } from "../../src/quantities/formats.ts";
import { cachedShare } from "../../src/roofline/attention-prefill.ts";
import { streamingSeconds } from "../../src/roofline/elementwise.ts";
import { gemmSeconds, powerStretch, waveSeconds } from "../../src/roofline/gemm.ts";
import { gemmRates } from "../../src/roofline/gemm-rates.ts";
import { counted, found, given, type Chapter } from "./law.ts";
import { machineWith, multiplying } from "./machines.ts";

const bf16 = numberFormats.bf16;
const gemmFile = "src/roofline/gemm.ts";
const fitted =
  "Form from the kernels' loops; its constants are fitted to published kernel measurements and listed with their sources in src/constants.";

const time = found("t", "time on the device, launch not counted", "s");
const peak = given("P", "dense peak of the matrix units", "FLOP/s", 1e14, 1.2e15);
const bandwidth = given("B", "bandwidth of the fast memory", "B/s", 5e11, 8e12);
const units = counted("U", "compute units over which tiles are spread", "1", 64, 200);

/** From counts to the time of products and streams. */
export const products: Chapter = {
  title: "Time of a kernel: roofs and products",
  about:
    "Counts over datasheet figures, with a few named constants for what tiles, waves and launches add. Under the engine `ideal` only the roofline is left.",
  laws: [
    {
      title: "Roofline",
      lines: ["t = max(F / P, D / B)"],
      letters: {
        t: time,
        F: given("F", "floating-point operations", "1", 1e6, 1e14),
        D: given("D", "bytes that must move", "B", 1e4, 1e11),
        P: peak,
        B: bandwidth,
      },
      source: "Williams, Waterman, Patterson, Roofline, Communications of the ACM 52 (2009).",
      implementedBy: { name: "streamingSeconds", file: "src/roofline/elementwise.ts" },
      note: "What every kernel takes on an ideal machine; the matrix, attention and expert kernels have the same line.",
      code: (v) =>
        streamingSeconds(
          machineWith({ vectorFlopsPerSecond: v["P"]!, memoryBytesPerSecond: v["B"]!, ideal: true }),
          v["D"]! / 2,
          v["D"]! / 2,
          v["F"]!,
          0,
        ),
    },
    {
      title: "Waves of tiles",
      lines: [
        "N = w <= 1 ? 1 : w + q (ceil(w) - w)",
        "a = N tau",
        "l = max(1, w kappa) lambda",
        "o = f N + max(a, l) + x min(a, l)",
        "r = max(o, R) + x min(o, R)",
        "t = max(r, W) + y min(r, W)",
      ],
      letters: {
        N: found("N", "waves that count", "1"),
        a: found("a", "time of the multiplications", "s"),
        l: found("l", "latency of the loops", "s"),
        o: found("o", "time of the loops over k", "s"),
        r: found("r", "the same with the operands' reads", "s"),
        t: time,
        w: given("w", "waves: tiles over units", "1", 0.01, 12),
        q: given("q", "how much of a part-filled wave counts", "1", 0, 1),
        tau: given("\\tau", "a unit's time for one tile at its peak", "s", 1e-7, 1e-4),
        kappa: given("\\kappa", "one over the tiles that a unit holds at once", "1", 0.25, 1),
        lambda: given("\\lambda", "latency of one tile's loop", "s", 1e-7, 1e-4),
        f: given("f", "start and end of a wave", "s", 0, 2e-6),
        x: given("x", "share of the shorter that shows", "1", 0, 0.5),
        R: given("R", "operands over bandwidth", "s", 1e-7, 1e-4),
        W: given("W", "result over bandwidth", "s", 1e-7, 1e-4),
        y: given("y", "share of the shorter that shows when the result is written", "1", 0, 0.5),
      },
      source: `NVIDIA, Matrix Multiplication Background User's Guide (tile and wave quantisation). ${fitted}`,
      implementedBy: { name: "waveSeconds", file: gemmFile },
      code: (v) =>
        waveSeconds(
          {
            ...gemmRates(machineWith({})),
            exposedShare: v["x"]!,
            writeExposedShare: v["y"]!,
            waveQuantisation: v["q"]!,
            fillSeconds: v["f"]!,
          },
          v["w"]!,
          v["tau"]!,
          v["lambda"]!,
          v["kappa"]!,
          v["R"]!,
          v["W"]!,
        ),
    },
    {
      title: "Scales of blocks",
      lines: ["e = k / 128 * o U / V"],
      letters: {
        e: found("e", "a unit's time for one output beside its multiplications", "s"),
        k: counted("k", "products of one output", "1", 128, 16384),
        o: given("o", "work of scaling and adding one partial sum", "1", 1, 10),
        U: counted("U", "compute units", "1", 64, 200),
        V: given("V", "peak of the vector units", "FLOP/s", 1e13, 2e14),
      },
      source: `DeepSeek-V3 report, arXiv:2412.19437, section 3.3.2: partial sums leave the matrix units every 128 products. ${fitted}`,
      implementedBy: { name: "gemmRates", file: "src/roofline/gemm-rates.ts" },
      note: "Added to every output of a tile where weights have a scale for blocks of 128 × 128.",
      code: (v) =>
        (v["k"]! / 128) *
        gemmRates(
          machineWith({ computeUnits: v["U"]!, vectorFlopsPerSecond: v["V"]! }, { gemmBlockScaleOperations: v["o"]! }),
        ).blockScaleSeconds,
    },
    {
      title: "Matrix product: the best of four tilings",
      lines: [
        "D(r) = ceil(m / r)",
        "h(r) = min(r, ceil(m / (D(r) * 16)) * 16)",
        "T(r, c) = D(r) * ceil(n / c)",
        "tau(r, c) = 2 k U / (P eta) * (h(r) * c + phi (c min(1, h(r) / 16) + h(r)))",
        "kappa(r, c) = min(1, max(1 / 4, h(r) * c / 24576))",
        "w(r, c) = T(r, c) * (1 / U)",
        "t(r, c) = Waves(w(r, c), tau(r, c), lambda, kappa(r, c))",
        "z(r, c) = min(U / T(r, c), k b / 512, 32)",
        "v(r, c) = Waves(w(r, c) * z(r, c), tau(r, c) / z(r, c), lambda / z(r, c), kappa(r, c))",
        "s(r, c) = w(r, c) > 1 / 2 or z(r, c) < 2 ? inf : v(r, c) + s_0 + z(r, c) * m n s_1",
        "best(r, c) = min(t(r, c), s(r, c))",
        "t_m = max(2 m n k / P, min(best(128, 256), best(128, 128), best(64, 128), best(64, 32)))",
      ],
      letters: {
        D: found("D", "tiles down", "1"),
        h: found("h", "rows of a tile, fitted to m in steps of 16", "1"),
        T: found("T", "tiles", "1"),
        tau: found("\\tau", "a unit's time for one tile", "s"),
        kappa: found("\\kappa", "one over the tiles that a unit holds", "1"),
        w: found("w", "waves", "1"),
        t: found("t", "time without a split", "s"),
        z: found("z", "parts into which k is split", "1"),
        v: found("v", "time of the parts", "s"),
        s: found("s", "the same with their reduction", "s"),
        best: found("t_{\\ast}", "the shorter of both", "s"),
        t_m: found("t_m", "time of the product", "s"),
        Waves: found("\\operatorname{Waves}", "the law above, with the machine's constants and the product's memory times", "s"),
        inf: found("\\infty", "not tried", "s"),
        m: counted("m", "rows", "1", 65, 6000),
        n: counted("n", "columns", "1", 64, 16_000),
        k: counted("k", "length of the sums", "1", 256, 16_000),
        b: found("b", "bytes of an element", "B"),
        P: peak,
        U: units,
        eta: given("\\eta", "share of the peak that a full tile reaches", "1", 0.6, 1),
        phi: given("\\phi", "operand rows fed while one row is multiplied", "1", 0, 20),
        lambda: found("\\lambda", "latency of a loop over k", "s"),
        s_0: given("s_0", "start of the reduction", "s", 0, 5e-6),
        s_1: found("s_1", "time to add one element of a part", "s"),
      },
      source: `NVIDIA CUTLASS, Efficient GEMM (tiles, split k). ${fitted}`,
      implementedBy: { name: "gemmSeconds", file: gemmFile },
      note: "For 16-bit operands and more than 64 rows, with weights from memory; up to 64 rows the tiles are 64 × 256, 64 × 128 and 64 × 32. Formats with scales of 128-blocks have tiles of their own and no split; weight-only formats add the widening of each column.",
      facts: (v) => {
        const rates = gemmRates(gemmMachine(v));
        const bytes = (v["m"]! + v["n"]!) * v["k"]! * 2;
        return {
          Waves: (w: number, tau: number, latency: number, crowd: number) =>
            waveSeconds(
              rates,
              w,
              tau,
              latency,
              crowd,
              bytes * rates.secondsPerByte,
              v["m"]! * v["n"]! * 2 * rates.secondsPerByte,
            ),
          lambda: v["k"]! * 2 * rates.loopSecondsPerByte,
          s_1: rates.splitSecondsPerElement,
          b: 2,
          inf: Infinity,
        };
      },
      code: (v) => gemmSeconds(gemmMachine(v), v["m"]!, v["n"]!, v["k"]!, bf16, 2, Infinity, 1),
    },
    {
      title: "Power limit",
      lines: ["d = e P_16 / (0.9 W) * C / b", "t = d <= 1 ? b : b + b (sqrt(d) - 1) * (y + (1 - y) * b / (b + r))"],
      letters: {
        d: found("d", "power asked for over what compute may take", "1"),
        t: time,
        e: given("e", "energy of one FLOP at the peak clock", "J", 2e-13, 2e-12),
        P_16: found("P_{16}", "16-bit matrix peak", "FLOP/s"),
        W: found("W", "TDP", "W"),
        C: given("C", "time at the matrix peak", "s", 1e-5, 1e-3),
        b: given("b", "time without a limit", "s", 1e-5, 2e-3),
        y: given("y", "share of the effect that shows at once: 1 in a long step", "1", 0, 1),
        r: given("r", "time in which it sets in", "s", 1e-4, 1e-2),
      },
      source: `Dynamic power goes with clock times voltage squared, and voltage falls with the clock. ${fitted}`,
      implementedBy: { name: "powerStretch", file: gemmFile },
      facts: () => ({ P_16: machineWith({}).peakFlopsPerSecond.bf16, W: machineWith({}).tdpWatts }),
      code: (v) =>
        powerStretch(
          gemmRates(machineWith({}, { gemmJoulesPerFlop: v["e"]!, gemmPowerRampSeconds: v["r"]! })),
          v["C"]!,
          v["b"]!,
          v["y"]!,
        ),
    },
    {
      title: "What the cache holds",
      lines: ["h = 1 / (1 + (D / (x L))^4)"],
      letters: {
        h: found("h", "share of a working set that is found in the last-level cache", "1"),
        D: given("D", "bytes of the working set", "B", 1e5, 9e7),
        x: given("x", "reach: part of the cache at which half is found", "1", 0.5, 1),
        L: found("L", "bytes of the cache", "B"),
      },
      source: fitted,
      implementedBy: { name: "cachedShare", file: "src/roofline/attention-prefill.ts" },
      note: "Beyond four times the reach the share is 0.",
      facts: () => ({ L: machineWith({}).l2Bytes }),
      code: (v) => cachedShare(machineWith({ l2Bytes: machineWith({}).l2Bytes }), v["D"]!, v["x"]!),
    },
    {
      title: "Streaming kernels",
      lines: ["t = max(F / V, D / (x B))"],
      letters: {
        t: time,
        F: given("F", "vector operations", "1", 1e5, 1e10),
        D: given("D", "bytes read and written", "B", 1e5, 1e10),
        V: given("V", "vector peak", "FLOP/s", 1e13, 1e14),
        B: bandwidth,
        x: given("x", "share of the bandwidth that a stream reaches", "1", 0.5, 1),
      },
      source: fitted,
      implementedBy: { name: "streamingSeconds", file: "src/roofline/elementwise.ts" },
      note: "For operands from memory. Softmax and norms read their input again where rows outgrow the units' shared memory.",
      code: (v) =>
        streamingSeconds(
          machineWith({ vectorFlopsPerSecond: v["V"]!, memoryBytesPerSecond: v["B"]! }, { streamFraction: v["x"]! }),
          v["D"]! / 2,
          v["D"]! / 2,
          v["F"]!,
          0,
        ),
    },
  ],
};

function gemmMachine(v: Readonly<Record<string, number>>) {
  return multiplying(
    v["P"]!,
    { computeUnits: v["U"]! },
    {
      gemmMatrixEfficiency: v["eta"]!,
      gemmOperandFeedRows: v["phi"]!,
      gemmSplitSeconds: v["s_0"]!,
      gemmTileRowGranule: 16,
    },
  );
}
