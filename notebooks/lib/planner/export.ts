import type { PlanAnswer, PlanQuestion } from "../../../src/index.ts";
import { tableOf, toCsv } from "../../../src/tables/index.ts";
import type { PlannerState } from "./planner-state.ts";
import { questionOf } from "./state.ts";

/** A file that a command line refers to. */
export interface NamedFile {
  readonly name: string;
  readonly text: string;
}

/** A command line that reproduces the page's answer, with the files that it needs. */
export interface CommandExport {
  readonly command: string;
  readonly files: readonly NamedFile[];
}

/** The command line of the state: `npx ridgepoint plan …`. */
export function commandOf(state: PlannerState): CommandExport {
  const question = questionOf(state);
  const files: NamedFile[] = [];
  const file = (name: string, content: unknown): string => {
    files.push({ name, text: `${JSON.stringify(content, null, 2)}\n` });
    return name;
  };
  const words = ["npx ridgepoint plan"];
  const option = (name: string, value: string | number): void => void words.push(`--${name} ${quoted(String(value))}`);
  option("model", typeof state.model === "string" ? state.model : file("config.json", state.model.config));
  if (state.workload.kind === "published") option("workload", state.workload.id);
  else {
    option("input", lengths(question.inputTokens));
    option("output", lengths(question.outputTokens));
  }
  option("rate", question.ratePerSecond);
  if (question.prefixHitTokens !== undefined) option("prefix-hit", question.prefixHitTokens);
  option("ttft-p95", `${state.ttftP95Seconds}s`);
  option("tpot-p95", `${state.tpotP95Seconds}s`);
  if (question.hardware !== undefined) {
    option("hardware", question.hardware.map((one) => (typeof one === "string" ? one : file(`${state.ownDevice?.id ?? "device"}.json`, one.spec))).join(","));
  }
  if (state.precision !== "any") option("precision", state.precision);
  if (question.engine !== undefined) option("engine", question.engine);
  for (const [id, usd] of Object.entries(question.usdPerDeviceHour ?? {})) option("price", `${id}=${usd}`);
  return { command: words.join(" \\\n  "), files };
}

function lengths(tokens: PlanQuestion["inputTokens"]): string {
  return typeof tokens === "number" ? String(tokens) : JSON.stringify(tokens);
}

/** A word as a POSIX shell reads it back. */
function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Stands for the model while the rest of the question is written. */
const marker = "\u0000model";

/** A TypeScript program that reproduces the page's answer. */
export function typescriptOf(state: PlannerState): string {
  const { model } = state;
  const own = typeof model !== "string";
  // A config.json stands as it is, and is read where the program runs.
  const question = literal({ ...questionOf(state), model: own ? marker : model }, "").replace(JSON.stringify(marker), () => own ? `readConfig(${literal(model.config, "  ")})` : "");
  return `import { plan } from "ridgepoint";
${own ? 'import { readConfig } from "ridgepoint/models";\n' : ""}
const answer = plan(${question});

for (const { devices, hardware, plan, usdPerHour, ttftP95Seconds, tpotP95Seconds } of answer.deployments) {
  console.log(devices, hardware, plan, usdPerHour, ttftP95Seconds, tpotP95Seconds);
}
`;
}

/** A value as it is written by hand: short things on one line, names bare. */
function literal(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, deeper))
    : Object.entries(value).map(([name, item]) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}: ${literal(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (parts.length === 0) return open + close;
  const flat = Array.isArray(value) ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  const numbers = Array.isArray(value) && value.every((item) => typeof item === "number");
  return numbers || (flat.length + indent.length <= 100 && !flat.includes("\n")) ? flat : `${open}\n${deeper}${parts.join(`,\n${deeper}`)},\n${indent}${close}`;
}

/** Every deployment as CSV, one a line, numbers with all their digits. */
export function csvOf(answer: PlanAnswer): string {
  return toCsv(tableOf(answer.deployments));
}

/** Question and answer as JSON. */
export function jsonOf(state: PlannerState, answer: PlanAnswer): string {
  return `${JSON.stringify({ question: questionOf(state), answer }, null, 2)}\n`;
}
