import type { Command } from "commander";
import { batchCurve } from "../../plots/curves/batch.ts";
import { costCurve } from "../../plots/curves/cost.ts";
import { loadCurve } from "../../plots/curves/load.ts";
import { withBestPlan } from "../../planner/best-plan.ts";
import { economicsOf } from "../../predict/economics.ts";
import { largestConcurrencyOf } from "../../predict/largest-concurrency.ts";
import { largestRateOf } from "../../predict/largest-rate.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { predict } from "../../predict/serving.ts";
import { addEconomicsOptions, economicsOptions, type EconomicsFlags } from "../options/economics.ts";
import { share } from "../options/parsers.ts";
import { addRouterOption, addServiceLevelOptions, serviceLevelOf, type RouterFlags, type ServiceLevelFlags } from "../options/service-level.ts";
import { addScenarioOptions, scenarioFrom, type ScenarioOptions } from "../options/scenario.ts";
import { printEconomics } from "../output/economics.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { printJson } from "../output/print.ts";
import { printLargestConcurrency, printLargestRate, printPrediction, scenarioWords } from "../output/prediction.ts";
import { tokenWords } from "../output/words.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

type Options = ScenarioOptions & EconomicsFlags & PictureFlags & ServiceLevelFlags & RouterFlags & {
  readonly share?: number;
  readonly largestRate?: boolean;
  readonly simulateTo?: number;
  readonly closedForm?: boolean;
  readonly json?: boolean;
};

export function define(command: Command, terminal: Terminal): void {
  addScenarioOptions(command);
  addServiceLevelOptions(command);
  addRouterOption(command);
  addEconomicsOptions(command);
  command
    .option("--largest-rate", "search the largest rate (with --concurrency: the most users) at which a share of the requests keeps the service level")
    .option("--share <fraction>", "of that search (default: 0.95)", share)
    .option("--simulate-to <fraction>", "simulate until every percentile's 95 % interval is as narrow as this share of it", share)
    .option("--closed-form", "means alone, without the simulator's percentiles")
    .option("--json", "the library's result as JSON");
  addPictureOptions(command, ["ttft", "tpot", "cost", "energy"]);
  examples(command, [
    "ridgepoint predict --model meta-llama/Llama-3.1-70B --hardware h100-sxm5-80 --tp 8 --precision fp8 --batch 16",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --concurrency 32 --input 512 --output 128",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware h100 --load offline --pue 1.2 --usd-per-kwh 0.09 --grams-co2-per-kwh de",
    "ridgepoint predict --model Qwen/Qwen3-32B --hardware h200 --rate 2 --json",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --precision fp8 --rate 2 --ttft-within 1s --tpot-within 40ms --largest-rate",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --concurrency 16 --ttft-within 1s --tpot-within 40ms --largest-rate",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --trace requests.csv --simulate-to 0.1",
    "ridgepoint predict --case serving.json",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --precision fp8 --rate 2 --plot latency.svg",
    "ridgepoint predict --model meta-llama/Llama-3.1-8B --hardware l40s --batch 8 --plot energy.svg --plot-kind energy",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const whole = scenarioFrom(command, options);
    const { question: scenario, warnings } = withBestPlan(options.router === undefined ? whole : { ...whole, router: options.router });
    const level = serviceLevelOf(options);
    const predicted = predict(scenario, {
      ...level, ...(options.closedForm === true ? { method: "closed-form" } : {}), ...(options.simulateTo === undefined ? {} : { run: { precision: options.simulateTo } }),
    });
    if (options.largestRate === true && level.serviceLevel === undefined) {
      throw new RidgepointError("missing-field", "--largest-rate needs a service level: give --ttft-within, --tpot-within or --request-within", { path: "--ttft-within" });
    }
    const wanted = { ...level.serviceLevel, fraction: options.share ?? 0.95 };
    const closed = scenario.load.mode === "closed";
    const largest = options.largestRate === true && !closed ? largestRateOf(scenario, wanted) : null;
    const users = options.largestRate === true && closed ? largestConcurrencyOf(scenario, wanted) : null;
    const prediction = { ...predicted, warnings: [...warnings, ...predicted.warnings] };
    const asked = economicsOptions(options);
    const economics = asked === null ? null : economicsOf(scenario, prediction, asked);
    if (options.json === true) printJson(terminal, { ...prediction, ...(largest === null ? {} : { largestRate: largest }), ...(users === null ? {} : { largestConcurrency: users }), ...(economics === null ? {} : { economics }) });
    else {
      printPrediction(terminal, scenario, prediction);
      if (largest !== null) printLargestRate(terminal, largest, wanted.fraction);
      if (users !== null) printLargestConcurrency(terminal, users, wanted.fraction);
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
