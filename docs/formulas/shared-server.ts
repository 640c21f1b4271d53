import { capSweep } from "../../src/queueing/cap/sweep.ts";
import { limitedSharing } from "../../src/queueing/processor-sharing/limited.ts";
import { sharedQueue } from "../../src/queueing/processor-sharing/unlimited.ts";
import { mg1ProcessorSharing } from "../../src/queueing/processor-sharing/variance.ts";
import { mg1Fcfs } from "../../src/queueing/mg1/fcfs.ts";
import { mg1LcfsPreemptive } from "../../src/queueing/mg1/size-based.ts";
import { mg1Finite } from "../../src/queueing/loss/finite-buffer.ts";
import { batchTimes } from "../../src/queueing/bulk/batch-times.ts";
import { atomicLaw } from "../../src/workloads/laws/atomic.ts";
import { exponentialLaw } from "../../src/workloads/laws/exponential.ts";
import { geometricLaw } from "../../src/workloads/laws/geometric.ts";
import { uniformLaw } from "../../src/workloads/laws/uniform.ts";
import { counted, found, given, type Chapter, type Letter, type Values } from "./law.ts";

const lambda = given("\\lambda", "arrivals in a second, Poisson", "1/s", 0.05, 0.9);
const rho = found("\\rho", "load: busy share of the server", "1");
const ES = found("\\mathrm{E}[S]", "mean service", "s");
const mean = (tex: string, meaning: string): Letter => found(tex, meaning, "s");

/** A service law of the checks: uniform over [0, 2a], mean a. */
const a = { min: 0.2, max: 1 };
const service = (v: Values) => uniformLaw(0, 2 * v["a"]!);
const moments = (v: Values) => {
  const [ES1, second, third] = service(v).moments;
  return { ES: ES1, ES2: second, ES3: third };
};
const at = (name: string, file: string) => ({ name, file: `src/queueing/${file}` });
const sized = "mg1/size-based.ts";

