import type { Architecture } from "../models/types.ts";
import { routedExperts } from "../models/cache.ts";
import { checkArchitecture } from "../models/check.ts";
import { model as catalogueModel } from "../models/lookup.ts";
import { fabric } from "../hardware/lookup.ts";
import { resolveHardware, type HardwareInput } from "../hardware/resolve.ts";
import type { Device } from "../hardware/types.ts";
import type { Pass } from "../operators/types.ts";
import { definedOnly } from "../quantities/defined.ts";
import { invalidValue, RidgepointError } from "../quantities/errors.ts";
import { checkPlan, completePlan, devicesOf, type PartialPlan } from "../deployments/plan.ts";
import { weightFormats, type WeightFormats } from "../deployments/formats.ts";
import type { Plan, Precisions } from "../deployments/types.ts";
import { engineName, engineTraits, generationOf, traitsOf, type EngineTraits } from "../deployments/engines.ts";
import type { Gathering } from "../deployments/engine-traits.ts";
import { settingsOf } from "../deployments/recipes.ts";
import { withProfile } from "../constants/shipped.ts";
import { machineOf } from "../roofline/machine-of.ts";
import type { Machine } from "../roofline/machine.ts";
import { lengthMoments } from "../workloads/lengths.ts";
import { concurrencyPerReplica } from "../memory/capacity.ts";
import { longestPrompt } from "../serving/client-side.ts";
import { engineModel, type EngineLimits, type EngineModel } from "../serving/engine-model.ts";
import { ownResiduals, type OwnResiduals } from "./own-residuals.ts";
import type { ModelReference, Scenario } from "./types.ts";
import { encodedTokens } from "./whole-inputs.ts";

/** What a scenario is about, looked up and checked: everything but plan and load. */
export interface ResolvedBase {
  readonly architecture: Architecture;
  readonly device: Device;
  readonly machine: Machine;
  readonly engine: string;
  readonly generation: string;
  readonly traits: EngineTraits;
  readonly formats: WeightFormats;
  readonly limits: EngineLimits;
  /** Decoding steps for which attention replicas wait until each has a prompt. */
  readonly balanceSteps?: number;
  /** How prompts wait for each other under narrow plans, with the mean tokens of a prompt and those of the longest request. */
  readonly gathering?: Gathering & { readonly prompt: number; readonly longest: number };
  /** Requests of so many tokens that must fit at once, and the share of memory that an operator gives the engine where its usual one is too small. */
  readonly crowd?: { readonly memoryShare: number; readonly users: number; readonly tokens: number };
  /** What the scenario's profile knows about this device with this engine. */
  readonly own: OwnResiduals;
  readonly warnings: readonly string[];
  /** Passes that a search counted before, by plan. */
  readonly passes?: Map<Plan, Pass>;
  /** See {@link encodedTokens}. */
  readonly encodedTokens: number | undefined;
}

/** A model by id, or an architecture. */
export function resolveModel(reference: ModelReference): Architecture {
  if (typeof reference === "string") return catalogueModel(reference);
  if (reference !== null && typeof reference === "object") {
    if ("layerKinds" in reference) return checkArchitecture(reference);
  }
  throw invalidValue("model", reference, "is neither an id nor an architecture; read its config.json with readConfig of ridgepoint/models");
}

/** The model as an engine runs it that knows no sliding windows; the same object where the model has none. */
function withoutWindows(architecture: Architecture): Architecture {
  const { layerKinds } = architecture;
  if (!layerKinds.some(({ mixer }) => mixer.kind === "attention" && mixer.window !== null)) return architecture;
  return { ...architecture, layerKinds: layerKinds.map((kind) => (kind.mixer.kind === "attention" ? { ...kind, mixer: { ...kind.mixer, window: null } } : kind)) };
}

function meanTokens({ inputTokens, outputTokens }: Scenario): { readonly prompt: number; readonly whole: number } {
  const prompt = lengthMoments(inputTokens, "input_tokens").mean;
  return { prompt, whole: prompt + lengthMoments(outputTokens, "output_tokens").mean };
}

/** The longest prompt and the longest answer that clients send; undefined for laws without end. */
function longestOf({ inputTokens, outputTokens, load }: Scenario): readonly [prompt: number, answer: number] | undefined {
  const [prompt, answer] = [longestPrompt(inputTokens, load), longestPrompt(outputTokens, load)];
  return prompt === undefined || answer === undefined ? undefined : [prompt, answer];
}

/** The engine's usual format of the cache where the scenario leaves it out. */
function completePrecisions(precision: Precisions, traits: EngineTraits): Precisions {
  return precision && precision.kv === undefined && traits.fp8KvUnder.includes(precision.weights) ? { ...precision, kv: "fp8" } : precision;
}

