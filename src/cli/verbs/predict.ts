import type { Command } from "commander";
import { predict } from "../../predict/serving.ts";
import type { Scenario } from "../../predict/types.ts";
import { addDeploymentOptions, addEngineOptions, deploymentOf, servingOf, type DeploymentOptions, type EngineOptions } from "../options/deployment.ts";
import { addLoadOptions, loadOf, type LoadOptions } from "../options/load.ts";
import { printJson } from "../output/print.ts";
import { printPrediction } from "../output/prediction.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

type Options = DeploymentOptions & EngineOptions & LoadOptions & { readonly closedForm?: boolean; readonly json?: boolean };

export function define(command: Command, terminal: Terminal): void {
  addDeploymentOptions(command);
  addLoadOptions(command);
  addEngineOptions(command);
  command
    .option("--closed-form", "means alone, without the simulator's percentiles")
    .option("--json", "the library's result as JSON");
  examples(command, [
    "ridgepoint predict --model meta-llama/Llama-3.1-70B --hardware h100-sxm5-80 --tp 8 --precision fp8 --batch 16",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --concurrency 32 --input 512 --output 128",
    "ridgepoint predict --model Qwen/Qwen3-32B --hardware h200 --rate 2 --json",
  ]);
  command.action((options: Options) => {
    const scenario: Scenario = { ...deploymentOf(options), ...servingOf(options), load: loadOf(options) };
    const prediction = predict(scenario, options.closedForm === true ? { method: "closed-form" } : {});
    if (options.json === true) printJson(terminal, prediction);
    else printPrediction(terminal, scenario, prediction);
  });
}
