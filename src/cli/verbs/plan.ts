import { type Command, InvalidArgumentError, Option } from "commander";
import { numberFormats, type Precision } from "../../quantities/formats.ts";
import type { Precisions } from "../../deployments/types.ts";
import { device } from "../../hardware/lookup.ts";
import type { HardwareReference } from "../../predict/types.ts";
import { plan } from "../../planner/plan.ts";
import type { PlanQuestion } from "../../planner/types.ts";
import { readProfile } from "../input/profile.ts";
import { workloadOf, type Workload, type WorkloadOptions } from "../input/workload.ts";
import { definedOnly } from "../../quantities/defined.ts";
import { hardwareOf, modelOf } from "../options/deployment.ts";
import { addEconomicsOptions, economicsOptions, type EconomicsFlags } from "../options/economics.ts";
import { tokenLengths } from "../options/lengths.ts";
import { commaList, nonNegativeInteger, positiveInteger, positiveNumber, priceList, quantity } from "../options/parsers.ts";
import { deploymentEconomics, type PlanEconomics } from "../output/plan-economics.ts";
import { printPlan } from "../output/plan.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { printCsv, printJson } from "../output/print.ts";
import { progress } from "../output/progress.ts";
import { digits } from "../output/figures.ts";
import { modelWords, tokenWords } from "../output/words.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends WorkloadOptions, EconomicsFlags, PictureFlags {
  readonly powerBudget?: number;
  readonly model: string;
  readonly ttftP95: number;
  readonly tpotP95: number;
  readonly hardware?: readonly string[];
  readonly precision?: readonly Precisions[];
  readonly engine?: string;
  readonly maxDevices?: number;
  readonly maxDevicesPerReplica?: number;
  readonly perDevice?: number;
  readonly confirm?: number;
  readonly largestRate?: boolean;
  readonly profile?: string;
  readonly price?: Readonly<Record<string, number>>;
  readonly top: number;
  readonly pareto?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .option("--model <id|file>", "model of the catalogue, or a config.json", "meta-llama/Llama-3.1-70B-Instruct")
    .option("--workload <name>", "published workload", "azure-conversation-2023")
    .option("--trace <file>", "own requests, under which deployments are confirmed: CSV or JSON Lines with arrival_s, input_tokens, output_tokens; .gz too")
    .option("--rate <per second>", "requests per second, Poisson, or those of the trace squeezed to it; the workload's unless told", positiveNumber)
    .option("--input <tokens>", "prompt tokens: a number, or a distribution: tokens-geometric:200, or JSON", tokenLengths)
    .option("--output <tokens>", "answer tokens: a number, or a distribution: tokens-geometric:200, or JSON", tokenLengths)
    .option("--prefix-hit <tokens>", "prompt tokens found in the prefix cache", nonNegativeInteger)
    .addOption(new Option("--ttft-p95 <time>", "objective: 95 of 100 requests have their first token within").argParser(quantity("seconds")).default(1, "1 s"))
    .addOption(new Option("--tpot-p95 <time>", "objective: 95 of 100 requests get their tokens every").argParser(quantity("seconds")).default(0.05, "50 ms"))
    .option("--hardware <ids|files>", "devices to consider, with commas between, of the catalogue or own files (.json); all accelerators unless told", commaList)
    .option("--precision <formats>", "weights or weights/kv to consider, with commas between", precisionList)
    .option("--engine <name>", "vllm, tensorrt-llm, sglang, …")
    .option("--max-devices <n>", "devices in all at most", positiveInteger)
    .option("--max-devices-per-replica <n>", "devices of one engine at most", positiveInteger)
    .option("--per-device <n>", "deployments to keep of each device", positiveInteger)
    .option("--price <id=usd>", "own price of a device-hour; may be repeated", priceList)
    .option("--confirm <n>", "how many of the cheapest the simulator confirms (default: 3)", nonNegativeInteger)
    .option("--largest-rate", "search the largest rate of each confirmed deployment by simulation")
    .option("--profile <file>", "constants fitted on your own measurements (.json)")
    .option("--top <n>", "deployments to print", positiveInteger, 12)
    .option("--pareto", "print the trade of tokens/s per device against tokens/s per user too")
    .option("--power-budget <power>", "how many devices fit into it at their TDP, and what they carry: 500kW, 2MW", quantity("watts"));
  addEconomicsOptions(command);
  command
    .option("--json", "the library's result as JSON")
    .option("--csv", "every deployment as CSV");
  addPictureOptions(command, ["pareto"]);
  examples(command, [
    "ridgepoint plan",
    "ridgepoint plan --model Qwen/Qwen3-32B --rate 20 --ttft-p95 500ms --tpot-p95 30ms --hardware h100,h200,b200",
    "ridgepoint plan --trace requests.csv --hardware h100 --price h100=1.99",
    "ridgepoint plan --hardware h100,h200 --largest-rate",
    "ridgepoint plan --hardware h100,h200,b200 --pue 1.2 --usd-per-kwh 0.09 --grams-co2-per-kwh us --power-budget 1MW",
    "ridgepoint plan --hardware h100,h200,b200,mi300x --plot plans.svg",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const workload = workloadOf(options);
    const question = questionOf(options, workload);
    const economics = planEconomics(options);
    const bar = progress(terminal, "searching devices");
    const answer = plan(question, bar.update);
    bar.end();
    const rows = economics === null ? answer.deployments : answer.deployments.map((row) => ({ ...row, economics: deploymentEconomics(row, question, economics) }));
    if (options.json === true) printJson(terminal, { ...answer, deployments: rows });
    else if (options.csv === true) printCsv(terminal, rows);
    else printPlan(terminal, question, workload, answer, { top: options.top, pareto: options.pareto === true, economics });
    await savePicture(terminal, options, { pareto: ({ Plot, paretoPlot }, look) => paretoPlot(Plot, answer, look) }, {
      title: modelWords(question.model), subtitle: `${digits(question.ratePerSecond)} requests/s; ${tokenWords(question.inputTokens, question.outputTokens)}`,
    }, options.json === true || options.csv === true);
  });
}

