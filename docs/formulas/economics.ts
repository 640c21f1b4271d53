import { breakEven } from "../../src/economics/break-even.ts";
import { costOf } from "../../src/economics/cost.ts";
import { facilityEnergy } from "../../src/economics/facility.ts";
import { devicePower } from "../../src/economics/power.ts";
import { devicesWithin } from "../../src/economics/power-budget.ts";
import { logInterval } from "../../src/constants/intervals.ts";
import { addEconomics } from "../../src/predict/figures.ts";
import { intervalsOf, levelInterval, type Familiarity } from "../../src/predict/intervals.ts";
import { ownHalfWidth } from "../../src/predict/own-residuals.ts";
import type { ServingValues } from "../../src/predict/types.ts";
import { emptyStepTime } from "../../src/steps/types.ts";
import { counted, found, given, type Chapter, type Values } from "./law.ts";
import { machineWith } from "./machines.ts";

const figures = { name: "addEconomics", file: "src/predict/figures.ts" };
/** Figures of a deployment whose devices idle: `w` watts each. */
function figuresOf(v: Values): ServingValues {
  const values: ServingValues = { outputTokensPerSecond: v["r"]!, requestsPerSecond: v["r"]! / (v["O"] ?? 100) };
  values.totalTokensPerSecond = v["r"]! * (1 + (v["I"] ?? 1) / (v["O"] ?? 100));
  addEconomics(values, v["d"]! * (v["w"] ?? 100), v["d"]! * (v["p"] ?? 1));
  return values;
}

const d = counted("d", "devices", "1", 1, 64);
const r = given("r", "output tokens in a second", "1/s", 1, 1e5);
const p = given("p", "price of a device", "USD/h", 0.1, 20);
const I = counted("I", "input tokens of a request", "1", 1, 10_000);
const O = counted("O", "output tokens of a request", "1", 1, 2000);

const stranger: Familiarity = {
  device: "unknown",
  family: "nvidia-hopper",
  model: "unknown",
  engine: "unknown",
  form: "dense",
  derived: false,
  own: {},
};

