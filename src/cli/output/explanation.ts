import type { Effect, ExplainedStep, Explanation } from "../../predict/explain-types.ts";
import type { Scenario } from "../../predict/types.ts";
import { formatBytes, formatFlops } from "../../quantities/format.ts";
import type { StepRoof } from "../../steps/breakdown.ts";
import type { TextColumn } from "../../tables/text.ts";
import type { Terminal } from "../terminal.ts";
import { digits, percent, significant, withUnit } from "./figures.ts";
import { scenarioWords } from "./prediction.ts";
import { printList, printTable, printText } from "./print.ts";
import { loadWords, tokenWords } from "./words.ts";

/** Steps by operator, what 1 % of everything buys, and the constants behind it. */
export function printExplanation(terminal: Terminal, scenario: Scenario, explanation: Explanation, top: number): void {
  const { values, warnings } = explanation.prediction;
  printText(terminal, terminal.bold(scenarioWords(scenario)));
  printText(terminal, `${loadWords(scenario.load)}; ${tokenWords(scenario.inputTokens, scenario.outputTokens)}`);
  printText(terminal, `TTFT ${withUnit(values.ttftSeconds, "s")}, TPOT ${withUnit(values.tpotSeconds, "s")}, ${withUnit(values.outputTokensPerSecond, "1/s")} output tokens (means, ${explanation.prediction.method === "simulation" ? "simulated" : "closed form"})`);
  for (const step of explanation.steps) printStep(terminal, step, top);
  printTable(terminal, "What 1 % more or faster buys, %", effectColumns("lever", explanation.levers.map(({ name }) => name), explanation.levers.map(({ effect }) => effect)));
  const constants = explanation.constants.slice(0, top);
  if (constants.length > 0) {
    printTable(terminal, "Constants it leans on: effect of 1 % more, %", [
      ...effectColumns("constant", constants.map(({ name }) => name), constants.map(({ effect }) => effect)),
      { header: "value", align: "right", cells: constants.map(({ value, unit }) => (unit === "s" ? withUnit(value, "s") : unit === "B" ? withUnit(value, "B") : digits(value))) },
      { header: "measured", align: "right", cells: constants.map(({ observations }) => (observations > 0 ? digits(observations, 9) : "prior")) },
    ]);
    const rest = explanation.constants.length - constants.length;
    terminal.print("\n");
    printText(terminal, `${rest > 0 ? `${rest} more with --top. ` : ""}--json gives the meaning and source of each.`);
  }
  printList(terminal, "Assumed", warnings);
}

const roofWords: Readonly<Record<StepRoof, string>> = { compute: "compute", memory: "memory", link: "links", launch: "launches", host: "host" };

function printStep(terminal: Terminal, step: ExplainedStep, top: number): void {
  const shown = step.operators.slice(0, top);
  const right = (header: string, cells: readonly string[]): TextColumn => ({ header, align: "right", cells });
  const none = (value: number, print: (value: number) => string): string => (value > 0 ? print(value) : "");
  printTable(terminal, `${step.phase === "prefill" ? "Prefill" : "Decode"} step: ${withUnit(step.seconds, "s")} (${step.what})`, [
    { header: "operator", cells: shown.map(({ name }) => name) },
    right("time", shown.map(({ seconds }) => withUnit(seconds, "s"))),
    right("share", shown.map(({ share }) => percent(share))),
    right("layers", shown.map(({ layers, kind }) => (kind === "host" ? "" : digits(layers, 9)))),
    right("FLOPs", shown.map(({ flops }) => none(flops, formatFlops))),
    // An operator either moves bytes to and from memory or sends them.
    right("bytes", shown.map(({ bytes, messageBytes }) => none(bytes + messageBytes, (value) => formatBytes(value)))),
    { header: "roof", cells: shown.map(({ roof }) => roof) },
    right("launch", shown.map(({ launchSeconds, seconds }) => none(launchSeconds, (value) => percent(value / seconds)))),
    right("ideal", shown.map(({ efficiency }) => none(efficiency, percent))),
  ]);
  const rest = step.operators.slice(top);
  if (rest.length > 0) printText(terminal, `and ${rest.length} smaller, ${percent(rest.reduce((sum, { share }) => sum + share, 0))} together`);
  const roofs = (Object.keys(step.byRoof) as StepRoof[]).filter((roof) => step.byRoof[roof] > 0).map((roof) => `${roofWords[roof]} ${percent(step.byRoof[roof] / step.seconds)}`);
  printText(terminal, `By roof: ${roofs.join(", ")}. The datasheet alone would take ${percent(step.efficiency)} of the time.`);
}

function effectColumns(header: string, names: readonly string[], effects: readonly Effect[]): TextColumn[] {
  const cell = (value: number): string => (Math.abs(value) < 0.005 ? "0" : `${value > 0 ? "+" : "−"}${significant(Math.abs(value), Math.abs(value) < 0.1 ? 1 : 2)}`);
  return [
    { header, cells: names },
    { header: "TTFT", align: "right", cells: effects.map(({ ttft }) => cell(ttft)) },
    { header: "TPOT", align: "right", cells: effects.map(({ tpot }) => cell(tpot)) },
    { header: "throughput", align: "right", cells: effects.map(({ throughput }) => cell(throughput)) },
  ];
}
