import type { Command } from "commander";
import { batchCurve } from "../../plots/curves/batch.ts";
import { costCurve } from "../../plots/curves/cost.ts";
import { loadCurve } from "../../plots/curves/load.ts";
import { withBestPlan } from "../../planner/best-plan.ts";
import { economicsOf } from "../../predict/economics.ts";
import { predict } from "../../predict/serving.ts";
import { addEconomicsOptions, economicsOptions, type EconomicsFlags } from "../options/economics.ts";
import { addScenarioOptions, scenarioFrom, type ScenarioOptions } from "../options/scenario.ts";
import { printEconomics } from "../output/economics.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { printJson } from "../output/print.ts";
import { printPrediction, scenarioWords } from "../output/prediction.ts";
import { tokenWords } from "../output/words.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

type Options = ScenarioOptions & EconomicsFlags & PictureFlags & { readonly closedForm?: boolean; readonly json?: boolean };

export function define(command: Command, terminal: Terminal): void {
  addScenarioOptions(command);
  addEconomicsOptions(command);
  command
    .option("--closed-form", "means alone, without the simulator's percentiles")
    .option("--json", "the library's result as JSON");
  addPictureOptions(command, ["ttft", "tpot", "cost", "energy"]);
  examples(command, [
    "ridgepoint predict --model meta-llama/Llama-3.1-70B --hardware h100-sxm5-80 --tp 8 --precision fp8 --batch 16",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --concurrency 32 --input 512 --output 128",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware h100 --load offline --pue 1.2 --usd-per-kwh 0.09 --grams-co2-per-kwh de",
    "ridgepoint predict --model Qwen/Qwen3-32B --hardware h200 --rate 2 --json",
    "ridgepoint predict --case serving.json",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --precision fp8 --rate 2 --plot latency.svg",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --batch 8 --plot energy.svg --plot-kind energy",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const { question: scenario, warnings } = withBestPlan(scenarioFrom(command, options));
    const predicted = predict(scenario, options.closedForm === true ? { method: "closed-form" } : {});
    const prediction = { ...predicted, warnings: [...warnings, ...predicted.warnings] };
    const asked = economicsOptions(options);
    const economics = asked === null ? null : economicsOf(scenario, prediction, asked);
    if (options.json === true) printJson(terminal, economics === null ? prediction : { ...prediction, economics });
    else {
      printPrediction(terminal, scenario, prediction);
      if (economics !== null) printEconomics(terminal, economics);
    }
    await savePicture(terminal, options, {
      ttft: ({ Plot, loadPlot }, look) => loadPlot(Plot, loadCurve(scenario), { metric: "ttft", ...look }),
      tpot: ({ Plot, loadPlot }, look) => loadPlot(Plot, loadCurve(scenario), { metric: "tpot", ...look }),
      cost: ({ Plot, costPlot }, look) => costPlot(Plot, costCurve(scenario, asked ?? {}), look),
      energy: ({ Plot, energyPlot }, look) => energyPlot(Plot, batchCurve(scenario), look),
    }, { title: scenarioWords(scenario), subtitle: tokenWords(scenario.inputTokens, scenario.outputTokens) }, options.json === true);
  });
}