/** Power, money and emissions. */
export const economics: Chapter = {
  title: "Energy, money, carbon",
  about: "From a step's parts to watts, and from watts and prices to what a token takes.",
  laws: [
    {
      title: "Power of a device",
      lines: ["P = P_0 + (P_1 - P_0) * min(1, a_0 + (a_c c + a_m m + a_l l) / T)"],
      letters: {
        P: found("P", "mean power", "W"),
        P_0: given("P_0", "idle power", "W", 20, 150),
        P_1: given("P_1", "TDP", "W", 300, 1200),
        T: given("T", "time of the step", "s", 0.02, 0.1),
        c: given("c", "what matrix work alone would take", "s", 0, 0.03),
        m: given("m", "what memory traffic alone would take", "s", 0, 0.03),
        l: given("l", "time of links", "s", 0, 0.01),
        a_0: given("a_0", "share of dynamic power drawn whatever is done", "1", 0, 0.4),
        a_c: given("a_c", "what matrix work adds to it", "1", 0.7, 1.5),
        a_m: given("a_m", "what memory traffic adds", "1", 0.2, 0.7),
        a_l: given("a_l", "what links add", "1", 0.1, 0.6),
      },
      source:
        "Activity times dynamic power, capped by the governor; the shares are fitted to measured power (src/constants/power.ts).",
      implementedBy: { name: "devicePower", file: "src/economics/power.ts" },
      code: (v) =>
        devicePower(
          {
            ...emptyStepTime(),
            seconds: v["T"]!,
            matrixRoofSeconds: v["c"]!,
            memoryRoofSeconds: v["m"]!,
            linkSeconds: v["l"]!,
          },
          machineWith(
            { idleWatts: v["P_0"]!, tdpWatts: v["P_1"]! },
            { powerActive: v["a_0"]!, powerCompute: v["a_c"]!, powerMemory: v["a_m"]!, powerLink: v["a_l"]! },
          ),
        ),
    },
    {
      title: "Energy of a token",
      lines: ["e = d w / r"],
      letters: {
        e: found("e", "energy of an output token, prompts included", "J"),
        d,
        w: given("w", "mean power of a device", "W", 50, 1200),
        r,
      },
      source: "Arithmetic.",
      implementedBy: figures,
      code: (v) => figuresOf(v).energyPerOutputTokenJoules ?? Number.NaN,
    },
    {
      title: "Cost of a million output tokens",
      lines: ["c = 10^6 * p d / (3600 r)"],
      letters: { c: found("c", "everything on the output tokens", "USD"), p, d, r },
      source: "Arithmetic.",
      implementedBy: figures,
      code: (v) => figuresOf(v).usdPerMillionOutputTokens ?? Number.NaN,
    },
    {
      title: "Cost of a million tokens",
      lines: ["c = 10^6 * p d / (3600 r (1 + I / O))"],
      letters: { c: found("c", "all tokens alike", "USD"), p, d, r, I, O },
      source: "Arithmetic.",
      implementedBy: figures,
      code: (v) => figuresOf(v).usdPerMillionTokens ?? Number.NaN,
    },
    {
      title: "Input and output apart",
      lines: ["C = (p d + o) / 3600", "c = 10^6 * C t_o / (X (t_i + t_o) * O)"],
      letters: {
        C: found("C", "cost of a second", "USD/s"),
        c: found("c", "cost of a million output tokens", "USD"),
        p,
        d,
        o: given("o", "what else the deployment costs", "USD/h", 0, 50),
        X: given("X", "requests in a second", "1/s", 0.1, 100),
        t_i: given("t_i", "device time of a request's input", "s", 1e-3, 1),
        t_o: given("t_o", "device time of its output", "s", 1e-3, 10),
        O,
      },
      source:
        "Cost shared by the time that each kind of token takes; input likewise, so that both add up to the request's cost C/X.",
      implementedBy: { name: "costOf", file: "src/economics/cost.ts" },
      around: { I: { min: 1, max: 10_000, whole: true } },
      code: (v) =>
        costOf({
          usdPerDeviceHour: v["p"]!,
          devices: v["d"]!,
          otherUsdPerHour: v["o"]!,
          requestsPerSecond: v["X"]!,
          inputTokens: v["I"]!,
          outputTokens: v["O"]!,
          phases: { freshInputSeconds: v["t_i"]!, cachedInputSeconds: 0, outputSeconds: v["t_o"]! },
        }).usdPerMillionOutputTokens,
    },
    {
      title: "Break-even with an API",
      lines: ["a = (I q_i + O q_o) / 10^6", "u = C / (3600 a X)"],
      letters: {
        a: found("a", "what the API charges for a request", "USD"),
        u: found("u", "utilisation from which on the own deployment is cheaper", "1"),
        I,
        O,
        q_i: given("q_i", "API price of a million input tokens", "USD", 0.05, 5),
        q_o: given("q_o", "API price of a million output tokens", "USD", 0.2, 20),
        C: given("C", "cost of the deployment", "USD/h", 1, 200),
        X: given("X", "requests in a second that it carries within its objective", "1/s", 0.1, 100),
      },
      source: "Arithmetic.",
      implementedBy: { name: "breakEven", file: "src/economics/break-even.ts" },
      code: (v) =>
        breakEven({
          usdPerHour: v["C"]!,
          capacityRequestsPerSecond: v["X"]!,
          inputTokens: v["I"]!,
          outputTokens: v["O"]!,
          api: { usdPerMillionInputTokens: v["q_i"]!, usdPerMillionOutputTokens: v["q_o"]! },
        }).utilisation,
    },
    {
      title: "Carbon of a million output tokens",
      lines: ["g = 10^6 * (w P / 1000) * k / (3600 r)"],
      letters: {
        g: found("g", "emissions, CO₂ equivalents", "g"),
        w: given("w", "power of the devices", "W", 100, 1e5),
        P: given("\\mathrm{PUE}", "power usage effectiveness of the building", "1", 1, 2),
        k: given("k", "carbon intensity of the electricity", "g/kWh", 10, 800),
        r,
      },
      source: "ISO/IEC 30134-2 for PUE; grid intensities with their sources in src/economics/grid.ts.",
      implementedBy: { name: "facilityEnergy", file: "src/economics/facility.ts" },
      code: (v) =>
        facilityEnergy(v["w"]!, { pue: v["P"]!, gramsCo2PerKwh: v["k"]! }, { outputTokensPerSecond: v["r"]! })
          .gramsCo2PerMillionOutputTokens ?? Number.NaN,
    },
    {
      title: "Devices in a power budget",
      lines: ["n = g floor(B / ((w + h) * P * g))"],
      letters: {
        n: found("n", "devices", "1"),
        g: counted("g", "devices of a group", "1", 1, 8),
        B: given("B", "budget at the meter", "W", 1e4, 1e7),
        w: given("w", "power of a device at its worst", "W", 100, 1500),
        h: given("h", "host and switches, for each device", "W", 0, 600),
        P: given("\\mathrm{PUE}", "power usage effectiveness", "1", 1, 2),
      },
      source: "Arithmetic.",
      implementedBy: { name: "devicesWithin", file: "src/economics/power-budget.ts" },
      code: (v) =>
        devicesWithin({
          budgetWatts: v["B"]!,
          wattsPerDevice: v["w"]!,
          hostWattsPerDevice: v["h"]!,
          pue: v["P"]!,
          groupDevices: v["g"]!,
        }),
    },
  ],
};

