import { posix } from "node:path";
import ts from "typescript";
import { textOf } from "./sources.ts";

/** A declaration that an entry of the package exports. */
export interface PublicDeclaration {
  readonly name: string;
  readonly path: string;
  readonly node: ts.Node;
}

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

interface Module {
  readonly path: string;
  readonly file: ts.SourceFile;
  /** Declarations at the top of the file. */
  readonly declared: ReadonlyMap<string, ts.Node>;
  /** Names that come from other files of the repository: by import, or exported again. */
  readonly imported: ReadonlyMap<string, Origin>;
  readonly exported: ReadonlyMap<string, Origin>;
  readonly exportedWhole: readonly string[];
}

interface Origin {
  readonly path: string;
  readonly name: string;
}

const modules = new Map<string, Module>();

function moduleAt(path: string): Module {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
  const declared = new Map<string, ts.Node>();
  const imported = new Map<string, Origin>();
  const exported = new Map<string, Origin>();
  const exportedWhole: string[] = [];
  const target = (specifier: ts.Expression | undefined): string | null =>
    specifier !== undefined && ts.isStringLiteral(specifier) && specifier.text.startsWith(".") ? posix.join(posix.dirname(path), specifier.text) : null;
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = target(statement.moduleSpecifier);
      const names = statement.importClause?.namedBindings;
      if (from === null || names === undefined || !ts.isNamedImports(names)) continue;
      for (const { name, propertyName } of names.elements) imported.set(name.text, { path: from, name: (propertyName ?? name).text });
    } else if (ts.isExportDeclaration(statement)) {
      const from = target(statement.moduleSpecifier) ?? path;
      if (statement.exportClause === undefined) exportedWhole.push(from);
      else if (ts.isNamedExports(statement.exportClause)) {
        for (const { name, propertyName } of statement.exportClause.elements) exported.set(name.text, { path: from, name: (propertyName ?? name).text });
      }
    } else if (ts.isVariableStatement(statement)) {
      for (const variable of statement.declarationList.declarations) if (ts.isIdentifier(variable.name)) declared.set(variable.name.text, variable);
    } else if (
      (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
      statement.name !== undefined
    ) {
      // Of overloads the one with a body.
      if (!ts.isFunctionDeclaration(statement) || statement.body !== undefined) declared.set(statement.name.text, statement);
    }
    if (ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      for (const [name, node] of declared) if (node === statement || node.parent?.parent === statement) exported.set(name, { path, name });
    }
  }
  const found = { path, file, declared, imported, exported, exportedWhole };
  modules.set(path, found);
  return found;
}

/** Where a name of a file is declared, through imports and exports of exports. */
function resolve(path: string, name: string): PublicDeclaration | null {
  const here = moduleAt(path);
  const node = here.declared.get(name);
  if (node !== undefined) return { name, path, node };
  const origin = here.imported.get(name) ?? here.exported.get(name);
  if (origin !== undefined) return origin.path === path ? null : resolve(origin.path, origin.name);
  for (const whole of here.exportedWhole) {
    const found = resolve(whole, name);
    if (found !== null) return found;
  }
  return null;
}

/** What a file of the sources exports, with the place where it is declared. */
export function exportsOf(path: string): readonly PublicDeclaration[] {
  const here = moduleAt(path);
  const named = [...here.exported].flatMap(([name, origin]) => resolve(origin.path, origin.name) ?? [{ name, path, node: here.file }]);
  return [...named, ...here.exportedWhole.flatMap(exportsOf)];
}

/** The comment that stands before a declaration; "" without one. */
export function commentOf({ node }: PublicDeclaration): string {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.getJSDocCommentsAndTags(holder).filter(ts.isJSDoc).map((comment) => comment.getText()).join("\n");
}

/** Fields and methods of an interface that stand without a comment. A tag that tells the types of a union apart needs none. */
export function bareMembers({ node }: PublicDeclaration): readonly string[] {
  if (!ts.isInterfaceDeclaration(node)) return [];
  return node.members.flatMap((member) => {
    if (!ts.isPropertySignature(member) && !ts.isMethodSignature(member)) return [];
    const isTag = ts.isPropertySignature(member) && member.type !== undefined && ts.isLiteralTypeNode(member.type);
    return isTag || ts.getJSDocCommentsAndTags(member).length > 0 ? [] : [member.name.getText()];
  });
}

/** The function of a declaration; null for whatever is none. */
export function functionOf({ node }: PublicDeclaration): FunctionNode | null {
  const value = ts.isVariableDeclaration(node) ? node.initializer : node;
  if (value === undefined) return null;
  return ts.isFunctionDeclaration(value) || ts.isArrowFunction(value) || ts.isFunctionExpression(value) ? value : null;
}

const throwing = new Map<ts.Node, boolean>();

/**
 * Whether a function makes a RidgepointError, itself or through the functions that it names. What stands in a `try` with a `catch` does not
 * count, nor do methods and functions that a table or an argument holds.
 */
export function throwsRidgepointError(declaration: PublicDeclaration): boolean {
  const known = throwing.get(declaration.node);
  if (known !== undefined) return known;
  throwing.set(declaration.node, false);
  const body = functionOf(declaration)?.body;
  const found = body !== undefined && makesError(body, declaration.path);
  throwing.set(declaration.node, found);
  return found;
}

function makesError(node: ts.Node, path: string): boolean {
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "RidgepointError") return true;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const called = resolve(path, node.expression.text);
    if (called !== null && throwsRidgepointError(called)) return true;
  }
  if (ts.isTryStatement(node) && node.catchClause !== undefined) return [node.catchClause, node.finallyBlock].some((part) => part !== undefined && makesError(part, path));
  return ts.forEachChild(node, (child) => makesError(child, path) || undefined) ?? false;
}
