import * as v from "valibot";
import { RidgepointError, type ErrorCode, type Problem } from "../quantities/errors.ts";

/**
 * Parses `input` against a strict schema.
 * @throws RidgepointError with the first fault's code, path and sentence, and all of them in `details.problems`.
 */
export function parseStrict<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const problems = result.issues.map(problemOf);
  const first = problems[0] as Problem;
  throw new RidgepointError(first.code, first.message, { path: first.path, problems });
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = pathOf(issue);
  if (issue.type === "strict_object" && issue.expected === "never") {
    return { code: "unknown-field", path, message: `${path} is not a field of this object; see the contract for its fields` };
  }
  if (issue.received === "undefined" && issue.input === undefined) {
    return { code: "missing-field", path, message: `${path} is missing; ${expectation(issue)}` };
  }
  const code: ErrorCode = "invalid-value";
  return { code, path, message: `${path} = ${print(issue.input)} is not valid; ${expectation(issue)}` };
}

function expectation(issue: v.BaseIssue<unknown>): string {
  return issue.kind === "validation" || issue.expected === null ? issue.message : `expected ${issue.expected}`;
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  let path = "";
  for (const item of issue.path ?? []) {
    path += typeof item.key === "number" ? `[${item.key}]` : path === "" ? String(item.key) : `.${String(item.key)}`;
  }
  return path === "" ? "case" : path;
}

function print(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
