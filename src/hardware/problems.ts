import type * as v from "valibot";
import type { ErrorCode, Problem } from "../quantities/errors.ts";

type Issue = v.BaseIssue<unknown>;

/** `memory[0].bandwidth.unit` of the keys that lead to a field. */
function joined(path: string, keys: readonly unknown[]): string {
  return keys.reduce<string>((text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`), path);
}

function keysOf(issue: Issue): readonly unknown[] {
  return issue.path?.map((item) => item.key) ?? [];
}

/** All faults that valibot found, each with its path. Of a field with two forms, the faults of the form that was meant. */
export function problemsOf(issues: readonly Issue[], path: string): readonly Problem[] {
  return issues.flatMap((issue) => {
    const at = joined(path, keysOf(issue));
    const inside = (issue.type === "union" ? (issue.issues ?? []) : []) as readonly Issue[];
    const meant = inside.filter((each) => each.kind === "validation" || keysOf(each).length > 0);
    return meant.length > 0 ? problemsOf(meant, at) : [problemOf(issue, at)];
  });
}

function problemOf(issue: Issue, path: string): Problem {
  const last = issue.path?.at(-1);
  if (issue.type === "strict_object" && issue.expected === "never") {
    return problem("unknown-field", path, "is not a field of this file");
  }
  if (issue.type === "strict_object" && last !== undefined && issue.received === "undefined") {
    return problem("missing-field", path, "is missing");
  }
  const given = typeof issue.input === "object" && issue.input !== null ? "" : `= ${issue.received} `;
  const told = issue.kind === "validation" || (issue.type === "picklist" && !issue.message.startsWith("Invalid"));
  return problem("invalid-value", path, told ? given + issue.message : `= ${issue.received} is not ${issue.expected ?? "allowed"}`);
}

function problem(code: ErrorCode, path: string, fault: string): Problem {
  return { code, path, message: `${path} ${fault}` };
}
