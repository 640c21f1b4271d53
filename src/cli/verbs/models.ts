import type { Command } from "commander";
import { model, models } from "../../models/lookup.ts";
import { parametersOf } from "../../models/parameters.ts";
import { readConfig } from "../../models/readConfig.ts";
import { readJson } from "../input/files.ts";
import { printArchitecture, printModels, summaryOf } from "../output/models.ts";
import { printCsv, printJson } from "../output/print.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

export function define(command: Command, terminal: Terminal): void {
  const list = command.command("list").description("List the catalogue.");
  list.option("--aliases", "short names too").option("--json", "as JSON").option("--csv", "one line for each model");
  examples(list, ["ridgepoint models list", "ridgepoint models list --csv"]);
  list.action(({ aliases, json, csv }: { readonly aliases?: boolean; readonly json?: boolean; readonly csv?: boolean }) => {
    const entries = models().filter((entry) => aliases === true || entry.aliasOf === undefined);
    const summaries = entries.map((entry) => ({ ...summaryOf(model(entry.id)), id: entry.id, ...(entry.aliasOf === undefined ? {} : { aliasOf: entry.aliasOf }) }));
    if (json === true) printJson(terminal, summaries);
    else if (csv === true) printCsv(terminal, summaries);
    else printModels(terminal, summaries);
  });

  const show = command.command("show <id>").description("Architecture and parameter counts of one model.").option("--json", "as JSON");
  examples(show, ["ridgepoint models show deepseek-ai/DeepSeek-V3"]);
  show.action((id: string, { json }: { readonly json?: boolean }) => {
    const architecture = model(id);
    if (json === true) printJson(terminal, { architecture, parameters: parametersOf(architecture) });
    else printArchitecture(terminal, architecture);
  });

  const imported = command.command("import <config.json>").description("Read a Hugging Face config.json, or say which field is not understood.");
  imported.option("--id <name>", "name of the model in the output").option("--json", "the architecture as JSON");
  examples(imported, ["ridgepoint models import config.json", "ridgepoint models import config.json --json"]);
  imported.action((path: string, { id, json }: { readonly id?: string; readonly json?: boolean }) => {
    const architecture = readConfig(readJson(path, "config"), { id: id ?? path.replace(/^.*\//, ""), path: "config" });
    if (json === true) printJson(terminal, { architecture, parameters: parametersOf(architecture) });
    else printArchitecture(terminal, architecture);
  });
  examples(command, ["ridgepoint models list", "ridgepoint models show Qwen/Qwen3-32B", "ridgepoint models import config.json"]);
}