/** How sure a figure is. */
export const intervals: Chapter = {
  title: "Intervals",
  about:
    "90 % prediction intervals are factors around a figure: percentiles of log(measured/predicted) over runs that were held back, by what is known of device, engine and model.",
  laws: [
    {
      title: "Interval of a time",
      lines: ["y = x exp(u)"],
      letters: {
        y: found("y", "upper end of the interval", "s"),
        x: given("x", "the predicted TTFT", "s", 1e-3, 10),
        u: found("u", "95th percentile of log(measured/predicted) of its level", "1"),
      },
      source: "Empirical percentiles of held-back residuals; see the accuracy page.",
      implementedBy: { name: "intervalsOf", file: "src/predict/intervals.ts" },
      facts: () => ({ u: levelInterval("ttft", stranger)[1] }),
      code: (v) => intervalsOf({ ttftSeconds: v["x"]! }, stranger, false).ttftSeconds?.[1] ?? Number.NaN,
    },
    {
      title: "Interval of a figure made of two",
      lines: ["y = x exp(sqrt(p^2 + v^2))"],
      letters: {
        y: found("y", "upper end of the interval of energy per token", "J"),
        x: given("x", "predicted energy of a token", "J", 1e-2, 100),
        p: found("p", "upper width of the log of power", "1"),
        v: found("v", "lower width of the log of the rate: energy falls as the rate grows", "1"),
      },
      source: "Independent errors on the log scale add in squares.",
      implementedBy: { name: "intervalsOf", file: "src/predict/intervals.ts" },
      facts: () => ({ p: levelInterval("power", stranger)[1], v: levelInterval("rate", stranger)[0] }),
      code: (v) =>
        intervalsOf({ energyPerOutputTokenJoules: v["x"]! }, stranger, false).energyPerOutputTokenJoules?.[1] ?? Number.NaN,
    },
    {
      title: "Margin of the unknown",
      lines: ["w = u + a + b"],
      letters: {
        w: found("w", "upper width of the log of a power figure", "1"),
        u: found("u", "width of a device not measured, of a family that was", "1"),
        a: found("a", "margin of a family that nobody measured", "1"),
        b: found("b", "margin where an essential figure is a prior", "1"),
      },
      source: "Margins are judgements, stated as constants, and not measurements.",
      implementedBy: { name: "logInterval", file: "src/constants/intervals.ts" },
      facts: () => ({ u: logInterval("power", { ...stranger, family: "nvidia-hopper", derived: false })[1], a: 0.22, b: 0.4 }),
      code: () => logInterval("power", { ...stranger, family: "other", derived: true })[1],
    },
    {
      title: "Your own measurements",
      lines: ["w = sqrt((n_0 w_0^2 + n (z s)^2) / (n_0 + n))"],
      letters: {
        w: found("w", "half-width of the log", "1"),
        n_0: found("n_0", "runs that the shipped width counts for", "1"),
        w_0: given("w_0", "the shipped half-width", "1", 0.05, 1),
        n: counted("n", "your runs", "1", 1, 50),
        z: found("z", "deviations in the half-width of a normal 90 % interval", "1"),
        s: given("s", "deviation of your held-back log errors", "1", 0.01, 1),
      },
      source: "Mode of a scaled inverse χ² posterior: Gelman et al., Bayesian Data Analysis, section 2.6.",
      implementedBy: { name: "ownHalfWidth", file: "src/predict/own-residuals.ts" },
      note: "Where another model was measured, a profile widens and never narrows.",
      facts: () => ({ n_0: 4, z: 1.645 }),
      code: (v) =>
        ownHalfWidth(v["w_0"]!, "tpot", { tpot: { runs: v["n"]!, logSd: v["s"]!, modelMeasured: true } }) ?? Number.NaN,
    },
  ],
};
