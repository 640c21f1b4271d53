import { engineSeconds } from "../../src/steps/engine-seconds.ts";
import { stageLayers } from "../../src/deployments/plan.ts";
import type { ElementwiseOperator } from "../../src/operators/types.ts";
import { iterationTime } from "../../src/serving/engine-model.ts";
import { decodeSeconds } from "../../src/serving/phases.ts";
import { meanContext } from "../../src/serving/steady.ts";
import { timeStep } from "../../src/steps/step-time.ts";
import { emptyStepTime } from "../../src/steps/types.ts";
import { counted, found, given, listed, type Chapter } from "./law.ts";
import { engine, machineWith } from "./machines.ts";

const steadyFile = "src/serving/steady.ts";
const I = counted("I", "input tokens", "1", 64, 6000);
const O = counted("O", "output tokens", "1", 8, 800);

const stepTime = (decoding: number, context: number): number =>
  iterationTime(engine, decoding, context, 0, 0, 0, emptyStepTime()).seconds;

const moving = (seconds: number, bytesPerSecond: number): ElementwiseOperator => ({
  kind: "elementwise",
  name: "operator",
  count: 1,
  kernels: 1,
  weightElements: 0,
  weightBytes: 0,
  bytesPerToken: seconds * bytesPerSecond,
  flopsPerToken: 0,
  rows: "tokens",
});

/** From kernels to steps. */
export const steps: Chapter = {
  title: "Steps",
  about: "Operators add up to a step, steps to a batch.",
  laws: [
    {
      title: "What an engine reaches",
      lines: ["t = t_k * sqrt(((c / e_c)^2 + (m / e_m)^2) / (c^2 + m^2))"],
      letters: {
        t: found("t", "time of an operator in a model's step", "s"),
        t_k: given("t_k", "time of its kernel", "s", 1e-6, 1e-2),
        c: given("c", "its compute roof", "s", 1e-7, 1e-2),
        m: given("m", "its memory roof", "s", 1e-7, 1e-2),
        e_c: given("e_c", "matrix efficiency of the engine", "1", 0.5, 1.2),
        e_m: given("e_m", "memory efficiency of the engine", "1", 0.5, 1.2),
      },
      source:
        "Stretches an operator by the roofs that it stands under, without a jump between them. Efficiencies are fitted to measured steps.",
      note: "Attention is the engine's own kernel: its time is divided by one efficiency of its own.",
      implementedBy: { name: "engineSeconds", file: "src/steps/engine-seconds.ts" },
      code: (v) =>
        engineSeconds(
          "gemm",
          { seconds: v["t_k"]!, flops: 0, computeSeconds: v["c"]!, memorySeconds: v["m"]! },
          machineWith({}, { engineMatrixEfficiency: v["e_c"]!, engineMemoryEfficiency: v["e_m"]! }).constants,
        ),
    },
    {
      title: "A step",
      lines: ["D = Sum(t[j], j, 1, 3) + 3 lambda", "T = sqrt(D^2 + (3 epsilon)^2) + h_0 + h_1 r"],
      letters: {
        D: found("D", "time on the device", "s"),
        T: found("T", "time of the step", "s"),
        t: listed("t", "times of its operators; three kernels here", "s", 3, 1e-6, 1e-2),
        lambda: given("\\lambda", "start and drain of a dependent kernel", "s", 0, 1e-5),
        epsilon: given("\\varepsilon", "the host's dispatch of a kernel; 0 where the step is a captured graph", "s", 0, 1e-4),
        h_0: given("h_0", "the host's work for a step", "s", 0, 1e-3),
        h_1: given("h_1", "the host's work for a request", "s", 0, 1e-4),
        r: counted("r", "requests in the step", "1", 1, 256),
      },
      source:
        "Dependent kernels run one after another; without graphs the host's dispatch runs beside them and the slower shows.",
      implementedBy: { name: "timeStep", file: "src/steps/step-time.ts" },
      code: (v, { t = [] }) => {
        const machine = {
          ...machineWith(
            { memoryBytesPerSecond: 1e12, ideal: true },
            {
              dependentKernelSeconds: v["lambda"]!,
              eagerKernelSeconds: v["epsilon"]!,
              stepHostSeconds: v["h_0"]!,
              requestHostSeconds: v["h_1"]!,
              engineMemoryEfficiency: 1,
              engineMatrixEfficiency: 1,
            },
          ),
        };
        const operators = t.map((seconds) => moving(seconds, machine.memoryBytesPerSecond));
        const shape = {
          decodeSequences: 1,
          decodeContext: 1,
          prefillTokens: 0,
          prefillSequences: 0,
          prefillContext: 0,
          logitRows: 1,
        };
        return timeStep({ ...engine.pass, operators, sections: [{ sees: "step", operators }] }, shape, machine, { graphs: false, hostRequests: v["r"]! }, emptyStepTime())
          .seconds;
      },
    },
    {
      title: "Uneven pipeline",
      lines: ["f = ceil(L / p) * p / L"],
      letters: {
        f: found("f", "time of the slowest stage over that of an even one", "1"),
        L: counted("L", "layers", "1", 8, 128),
        p: counted("p", "pipeline stages", "1", 1, 8),
      },
      source: "Arithmetic: engines give the first L mod p stages one layer more.",
      implementedBy: { name: "stageLayers", file: "src/deployments/plan.ts" },
      code: (v) => (stageLayers(v["L"]!, v["p"]!)[0]! * v["p"]!) / v["L"]!,
      note: "A batch that is handed over as one passes the stages in turn: p − 1 of them idle. Under load p micro-batches are on their way, and a token takes p turns of the slowest stage.",
    },
    {
      title: "Context of a decoding request",
      lines: ["C = I + (E_2 / E_1 + 1) / 2"],
      letters: {
        C: found("C", "tokens of context in the mean", "1"),
        I,
        E_1: given("\\mathrm{E}[O]", "mean output", "1", 16, 500),
        E_2: given("\\mathrm{E}[O^2]", "second moment of the output", "1", 3e5, 1e6),
      },
      source:
        "Inspection paradox (Feller, An Introduction to Probability Theory II, section VI.7): a running request has the size-biased length E[O²]/E[O].",
      implementedBy: { name: "meanContext", file: steadyFile },
      code: (v) =>
        meanContext({
          inputTokens: v["I"]!,
          freshTokens: v["I"]!,
          outputTokens: v["E_1"]!,
          biasedOutputTokens: v["E_2"]! / v["E_1"]!,
        }),
    },
    {
      title: "Decode of a static batch",
      lines: ["s = O - 1", "c = I + 1 + (s - 1) / 2", "t = s / 2 * (T(n, c - s / (2 sqrt(3))) + T(n, c + s / (2 sqrt(3))))"],
      letters: {
        s: found("s", "decode steps", "1"),
        c: found("c", "context in their middle", "1"),
        t: found("t", "time of all of them", "s"),
        T: found("T", "time of a step by its requests and their context", "s"),
        I,
        O,
        n: counted("n", "requests of the batch", "1", 1, 64),
      },
      source: "Two-point Gauss–Legendre quadrature of the step time over the growing context: exact for a cubic.",
      implementedBy: { name: "decodeSeconds", file: "src/serving/phases.ts" },
      facts: () => ({ T: stepTime }),
      code: (v) => decodeSeconds(engine, v["n"]!, v["I"]!, v["O"]!, 1, emptyStepTime(), emptyStepTime()),
    },
  ],
};
