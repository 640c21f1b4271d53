import { mg1Fcfs } from "../../src/queueing/mg1/fcfs.ts";
import { mg1Priority } from "../../src/queueing/mg1/priority.ts";
import { mg1ForegroundBackground, mg1Sjf, mg1Srpt } from "../../src/queueing/mg1/size-based.ts";
import { uniformLaw } from "../../src/workloads/laws/uniform.ts";
import { found, given, type Chapter, type Letter, type Values } from "./law.ts";

const lambda = given("\\lambda", "arrivals in a second, Poisson", "1/s", 0.05, 0.9);
const rho = found("\\rho", "load: busy share of the server", "1");
const ES = found("\\mathrm{E}[S]", "mean service", "s");
const ES2 = found("\\mathrm{E}[S^2]", "second moment of the service", "s²");
const ES3 = found("\\mathrm{E}[S^3]", "third moment of the service", "s³");
const mean = (tex: string, meaning: string): Letter => found(tex, meaning, "s");

/** A service law of the checks: uniform over [0, 2a], mean a. */
const a = { min: 0.2, max: 1 };
const service = (v: Values) => uniformLaw(0, 2 * v["a"]!);
const moments = (v: Values) => {
  const [ES1, second, third] = service(v).moments;
  return { ES: ES1, ES2: second, ES3: third };
};
/** Load, and second moment, of services up to x; the density of sizes; the largest. */
const partial = (v: Values) => {
  const most = 2 * v["a"]!;
  const upTo = (x: number): number => Math.min(x, most);
  return {
    ...moments(v),
    most,
    f: () => 1 / most,
    rho: (x: number) => (v["lambda"]! * upTo(x) ** 2) / (2 * most),
    M: (x: number) => (v["lambda"]! * upTo(x) ** 3) / (3 * most),
    G: (x: number) => 1 - upTo(x) / most,
  };
};
const sizes = {
  f: found("f", "density of the service", "1/s"),
  rho: found("\\rho", "load of services of at most x", "1"),
  M: found("m", "λ E[S²; S ≤ x]", "s"),
  most: found("s_1", "largest service", "s"),
  lambda,
};
const at = (name: string, file: string) => ({ name, file: `src/queueing/${file}` });
const sized = "mg1/size-based.ts";