/** Looks up and checks everything of a scenario but its plan and load. `hardware` may differ by pool. */
export function resolveBase(scenario: Scenario, hardware: HardwareInput = scenario.hardware): ResolvedBase {
  const model = resolveModel(scenario.model);
  const { node, host, storage, profile } = scenario;
  const resolved = resolveHardware(hardware, node === undefined && host === undefined && storage === undefined ? {} : definedOnly({ node, host, storage }));
  const engine = engineName(scenario.engine ?? "vllm");
  const generation = generationOf(engine, {
    version: scenario.engineVersion, staticBatch: scenario.load?.mode === "static", disaggregated: scenario.disaggregated !== undefined,
  });
  const { load } = scenario;
  const isBenchmark = load?.mode === "closed" && load.requests !== undefined;
  const longest = isBenchmark ? longestOf(scenario) : undefined;
  const { traits, pollSteps, balanceSteps, gathering, says } = settingsOf(engine, traitsOf(engine), isBenchmark
    ? { family: resolved.device.family, experts: routedExperts(model) > 0, users: load.concurrency, longestTokens: longest && Math.max(...longest) } : undefined);
  const warnings = [...resolved.warnings];
  const architecture = generation < traits.windowsSince ? withoutWindows(model) : model;
  if (says.length > 0) warnings.push(`set up as published recipes of ${engine} do: ${says.join("; ")}`);
  if (architecture !== model) warnings.push(`${engine} of ${generation} keeps all context, without sliding windows`);
  if (engineTraits[engine] === undefined) warnings.push(`engine ${JSON.stringify(engine)} has no prior of its own; vLLM's is used`);
  const device = machineOf(resolved.device, {
    engine, generation, ...(profile && { fitted: withProfile(profile.constants) }),
  });
  const machine = scenario.interconnect === undefined ? device : { ...device, scaleOutBytesPerSecond: interconnectRate(scenario.interconnect) };
  if (scenario.engineVersion === undefined && generation !== traits.defaultGeneration) {
    warnings.push(`engine_version is absent: a static batch counts as software of ${generation}, not of ${traits.defaultGeneration}`);
  }
  if (scenario.storage !== undefined) warnings.push("storage is not used; fast memory holds all");
  if (machine.derived.length > 0) warnings.push(`${resolved.device.id} publishes no ${machine.derived.join(", ")}: taken from its relatives in the catalogue`);
  const formats = weightFormats(completePrecisions(scenario.precision, traits), architecture);
  const encoded = encodedTokens(architecture, scenario);
  const limits = limitsOf(scenario, traits, generation, pollSteps);
  return {
    architecture, device: resolved.device, machine, engine, generation, formats, encodedTokens: encoded,
    // Inputs of an encoder go whole through a step, and its requests hold their whole length: one that is put off cannot come back as a longer prompt.
    traits: encoded === undefined ? traits : { ...traits, cutsPrompts: false, admission: "reserve" },
    limits: encoded === undefined ? limits : { ...limits, maxBatchedTokens: Math.max(limits.maxBatchedTokens, Math.ceil(encoded)) },
    ...(traits.fullMemoryShare !== undefined && load !== undefined && load.mode !== "trace" && { crowd: { memoryShare: traits.fullMemoryShare, users: isBenchmark ? load.concurrency : 1, tokens: meanTokens(scenario).whole } }),
    ...(balanceSteps !== undefined && { balanceSteps }),
    // Who says how much a step takes says how prompts are batched.
    ...(gathering !== undefined && longest !== undefined && (scenario.maxBatchedTokens ?? scenario.chunkedPrefillTokens) === undefined && { gathering: { ...gathering, prompt: meanTokens(scenario).prompt, longest: longest[0] + longest[1] } }),
    own: ownResiduals(scenario.profile, resolved.device.id, engine, architecture.id), warnings,
  };
}

/** Bytes per second one way that the interconnect of a scenario gives each device. */
function interconnectRate(interconnect: NonNullable<Scenario["interconnect"]>): number {
  const rate = typeof interconnect === "string" ? fabric(interconnect, "interconnect").bytesPerSecond : interconnect.bytesPerSecondPerDevice;
  if (rate === null) throw invalidValue("interconnect", interconnect, 'is a fabric without a published rate; give {"bytes_per_s_per_device": …}');
  if (!(typeof rate === "number" && rate > 0 && rate < 1e18)) throw invalidValue("interconnect", interconnect, "is not a positive rate");
  return rate;
}

