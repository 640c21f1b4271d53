import type { Command } from "commander";
import { waitCurves } from "../../plots/curves/queue-waits.ts";
import { answerQueue, answerQueueCap } from "../../queueing/answer.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import type { Distribution } from "../../workloads/types.ts";
import { readJson } from "../input/files.ts";
import { distribution, json } from "../options/lengths.ts";
import { nonNegativeInteger, positiveInteger, positiveNumber } from "../options/parsers.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { printJson } from "../output/print.ts";
import { printQueue } from "../output/queue.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends PictureFlags {
  readonly case?: string;
  readonly rate?: number;
  readonly arrivals?: unknown;
  readonly service?: Distribution;
  readonly discipline: unknown;
  readonly servers?: number;
  readonly precision?: number;
  readonly seed?: number;
  readonly json?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  command
    .option("--rate <per second>", "Poisson arrivals", positiveNumber)
    .option("--arrivals <json>", "other arrivals: renewal, mmpp, sinusoidal, closed, classes", json)
    .option("--service <law>", "service time: exponential:0.2, deterministic:0.1, gamma:2,0.1, … or JSON", service)
    .option("--discipline <name|json>", "fcfs, processor-sharing, srpt, … or JSON with its parameters", discipline, "fcfs")
    .option("--servers <n>", "servers", positiveInteger)
    .option("--precision <ratio>", "half-width of the 95 % interval where it must be simulated (default: 0.005)", positiveNumber)
    .option("--seed <n>", "same seed, same answer", nonNegativeInteger)
    .option("--case <file>", "a case of kind queue or queue-cap as JSON, in place of the options above")
    .option("--json", "the library's result as JSON");
  addPictureOptions(command, ["times"]);
  examples(command, [
    "ridgepoint queue --rate 4 --service exponential:0.2",
    "ridgepoint queue --rate 15 --service exponential:0.2 --servers 4",
    "ridgepoint queue --rate 4 --service lognormal:-2,0.8 --discipline srpt --precision 0.02",
    "ridgepoint queue --case queue.json",
    "ridgepoint queue --rate 4 --service exponential:0.2 --plot waits.svg",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    const asked = options.case === undefined ? caseOf(options) : readJson(options.case, "--case");
    const kind = typeof asked === "object" && asked !== null && "kind" in asked ? asked.kind : undefined;
    if (kind === "queue-cap" && options.plot !== undefined) throw new RidgepointError("unsupported", "a cap has no distribution of times to draw: leave out --plot", { path: "--plot" });
    const answer = kind === "queue-cap" ? answerQueueCap(asked) : answerQueue(asked);
    if (options.json === true) printJson(terminal, answer);
    else printQueue(terminal, answer);
    await savePicture(terminal, options, {
      times: ({ Plot, waitPlot }, look) => {
        const curves = waitCurves(asked, answer);
        if (curves.length === 0) throw new RidgepointError("unsupported", "this queue has no percentiles to draw: nobody waits, or only means are known", { path: "--plot" });
        return waitPlot(Plot, curves, look);
      },
    }, { title: "Waiting times" }, options.json === true);
  });
}

/** The options as a case of the contract, which is checked field by field. */
function caseOf({ rate, arrivals, service: law, discipline: name, servers, precision, seed }: Options): object {
  if (rate === undefined && arrivals === undefined) throw new RidgepointError("missing-field", "arrivals are missing: give --rate, --arrivals or --case", { path: "--rate" });
  if (rate !== undefined && arrivals !== undefined) throw new RidgepointError("invalid-value", "--rate and --arrivals say the same thing; give one", { path: "--rate" });
  const rest = Object.entries({ service: law, servers, precision, seed }).filter(([, value]) => value !== undefined);
  return { kind: "queue", arrivals: arrivals ?? { process: "poisson", rate_per_s: rate }, discipline: name, ...Object.fromEntries(rest) };
}

/** A list of services is JSON too. */
function service(text: string): unknown {
  return text.trimStart().startsWith("[") ? json(text) : distribution(text);
}

function discipline(text: string): unknown {
  return text.trimStart().startsWith("{") ? json(text) : text;
}
