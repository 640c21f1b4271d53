import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { dollars, formatSeconds } from "../../../notebooks/lib/figures.ts";
import { commandOf, csvOf, typescriptOf } from "../../../notebooks/lib/planner/export.ts";
import { linkOf, stateOf } from "../../../notebooks/lib/planner/link.ts";
import { firstState, type PlannerState } from "../../../notebooks/lib/planner/planner-state.ts";
import { questionOf } from "../../../notebooks/lib/planner/state.ts";
import { summariseTrace } from "../../../notebooks/lib/planner/trace.ts";
import { deviceFileOf, plan, type PlanAnswer } from "../../../src/index.ts";
import { chromiumPath } from "./chromium.ts";
import { figure, figureIs, isWhole, type Opened, useBrowser } from "./page.ts";

const wait = { timeout: 60_000, interval: 100 } as const;

/** Waits until the page shows the confirmed answer of a state, and checks its headline against the library's. */
async function shows(page: Page, state: PlannerState): Promise<PlanAnswer> {
  const answer = plan(questionOf(state));
  const { cheapest } = answer;
  const expected = `${cheapest?.devices} × ${cheapest?.hardware}`;
  await expect.poll(() => page.locator('.rp-headline[data-confirmed="true"] .rp-answer strong').textContent({ timeout: 1000 }).catch(() => ""), wait).toBe(expected);
  await figureIs(page, "usd-per-hour", `$${dollars(cheapest?.usdPerHour)}`);
  await figureIs(page, "ttft-p95", formatSeconds(cheapest?.ttftP95Seconds ?? 0));
  await figureIs(page, "tpot-p95", formatSeconds(cheapest?.tpotP95Seconds ?? 0));
  return answer;
}

/** The state that the page's address holds, once it has been written. */
async function stateInAddress(page: Page, holds: (state: PlannerState) => boolean): Promise<PlannerState> {
  let state = firstState;
  await expect.poll(async () => holds(state = await stateOf(new URL(page.url()).hash)), wait).toBe(true);
  return state;
}

/** Drops a file onto the page, which takes it from the time on that its form stands. */
async function drop(page: Page, name: string, content: Buffer): Promise<void> {
  await page.locator(".rp-planner").waitFor({ timeout: 25_000 });
  const transfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(${JSON.stringify(content.toString("base64"))}), (c) => c.charCodeAt(0))], ${JSON.stringify(name)}));
    return transfer;
  })()`);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** The address of a scenario with one device, so that searches are short. */
const short = { ...firstState, hardware: ["h100-sxm5-80"] };
const shortPage = async (): Promise<string> => `planner.html#${await linkOf(short)}`;

/** Chooses one device on the page. */
async function oneDevice({ page }: Opened): Promise<PlannerState> {
  await page.locator(".rp-devices summary").click();
  await page.getByRole("button", { name: "one", exact: true }).click();
  return stateInAddress(page, ({ hardware }) => hardware.length === 1);
}

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`button[name=${button}]`).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

