import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/** What a verb's file exports: it adds its options, examples and action to the command of its name. */
export interface VerbDefinition {
  define(command: Command, terminal: Terminal): void;
}

/** One verb of the command; its code is loaded only when it is called. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  load(): Promise<VerbDefinition>;
}

/** Adds examples to the help of a command. Every one of them is run by the tests. */
export function examples(command: Command, lines: readonly string[]): void {
  command.addHelpText("after", `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`);
}