function planEconomics(options: Options): PlanEconomics | null {
  const asked = economicsOptions(options);
  if (options.powerBudget === undefined) return asked;
  return { ...asked, powerBudgetWatts: options.powerBudget };
}

function questionOf(options: Options, workload: Workload): PlanQuestion {
  const hardware = options.hardware?.map(hardwareOf);
  return {
    model: modelOf(options.model),
    ratePerSecond: workload.ratePerSecond, inputTokens: workload.inputTokens, outputTokens: workload.outputTokens,
    objective: { ttftP95Seconds: options.ttftP95, tpotP95Seconds: options.tpotP95 },
    ...definedOnly({
      prefixHitTokens: workload.prefixHitTokens, hardware, precisions: options.precision, engine: options.engine,
      maxDevices: options.maxDevices, maxDevicesPerReplica: options.maxDevicesPerReplica, perDevice: options.perDevice,
      confirm: options.confirm, largestRates: options.largestRate, trace: workload.trace, usdPerDeviceHour: options.price === undefined ? undefined : pricesById(options.price, hardware ?? []),
      profile: options.profile === undefined ? undefined : readProfile(options.profile),
    }),
  };
}

/** The user may write an alias; the planner asks for the id. An own device has its own. */
function pricesById(prices: Readonly<Record<string, number>>, hardware: readonly HardwareReference[]): Record<string, number> {
  const own = new Set(hardware.map((one) => (typeof one === "string" ? undefined : (one.spec as { readonly id?: unknown } | null)?.id)));
  return Object.fromEntries(Object.entries(prices).map(([name, usd]) => [own.has(name) ? name : device(name, "--price").id, usd]));
}

/** "fp8,bf16/fp8": weights, or weights and KV cache. */
function precisionList(text: string): Precisions[] {
  return commaList(text).map((word) => {
    const [weights, kv, ...more] = word.split("/");
    const wrong = [weights, kv].find((name) => name !== undefined && !Object.hasOwn(numberFormats, name));
    if (wrong !== undefined || more.length > 0) throw new InvalidArgumentError(`"${word}" is not a format or weights/kv; formats are ${Object.keys(numberFormats).join(", ")}.`);
    return { weights: weights as Precision, ...(kv === undefined ? {} : { kv: kv as Precision }) };
  });
}