/** Queues of one server that serves requests one at a time. */
export const oneServer: Chapter = {
  title: "Queues: one server",
  about:
    "Means here; the code has variances and whole laws as well. The tests take a uniform service law where a law is asked for.",
  laws: [
    {
      title: "Pollaczek and Khinchine: mean wait",
      lines: ["rho = lambda ES", "W = lambda ES2 / (2 (1 - rho))"],
      letters: { rho, W: mean("\\mathrm{E}[W]", "mean wait"), lambda, ES, ES2 },
      around: { a },
      source: "Pollaczek (1930), Khinchine (1932); Kleinrock, Queueing Systems I, section 5.6.",
      implementedBy: at("mg1Fcfs", "mg1/fcfs.ts"),
      facts: moments,
      code: (v) => mg1Fcfs(service(v), v["lambda"]!).wait.meanSeconds,
    },
    {
      title: "Pollaczek and Khinchine: variance",
      lines: ["rho = lambda ES", "W = lambda ES2 / (2 (1 - rho))", "V = lambda ES3 / (3 (1 - rho)) + W^2"],
      letters: {
        rho,
        W: mean("\\mathrm{E}[W]", "mean wait"),
        V: found("\\mathrm{Var}[W]", "variance of the wait", "s²"),
        lambda,
        ES,
        ES2,
        ES3,
      },
      around: { a },
      source: "Takács (1962); Kleinrock, Queueing Systems I, section 5.7.",
      implementedBy: at("mg1Fcfs", "mg1/fcfs.ts"),
      facts: moments,
      code: (v) => mg1Fcfs(service(v), v["lambda"]!).wait.varianceSecondsSquared,
    },
    {
      title: "Two classes without preemption",
      lines: ["r_1 = lambda_1 ES", "r_2 = r_1 + lambda_2 ES", "W_2 = (lambda_1 + lambda_2) * ES2 / (2 (1 - r_1) (1 - r_2))"],
      letters: {
        r_1: found("\\sigma_1", "load of the urgent", "1"),
        r_2: found("\\sigma_2", "load of both", "1"),
        W_2: mean("\\mathrm{E}[W_2]", "mean wait of the others"),
        lambda_1: given("\\lambda_1", "arrivals of the urgent", "1/s", 0.05, 0.45),
        lambda_2: given("\\lambda_2", "arrivals of the others", "1/s", 0.05, 0.45),
        ES,
        ES2,
      },
      around: { a },
      source: "Cobham, Operations Research 2 (1954).",
      implementedBy: at("mg1Priority", "mg1/priority.ts"),
      facts: moments,
      code: (v) =>
        mg1Priority(
          [
            { ratePerSecond: v["lambda_1"]!, service: service(v) },
            { ratePerSecond: v["lambda_2"]!, service: service(v) },
          ],
          false,
        )[1]!.wait.meanSeconds,
    },
    {
      title: "Two classes with preemption",
      lines: [
        "r_1 = lambda_1 ES",
        "r_2 = r_1 + lambda_2 ES",
        "T_2 = ES / (1 - r_1) + (lambda_1 + lambda_2) * ES2 / (2 (1 - r_1) (1 - r_2))",
      ],
      letters: {
        r_1: found("\\sigma_1", "load of the urgent", "1"),
        r_2: found("\\sigma_2", "load of both", "1"),
        T_2: mean("\\mathrm{E}[T_2]", "mean sojourn of the others"),
        lambda_1: given("\\lambda_1", "arrivals of the urgent", "1/s", 0.05, 0.45),
        lambda_2: given("\\lambda_2", "arrivals of the others", "1/s", 0.05, 0.45),
        ES,
        ES2,
      },
      around: { a },
      source: "Conway, Maxwell, Miller, Theory of Scheduling (1967), chapter 8.",
      implementedBy: at("mg1Priority", "mg1/priority.ts"),
      facts: moments,
      code: (v) =>
        mg1Priority(
          [
            { ratePerSecond: v["lambda_1"]!, service: service(v) },
            { ratePerSecond: v["lambda_2"]!, service: service(v) },
          ],
          true,
        )[1]!.sojourn.meanSeconds,
    },
    {
      title: "Shortest job first",
      lines: ["T = ES + Integral(f(x) * lambda ES2 / (2 (1 - rho(x))^2), x, 0, most)"],
      letters: { T: mean("\\mathrm{E}[T]", "mean sojourn"), ...omit(sizes, "M"), ES, ES2 },
      around: { a },
      tolerance: 1e-6,
      runs: 10,
      source: "Phipps, Operations Research 4 (1956).",
      implementedBy: at("mg1Sjf", sized),
      facts: partial,
      code: (v) => mg1Sjf(service(v), v["lambda"]!).sojourn.meanSeconds,
    },
    {
      title: "Shortest remaining processing time",
      lines: [
        "w(x) = (M(x) + lambda G(x) * x^2) / (2 (1 - rho(x))^2)",
        "r(x) = Integral(1 / (1 - rho(u)), u, 0, x)",
        "T = Integral(f(x) * (w(x) + r(x)), x, 0, most)",
      ],
      letters: {
        w: mean("w", "wait until first service, for a service of x"),
        r: mean("r", "from first service to the end"),
        T: mean("\\mathrm{E}[T]", "mean sojourn"),
        ...sizes,
        G: found("\\bar F", "P(S > x)", "1"),
      },
      around: { a },
      tolerance: 1e-6,
      runs: 3,
      source: "Schrage and Miller, Operations Research 14 (1966).",
      implementedBy: at("mg1Srpt", sized),
      facts: partial,
      code: (v) => mg1Srpt(service(v), v["lambda"]!).sojourn.meanSeconds,
    },
    {
      title: "Foreground–background",
      lines: [
        "B_1(x) = Integral(G(u), u, 0, x)",
        "B_2(x) = Integral(2 u G(u), u, 0, x)",
        "T = Integral(f(x) * (lambda B_2(x) / (2 (1 - lambda B_1(x))^2) + x / (1 - lambda B_1(x))), x, 0, most)",
      ],
      letters: {
        B_1: mean("b_1", "E[min(S, x)]"),
        B_2: found("b_2", "E[min(S, x)²]", "s²"),
        T: mean("\\mathrm{E}[T]", "mean sojourn"),
        ...omit(sizes, "M", "rho"),
        G: found("\\bar F", "P(S > x)", "1"),
      },
      around: { a },
      tolerance: 1e-6,
      runs: 3,
      source: "Schrage, Management Science 13 (1967): least attained service first.",
      implementedBy: at("mg1ForegroundBackground", sized),
      facts: partial,
      code: (v) => mg1ForegroundBackground(service(v), v["lambda"]!).sojourn.meanSeconds,
    },
  ],
};

function omit<T extends object, K extends keyof T>(record: T, ...names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}
