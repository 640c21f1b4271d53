import type { Command } from "commander";
import { requestSpans } from "../../plots/curves/spans.ts";
import { serverCurves } from "../../plots/curves/waits.ts";
import { withBestPlan } from "../../planner/best-plan.ts";
import { simulate } from "../../predict/simulate.ts";
import type { Load } from "../../predict/types.ts";
import { invalidValue, RidgepointError } from "../../quantities/errors.ts";
import { tableOf } from "../../tables/table-of.ts";
import { toCsv } from "../../tables/csv.ts";
import type { ServerRequestTimes } from "../../queueing/simulation/server-types.ts";
import type { TraceRequest } from "../../workloads/types.ts";
import { definedOnly } from "../../quantities/defined.ts";
import { addDeploymentOptions, addEngineOptions, deploymentOf, servingOf, type DeploymentOptions, type EngineOptions } from "../options/deployment.ts";
import { traceLoad } from "../options/load.ts";
import { nonNegativeInteger, positiveInteger, positiveNumber, quantity } from "../options/parsers.ts";
import { addRouterOption, addServiceLevelOptions, serviceLevelOf, type RouterFlags, type ServiceLevelFlags } from "../options/service-level.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { scenarioWords } from "../output/prediction.ts";
import { loadWords } from "../output/words.ts";
import { printJson, printList } from "../output/print.ts";
import { printSimulation, seriesRows } from "../output/simulation.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends DeploymentOptions, EngineOptions, PictureFlags, ServiceLevelFlags, RouterFlags {
  readonly trace?: string;
  readonly rate?: number;
  readonly concurrency?: number;
  readonly requests?: number;
  readonly seed?: number;
  readonly bin?: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  addDeploymentOptions(command);
  command
    .option("--trace <file>", "recorded requests: CSV or JSON Lines with arrival_s, input_tokens, output_tokens; .gz too")
    .option("--rate <per second>", "Poisson arrivals; with a trace, its arrivals at this mean rate", positiveNumber)
    .option("--concurrency <n>", "users, each sending its next request when the last one ends", positiveInteger);
  addServiceLevelOptions(command);
  addRouterOption(command);
  command
    .option("--requests <n>", "requests of the simulation (default: 20000)", positiveInteger)
    .option("--seed <n>", "same seed, same answer (default: 1)", nonNegativeInteger)
    .option("--bin <time>", "width of a bin of the time series", quantity("seconds"));
  addEngineOptions(command);
  command.option("--json", "the library's result as JSON").option("--csv", "the time series as CSV");
  addPictureOptions(command, ["times", "timeline"]);
  examples(command, [
    "ridgepoint simulate --model meta-llama/Llama-3.1-70B --hardware h100 --tp 4 --precision fp8 --rate 4 --ttft-within 1s",
    "ridgepoint simulate --model meta-llama/Llama-3.1-8B --hardware l40s --trace requests.csv --bin 1s",
    "ridgepoint simulate --model meta-llama/Llama-3.1-8B --hardware l40s --dp 2 --concurrency 100 --csv",
    "ridgepoint simulate --model meta-llama/Llama-3.1-8B --hardware l40s --trace requests.csv --plot requests.svg --plot-kind timeline",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const timeline = options.plot !== undefined && options.plotKind === "timeline";
    if (timeline && options.trace === undefined) throw new RidgepointError("missing-field", "--trace is missing: only recorded requests are drawn one by one", { path: "--trace" });
    const load = loadOf(options);
    const { question: scenario, warnings } = withBestPlan({ ...deploymentOf(options), ...servingOf(options), load, ...(options.router === undefined ? {} : { router: options.router }) });
    const span = spanOf(load, options.requests ?? 20_000);
    const answer = simulate(scenario, {
      timeSeriesSeconds: binSeconds(options.bin, Math.max(span, 1)),
      ...serviceLevelOf(options),
      ...(timeline ? { keepRequests: true } : {}),
      run: definedOnly({ requests: options.requests, seed: options.seed }),
    });
    if (options.json === true) printJson(terminal, { ...answer, ...(warnings.length > 0 ? { warnings } : {}), timeSeries: answer.timeSeries === undefined ? undefined : seriesRows(answer.timeSeries) });
    else if (options.csv === true) terminal.print(toCsv(tableOf(answer.timeSeries === undefined ? [] : seriesRows(answer.timeSeries))));
    else {
      printSimulation(terminal, scenario, answer, options);
      printList(terminal, "Assumed", warnings);
    }
    await savePicture(terminal, options, {
      times: ({ Plot, waitPlot }, look) => waitPlot(Plot, serverCurves(answer), look),
      timeline: ({ Plot, timelinePlot }, look) => timelinePlot(Plot, requestSpans(answer.requests as ServerRequestTimes), look),
    }, { title: scenarioWords(scenario), subtitle: loadWords(scenario.load) }, options.json === true || options.csv === true);
  });
}

function loadOf({ trace, rate, concurrency }: Options): Load {
  if (trace !== undefined) return traceLoad(trace, rate);
  if (concurrency !== undefined) return { mode: "closed", concurrency };
  if (rate !== undefined) return { mode: "open", ratePerSecond: rate };
  throw new RidgepointError("missing-field", "a load is missing: give --rate, --concurrency or --trace", { path: "--rate" });
}

/** About how long the first replication takes: of it the time series is. */
function spanOf(load: Load, requests: number): number {
  if (load.mode === "trace") return (load.requests[load.requests.length - 1] as TraceRequest).arrivalSeconds;
  return load.mode === "open" ? requests / 8 / load.ratePerSecond : 400;
}

/** About twenty bins, or the width that is asked for where they are not too many to hold. */
function binSeconds(asked: number | undefined, span: number): number {
  if (asked === undefined) return niceStep(span / 20);
  if (!(asked > span / mostBins)) throw invalidValue("--bin", asked, `makes more than ${mostBins} bins of about ${Math.round(span)} s; take a wider one`);
  return asked;
}

const mostBins = 100_000;

/** The next of 1, 2, 5 times a power of ten. */
function niceStep(seconds: number): number {
  const power = 10 ** Math.floor(Math.log10(seconds));
  return (([1, 2, 5, 10] as const).find((step) => step * power >= seconds * 0.999) ?? 10) * power;
}
