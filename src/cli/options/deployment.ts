import { type Command, Option } from "commander";
import { definedOnly } from "../../quantities/defined.ts";
import { numberFormats, type Precision } from "../../quantities/formats.ts";
import type { Scenario } from "../../predict/types.ts";
import { isJsonFile, readJson } from "../input/files.ts";
import { readProfile } from "../input/profile.ts";
import { readConfig } from "../../models/readConfig.ts";
import { tokenLengths } from "./lengths.ts";
import { nonNegativeInteger, positiveInteger, positiveNumber } from "./parsers.ts";
import type { TokenLengths } from "../../workloads/types.ts";

/** Values of the options that say what runs where. */
export interface DeploymentOptions {
  readonly model: string;
  readonly hardware: string;
  readonly node?: string;
  readonly devices?: number;
  readonly tp?: number;
  readonly pp?: number;
  readonly ep?: number;
  readonly dp?: number;
  readonly attentionDp?: number;
  readonly precision: Precision;
  readonly kvPrecision?: Precision;
  readonly engine?: string;
  readonly engineVersion?: string;
}

/** Values of the options that say how an engine serves. */
export interface EngineOptions {
  readonly input: TokenLengths;
  readonly output: TokenLengths;
  readonly prefixHit?: number;
  readonly maxRunning?: number;
  readonly maxBatchedTokens?: number;
  readonly eager?: boolean;
  readonly sampling?: "greedy" | "top-p";
  readonly pollSteps?: number;
  readonly gatherPrompts?: number;
  readonly usdPerDeviceHour?: number;
  readonly profile?: string;
}

const precisions = Object.keys(numberFormats);

export function addDeploymentOptions(command: Command, required: { readonly model: boolean; readonly hardware: boolean } = { model: true, hardware: true }): void {
  command
    .addOption(new Option("--model <id|file>", "model of the catalogue (`ridgepoint models list`), or a config.json").makeOptionMandatory(required.model))
    .addOption(new Option("--hardware <id|file>", "device of the catalogue (`ridgepoint hardware list`), or a device file (.json)").makeOptionMandatory(required.hardware))
    .option("--node <id>", "node that the devices stand in: its links replace the device's own")
    .option("--devices <n>", "devices in all; what the plan occupies unless told", positiveInteger)
    .option("--tp <n>", "tensor parallelism", positiveInteger)
    .option("--pp <n>", "pipeline stages", positiveInteger)
    .option("--ep <n>", "devices over which the experts spread", positiveInteger)
    .option("--dp <n>", "replicas", positiveInteger)
    .option("--attention-dp <n>", "attention replicas inside one group of experts", positiveInteger)
    .addOption(new Option("--precision <format>", "format of the weights").choices(precisions).default("bf16"))
    .addOption(new Option("--kv-precision <format>", "format of the KV cache; the engine's usual one unless told").choices(precisions))
    .option("--engine <name>", "vllm, tensorrt-llm, sglang, llama.cpp, …; `ideal` is the bare datasheet (default: vllm)")
    .option("--engine-version <version>", "chooses the constants of its generation");
}

export function addEngineOptions(command: Command): void {
  command
    .option("--input <tokens>", "prompt tokens: a number, or a distribution: tokens-geometric:200, or JSON", tokenLengths, 1024)
    .option("--output <tokens>", "answer tokens: a number, or a distribution: tokens-geometric:200, or JSON", tokenLengths, 256)
    .option("--prefix-hit <tokens>", "prompt tokens found in the prefix cache", nonNegativeInteger)
    .option("--max-running <n>", "running requests of one replica at most", positiveInteger)
    .option("--max-batched-tokens <n>", "new tokens of one step at most", positiveInteger)
    .option("--eager", "no graph capture")
    .option("--poll-steps <n>", "decoding steps from one look for new requests to the next (SGLang: scheduler_recv_interval)", positiveInteger)
    .option("--gather-prompts <n>", "with --poll-steps: the first prompt found waits so long, unless so many wait before", positiveInteger)
    .addOption(new Option("--sampling <how>", "how the next token is drawn; vLLM sorts all logits for top-p").choices(["greedy", "top-p"]))
    .option("--usd-per-device-hour <usd>", "own price; the catalogue's unless told", positiveNumber)
    .option("--profile <file>", "constants fitted on your own measurements (.json)");
}

/** What runs where, as the library takes it. */
export function deploymentOf(options: DeploymentOptions): Pick<Scenario, "model" | "hardware" | "precision"> & Partial<Scenario> {
  const { tp, pp, ep, dp, attentionDp } = options;
  const degrees = definedOnly({ tp, pp, ep, dp, attentionDp });
  return {
    model: modelOf(options.model),
    hardware: hardwareOf(options.hardware),
    precision: { weights: options.precision, ...definedOnly({ kv: options.kvPrecision }) },
    ...definedOnly({ node: options.node, devices: options.devices, engine: options.engine, engineVersion: options.engineVersion }),
    ...(Object.keys(degrees).length > 0 ? { plan: degrees } : {}),
  };
}

/** How the engine serves, as the library takes it. */
export function servingOf(options: EngineOptions): Pick<Scenario, "inputTokens" | "outputTokens"> & Partial<Scenario> {
  return {
    inputTokens: options.input,
    outputTokens: options.output,
    ...definedOnly({
      prefixHitTokens: options.prefixHit, maxRunningRequests: options.maxRunning, maxBatchedTokens: options.maxBatchedTokens, enforceEager: options.eager, pollSteps: options.pollSteps, gatherPrompts: options.gatherPrompts, sampling: options.sampling,
      prices: options.usdPerDeviceHour === undefined ? undefined : { usdPerDeviceHour: options.usdPerDeviceHour },
      profile: options.profile === undefined ? undefined : readProfile(options.profile),
    }),
  };
}

/** A model of the catalogue, or what a `config.json` says. */
export function modelOf(text: string): Scenario["model"] {
  return isJsonFile(text) ? readConfig(readJson(text, "--model"), { id: "config" }) : text;
}

export function hardwareOf(text: string): Scenario["hardware"] {
  return isJsonFile(text) ? { spec: readJson(text, "--hardware") } : text;
}
