import type { Command } from "commander";
import { withBestMemoryPlan } from "../../planner/best-plan.ts";
import { memoryOf, type MemoryQuestion } from "../../predict/memory.ts";
import { addDeploymentOptions, definedOnly, deploymentOf, type DeploymentOptions } from "../options/deployment.ts";
import { positiveInteger } from "../options/parsers.ts";
import { printMemory } from "../output/memory.ts";
import { printJson, printList } from "../output/print.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends Omit<DeploymentOptions, "hardware"> {
  readonly hardware?: string;
  readonly input: number;
  readonly output: number;
  readonly json?: boolean;
}

export function define(command: Command, terminal: Terminal): void {
  addDeploymentOptions(command, { model: true, hardware: false });
  command
    .option("--input <tokens>", "prompt tokens of a request", positiveInteger, 1024)
    .option("--output <tokens>", "answer tokens of a request", positiveInteger, 256)
    .option("--json", "the library's result as JSON");
  examples(command, [
    "ridgepoint memory --model deepseek-ai/DeepSeek-V3 --precision fp8_block",
    "ridgepoint memory --model meta-llama/Llama-3.1-70B --hardware a100-sxm-80 --tp 4 --input 8000 --output 500",
    "ridgepoint memory --model config.json --json",
  ]);
  command.action((options: Options) => {
    const { hardware, ...rest } = options;
    const placed = hardware === undefined ? withoutHardware(rest) : deploymentOf({ ...rest, hardware });
    const { question, warnings } = withBestMemoryPlan({ ...placed, inputTokens: options.input, outputTokens: options.output });
    const answer = memoryOf(question);
    if (options.json === true) printJson(terminal, { ...answer, ...(warnings.length > 0 ? { warnings } : {}) });
    else {
      printMemory(terminal, question, answer);
      printList(terminal, "Assumed", warnings);
    }
  });
}

function withoutHardware(options: Omit<DeploymentOptions, "hardware">): Pick<MemoryQuestion, "model" | "precision"> & Partial<MemoryQuestion> {
  const { model, precision, plan, devices, engine } = deploymentOf({ ...options, hardware: "" });
  return { model, precision, ...definedOnly({ plan, devices, engine }) };
}
