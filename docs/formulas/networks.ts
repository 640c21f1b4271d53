import { mmkImpatient } from "../../src/queueing/impatience/mmk.ts";
import { mmkFinite } from "../../src/queueing/loss/finite-buffer.ts";
import { multiRateLoss } from "../../src/queueing/loss/multi-rate.ts";
import { erlangB } from "../../src/queueing/many-servers/erlang.ts";
import { renewalLoss } from "../../src/queueing/many-servers/renewal.ts";
import { closedNetwork } from "../../src/queueing/networks/closed.ts";
import { tandem } from "../../src/queueing/networks/tandem.ts";
import { exponentialLaw } from "../../src/workloads/laws/exponential.ts";
import { uniformLaw } from "../../src/workloads/laws/uniform.ts";
import { counted, found, given, listed, type Chapter, type Law } from "./law.ts";

const a = given("a", "offered load", "Erl", 0.1, 12);

const laws: readonly Law[] = [
  {
    title: "Loss of renewal arrivals",
    lines: ["p(j) = Product((1 - A(i)) / A(i), i, 1, j)", "B = 1 / Sum(combinations(k, j) * p(j), j, 0, k)"],
    letters: {
      p: found("p", "product of the odds", "1"),
      B: found("B", "share lost", "1"),
      A: found("\\varphi", "Laplace transform of the times between arrivals at iμ", "1"),
      k: counted("k", "servers", "1", 1, 8),
    },
    around: { m: { min: 0.1, max: 2 } },
    source: "Palm (1943); Takács, Introduction to the Theory of Queues (1962).",
    implementedBy: { name: "renewalLoss", file: "src/queueing/many-servers/renewal.ts" },
    runs: 10,
    tolerance: 1e-8,
    facts: (v) => ({ A: (i: number) => -Math.expm1(-2 * i * v["m"]!) / (2 * i * v["m"]!) }),
    code: (v) => renewalLoss(uniformLaw(0, 2 * v["m"]!), 1, v["k"]!),
  },
  {
    title: "Waiting places",
    lines: ["q(n) = Product(a / min(j, k), j, 1, n)", "B = q(k + b) / Sum(q(n), n, 0, k + b)"],
    letters: {
      q: found("q", "weight of n requests against none", "1"),
      B: found("B", "share refused", "1"),
      a,
      k: counted("k", "servers", "1", 1, 8),
      b: counted("b", "waiting places", "1", 0, 12),
    },
    source: "Birth and death: Kleinrock, Queueing Systems I, section 3.6.",
    implementedBy: { name: "mmkFinite", file: "src/queueing/loss/finite-buffer.ts" },
    runs: 10,
    tolerance: 1e-8,
    code: (v) => mmkFinite(v["a"]!, 1, v["k"]!, v["b"]!).blockingProbability,
  },
  {
    title: "Erlang A",
    lines: [
      "d(x) = exp(lambda (1 - exp(-theta x)) / theta - k mu x)",
      "J = Integral(d(x), x, 0, x_1)",
      "P = lambda J / (1 / B + lambda J)",
    ],
    letters: {
      d: found("d", "density of the wait offered, up to a factor", "1"),
      J: found("J", "its integral", "s"),
      P: found("P", "share that cannot start at once", "1"),
      lambda: given("\\lambda", "arrivals in a second", "1/s", 1, 10),
      theta: given("\\theta", "patience ends in a second with this rate", "1/s", 0.2, 2),
      k: counted("k", "servers", "1", 2, 8),
      mu: given("\\mu", "services in a second", "1/s", 0.8, 1.5),
      x_1: found("x_1", "a wait beyond which nothing counts", "s"),
      B: found("B", "Erlang B of k − 1 servers", "1"),
    },
    source: "Palm (1957); Baccelli and Hebuterne (1981); Zeltyn and Mandelbaum, Queueing Systems 51 (2005).",
    implementedBy: { name: "mmkImpatient", file: "src/queueing/impatience/mmk.ts" },
    runs: 10,
    tolerance: 1e-5,
    facts: (v) => ({ x_1: 60 / (v["k"]! * v["mu"]!) + 10, B: erlangB(v["lambda"]! / v["mu"]!, v["k"]! - 1) }),
    code: (v) => mmkImpatient(v["lambda"]!, 1 / v["mu"]!, v["k"]!, exponentialLaw(1 / v["theta"]!)).waitProbability,
  },
  {
    title: "Kaufman and Roberts",
    lines: [
      "q(j) = j < 0 ? 0 : j == 0 ? 1 : Sum(a[i] * s[i] * q(j - s[i]), i, 1, 2) / j",
      "B_2 = Sum(q(j), j, c - s[2] + 1, c) / Sum(q(j), j, 0, c)",
    ],
    letters: {
      q: found("q", "weight of j units held", "1"),
      B_2: found("B_2", "share of the second class that is refused", "1"),
      a: listed("a", "offered load of each class", "Erl", 2, 0.1, 3),
      s: listed("s", "units that a request of the class holds", "1", 2, 1, 4, true),
      c: counted("c", "units", "1", 4, 9),
    },
    source: "Kaufman, IEEE Transactions on Communications 29 (1981); Roberts (1981). Units are KV blocks, for example.",
    implementedBy: { name: "multiRateLoss", file: "src/queueing/loss/multi-rate.ts" },
    runs: 8,
    code: (v, { a: loads = [], s = [] }) =>
      multiRateLoss(
        v["c"]!,
        loads.map((load, i) => ({ load, size: s[i]! })),
      ).blocking[1]!,
  },
  {
    title: "Mean value analysis",
    lines: [
      "R(i, n) = D[i] * (1 + L(i, n - 1))",
      "X(n) = n / (Z + Sum(R(j, n), j, 1, 2))",
      "L(i, n) = n == 0 ? 0 : X(n) * R(i, n)",
      "X_N = X(N)",
    ],
    letters: {
      R: found("R_{#1}(#2)", "time at station i with n users", "s"),
      X: found("X(#1)", "throughput with n users", "1/s"),
      L: found("L_{#1}(#2)", "mean number at station i", "1"),
      X_N: found("X_N", "throughput with N users", "1/s"),
      D: listed("D", "service demand of each station", "s", 2, 0.01, 2),
      Z: given("Z", "think time", "s", 0, 5),
      N: counted("N", "users", "1", 1, 5),
    },
    source: "Reiser and Lavenberg, Journal of the ACM 27 (1980).",
    implementedBy: { name: "closedNetwork", file: "src/queueing/networks/closed.ts" },
    runs: 8,
    code: (v, { D = [] }) => closedNetwork(D, v["N"]!, v["Z"]!).throughputPerSecond,
  },
  {
    title: "Stages in a row",
    lines: ["T = Sum(s[i] / (1 - lambda s[i]), i, 1, 3)"],
    letters: {
      T: found("\\mathrm{E}[T]", "mean sojourn", "s"),
      s: listed("s", "mean service of each stage, exponential, one server", "s", 3, 0.05, 0.9),
      lambda: given("\\lambda", "arrivals in a second", "1/s", 0.1, 1),
    },
    source: "Burke, Operations Research 4 (1956): departures of M/M/1 are Poisson.",
    implementedBy: { name: "tandem", file: "src/queueing/networks/tandem.ts" },
    code: (v, { s = [] }) =>
      tandem(
        v["lambda"]!,
        s.map((meanServiceSeconds) => ({ meanServiceSeconds, servers: 1 })),
      ).meanSojournSeconds,
  },
];

/** Losses, patience and networks. */
export const networks: Chapter = {
  title: "Queues: losses, patience, networks",
  about: "Requests that are refused, that leave, or that go on to another queue.",
  laws,
};