describe.skipIf(chromiumPath === null)("planner page in a browser", () => {
  const { open } = useBrowser();

  it("answers the first question as the library does, with pictures, from less than 500 kB of script", async () => {
    const opened = await open("planner.html");
    const { page, scripts } = opened;
    const answer = await shows(page, firstState);
    await expect.poll(() => page.locator("main svg[class^=plot]").count(), wait).toBe(4);
    expect(await page.locator('[data-table="plans"] tbody tr').count()).toBe(12);
    await page.getByRole("button", { name: /^Show \d+ more$/ }).click();
    expect(await page.locator('[data-table="plans"] tbody tr').count()).toBe(answer.deployments.length);
    await isWhole(opened);
    const bytes = [...scripts.values()].reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
    expect(scripts.size).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(500_000);
    await opened.close();
  });

  it("follows the rate while it is dragged", async () => {
    const opened = await open("planner.html");
    const { page } = opened;
    await shows(page, firstState);
    const before = await figure(page, "usd-per-hour");
    const box = await page.locator("input[name=rate-slider]").boundingBox();
    if (box === null) throw new Error("no slider");
    const [from, y] = [box.x + box.width * 0.436, box.y + box.height / 2];
    await page.mouse.move(from, y);
    await page.mouse.down();
    await page.mouse.move(from + 40, y, { steps: 8 });
    // Still held: the answer moves with it.
    await expect.poll(() => figure(page, "usd-per-hour"), wait).not.toBe(before);
    await page.mouse.move(from + 60, y, { steps: 6 });
    await page.mouse.up();
    const typed = Number(await page.locator("input[name=rate]").inputValue());
    expect(typed).toBeGreaterThan(2 * firstState.ratePerSecond);
    await shows(page, { ...firstState, ratePerSecond: typed });
    await isWhole(opened);
    await opened.close();
  });

  it("plans for chosen devices at own prices, and looks at the plan that is clicked", async () => {
    const opened = await open("planner.html");
    const { page } = opened;
    await oneDevice(opened);
    await page.locator("input[name=device-h200-sxm-141]").check();
    await page.locator("input[name=price-h200-sxm-141]").fill("0.5");
    const state = await stateInAddress(page, ({ usdPerDeviceHour }) => usdPerDeviceHour["h200-sxm-141"] === 0.5);
    const answer = await shows(page, state);
    expect(answer.cheapest?.hardware).toBe("h200-sxm-141");
    const other = answer.deployments.find(({ hardware }) => hardware === "h100-sxm5-80");
    await page.locator(".rp-look", { hasText: "h100-sxm5-80" }).click();
    await figureIs(page, "usd-per-hour", `$${dollars(other?.usdPerHour)}`);
    expect((await stateInAddress(page, ({ chosen }) => chosen !== null)).chosen).toBe("h100-sxm5-80");
    await isWhole(opened);
    await opened.close();
  });

  it("takes a dropped trace, packed or not, a config.json and an own device", async () => {
    const opened = await open(await shortPage());
    const { page } = opened;
    const csv = ["arrival_s,input_tokens,output_tokens", ...Array.from({ length: 300 }, (_, i) => `${(i < 60 ? i / 60 : i / 20 - 2).toFixed(2)},${200 + (i % 60) * 10},${30 + (i % 40)}`)].join("\n");
    await drop(page, "requests.csv.gz", gzipSync(csv));
    const traced = await stateInAddress(page, ({ workload }) => workload.kind === "trace");
    const summary = summariseTrace(csv, "requests.csv.gz");
    expect(traced.workload).toEqual({ kind: "trace", trace: summary });
    expect(Number(await page.locator("input[name=rate]").inputValue())).toBeCloseTo(summary.ratePerSecond, 1);
    // The first second is three times as busy as the mean.
    expect(summary.busiestRatePerSecond).toBeGreaterThan(1.5 * summary.ratePerSecond);
    await page.locator("button[name=busiest]").click();
    expect((await stateInAddress(page, ({ ratePerSecond }) => ratePerSecond > summary.ratePerSecond * 1.01)).ratePerSecond).toBe(Number(summary.busiestRatePerSecond.toPrecision(3)));
    expect(await page.locator("button[name=busiest]").isVisible()).toBe(false);
    await drop(page, "config.json", Buffer.from(JSON.stringify({
      model_type: "llama", hidden_size: 2048, intermediate_size: 8192, num_hidden_layers: 16, num_attention_heads: 32, num_key_value_heads: 8, head_dim: 64, vocab_size: 128256, tie_word_embeddings: true,
    })));
    await drop(page, "my.json", Buffer.from(JSON.stringify({ ...deviceFileOf("l4"), id: "my-l4" })));
    const state = await stateInAddress(page, ({ model, ownDevice }) => typeof model !== "string" && ownDevice !== null);
    expect(plan(questionOf(state)).deployments.map(({ hardware }) => hardware)).toContain("my-l4");
    await shows(page, state);
    await drop(page, "broken.csv", Buffer.from("arrival_s,input_tokens,output_tokens\n1,2,three\n"));
    await expect.poll(() => page.locator(".rp-form-note.rp-bad").textContent(), wait).toContain("broken.csv: line 2");
    expect(await page.evaluate('document.querySelector(".rp-form-note.rp-bad").getBoundingClientRect().bottom <= innerHeight')).toBe(true);
    await isWhole(opened);
    await opened.close();
  });

  it("a link shares the scenario, and everything that it exports reproduces it", async () => {
    const opened = await open(await shortPage());
    const { page } = opened;
    await page.locator(".rp-headline[data-hardware]").waitFor({ timeout: 60_000 });
    await page.evaluate(`new MutationObserver(() => (window.told ??= document.querySelector(".rp-status").textContent)).observe(document.body, { attributeFilter: ["data-stale"] })`);
    await page.locator("input[name=model]").fill("meta-llama/Llama-3.1-8B");
    // What answers the question before is marked until the answer to this one is there.
    await expect.poll(() => page.evaluate("window.told"), wait).toContain("answers the question before");
    await expect.poll(() => page.locator("body[data-stale]").count(), wait).toBe(0);
    await page.locator("select[name=workload]").selectOption("lengths");
    await page.locator("input[name=output-tokens]").fill("300");
    await page.locator("input[name=tpot]").fill("20");
    const state = await stateInAddress(page, ({ tpotP95Seconds, workload }) => tpotP95Seconds === 0.02 && workload.kind === "lengths" && workload.outputTokens === 300);
    expect(state).toMatchObject({ model: "meta-llama/Llama-3.1-8B", workload: { inputTokens: 1024, outputTokens: 300 } });
    const answer = await shows(page, state);
    expect(await page.locator("[data-export=command]").textContent()).toBe(commandOf(state).command);
    expect(await page.locator("[data-export=typescript]").textContent()).toBe(typescriptOf(state));
    expect(await saved(page, "csv")).toEqual({ name: "plans.csv", text: csvOf(answer) });
    const json = await saved(page, "json");
    expect(JSON.parse(json.text)).toEqual(JSON.parse(JSON.stringify({ question: questionOf(state), answer })));
    const copy = await open(`planner.html${new URL(page.url()).hash}`);
    await shows(copy.page, state);
    expect(await copy.page.locator("input[name=model]").inputValue()).toBe("meta-llama/Llama-3.1-8B");
    expect(await copy.page.locator("input[name=tpot]").inputValue()).toBe("20");
    await isWhole(copy);
    await copy.close();
    await opened.close();
  });

  it("says what is wrong: a damaged link, a model that nobody knows, an objective that nothing holds, a device that is none", async () => {
    const opened = await open("planner.html#1damaged");
    const { page } = opened;
    await expect.poll(() => page.locator(".rp-fault").first().textContent(), wait).toContain("damaged");
    await oneDevice(opened);
    await page.locator("input[name=model]").fill("no/such-model");
    await expect.poll(() => page.locator(".rp-planner").textContent(), wait).toContain("Not in the catalogue");
    await page.locator("input[name=tpot]").fill("0.01");
    await expect.poll(() => page.locator(".rp-answer").textContent(), wait).toContain("No device holds this objective");
    await page.getByText("A device of your own").click();
    await page.locator("textarea[name=own-device]").fill('{"id": "mine"}');
    await page.locator("button[name=own-apply]").click();
    await expect.poll(() => page.locator(".rp-form-note.rp-bad").textContent(), wait).toContain("missing");
    await isWhole(opened);
    await opened.close();
  });

  it("fits a telephone, the answer before the questions", async () => {
    const opened = await open(await shortPage(), 400);
    const { page } = opened;
    await page.locator("main svg[class^=plot]").first().waitFor({ timeout: 60_000 });
    const [answer, form] = [await page.locator("#cell-6").boundingBox(), await page.locator(".rp-planner").boundingBox()];
    expect(answer?.y ?? Infinity).toBeLessThan(form?.y ?? 0);
    await isWhole(opened);
    await opened.close();
  });
});
