import {
  allenCunneenWait,
  cosmetatosWait,
  departureSquaredVariation,
  deterministicWaitApproximation,
  halfinWhittWaitProbability,
  kimuraWait,
  kraemerLangenbachBelzWait,
  leeLongtonWait,
  type ManyServers,
} from "../../src/queueing/many-servers/approximations.ts";
import { erlangB, erlangC, mmk } from "../../src/queueing/many-servers/erlang.ts";
import { counted, found, given, type Chapter, type Law, type Letter, type Values } from "./law.ts";

const approximations = "src/queueing/many-servers/approximations.ts";
const erlang = "src/queueing/many-servers/erlang.ts";
const k = counted("k", "servers", "1", 1, 16);
const a = given("a", "offered load", "Erl", 0.1, 12);
const rho = given("\\rho", "load of a server", "1", 0.2, 0.95);
const W_M = found("W_{M/M/k}", "mean wait with exponential services (Erlang C)", "s");
const W = found("W", "mean wait", "s");
const c_s = given("c_s^2", "squared variation of the service, Var S/E[S]²", "1", 0.1, 4);
const c_a = given("c_a^2", "squared variation of the times between arrivals", "1", 0.1, 4);

const queue = (v: Values): ManyServers => ({
  ratePerSecond: v["rho"]! * v["k"]!,
  meanServiceSeconds: 1,
  squaredVariation: v["c_s"] ?? 1,
  servers: v["k"]!,
});
const exponential = (v: Values) => ({ W_M: mmk(v["rho"]! * v["k"]!, 1, v["k"]!).wait.meanSeconds });
const servers = { k: { min: 1, max: 16, whole: true }, rho: { min: 0.2, max: 0.95 } };

/** An approximation that builds on the exponential queue. */
function approximation(
  title: string,
  lines: readonly string[],
  letters: Readonly<Record<string, Letter>>,
  source: string,
  name: string,
  code: (v: Values) => number,
  note?: string,
): Law {
  return {
    title,
    lines,
    letters,
    source,
    implementedBy: { name, file: approximations },
    around: servers,
    code,
    facts: (v) => ({ ...exponential(v), W_D: deterministicWaitApproximation(queue(v)) }),
    ...(note === undefined ? {} : { note }),
  };
}

