// The language of the formula sheet: mathjs with a sum and an integral over a bound letter, and how its trees are typeset.
import { all, create, type FactoryFunctionMap, type MathNode } from "mathjs";
import type { Law, Lists, Values } from "./law.ts";

const math = create(all as FactoryFunctionMap, { relTol: 1e-15, absTol: 0 });

/** Panels of the composite Gauss rule behind `Integral`; integrands of the sheet are smooth or kinked at an end of a panel. */
const panels = 200;
const gaussNode = Math.sqrt(3 / 5);

type Scope = Map<string, unknown>;
interface Bound {
  (args: readonly MathNode[], math: unknown, scope: Scope): number;
  rawArgs?: boolean;
}

function boundBy(
  args: readonly MathNode[],
  scope: Scope,
): { readonly from: number; readonly to: number; readonly at: (value: number) => number } {
  const [body, letter, from, to] = args as readonly [MathNode, MathNode, MathNode, MathNode];
  const inner: Scope = new Map();
  for (const key of scope.keys()) inner.set(key, scope.get(key));
  const compiled = body.compile();
  const name = letter.toString();
  return {
    from: from.evaluate(scope) as number,
    to: to.evaluate(scope) as number,
    at: (value) => compiled.evaluate(inner.set(name, value)) as number,
  };
}

/** `Sum(expression, letter, from, to)`. */
const Sum: Bound = (args, _, scope) => {
  const { from, to, at } = boundBy(args, scope);
  let total = 0;
  for (let value = from; value <= to; value++) total += at(value);
  return total;
};

/** `Product(expression, letter, from, to)`. */
const Product: Bound = (args, _, scope) => {
  const { from, to, at } = boundBy(args, scope);
  let total = 1;
  for (let value = from; value <= to; value++) total *= at(value);
  return total;
};

/** `Integral(expression, letter, from, to)`. */
const Integral: Bound = (args, _, scope) => {
  const { from, to, at } = boundBy(args, scope);
  const half = (to - from) / (2 * panels);
  let total = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half;
    total += (5 * at(middle - gaussNode * half) + 8 * at(middle) + 5 * at(middle + gaussNode * half)) / 9;
  }
  return total * half;
};

for (const bound of [Sum, Product, Integral]) bound.rawArgs = true;
math.import({ Sum, Product, Integral }, {});
// Exact, as the code's are; those of mathjs take what is nearly whole for whole.
math.import({ floor: Math.floor, ceil: Math.ceil }, { override: true });

/** A letter, a space and a parenthesis are a product; mathjs alone would call the letter as a function. */
const source = (line: string): string => line.replace(/(\w) \(/g, "$1 * (");

/** What a law's last line gives for drawn values. */
export function evaluateLaw(law: Law, values: Values, lists: Lists): number {
  const scope: Scope = new Map<string, unknown>([...Object.entries(values), ...Object.entries(lists)]);
  let result: unknown;
  for (const line of law.lines) result = math.evaluate(source(line), scope);
  if (typeof result !== "number") throw new TypeError(`${law.title}: the last line gives ${String(result)}, not a number`);
  return result;
}

const signs: Readonly<Record<string, string>> = { Sum: "\\sum", Product: "\\prod", Integral: "\\int" };

/** TeX of each line of a law. Throws where a letter is not explained. */
export function texOf(law: Law): readonly string[] {
  return law.lines.map((line) =>
    texOfNode(math.parse(source(line)), law, new Set())
      .replace(/\\cdot(?!\s*\{?\d)/g, "\\,")
      .replace(/~ ?/g, "\\,")
      .replace(/\\vee/g, "\\text{ or }")
      .replace(/ {2,}/g, " ")
      .trim(),
  );
}

function texOfNode(node: MathNode, law: Law, bound: Set<string>): string {
  const tex = (inner: MathNode): string => inner.toTex({ parenthesis: "auto", implicit: "hide", handler });
  const handler = (inner: MathNode): string | undefined => {
    const part = inner as MathNode & {
      readonly name?: string;
      readonly params?: readonly string[];
      readonly expr?: MathNode;
      readonly args?: readonly MathNode[];
    };
    switch (inner.type) {
      case "SymbolNode":
        // The space keeps a letter apart from the command before it.
        return ` ${letterTex(part.name as string)}`;
      case "FunctionAssignmentNode": {
        const params = part.params as readonly string[];
        for (const param of params) bound.add(param);
        return `${applied(part.name as string, params.map(letterTex))} = ${tex(part.expr as MathNode)}`;
      }
      case "FunctionNode":
        return functionTex(String((inner as unknown as { fn: { name: string } }).fn.name), part.args as readonly MathNode[]);
      case "ConditionalNode":
        return `\\begin{cases} ${branches(inner).join(" \\\\ ")} \\end{cases}`;
      default:
        return undefined;
    }
  };
  const letterTex = (name: string): string => {
    const letter = law.letters[name];
    if (letter !== undefined) return letter.tex.replace(/_\{#1\}|\(#\d\)|#\d/g, "");
    if (bound.has(name)) return name;
    throw new Error(`${law.title}: the letter ${name} is not explained`);
  };
  const applied = (name: string, args: readonly string[]): string => {
    const letter = law.letters[name];
    if (letter === undefined) throw new Error(`${law.title}: the function ${name} is not explained`);
    return letter.tex.includes("#1")
      ? letter.tex.replace(/#(\d)/g, (_, n: string) => args[Number(n) - 1] ?? "")
      : `${letter.tex}(${args.join(", ")})`;
  };
  const functionTex = (name: string, args: readonly MathNode[]): string | undefined => {
    const sign = signs[name];
    if (sign !== undefined) {
      const [body, letter, from, to] = args as readonly [MathNode, MathNode, MathNode, MathNode];
      bound.add(letter.toString());
      const lower = name === "Integral" ? tex(from) : `${letter.toString()}=${tex(from)}`;
      return `${sign}_{${lower}}^{${tex(to)}} ${grouped(body, tex)}${name === "Integral" ? ` \\, d${letter.toString()}` : ""}`;
    }
    if (name === "exp") return `e^{${tex(args[0] as MathNode)}}`;
    if (law.letters[name] !== undefined) return applied(name, args.map(tex));
    return undefined;
  };
  const branches = (inner: MathNode): string[] => {
    const { condition, trueExpr, falseExpr } = inner as unknown as Record<"condition" | "trueExpr" | "falseExpr", MathNode>;
    const rest = falseExpr.type === "ConditionalNode" ? branches(falseExpr) : [`${tex(falseExpr)} & \\text{otherwise}`];
    return [`${tex(trueExpr)} & \\text{if } ${tex(condition)}`, ...rest];
  };
  return tex(node);
}

/** A sum under a sign stands in parentheses. */
function grouped(body: MathNode, tex: (node: MathNode) => string): string {
  const operator = (body as unknown as { readonly op?: string }).op;
  return operator === "+" || operator === "-" ? `\\left(${tex(body)}\\right)` : tex(body);
}