function limitsOf(scenario: Scenario, traits: EngineTraits, generation: string, usualPollSteps: number): EngineLimits {
  const pollSteps = positive(scenario.pollSteps, "pollSteps") ?? usualPollSteps;
  const gatherPrompts = positive(scenario.gatherPrompts, "gatherPrompts");
  if (gatherPrompts !== undefined && pollSteps === 1) throw invalidValue("gather_prompts", gatherPrompts, "needs poll_steps");
  return {
    maxRunningRequests: positive(scenario.maxRunningRequests, "maxRunningRequests") ?? traits.maxRunningRequests,
    maxBatchedTokens: positive(scenario.chunkedPrefillTokens, "chunkedPrefillTokens")
      ?? positive(scenario.maxBatchedTokens, "maxBatchedTokens") ?? budgetOf(scenario, traits),
    graphs: traits.graphs && scenario.enforceEager !== true,
    schedulesAhead: generation >= traits.schedulesAheadSince,
    pollSteps, gatherPrompts: gatherPrompts ?? Infinity,
    fusesNorms: generation >= traits.fusesNormsSince,
    besidesExperts: generation >= traits.besidesExpertsSince,
    sortsLogits: traits.sortsLogits && (scenario.sampling ?? usualSampling(scenario, traits, generation)) === "top-p",
  };
}

/** Requests beside whose tokens a prompt has to fit where their number is not told: the batch that serving examples are set up for. */
const customaryBatch = 512;

/** New tokens of a step where the scenario does not say: the engine's default, or what a server for these prompts is set up with. */
function budgetOf({ load, inputTokens, maxRunningRequests }: Scenario, traits: EngineTraits): number {
  const longest = traits.budgetOfOnePrompt && (load?.mode === "closed" || load?.mode === "open") ? longestPrompt(inputTokens, load) : undefined;
  return longest === undefined ? traits.maxBatchedTokens : Math.ceil(longest) + (load.mode === "closed" ? load.concurrency : maxRunningRequests ?? customaryBatch);
}

/** Benchmark clients ask for the likeliest token; what users send is sampled as the model's authors advise, where the engine reads that. */
function usualSampling({ load }: Scenario, { modelSamplingSince }: EngineTraits, generation: string): NonNullable<Scenario["sampling"]> {
  const lasting = load !== undefined && load.mode !== "static" && (load.mode !== "closed" || load.requests === undefined);
  return lasting && generation >= modelSamplingSince ? "top-p" : "greedy";
}

function positive(value: number | undefined, path: string): number | undefined {
  if (value !== undefined && !(Number.isInteger(value) && value > 0)) throw invalidValue(path, value, "is not a positive integer");
  return value;
}

/** The plan of a scenario on `devices` devices, checked against the model. One device is itself; several need a plan. */
export function resolvePlan(
  architecture: Architecture, partial: PartialPlan | undefined, devices: number | undefined, path = "plan",
): Plan {
  if (devices !== undefined && !(Number.isInteger(devices) && devices > 0)) throw invalidValue("devices", devices, "is not a positive integer");
  const plan = completePlan(partial ?? {}, path);
  const count = devices ?? devicesOf(plan);
  if (partial === undefined && count > 1) {
    throw new RidgepointError("missing-field", `plan is missing for ${count} devices; give one, or let \`withBestPlan\` choose`, { path });
  }
  checkPlan(plan, architecture, count, path);
  return plan;
}

/** How the engine's recipes let prompts wait for each other under a plan; what the scenario says goes before. */
function gatheringOf({ limits, balanceSteps, gathering }: ResolvedBase, { tp, attentionDp }: Plan): Partial<EngineLimits> | undefined {
  if (limits.pollSteps > 1) return undefined;
  if (balanceSteps !== undefined && attentionDp > 1) return { pollSteps: balanceSteps, gatherPrompts: attentionDp };
  if (gathering === undefined || tp >= gathering.belowRanks) return undefined;
  const { steps, budgetShare, prompt, longest } = gathering;
  // The recipe leaves 20 tokens beyond the longest request.
  const budget = longest + 20;
  return { pollSteps: steps, gatherPrompts: Math.ceil((budgetShare * budget) / prompt), maxBatchedTokens: budget };
}

/** One engine (a replica) of a resolved scenario. */
export function engineOf(base: ResolvedBase, plan: Plan): EngineModel {
  const { crowd } = base;
  const limits = { ...base.limits, ...gatheringOf(base, plan) };
  const on = (traits: EngineTraits): EngineModel => engineModel(base.architecture, plan, base.formats, base.machine, traits, limits, base.passes, base.encodedTokens);
  const engine = on(base.traits);
  if (crowd === undefined || concurrencyPerReplica(engine.capacity, crowd.tokens) * engine.capacity.replicas >= crowd.users) return engine;
  return on({ ...base.traits, memoryShare: crowd.memoryShare });
}

/** What was taken for granted of an engine that was put together. */
export function warningsOf(base: ResolvedBase, { traits: { memoryShare } }: EngineModel): string[] {
  return memoryShare === base.traits.memoryShare ? [...base.warnings] : [...base.warnings, `${base.engine} is given ${memoryShare} of memory, not ${base.traits.memoryShare}`];
}