const laws: readonly Law[] = [
  {
    title: "Erlang B",
    lines: ["B(j) = j == 0 ? 1 : a B(j - 1) / (j + a B(j - 1))", "B_k = B(k)"],
    letters: {
      B: found("B", "share lost by j servers", "1"),
      B_k: found("B_k", "share lost by k servers", "1"),
      a,
      k: counted("k", "servers", "1", 1, 10),
    },
    source: "Erlang (1917), by recursion.",
    implementedBy: { name: "erlangB", file: erlang },
    runs: 20,
    code: (v) => erlangB(v["a"]!, v["k"]!),
  },
  {
    title: "Erlang C",
    lines: ["a = rho k", "B = (a^k / factorial(k)) / Sum(a^j / factorial(j), j, 0, k)", "C = B / (1 - rho (1 - B))"],
    letters: {
      a: found("a", "offered load", "Erl"),
      B: found("B", "Erlang B", "1"),
      C: found("C", "share of requests that wait", "1"),
      rho,
      k,
    },
    source: "Erlang (1917).",
    implementedBy: { name: "erlangC", file: erlang },
    code: (v) => erlangC(v["rho"]! * v["k"]!, v["k"]!),
  },
  {
    title: "M/M/k: mean wait",
    lines: ["W = C / (k mu - lambda)"],
    letters: {
      W,
      C: found("C", "Erlang C", "1"),
      k,
      mu: given("\\mu", "services in a second, of one server", "1/s", 0.5, 5),
      lambda: found("\\lambda", "arrivals in a second", "1/s"),
    },
    around: { rho: { min: 0.2, max: 0.95 } },
    source: "Kleinrock, Queueing Systems I, section 3.5.",
    implementedBy: { name: "mmk", file: erlang },
    facts: (v) => ({ C: erlangC(v["rho"]! * v["k"]!, v["k"]!), lambda: v["rho"]! * v["k"]! * v["mu"]! }),
    code: (v) => mmk(v["rho"]! * v["k"]! * v["mu"]!, 1 / v["mu"]!, v["k"]!).wait.meanSeconds,
  },
  {
    title: "M/M/k: law of the wait",
    lines: ["P = C exp(-(k mu - lambda) * t)"],
    letters: {
      P: found("P(W>t)", "share that waits longer than t", "1"),
      C: found("C", "Erlang C", "1"),
      k,
      mu: given("\\mu", "services in a second, of one server", "1/s", 0.5, 5),
      lambda: found("\\lambda", "arrivals in a second", "1/s"),
      t: given("t", "a time", "s", 0, 2),
    },
    around: { rho: { min: 0.2, max: 0.95 } },
    source: "Kleinrock, Queueing Systems I, section 3.5.",
    implementedBy: { name: "mmk", file: erlang },
    facts: (v) => ({ C: erlangC(v["rho"]! * v["k"]!, v["k"]!), lambda: v["rho"]! * v["k"]! * v["mu"]! }),
    code: (v) => mmk(v["rho"]! * v["k"]! * v["mu"]!, 1 / v["mu"]!, v["k"]!).wait.tail(v["t"]!),
    tolerance: 1e-8,
  },
  approximation(
    "M/D/k",
    ["W = W_M / 2 * (1 + (1 - rho) * (k - 1) * (sqrt(4 + 5 k) - 2) / (16 k rho))"],
    { W, W_M, rho, k },
    "Cosmetatos (1975). The code has the exact law as well (Crommelin 1932, Franx 2001).",
    "deterministicWaitApproximation",
    (v) => deterministicWaitApproximation(queue(v)),
  ),
  approximation(
    "M/G/k: Lee and Longton",
    ["W = (1 + c_s) / 2 * W_M"],
    { W, W_M, c_s },
    "Lee and Longton, Operational Research Quarterly 10 (1959).",
    "leeLongtonWait",
    (v) => leeLongtonWait(queue(v)),
  ),
  approximation(
    "M/G/k: Cosmetatos",
    ["W = c_s W_M + (1 - c_s) * W_D"],
    { W, W_M, W_D: found("W_{M/D/k}", "mean wait with equal services", "s"), c_s },
    "Cosmetatos, Operational Research Quarterly 27 (1976).",
    "cosmetatosWait",
    (v) => cosmetatosWait(queue(v)),
  ),
  approximation(
    "M/G/k: Kimura",
    ["W = (1 + c_s) / (2 c_s / W_M + (1 - c_s) / W_D)"],
    {
      W,
      W_M,
      W_D: found("W_{M/D/k}", "mean wait with equal services", "s"),
      c_s: given("c_s^2", "squared variation of the service", "1", 0.1, 2),
    },
    "Kimura, Operations Research 34 (1986).",
    "kimuraWait",
    (v) => kimuraWait(queue(v)),
    "The least biased of the three.",
  ),
  approximation(
    "G/G/k: Allen and Cunneen",
    ["W = W_M (c_a + c_s) / 2"],
    { W, W_M, c_a, c_s },
    "Allen, Probability, Statistics and Queueing Theory (1978), section 5.7; for one server Kingman's heavy-traffic form (1961).",
    "allenCunneenWait",
    (v) => allenCunneenWait(queue(v), v["c_a"]!),
  ),
  approximation(
    "G/G/k: Krämer and Langenbach-Belz",
    [
      "x = c_a < 1 ? -2 (1 - rho) * (1 - c_a)^2 / (3 rho (c_a + c_s)) : -(1 - rho) * (c_a - 1) / (c_a + 4 c_s)",
      "W = W_M (c_a + c_s) / 2 * exp(x)",
    ],
    { x: found("x", "exponent of the correction", "1"), W, W_M, rho, c_a, c_s },
    "Krämer and Langenbach-Belz, ITC 8 (1976).",
    "kraemerLangenbachBelzWait",
    (v) => kraemerLangenbachBelzWait(queue(v), v["c_a"]!),
  ),
  approximation(
    "Variation of departures",
    ["c_d = 1 + (1 - rho^2) * (c_a - 1) + rho^2 * (c_s - 1) / sqrt(k)"],
    { c_d: found("c_d^2", "squared variation of the times between departures", "1"), rho, k, c_a, c_s },
    "Whitt, The Queueing Network Analyzer, Bell System Technical Journal 62 (1983).",
    "departureSquaredVariation",
    (v) => departureSquaredVariation(queue(v), v["c_a"]!),
  ),
  {
    title: "Square-root staffing",
    lines: ["P = 1 / (1 + beta Integral(exp(-u^2 / 2), u, -12, beta) / exp(-beta^2 / 2))"],
    letters: {
      P: found("P", "share of requests that wait", "1"),
      beta: given("\\beta", "servers beyond the load, in square roots of it", "1", 0.1, 3),
    },
    source:
      "Halfin and Whitt, Operations Research 29 (1981): limit for many servers. The integral begins at −∞; nothing counts below −12.",
    implementedBy: { name: "halfinWhittWaitProbability", file: approximations },
    tolerance: 1e-7,
    runs: 10,
    code: (v) => halfinWhittWaitProbability(v["beta"]!),
  },
];

/** Queues of several servers. */
export const manyServers: Chapter = {
  title: "Queues: many servers",
  about: "Exact where theory is; approximations say how far they are off in their comments, and the simulator checks both.",
  laws,
};
