import { Command, CommanderError } from "commander";
import { RidgepointError } from "../quantities/errors.ts";
import type { Terminal } from "./terminal.ts";
import { verbs } from "./verbs/index.ts";
import { version } from "./version.ts";

/** Exit statuses: 1 where the question has no answer, 2 where it was not understood. */
const failed = 1;
const misused = 2;

/**
 * Runs the command with the words after its name. Errors are one line on standard error, never a stack trace.
 * @returns the exit status.
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command("ridgepoint")
    .description("The performance model for generative-AI systems: latency, throughput, memory, cost and energy before you deploy.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .configureHelp({ helpWidth: terminal.width, sortSubcommands: false })
    .configureOutput({ writeOut: (text) => terminal.print(text), writeErr: () => {}, outputError: () => {} })
    .exitOverride();
  program.addHelpText("after", "\nRun `ridgepoint <verb> --help` for options and examples.");
  const wanted = words.find((word) => !word.startsWith("-") && word !== "help");
  for (const verb of verbs) {
    const command = program.command(verb.name).summary(verb.summary).description(sentence(verb.summary));
    if (verb.name === wanted) (await verb.load()).define(command, terminal);
  }
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync([...words], { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error, terminal, program.commands.find((command) => command.name() === wanted));
  }
}

function report(error: unknown, terminal: Terminal, called: Command | undefined): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // A verb with parts was called without one.
    const fault = error.code === "commander.help" && called !== undefined
      ? `${called.name()} needs one of ${called.commands.map((part) => part.name()).join(", ")}`
      : error.message.replace(/^error: /, "");
    terminal.note(`ridgepoint: ${oneLine(fault)}; see --help\n`);
    return misused;
  }
  if (error instanceof RidgepointError) {
    terminal.note(`ridgepoint: ${oneLine(error.message)}\n`);
    const others = (error.details.problems ?? []).slice(1);
    for (const problem of others.slice(0, 20)) terminal.note(`ridgepoint: ${oneLine(problem.message)}\n`);
    return failed;
  }
  terminal.note(`ridgepoint: ${oneLine(error instanceof Error ? error.message : String(error))}\n`);
  return failed;
}

/** One line without control characters: a message may quote a binary file, and a terminal obeys what it is sent. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/\p{Cc}/gu, "·").trim();
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
