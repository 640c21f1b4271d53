import { breakEven, type ApiPrice, type BreakEven } from "../economics/break-even.ts";
import { costOf, type Cost, type PhaseSeconds } from "../economics/cost.ts";
import { facilityEnergy, type Facility, type FacilityEnergy } from "../economics/facility.ts";
import { iterationTime, type EngineModel } from "../serving/engine-model.ts";
import type { RequestLengths } from "../serving/steady.ts";
import { emptyStepTime } from "../steps/types.ts";
import { checkScenario } from "./check-scenario.ts";
import { asRun, poolCapacities, poolPrices, resolvePools } from "./disaggregated.ts";
import { requestLengths, steadyOf } from "./loaded.ts";
import { priceOf } from "./price.ts";
import { engineOf, resolveBase, resolvePlan } from "./resolve.ts";
import { predictEngine } from "./serving.ts";
import type { Disaggregated, Prediction, Scenario } from "./types.ts";

/** What the devices stand in, and what others charge. */
export interface EconomicsOptions {
  /** Energy around the devices: PUE, price and carbon of a kWh. */
  readonly facility?: Facility;
  /** Prices to compare with. */
  readonly api?: ApiPrice;
}

/** A prediction in dollars, joules and grams. */
export interface Economics {
  /** Absent without a price of the device. With a price of energy, that is on top of the device's. */
  readonly cost?: Cost;
  /** At the meter. */
  readonly energy: FacilityEnergy;
  /** Against the API's prices; absent without them or without a price of the device. Capacity is the offline load's rate. */
  readonly breakEven?: BreakEven;
}

/**
 * Input and output tokens priced apart, energy at the meter with its cost and carbon, and the utilisation from which on the
 * deployment is cheaper than an API. Device time is shared by phase in closed form; `prediction` gives rates and power.
 * Disaggregated pools are apart already: input costs what the prefill pool costs, output what the decode pool does.
 *
 * @throws RidgepointError as `predict` does; `invalid-value` for a facility or an API price out of range.
 */
export function economicsOf(scenario: Scenario, prediction: Prediction, options: EconomicsOptions = {}): Economics {
  checkScenario(scenario);
  if (scenario.disaggregated !== undefined) return economicsOfPools(scenario, scenario.disaggregated, prediction, options);
  const base = resolveBase(scenario);
  const plan = resolvePlan(base.architecture, scenario.plan, scenario.devices);
  const engine = engineOf(base, plan);
  const lengths = requestLengths(scenario);
  const energy = energyOf(prediction, options);
  const { requestsPerSecond } = prediction.values;
  const usdPerDeviceHour = priceOf(base.device, scenario, []);
  if (usdPerDeviceHour === undefined || requestsPerSecond === undefined) return { energy };
  const tokens = tokensOf(lengths);
  const cost = costOf({
    ...tokens, usdPerDeviceHour, devices: plan.tp * plan.pp * plan.dp * plan.attentionDp, otherUsdPerHour: energy.usdPerHour ?? 0, requestsPerSecond,
    phases: phasesOf(engine, scenario, lengths, prediction),
  });
  if (options.api === undefined) return { cost, energy };
  const most = predictEngine(engine, base, { ...scenario, load: { mode: "offline" } }).values.requestsPerSecond as number;
  return { cost, energy, breakEven: breakEven({ ...tokens, usdPerHour: cost.usdPerHour, capacityRequestsPerSecond: most, api: options.api }) };
}

function energyOf({ values: { powerWatts = 0, outputTokensPerSecond, requestsPerSecond } }: Prediction, options: EconomicsOptions): FacilityEnergy {
  return facilityEnergy(powerWatts, options.facility ?? {}, {
    ...(outputTokensPerSecond === undefined ? {} : { outputTokensPerSecond }), ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
  });
}

function tokensOf(lengths: RequestLengths): { readonly inputTokens: number; readonly outputTokens: number; readonly cachedInputTokens: number } {
  return { inputTokens: lengths.inputTokens, outputTokens: lengths.outputTokens, cachedInputTokens: lengths.inputTokens - lengths.freshTokens };
}

function economicsOfPools(scenario: Scenario, disaggregated: Disaggregated, prediction: Prediction, options: EconomicsOptions): Economics {
  const pools = resolvePools(asRun(scenario), disaggregated);
  const lengths = requestLengths(scenario);
  const energy = energyOf(prediction, options);
  const { requestsPerSecond } = prediction.values;
  const prices = poolPrices(pools, scenario, []);
  if (prices === undefined || requestsPerSecond === undefined) return { energy };
  const tokens = tokensOf(lengths);
  const cached = prices.prefill * cachedShare(pools.prefill.engine, lengths);
  const cost = costOf({
    ...tokens, usdPerDeviceHour: prices.prefill + prices.decode, devices: 1, otherUsdPerHour: energy.usdPerHour ?? 0, requestsPerSecond,
    // Only the ratios count: of the dollars of the pools, in place of the time of one device.
    phases: { freshInputSeconds: prices.prefill - cached, cachedInputSeconds: cached, outputSeconds: prices.decode },
  });
  if (options.api === undefined) return { cost, energy };
  const most = poolCapacities(pools.prefill.engine, pools.decode.engine, lengths);
  const capacityRequestsPerSecond = Math.min(most.prefill, most.decode);
  return { cost, energy, breakEven: breakEven({ ...tokens, usdPerHour: cost.usdPerHour, capacityRequestsPerSecond, api: options.api }) };
}

/**
 * Device time of one request by phase. In a continuous batch a request takes 1/λ of the engine in all, of which its output is
 * (O − 1) decode steps shared by the b requests that decode; the rest is its prompt.
 */
function phasesOf(engine: EngineModel, scenario: Scenario, lengths: RequestLengths, { values }: Prediction): PhaseSeconds {
  let prompt: number;
  let output: number;
  if (scenario.load.mode === "static") {
    const all = values.batchSeconds as number;
    prompt = (values.prefillTokensPerSecond as number) > 0 ? (scenario.load.batch * lengths.freshTokens) / (values.prefillTokensPerSecond as number) : 0;
    output = Math.max(0, all - prompt);
  } else {
    const load = scenario.load.mode === "trace" ? { mode: "offline" as const } : scenario.load;
    const state = steadyOf(engine, load, lengths);
    output = state.decoding > 0 ? ((lengths.outputTokens - 1) * state.decodeStepSeconds) / state.decoding : 0;
    prompt = Math.max(0, 1 / state.requestsPerSecond - output);
  }
  const cached = prompt * cachedShare(engine, lengths);
  return { freshInputSeconds: prompt - cached, cachedInputSeconds: cached, outputSeconds: output };
}

/** Share of a prompt's time that attention to its cached part adds. */
function cachedShare(engine: EngineModel, { inputTokens, freshTokens }: RequestLengths): number {
  if (freshTokens >= inputTokens) return 0;
  const step = emptyStepTime();
  const whole = iterationTime(engine, 0, 0, freshTokens, 1, inputTokens, step).seconds;
  const alone = iterationTime(engine, 0, 0, freshTokens, 1, freshTokens, step).seconds;
  return Math.max(0, 1 - alone / whole);
}
