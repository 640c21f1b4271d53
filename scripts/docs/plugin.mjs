// What the reference site is beyond typedoc's own: titles of guides from their first heading, formulas typeset by KaTeX, links to the
// notebooks that stand beside it. KaTeX and not MathML alone: its own fonts look alike in every browser, it breaks long lines, the
// notebooks typeset with it too, and the MathML is there as well, for those who listen.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import katex from "katex";
import { Application, Converter, PageEvent, ReferenceType, ReflectionKind, RendererEvent } from "typedoc";

const { resolve } = createRequire(import.meta.url);
const katexFolder = dirname(resolve("katex"));
const inter = resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2");
const katexStyle = "assets/katex/katex.css";

/** A display formula is set inline in display style: only so does KaTeX break lines where a screen is narrow. */
const display = (tex) => `<div class="rp-law">${katex.renderToString(`\\displaystyle ${tex}`, { output: "htmlAndMathml", strict: "error" })}</div>`;
const inline = (tex) => katex.renderToString(tex, { output: "htmlAndMathml", strict: "error" });

/** `math` blocks and $`…`$, as forges write them. */
function typesetFormulas(parser) {
  const { fence, code_inline: code } = parser.renderer.rules;
  parser.renderer.rules.fence = (tokens, index, ...rest) =>
    tokens[index].info.trim() === "math" ? display(tokens[index].content) : fence(tokens, index, ...rest);
  parser.renderer.rules.code_inline = (tokens, index, ...rest) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const isMath = before?.type === "text" && before.content.endsWith("$") && after?.type === "text" && after.content.startsWith("$");
    return isMath ? inline(tokens[index].content) : code(tokens, index, ...rest);
  };
  const text = parser.renderer.rules.text;
  parser.renderer.rules.text = (tokens, index, ...rest) => {
    const token = tokens[index];
    let content = token.content;
    if (tokens[index + 1]?.type === "code_inline" && content.endsWith("$")) content = content.slice(0, -1);
    if (tokens[index - 1]?.type === "code_inline" && content.startsWith("$")) content = content.slice(1);
    return text([{ ...token, content }], 0, ...rest);
  };
  // Wide tables scroll by themselves.
  parser.renderer.rules.table_open = () => '<div class="rp-scroll"><table>';
  parser.renderer.rules.table_close = () => "</table></div>";
}

/** Links from guides: notebooks stand beside the reference; sources are not part of the site and become plain text. */
function pointToSite(parts) {
  for (const part of parts) {
    if (part.kind !== "relative-link") continue;
    const notebook = /(?:^|\/)notebooks\/([\w-]+\.html)$/.exec(part.text);
    if (notebook === null && !/\.(ts|mjs)$/.test(part.text)) continue;
    part.kind = "text";
    part.text = notebook === null ? "site:" : `site:notebooks/${notebook[1]}`;
    delete part.target;
  }
}

/** Names of ours for types of Observable Plot, which the compiler forgets: an alias of a module or of an interface has no name of its own. */
const ownNames = { __module: "PlotModule", PlotOptions: "PlotSpecification" };

function nameOwnTypes(project) {
  const aliases = new Map(project.getReflectionsByKind(ReflectionKind.TypeAlias).map((alias) => [alias.name, alias]));
  for (const reflection of project.getReflectionsByKind(ReflectionKind.Parameter | ReflectionKind.CallSignature)) {
    const own = reflection.type?.type === "reference" ? aliases.get(ownNames[reflection.type.name]) : undefined;
    if (own !== undefined) reflection.type = ReferenceType.createResolvedReference(own.name, own, project);
  }
}

/** The lists of the front page as cards: a link and what stands behind it. */
function cards(html) {
  const item = /<li>\s*(<a href="[^"]*")[^>]*>(.*?)<\/a>: (.*?)<\/li>/gs;
  return html.replace(/<ul>(.*?)<\/ul>/gs, (list, items) =>
    item.test(items) ? `<ul class="rp-cards">${items.replace(item, (_, a, name, rest) => `<li>${a}><strong>${name}</strong>${rest[0].toUpperCase()}${rest.slice(1)}</a></li>`)}</ul>` : list);
}

export function load(app) {
  app.on(Application.EVENT_BOOTSTRAP_END, () => app.options.setValue("markdownItLoader", typesetFormulas));

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, document) => {
    const text = document.content.map((part) => part.text).join("");
    const title = /^# (.+)$/m.exec(text)?.[1];
    if (title !== undefined) document.name = title.replaceAll("`", "").replace(/[:,].*$/, "");
  });

  /** Guides by file name, for links that read like one. */
  const titles = new Map();

  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const document of project.documents ?? []) titles.set(basename(project.files.getReflectionPath(document) ?? ""), document.name);
    nameOwnTypes(project);
    pointToSite(project.readme ?? []);
    for (const document of project.documents ?? []) pointToSite(document.content);
  });

  app.renderer.on(PageEvent.END, (page) => {
    if (page.contents === undefined) return;
    const up = "../".repeat(page.url.split("/").length - 1);
    let html = page.contents.replace(/<a href="site:"[^>]*>(.*?)<\/a>/gs, "$1").replaceAll('href="site:', `href="${up}`);
    html = html.replace(/>([\w-]+\.md)<\/a>/g, (whole, name) => (titles.has(name) ? `>${titles.get(name)}</a>` : whole));
    html = html.replace(/(<a href="[^"]*notebooks\/[^"]*"[^>]*?) target="_blank"/g, "$1");
    if (html.includes('class="katex"')) html = html.replace("</head>", `<link rel="stylesheet" href="${up}${katexStyle}"/></head>`);
    if (page.url === "index.html") html = cards(html).replace("<body>", '<body class="rp-front">');
    page.contents = html;
  });

  app.renderer.on(RendererEvent.END, ({ outputDirectory }) => {
    const out = join(outputDirectory, dirname(katexStyle));
    mkdirSync(join(out, "fonts"), { recursive: true });
    mkdirSync(join(outputDirectory, "assets/fonts"), { recursive: true });
    cpSync(inter, join(outputDirectory, "assets/fonts/inter.woff2"));
    for (const font of readdirSync(join(katexFolder, "fonts"))) if (font.endsWith(".woff2")) cpSync(join(katexFolder, "fonts", font), join(out, "fonts", font));
    const css = readFileSync(join(katexFolder, "katex.min.css"), "utf8");
    writeFileSync(join(outputDirectory, katexStyle), css.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, ""));
  });
}
