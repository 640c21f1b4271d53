// The formula sheet as Markdown: `math` blocks and $`…`$ are TeX, which forges typeset and the site turns into KaTeX.
import { chapters } from "./index.ts";
import type { Chapter, Law } from "./law.ts";
import { texOf } from "./notation.ts";

const inline = (tex: string): string => `$\`${tex}\`$`;

/** A letter as the table of letters shows it: arguments as dots where it is a function. */
const plain = (tex: string): string => tex.replace(/_\{#1\}\(#2\)/, "_i(n)").replace(/#\d/g, "n");

function lawText(law: Law): string {
  const rows = Object.values(law.letters).map(({ tex, meaning, unit }) => `| ${inline(plain(tex))} | ${meaning} | ${unit} |`);
  return [
    `### ${law.title}\n`,
    ...texOf(law).map((tex) => `\`\`\`math\n${tex}\n\`\`\`\n`),
    "| | meaning | unit |\n| --- | --- | --- |",
    `${rows.join("\n")}\n`,
    ...(law.note === undefined ? [] : [`${law.note}\n`]),
    `Source: ${law.source}\n`,
    `Code: \`${law.implementedBy.name}\` in \`${law.implementedBy.file}\`.\n`,
  ].join("\n");
}

function chapterText({ title, about, laws }: Chapter): string {
  return `## ${title}\n\n${about}\n\n${laws.map(lawText).join("\n")}`;
}

/** The whole page. */
export function sheet(): string {
  const count = chapters.reduce((sum, { laws }) => sum + laws.length, 0);
  return `# Formula sheet

The ${count} laws of the model, each with its letters, its source and the function that implements it. Every formula on this page is
evaluated against that function on random values in the tests, so that page and code cannot drift apart; where one law has
branches, each has its own entry. Figures are in SI units: seconds, bytes, watts, and 1 for pure numbers.

This page is written by \`npm run formulas\` from \`docs/formulas/\`; edit the laws there, not here.

${chapters.map(chapterText).join("\n")}`;
}
