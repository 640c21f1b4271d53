import type { Command } from "commander";
import { scenarioOf } from "../../contract/serving.ts";
import { servingSchema } from "../../contract/serving-schema.ts";
import { parseStrict } from "../../contract/validate.ts";
import type { Scenario } from "../../predict/types.ts";
import { readJson } from "../input/files.ts";
import { addDeploymentOptions, addEngineOptions, deploymentOf, servingOf, type DeploymentOptions, type EngineOptions } from "./deployment.ts";
import { addLoadOptions, loadOf, type LoadOptions } from "./load.ts";

/** Values of the options that make a whole scenario: one by one, or as a case of the contract. */
export type ScenarioOptions = Partial<Pick<DeploymentOptions, "model" | "hardware">> & Omit<DeploymentOptions, "model" | "hardware"> & EngineOptions & LoadOptions & {
  readonly case?: string;
};

export function addScenarioOptions(command: Command): void {
  addDeploymentOptions(command, { model: false, hardware: false });
  addLoadOptions(command);
  addEngineOptions(command);
  command.option("--case <file>", "a case of kind serving as JSON, in place of the options above (pools, speculation, …)");
}

/** The scenario that the options describe. What is missing is a wrong use of the command. */
export function scenarioFrom(command: Command, options: ScenarioOptions): Scenario {
  if (options.case !== undefined) return scenarioOf(parseStrict(servingSchema, readJson(options.case, "--case")));
  const { model, hardware } = options;
  if (model === undefined) command.error("required option '--model <id|file>' not specified");
  if (hardware === undefined) command.error("required option '--hardware <id|file>' not specified");
  return { ...deploymentOf({ ...options, model, hardware }), ...servingOf(options), load: loadOf(options) };
}
