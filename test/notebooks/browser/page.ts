import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { chromiumPath } from "./chromium.ts";

/** A page with what went wrong on it. */
export interface Opened {
  readonly page: Page;
  /** Addresses off the site's origin that the page or a worker of it asked for; none is found. */
  readonly offOrigin: readonly string[];
  /** Uncaught errors, and errors on the console. */
  readonly errors: readonly string[];
  /** Bodies of the scripts that were loaded, by address. */
  readonly scripts: ReadonlyMap<string, Buffer>;
  readonly close: () => Promise<void>;
}

export const site: string = inject("site") ?? "";

/** One browser for a file of tests. */
export function useBrowser(): { readonly open: (path: string, width?: number) => Promise<Opened> } {
  let browser: Browser | null = null;
  beforeAll(async () => {
    // No name is looked up: what a page asks of another origin fails, and is told. (To stop every request here would slow all of them.)
    const offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
    if (chromiumPath !== null) browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox", "--disable-gpu", offline] });
  });
  afterAll(() => browser?.close());
  return {
    open: async (path, width = 1280) => {
      if (browser === null) throw new Error("no browser");
      return openIn(await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true }), path);
    },
  };
}

async function openIn(context: BrowserContext, path: string): Promise<Opened> {
  const offOrigin: string[] = [];
  const errors: string[] = [];
  const scripts = new Map<string, Buffer>();
  const origin = new URL(site).origin;
  context.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) offOrigin.push(url);
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) response.body().then((body) => scripts.set(response.url(), body), () => undefined);
  });
  await page.goto(new URL(path, site).href);
  return { page, offOrigin, errors, scripts, close: () => context.close() };
}

/** The value of a displayed figure, by its name. */
export async function figure(page: Page, name: string, part = ".value"): Promise<string> {
  return (await page.locator(`[data-figure="${name}"] ${part}`).first().textContent({ timeout: 20_000 })) ?? "";
}

/** Waits until a displayed figure is what the library says. */
export async function figureIs(page: Page, name: string, expected: string, part = ".value"): Promise<void> {
  await expect.poll(() => figure(page, name, part), { timeout: 25_000, interval: 100 }).toBe(expected);
}

/** Sets an input of a notebook by its label, as a person does: a number is typed, an option chosen, a radio button checked. */
export async function setInput(page: Page, label: string, value: string): Promise<void> {
  const form = page.locator("main form", { has: page.locator("label", { hasText: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) }) }).first();
  // Cells run one after another: the page may show a picture before this input.
  await form.waitFor({ timeout: 25_000 });
  const [number, select] = [form.locator("input[type=number]"), form.locator("select")];
  if ((await select.count()) > 0) await select.selectOption({ label: value });
  else if ((await number.count()) > 0) await number.fill(value);
  else await form.getByText(value, { exact: true }).click();
}

/** Turns the page into a telephone's, and waits until its pictures are drawn anew. */
export async function onTelephone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 400, height: 850 });
  const widest = (): Promise<number> => page.locator("main svg[class^=plot]").evaluateAll((pictures) => Math.max(...pictures.map((picture) => Number((picture as unknown as { getAttribute(name: string): string }).getAttribute("width")))));
  await expect.poll(widest, { timeout: 25_000, interval: 100 }).toBeLessThanOrEqual(400);
}

/** Every picture of the page has something drawn in it, and no cell failed. */
export async function isWhole({ page, errors, offOrigin }: Opened): Promise<void> {
  const pictures = page.locator("main svg[class^=plot]");
  for (let index = 0; index < (await pictures.count()); index++) {
    expect(await pictures.nth(index).locator("path, rect, circle, line, text").count()).toBeGreaterThan(4);
  }
  expect(await page.locator(".observablehq--error").allTextContents()).toEqual([]);
  expect(errors).toEqual([]);
  expect(offOrigin).toEqual([]);
  // Nothing but tables and code may be wider than the page.
  expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
}
