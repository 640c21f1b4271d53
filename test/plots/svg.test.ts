import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { svgOf } from "../../src/plots/index.ts";
import { scenes } from "./scenes.ts";

const svg = (name: string, options = {}): string => svgOf(Plot, scenes[name]!({ width: 640, ...options }), { document: parseHTML("<html></html>").document });

describe("svgOf", () => {
  it.each(Object.keys(scenes))("%s is a document that stands alone", (name) => {
    const text = svg(name, { title: "A <b> & c", subtitle: "what it is of" });
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" aria-labelledby=/);
    expect(text).toContain('<title id="picture-title">A &lt;b&gt; &amp; c</title>');
    expect(text).toMatch(/<desc id="picture-description">[^<]*\d/);
    expect(text).toContain("what it is of");
    // Nothing from elsewhere, nothing that runs, no variable of a page's style.
    expect(text.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|@import|var\(|NaN|undefined|class="picture/);
    expect(wellFormed(text)).toBe(true);
  });

  it("is as high as what stands in it", () => {
    const height = (text: string): number => Number(/height="([\d.]+)"/.exec(text)![1]);
    expect(height(svg("memory", { title: "T" }))).toBeGreaterThan(height(svg("memory")));
    expect(height(svg("load", { caption: null }))).toBeLessThan(height(svg("load")));
  });

  it("has dark paper where a viewer asks for it, and white where it cannot", () => {
    const text = svg("roofline");
    expect(text).toContain('class="sheet" width="100%" height="100%" fill="#ffffff"');
    expect(text).toContain("prefers-color-scheme:dark");
  });

  it("coordinates are hundredths of a pixel", () => {
    expect(svg("load")).not.toMatch(/="[^"]*\d\.\d{3,}/);
  });
});

/** Whether tags nest, attributes are quoted and no ampersand stands alone. */
function wellFormed(text: string): boolean {
  const open: string[] = [];
  let rest = text;
  for (let match = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest); match !== null; match = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest)) {
    if (/[<>]/.test(rest.slice(0, match.index).replaceAll("&gt;", ""))) return false;
    const [, closing, name = "", , alone] = match;
    if (closing === "/") {
      if (open.pop() !== name) return false;
    } else if (alone !== "/") open.push(name);
    rest = rest.slice(match.index + match[0].length);
  }
  return open.length === 0 && !/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text);
}