/** A server that works on many requests at once. */
export const sharedServer: Chapter = {
  title: "Queues: sharing, caps, batches",
  about: "A server that works on many requests at once, and what a cap on the output does.",
  laws: [
    {
      title: "Processor sharing: mean",
      lines: ["T = ES / (1 - lambda ES)"],
      letters: { T: mean("\\mathrm{E}[T]", "mean sojourn, whatever the service law"), lambda, ES },
      around: { a },
      source: "Sakata, Noguchi, Oizumi (1969); Kleinrock, Queueing Systems II, section 4.4.",
      implementedBy: at("mg1ProcessorSharing", "processor-sharing/variance.ts"),
      facts: moments,
      code: (v) => mg1ProcessorSharing(service(v), v["lambda"]!).meanSeconds,
    },
    {
      title: "Processor sharing: variance",
      lines: ["V = (VS + 2 Integral(P(u) * A(u), u, 0, most)) / (1 - rho)^2"],
      letters: {
        V: found("\\mathrm{Var}[T]", "variance of the sojourn", "s²"),
        VS: found("\\mathrm{Var}[S]", "variance of the service", "s²"),
        P: found("P_W", "P(W > u), W the wait of the same queue first come, first served", "1"),
        A: found("A", "E[(S − u)⁺]", "s"),
        rho,
        most: found("s_1", "largest service", "s"),
      },
      around: { a, lambda: { min: 0.05, max: 0.9 } },
      tolerance: 1e-5,
      runs: 3,
      source: "Yashkov, Problems of Control and Information Theory 12 (1983).",
      implementedBy: at("mg1ProcessorSharing", "processor-sharing/variance.ts"),
      facts: (v) => {
        const law = service(v);
        return {
          VS: law.variance,
          P: mg1Fcfs(law, v["lambda"]!).wait.tail,
          A: (x: number) => law.excess(1, x),
          rho: v["lambda"]! * law.mean,
          most: law.high,
        };
      },
      code: (v) => mg1ProcessorSharing(service(v), v["lambda"]!).varianceSecondsSquared,
    },
    {
      title: "Last come, first served with preemption",
      lines: ["T = ES / (1 - lambda ES)"],
      letters: { T: mean("\\mathrm{E}[T]", "mean sojourn: a busy period"), lambda, ES },
      around: { a },
      source: "Kleinrock, Queueing Systems I, section 5.8.",
      implementedBy: at("mg1LcfsPreemptive", sized),
      facts: moments,
      code: (v) => mg1LcfsPreemptive(service(v), v["lambda"]!).sojourn.meanSeconds,
    },
    {
      title: "Sharing at a rate that grows with the batch",
      lines: ["x = lambda s p", "n = (F / p + 1) * x / (1 - x)"],
      letters: {
        x: found("x", "load at the largest rate", "1"),
        n: found("\\mathrm{E}[n]", "mean number in the system", "1"),
        lambda,
        s: given("s", "mean service", "s", 0.1, 1),
        p: given("p", "time of a step for each request", "1", 0.1, 1),
        F: given("f", "time of a step without requests", "1", 0, 5),
      },
      source: "Cohen, Acta Informatica 12 (1979): insensitive to the service law; n requests share the rate n/(f + pn).",
      implementedBy: at("sharedQueue", "processor-sharing/unlimited.ts"),
      code: (v) => sharedQueue(v["lambda"]!, v["s"]!, { fixed: v["F"]!, perRequest: v["p"]! }).meanInSystem,
    },
    {
      title: "Sharing with a limit on the batch",
      lines: [
        "g(n) = lambda s (F / min(n, m) + p)",
        "q(n) = Product(g(j), j, 1, n)",
        "L = Sum(n q(n), n, 1, 400) / (1 + Sum(q(n), n, 1, 400))",
        "T = L / lambda",
      ],
      letters: {
        g: found("g", "arrival rate over the rate of departures with n requests", "1"),
        q: found("q", "weight of n requests against none", "1"),
        L: found("\\mathrm{E}[n]", "mean number in the system", "1"),
        T: mean("\\mathrm{E}[T]", "mean sojourn"),
        lambda: given("\\lambda", "arrivals in a second", "1/s", 0.05, 0.5),
        s: given("s", "mean service, exponential", "s", 0.1, 0.5),
        p: given("p", "time of a step for each request", "1", 0.1, 0.5),
        F: given("f", "time of a step without requests", "1", 0, 2),
        m: counted("m", "requests served at once", "1", 2, 8),
      },
      source:
        "Birth and death (Kleinrock, Queueing Systems I, section 3.1). The sums go on without end; 400 terms hold all that counts.",
      implementedBy: at("limitedSharing", "processor-sharing/limited.ts"),
      runs: 3,
      tolerance: 1e-6,
      code: (v) => limitedSharing(v["lambda"]!, v["s"]!, { fixed: v["F"]!, perRequest: v["p"]! }, v["m"]!).meanSojournSeconds,
    },
    {
      title: "Little's law",
      lines: ["n = lambda T"],
      letters: {
        n: found("\\mathrm{E}[n]", "mean number in the system", "1"),
        lambda,
        T: mean("\\mathrm{E}[T]", "mean sojourn"),
      },
      around: { s: { min: 0.1, max: 1 }, F: { min: 0, max: 5 } },
      source: "Little, Operations Research 9 (1961).",
      implementedBy: at("sharedQueue", "processor-sharing/unlimited.ts"),
      facts: (v) => ({ T: sharedQueue(v["lambda"]!, v["s"]!, { fixed: v["F"]!, perRequest: 0.5 }).meanSojournSeconds }),
      code: (v) => sharedQueue(v["lambda"]!, v["s"]!, { fixed: v["F"]!, perRequest: 0.5 }).meanInSystem,
    },
    {
      title: "A cap on the output",
      lines: [
        "N_1 = Sum((1 - p)^j, j, 0, c - 1)",
        "N_2 = Sum((2 j + 1) * (1 - p)^j, j, 0, c - 1)",
        "W = lambda (a^2 N_2 + 2 a s N_1 + s^2) / (2 (1 - lambda (a N_1 + s)))",
      ],
      letters: {
        N_1: found("\\mathrm{E}[\\min(N, c)]", "mean tokens under the cap", "1"),
        N_2: found("\\mathrm{E}[\\min(N, c)^2]", "their second moment", "1"),
        W: mean("\\mathrm{E}[W]", "mean wait"),
        lambda: given("\\lambda", "arrivals in a second", "1/s", 0.01, 0.3),
        c: counted("c", "most tokens of an answer", "1", 1, 200),
        a: given("a", "time of a token", "s", 1e-3, 0.02),
        s: given("s", "fixed time of a request", "s", 0, 0.5),
        p: given("p", "an answer ends after any token with this probability: geometric length", "1", 0.01, 0.2),
      },
      source: "arXiv:2407.05347, section III, with Pollaczek and Khinchine; the code sums over any law of N.",
      implementedBy: at("capSweep", "cap/sweep.ts"),
      tolerance: 1e-8,
      code: (v) =>
        capSweep(
          geometricLaw(1 / v["p"]!),
          { perTokenSeconds: v["a"]!, fixedSeconds: v["s"]! },
          v["lambda"]!,
          v["c"]!,
        ).meanWaitSeconds.at(-1) ?? Number.NaN,
    },
    {
      title: "Tokens that a cap takes away",
      lines: ["l = (1 - p)^c / p"],
      letters: {
        l: found("\\mathrm{E}[(N-c)^+]", "tokens lost of an answer, mean", "1"),
        c: counted("c", "most tokens of an answer", "1", 1, 50),
        p: given("p", "geometric length: end after any token", "1", 0.01, 0.1),
      },
      source: "arXiv:2407.05347, section III.",
      implementedBy: at("capSweep", "cap/sweep.ts"),
      tolerance: 1e-7,
      code: (v) =>
        capSweep(geometricLaw(1 / v["p"]!), { perTokenSeconds: 1e-3, fixedSeconds: 0 }, 0.01, v["c"]!).lostTokens.at(-1) ??
        Number.NaN,
    },
    {
      title: "Time of a batch",
      lines: ["M = Sum(1 - F(j)^b, j, 0, 40)", "H = k_1 + k_2 b + (k_3 + k_4 b) * M"],
      letters: {
        M: found("\\mathrm{E}[N_{(b)}]", "longest of b answers, mean", "1"),
        H: mean("\\mathrm{E}[H_b]", "mean time of a batch whose members wait for its longest"),
        F: found("F", "P(N ≤ j)", "1"),
        b: counted("b", "requests of the batch", "1", 1, 32),
        k_1: given("k_1", "fixed", "s", 0, 1),
        k_2: given("k_2", "for each request", "s", 0, 0.1),
        k_3: given("k_3", "for each token", "s", 1e-3, 0.1),
        k_4: given("k_4", "for each token and request", "s", 0, 0.01),
      },
      source: "arXiv:2407.05347, section IV: all members leave with the longest (padded).",
      implementedBy: at("batchTimes", "bulk/batch-times.ts"),
      note: "The test takes lengths that are uniform over 1 … 40 tokens, whence the end of the sum.",
      facts: () => ({ F: (j: number) => j / 40 }),
      code: (v) => batchesOf(v).moments(v["b"]!).mean,
    },
    {
      title: "What batches can carry",
      lines: ["X = 1 / (k_2 + k_4 N_1)"],
      letters: {
        X: found("X", "bound on requests in a second, whatever the batch", "1/s"),
        k_2: given("k_2", "for each request", "s", 1e-3, 0.1),
        k_4: given("k_4", "for each token and request", "s", 1e-4, 0.01),
        N_1: found("n_1", "largest length", "1"),
      },
      source: "Limit of b/E[H_b] for large b.",
      implementedBy: at("batchTimes", "bulk/batch-times.ts"),
      facts: () => ({ N_1: 40 }),
      code: (v) => batchesOf({ ...v, k_1: 0.1, k_3: 0.01 }).limitPerSecond,
    },
    {
      title: "One server with a full house",
      lines: ["B = (1 - rho) * rho^(b + 1) / (1 - rho^(b + 2))"],
      letters: {
        B: found("B", "share of requests refused", "1"),
        rho: given("\\rho", "offered load", "1", 0.3, 0.95),
        b: counted("b", "waiting places", "1", 0, 6),
      },
      source:
        "Kleinrock, Queueing Systems I, section 3.6 (M/M/1/K), by which the tests check the chain of M/G/1/K (Takagi, Queueing Analysis 2, chapter 5).",
      implementedBy: at("mg1Finite", "loss/finite-buffer.ts"),
      tolerance: 1e-6,
      runs: 10,
      code: (v) => mg1Finite(exponentialLaw(1), v["rho"]!, v["b"]!).blockingProbability,
    },
  ],
};

/** Batches of answers with 1 … 40 tokens, each as likely. */
function batchesOf(v: Values) {
  const values = Float64Array.from({ length: 40 }, (_, j) => j + 1);
  return batchTimes(
    { fixed_s: v["k_1"]!, per_request_s: v["k_2"]!, per_token_s: v["k_3"]!, per_request_token_s: v["k_4"]! },
    atomicLaw({ values, probabilities: values.map(() => 1 / 40) }),
    "padded",
    1,
  );
}
