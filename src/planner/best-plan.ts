import type { Architecture } from "../models/types.ts";
import { RidgepointError } from "../quantities/errors.ts";
import { engineName, traitsOf } from "../deployments/engines.ts";
import { devicesOf, mostStages } from "../deployments/plan.ts";
import type { Plan } from "../deployments/types.ts";
import { checkScenario } from "../predict/check-scenario.ts";
import { memoryOf, type MemoryQuestion } from "../predict/memory.ts";
import { requestLengths, steadyFigures, steadyOf } from "../predict/loaded.ts";
import { memoryFigures } from "../predict/figures.ts";
import { engineOf, resolveBase, resolveModel } from "../predict/resolve.ts";
import { staticFigures } from "../predict/static.ts";
import type { Disaggregated, Load, Pool, Scenario } from "../predict/types.ts";
import { lengthMoments } from "../workloads/lengths.ts";
import { engineShapes, tensorDegrees } from "./enumerate.ts";

/** A question with its plan, and a sentence for each plan that was chosen. */
export interface Planned<Question> {
  /** What was asked, with a plan. */
  readonly question: Question;
  /** Which plan was taken, one sentence. */
  readonly warnings: readonly string[];
}

/** Devices of one engine at most, as in the planner; more where the model fits no smaller engine. */
const mostOfOneEngine = 64;

/**
 * A scenario with a plan: as it is where it has one, or where one device needs none; otherwise with the best of all plans that
 * use its devices whole. Best is, in closed form, the shortest batch of a static load, the shortest mean time of a request of an
 * open load or a trace, and the most output tokens/s of closed and offline loads. Pools without a plan get theirs alike: the
 * prefill pool as if answers had one token, the decode pool as if prompts were cached.
 *
 * @throws RidgepointError `infeasible` with the missing bytes of the best plan where none holds the model, `unstable` with the
 *   largest capacity where none carries the rate, and as `predict` does for a bad scenario.
 * @example predict(withBestPlan({ model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", devices: 8, … }).question)
 */
export function withBestPlan(scenario: Scenario): Planned<Scenario> {
  checkScenario(scenario);
  const { disaggregated: pools } = scenario;
  if (pools !== undefined) return withPoolPlans(scenario, pools);
  if (scenario.plan !== undefined || !several(scenario.devices)) return { question: scenario, warnings: [] };
  const chosen = choose(scenario, scenario.devices, "plan");
  return { question: { ...scenario, plan: chosen.plan }, warnings: [chosen.warning] };
}

/**
 * A question about memory with a plan: as {@link withBestPlan}, with the plan under which the most requests fit at once, and without a
 * device the one that shards every layer the furthest.
 *
 * @throws RidgepointError as `memoryOf` does; `infeasible` with the missing bytes of the best plan where none holds the model.
 */
export function withBestMemoryPlan(question: MemoryQuestion): Planned<MemoryQuestion> {
  const devices = question?.devices;
  if (!several(devices) || question.plan !== undefined) return { question, warnings: [] };
  const architecture = resolveModel(question.model);
  const plans = question.hardware === undefined ? [widest(architecture, devices)] : plansOn(architecture, devices, question.engine);
  const { best, tried } = bestOf(plans, (plan) => memoryOf({ ...question, plan }).maxConcurrency ?? 0);
  return { question: { ...question, plan: best }, warnings: [sentence("plan", best, tried, "the most requests at once")] };
}

function several(devices: number | undefined): devices is number {
  return devices !== undefined && Number.isInteger(devices) && devices > 1 && devices <= 1e6;
}

function withPoolPlans(scenario: Scenario, pools: Disaggregated): Planned<Scenario> {
  const warnings: string[] = [];
  const { mean } = lengthMoments(scenario.inputTokens, "input_tokens");
  const one = (name: "prefill" | "decode", alone: Partial<Scenario>): Pool => {
    const pool = pools[name];
    if (pool.plan !== undefined || !several(pool.devices)) return pool;
    const { disaggregated: _, plan: _none, ...rest } = scenario;
    const chosen = choose({ ...rest, ...alone, hardware: pool.hardware ?? scenario.hardware }, pool.devices, `disaggregated.${name}.plan`);
    warnings.push(chosen.warning);
    return { ...pool, plan: chosen.plan };
  };
  const prefill = one("prefill", { outputTokens: 1 });
  const decode = one("decode", { prefixHitTokens: Math.max(0, mean - 1) });
  return { question: { ...scenario, disaggregated: { ...pools, prefill, decode } }, warnings };
}

