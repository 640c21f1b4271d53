// Runs every code block of README.md and docs/*.md (or of the Markdown files named). `npm run readme` writes the output of each into the `text`
// block that follows it; with --check nothing is written and the exit status says whether all ran and all outputs are as shown.
//   sh block:  lines `ridgepoint …` (or `npx ridgepoint …`) run the built command; a trailing `\` continues a line; others are left alone
//   ts block:  checked by TypeScript, then run, with `import … from "ridgepoint"` meaning the built package
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import ts from "typescript";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const names = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const check = process.argv.includes("--check");
const block = /```(sh|ts)\n([\s\S]*?)```(?:(\n+```text\n)[\s\S]*?```)?/g;

function outputOf(args, input) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", input, env: { ...process.env, NO_COLOR: "1", COLUMNS: "120" } });
  if (run.status !== 0) throw new Error(run.stderr || run.stdout || `exit status ${run.status}`);
  return run.stdout;
}

/** Words of a command line with '…' and "…" quotes. */
const wordsOf = (line) => [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare);

function runShell(code) {
  let output = "";
  for (const line of code.replace(/\\\n\s*/g, "").split("\n")) {
    const command = line.replace(/\s+#.*$/, "").trim();
    // `echo '…' | ridgepoint evaluate` feeds the command by standard input.
    const piped = /^(?:echo '([^']*)' \| )?(?:npx )?ridgepoint\s*(.*)$/.exec(command);
    if (piped === null) continue;
    const printed = outputOf([join(root, "dist/node/ridgepoint.js"), ...wordsOf(piped[2])], piped[1] === undefined ? "" : `${piped[1]}\n`);
    // `evaluate` answers a bad case with an error and goes on; an example must not be one.
    if (/^\{.*"error":\s*\{/m.test(printed)) throw new Error(printed);
    output += printed;
  }
  return output;
}

function typeErrors(code) {
  const file = join(root, "readme-block.mts");
  const options = { strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, noEmit: true, types: ["node"], skipLibCheck: true };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, ...rest) => (path === file ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2023) : getSourceFile(path, ...rest));
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

function runTypeScript(code) {
  const errors = typeErrors(code);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return outputOf(["--input-type=module", "-e", transformSync(code, { loader: "ts", format: "esm" }).code]);
}

let wrong = 0;
const documents = ["README.md", ...readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
for (const name of names.length > 0 ? names : documents) {
  const before = readFileSync(join(root, name), "utf8");
  const after = before.replace(block, (whole, language, code, textFence) => {
    try {
      const output = (language === "sh" ? runShell : runTypeScript)(code);
      return textFence === undefined ? whole : `\`\`\`${language}\n${code}\`\`\`${textFence}${output.trimEnd()}\n\`\`\``;
    } catch (error) {
      wrong++;
      process.stdout.write(`${name}: this block fails:\n${code}${error.message.trimEnd()}\n\n`);
      return whole;
    }
  });
  if (after === before) continue;
  if (check) {
    wrong++;
    process.stdout.write(`${name}: an output block is not what its command prints; run \`npm run readme\` and read the diff\n`);
  } else {
    writeFileSync(join(root, name), after);
    process.stdout.write(`${name} written\n`);
  }
}
process.exit(wrong > 0 ? 1 : 0);
