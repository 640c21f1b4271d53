import { fontSize, textWidth } from "./frame/text-width.ts";
import type { PlotModule, PlotSpecification } from "./frame/types.ts";

/** A document that can make elements: the browser's, or linkedom's. */
export interface DocumentLike {
  /** As of a browser's `document`. */
  createElement(name: string): unknown;
}

/** Options of {@link svgOf}. */
export interface SvgOptions {
  /** Where elements are made; the page's own unless told. */
  readonly document?: DocumentLike;
}

interface ElementLike {
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
}

const margin = 12;
const light = { background: "#ffffff", text: "#1b1e23" } as const;
const dark = { background: "#1b1e23", text: "#e8eaed" } as const;

/**
 * A picture as the text of an SVG file that stands alone: title, subtitle and caption in it, fonts and styles inlined, a name and a
 * description for screen readers, white paper and dark ink, the other way round where a viewer asks for a dark scheme.
 *
 * @param specification - of any picture of this entry.
 * @example svgOf(Plot, memoryPlot(Plot, memoryOf(question)), { document: parseHTML("<html></html>").document })
 */
export function svgOf(Plot: PlotModule, specification: PlotSpecification, options: SvgOptions = {}): string {
  const { title, subtitle, caption, style: _style, ...rest } = specification;
  const width = rest.width ?? 640;
  const drawn = Plot.plot({ ...rest, figure: false, className: "picture", ...(options.document === undefined ? {} : { document: options.document as never }) } as PlotSpecification) as unknown as ElementLike;
  const height = Number(drawn.getAttribute("height"));
  const inside = drawn.outerHTML.replace(/^<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/<style>[\s\S]*?<\/style>/g, "")
    // Interactive tips have nothing to show in a file.
    .replace(/<g aria-label="tip"[^>]*>(?:<\/g>)?/g, (tag) => (tag.endsWith("</g>") ? "" : tag))
    .replaceAll('="var(--plot-background)"', `="${light.background}" class="paper"`)
    // A hundredth of a pixel is enough.
    .replace(/<[^>]+>/g, (tag) => tag.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(100 * Number(number)) / 100)));
  const head = [...lines(title, width, 15, "bold"), ...lines(subtitle, width, 12, "normal")];
  const foot = lines(caption, width, fontSize, "normal");
  const above = head.length === 0 ? 0 : sum(head) + 8;
  const below = foot.length === 0 ? 0 : sum(foot) + 6;
  const whole = { width: width + 2 * margin, height: above + height + below + 2 * margin };
  const name = text(title) || rest.ariaLabel || "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="picture-title picture-description" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif" font-size="${fontSize}" text-anchor="middle" fill="currentColor" color="${light.text}">`,
    `<title id="picture-title">${escaped(name)}</title>`,
    `<desc id="picture-description">${escaped([rest.ariaDescription, text(caption)].filter(Boolean).join(" "))}</desc>`,
    `<style>text{white-space:pre}@media (prefers-color-scheme:dark){:root{color:${dark.text}}.sheet{fill:${dark.background}}.paper{stroke:${dark.background}}}</style>`,
    `<rect class="sheet" width="100%" height="100%" fill="${light.background}"/>`,
    texts(head, margin),
    `<g transform="translate(${margin},${margin + above})">${inside}</g>`,
    texts(foot, margin + above + height + 4),
    "</svg>",
  ].join("\n");
}

interface Line { readonly words: string; readonly size: number; readonly weight: string }

/** A text broken into lines of the picture's width. */
function lines(content: unknown, width: number, size: number, weight: string): Line[] {
  const result: string[] = [];
  for (const word of text(content).split(/\s+/).filter((part) => part !== "")) {
    const last = result.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) result[result.length - 1] = `${last} ${word}`;
    else result.push(word);
  }
  return result.map((words) => ({ words, size, weight }));
}

function texts(content: readonly Line[], top: number): string {
  let y = top;
  return content.map(({ words, size, weight }) => {
    y += Math.round(size * 1.35);
    return `<text x="${margin}" y="${y - Math.round(size * 0.35)}" text-anchor="start" font-size="${size}" font-weight="${weight}">${escaped(words)}</text>`;
  }).join("\n");
}

function sum(content: readonly Line[]): number {
  return content.reduce((height, { size }) => height + Math.round(size * 1.35), 0);
}

/** Titles of Observable Plot may be elements; these pictures have texts. */
function text(content: unknown): string {
  return typeof content === "string" ? content : "";
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
