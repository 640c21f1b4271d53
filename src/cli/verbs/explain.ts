import type { Command } from "commander";
import { roofsOf } from "../../plots/curves/roofs.ts";
import { overlapSpans } from "../../plots/curves/spans.ts";
import { withBestPlan } from "../../planner/best-plan.ts";
import { explain } from "../../predict/explain.ts";
import type { ExplainedStep } from "../../predict/explain-types.ts";
import { positiveInteger } from "../options/parsers.ts";
import { addScenarioOptions, scenarioFrom, type ScenarioOptions } from "../options/scenario.ts";
import { printExplanation } from "../output/explanation.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { scenarioWords } from "../output/prediction.ts";
import { loadWords, tokenWords } from "../output/words.ts";
import { printJson } from "../output/print.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

type Options = ScenarioOptions & PictureFlags & { readonly top: number; readonly json?: boolean };

export function define(command: Command, terminal: Terminal): void {
  addScenarioOptions(command);
  command
    .option("--top <n>", "operators and constants to print", positiveInteger, 12)
    .option("--json", "the library's result as JSON");
  addPictureOptions(command, ["breakdown", "roofline", "tornado", "timeline"]);
  examples(command, [
    "ridgepoint explain --model meta-llama/Llama-3.1-70B --hardware h100-sxm5-80 --tp 8 --precision fp8 --concurrency 64",
    "ridgepoint explain --model deepseek-ai/DeepSeek-V3 --hardware h200 --tp 8 --precision fp8_block --load offline",
    "ridgepoint explain --model meta-llama/Llama-3.1-8B --hardware l40s --precision fp8 --concurrency 16 --plot roofline.svg --plot-kind roofline",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const { question: scenario, warnings } = withBestPlan(scenarioFrom(command, options));
    const explained = explain(scenario);
    const explanation = { ...explained, prediction: { ...explained.prediction, warnings: [...warnings, ...explained.prediction.warnings] } };
    if (options.json === true) printJson(terminal, explanation);
    else printExplanation(terminal, scenario, explanation, options.top);
    const { steps } = explanation;
    await savePicture(terminal, options, {
      breakdown: ({ Plot, breakdownPlot }, look) => breakdownPlot(Plot, explanation, look),
      roofline: ({ Plot, rooflinePlot }, look) => rooflinePlot(Plot, steps.flatMap(({ phase, operators }) => operators.map((operator) => ({ ...operator, group: phase }))), roofsOf(scenario), look),
      tornado: ({ Plot, tornadoPlot }, look) => tornadoPlot(Plot, explanation, look),
      timeline: ({ Plot, timelinePlot }, look) => timelinePlot(Plot, overlapSpans(steps[steps.length - 1] as ExplainedStep, roofsOf(scenario)), { caption: `One layer of a ${steps[steps.length - 1]?.phase} step.`, ...look }),
    }, { title: scenarioWords(scenario), subtitle: `${loadWords(scenario.load)}; ${tokenWords(scenario.inputTokens, scenario.outputTokens)}` }, options.json === true);
  });
}
