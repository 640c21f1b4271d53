import type { Command } from "commander";
import { capacityCurves } from "../../plots/curves/capacity.ts";
import { withBestMemoryPlan } from "../../planner/best-plan.ts";
import { memoryOf, type MemoryQuestion } from "../../predict/memory.ts";
import { definedOnly } from "../../quantities/defined.ts";
import { addDeploymentOptions, deploymentOf, type DeploymentOptions } from "../options/deployment.ts";
import { positiveInteger } from "../options/parsers.ts";
import { printMemory } from "../output/memory.ts";
import { addPictureOptions, checkPicturePath, savePicture, type PictureFlags } from "../output/picture.ts";
import { hardwareWords, modelWords, planWords, precisionWords } from "../output/words.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { printJson, printList } from "../output/print.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

interface Options extends Omit<DeploymentOptions, "hardware">, PictureFlags {
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
  addPictureOptions(command, ["memory", "capacity"]);
  examples(command, [
    "ridgepoint memory --model deepseek-ai/DeepSeek-V3 --precision fp8_block",
    "ridgepoint memory --model meta-llama/Llama-3.1-70B --hardware a100-sxm-80 --tp 4 --input 8000 --output 500",
    "ridgepoint memory --model config.json --json",
    "ridgepoint memory --model meta-llama/Llama-3.1-70B --hardware a100-sxm-80 --tp 4 --plot kv.svg --plot-kind capacity",
  ]);
  command.action(async (options: Options) => {
    checkPicturePath(options);
    if (options.plot !== undefined && options.hardware === undefined) throw new RidgepointError("missing-field", "--hardware is missing: without a device there is no memory to draw", { path: "--hardware" });
    const { hardware, ...rest } = options;
    const placed = hardware === undefined ? withoutHardware(rest) : deploymentOf({ ...rest, hardware });
    const { question, warnings } = withBestMemoryPlan({ ...placed, inputTokens: options.input, outputTokens: options.output });
    const answer = memoryOf(question);
    if (options.json === true) printJson(terminal, { ...answer, ...(warnings.length > 0 ? { warnings } : {}) });
    else {
      printMemory(terminal, question, answer);
      printList(terminal, "Assumed", warnings);
    }
    await savePicture(terminal, options, {
      memory: ({ Plot, memoryPlot }, look) => memoryPlot(Plot, answer, look),
      capacity: ({ Plot, capacityPlot }, look) => capacityPlot(Plot, capacityCurves(question), look),
    }, { title: `${modelWords(question.model)} on ${hardwareWords(question.hardware ?? "")} (${planWords(question.plan ?? {})}), ${precisionWords(question.precision)}` }, options.json === true);
  });
}

function withoutHardware(options: Omit<DeploymentOptions, "hardware">): Pick<MemoryQuestion, "model" | "precision"> & Partial<MemoryQuestion> {
  const { model, precision, plan, devices, engine } = deploymentOf({ ...options, hardware: "" });
  return { model, precision, ...definedOnly({ plan, devices, engine }) };
}
