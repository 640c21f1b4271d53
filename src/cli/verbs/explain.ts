import type { Command } from "commander";
import { withBestPlan } from "../../planner/best-plan.ts";
import { explain } from "../../predict/explain.ts";
import { positiveInteger } from "../options/parsers.ts";
import { addScenarioOptions, scenarioFrom, type ScenarioOptions } from "../options/scenario.ts";
import { printExplanation } from "../output/explanation.ts";
import { printJson } from "../output/print.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

type Options = ScenarioOptions & { readonly top: number; readonly json?: boolean };

export function define(command: Command, terminal: Terminal): void {
  addScenarioOptions(command);
  command
    .option("--top <n>", "operators and constants to print", positiveInteger, 12)
    .option("--json", "the library's result as JSON");
  examples(command, [
    "ridgepoint explain --model meta-llama/Llama-3.1-70B --hardware h100-sxm5-80 --tp 8 --precision fp8 --concurrency 64",
    "ridgepoint explain --model deepseek-ai/DeepSeek-V3 --hardware h200 --tp 8 --precision fp8_block --load offline",
  ]);
  command.action((options: Options) => {
    const { question: scenario, warnings } = withBestPlan(scenarioFrom(command, options));
    const explained = explain(scenario);
    const explanation = { ...explained, prediction: { ...explained.prediction, warnings: [...warnings, ...explained.prediction.warnings] } };
    if (options.json === true) printJson(terminal, explanation);
    else printExplanation(terminal, scenario, explanation, options.top);
  });
}
