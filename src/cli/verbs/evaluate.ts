import type { Command } from "commander";
import { once } from "node:events";
import { evaluateLine } from "../../contract/evaluate.ts";
import { RidgepointError } from "../../quantities/errors.ts";
import { linesOf } from "../input/lines.ts";
import type { Terminal } from "../terminal.ts";
import { examples } from "../verb.ts";

/** Characters of answers that are collected before they are written. */
const bufferCharacters = 64 * 1024;

export function define(command: Command, terminal: Terminal): void {
  command.addHelpText("before", "One case in, one result out, in the same order: see docs/evaluate.md for the fields.\n");
  examples(command, [
    `echo '{"id": 1, "kind": "memory", "model": "meta-llama/Llama-3.1-8B", "precision": {"weights": "bf16"}}' | ridgepoint evaluate`,
    "ridgepoint evaluate < cases.jsonl > results.jsonl",
  ]);
  command.action(() => evaluate(terminal));
}

/**
 * Answers every line of the input. What is held is one block of input and one of output: a block's answers are written before the
 * next block is read, and no block is read while the reader of the output is behind.
 */
async function evaluate({ input, output, inputFault }: Terminal): Promise<void> {
  const fault = inputFault();
  if (fault !== null) throw unreadable(fault);
  let pending = "";
  const flush = async (): Promise<void> => {
    if (pending === "") return;
    const text = pending;
    pending = "";
    if (!output.write(text)) await once(output, "drain");
  };
  try {
    for await (const block of linesOf(input)) {
      for (const { number, text } of block) {
        pending += `${JSON.stringify(text === null ? tooLong(number) : evaluateLine(text, number))}\n`;
        if (pending.length > bufferCharacters) await flush();
      }
      await flush();
    }
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

function unreadable(why: string): RidgepointError {
  return new RidgepointError("invalid-value", `standard input cannot be read: ${why}`);
}

function tooLong(number: number): object {
  return { id: number, error: { code: "invalid-json", message: `line ${number} is longer than 64 MiB` } };
}