function choose(scenario: Scenario, devices: number, path: string): { readonly plan: Plan; readonly warning: string } {
  const base = resolveBase(scenario);
  const load = rankedLoad(scenario.load);
  // Moments of a distribution are not for free, and every plan needs the same.
  const lengths = requestLengths(scenario);
  const longest = Math.ceil(lengths.inputTokens + lengths.outputTokens);
  const { best, tried } = bestOf(plansOn(base.architecture, devices, base.engine), (plan, highest) => {
    const engine = engineOf(base, plan);
    const values = memoryFigures(engine, longest);
    if (load.mode === "static") {
      const { inputTokens, freshTokens, outputTokens } = lengths;
      staticFigures(engine, load.batch, Math.round(inputTokens), Math.round(outputTokens), Math.round(inputTokens - freshTokens), values, []);
      return -(values.batchSeconds as number);
    }
    const score = (state: ReturnType<typeof steadyOf>): number => {
      steadyFigures(engine, load, state, lengths, values);
      return load.mode === "open" ? -(values.requestSeconds as number) : (values.outputTokensPerSecond as number);
    };
    // Requests take longer the more are inside: a plan that is slower with fewer is not the best.
    return score(steadyOf(engine, load, lengths, (fewer) => score(fewer) < highest));
  });
  return { plan: best, warning: sentence(path, best, tried, goals[load.mode]) };
}

const goals = {
  static: "the shortest batch", open: "the shortest mean request", closed: "the most output tokens/s", offline: "the most output tokens/s",
} as const;

/** The load by which plans are told apart: a trace by its mean rate. */
function rankedLoad(load: Load): Exclude<Load, { readonly mode: "trace" }> {
  if (load.mode !== "trace") return load;
  const { requests } = load;
  const seconds = (requests[requests.length - 1]?.arrivalSeconds ?? 0) - (requests[0]?.arrivalSeconds ?? 0);
  return seconds > 0 ? { mode: "open", ratePerSecond: requests.length / seconds } : { mode: "offline" };
}

/** Plans that use the devices whole: engines of every shape, as many of each as there is room for. */
function plansOn(architecture: Architecture, devices: number, engine: string | undefined): readonly Plan[] {
  // Whole layers go to devices one after another, in one engine.
  if (engine !== undefined && !traitsOf(engineName(engine)).splitsLayers) return [{ tp: 1, pp: devices, ep: 1, dp: 1, attentionDp: 1 }];
  const whole = (most: number): Plan[] =>
    engineShapes(architecture, most).filter((shape) => devices % devicesOf(shape) === 0).map((shape) => ({ ...shape, dp: devices / devicesOf(shape) }));
  return whole(Math.min(devices, mostOfOneEngine));
}

/** The plan of one engine with the largest tensor parallelism, the rest pipelined where layers suffice and replicated otherwise. */
function widest(architecture: Architecture, devices: number): Plan {
  const tp = Math.max(...tensorDegrees(architecture, devices).filter((degree) => devices % degree === 0));
  const rest = devices / tp;
  const pipelined = rest <= mostStages(architecture);
  return { tp, pp: pipelined ? rest : 1, ep: 1, dp: pipelined ? 1 : rest, attentionDp: 1 };
}

/** The plan with the highest score (which may stop short at less than the highest so far); what speaks against all of them where none has one. */
function bestOf(plans: readonly Plan[], score: (plan: Plan, highest: number) => number): { readonly best: Plan; readonly tried: number } {
  let best: Plan | undefined;
  let highest = -Infinity;
  let nearest: RidgepointError | undefined;
  for (const plan of plans) {
    try {
      const value = score(plan, highest);
      // Less than a tenth of a per mille is no difference; then the plan that comes first, of fewer devices for one engine.
      if (best === undefined || value > highest + 1e-4 * Math.abs(highest)) {
        best = plan;
        highest = value;
      }
    } catch (error) {
      if (!(error instanceof RidgepointError) || (error.code !== "infeasible" && error.code !== "unstable")) throw error;
      if (nearest === undefined || nearer(error, nearest)) nearest = error;
    }
  }
  if (best !== undefined) return { best, tried: plans.length };
  throw nearest ?? new RidgepointError("infeasible", "no plan uses the devices whole; give a plan", { path: "plan" });
}

/** A plan that holds the model and is too slow is nearer than one that does not hold it. */
function nearer(a: RidgepointError, b: RidgepointError): boolean {
  if (a.code !== b.code) return a.code === "unstable";
  if (a.code === "unstable") return (a.details.capacityPerSecond ?? 0) > (b.details.capacityPerSecond ?? 0);
  return (a.details.missingBytes ?? Infinity) < (b.details.missingBytes ?? Infinity);
}

function sentence(path: string, plan: Plan, tried: number, goal: string): string {
  const names = { tp: "tp", pp: "pp", ep: "ep", dp: "dp", attentionDp: "attention_dp" } as const;
  const degrees = Object.entries(names).filter(([degree]) => plan[degree as keyof Plan] > 1).map(([degree, name]) => `${name} ${plan[degree as keyof Plan]}`);
  return `${path} is absent: ${degrees.join(", ")} gives ${goal} of ${tried === 1 ? "the one plan" : `${tried} plans`} on these devices`;
}
