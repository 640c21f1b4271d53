import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { purchaseOf } from "../../../notebooks/lib/purchase.ts";
import { fillTiers, readSeconds, usableTiers } from "../../../notebooks/lib/tiers.ts";
import { digits, formatCount, formatSeconds, percent } from "../../../notebooks/lib/figures.ts";
import { evaluateCase } from "../../../src/contract/index.ts";
import { parseMeasuredCase, startValidation } from "../../../src/evidence/validation/index.ts";
import { device, explain, memoryOf, model, plan, predict, publishedWorkload, type PlanAnswer } from "../../../src/index.ts";
import { distinctExperts } from "../../../src/operators/experts.ts";
import { engineShapes } from "../../../src/planner/enumerate.ts";
import { answerQueue, bulkQueue, lawOf } from "../../../src/queueing/index.ts";
import { chromiumPath } from "./chromium.ts";
import { figure, figureIs, isWhole, onTelephone, setInput, useBrowser } from "./page.ts";

/** What a notebook shows at first, and after one input is changed: each figure as the library says. */
interface NotebookCase {
  readonly page: string;
  /** Pictures that it has at least. */
  readonly pictures: number;
  readonly figure: string;
  readonly part?: string;
  readonly input: readonly [label: string, before: string, after: string];
  /** The displayed text, for a value of the input. */
  readonly expected: (value: string) => string;
}

const priced = (answer: PlanAnswer): PlanAnswer["deployments"] => answer.deployments.filter(({ usdPerHour }) => usdPerHour !== undefined);

const cases: readonly NotebookCase[] = [
  {
    page: "capacity.html", pictures: 1, figure: "devices", input: ["Spare engines", "1", "3"],
    expected: (spares) => {
      const [cheapest] = priced(plan({ model: "meta-llama/Llama-3.3-70B-Instruct", ratePerSecond: 20_000 * 4 / 3600 * 2, inputTokens: 1024, outputTokens: 256, objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 } }));
      return cheapest === undefined ? "" : `${digits(purchaseOf(cheapest, Number(spares)).devices, 9)} × ${cheapest.hardware}`;
    },
  },
  {
    page: "hardware.html", pictures: 1, figure: "per-dollar", part: ".interval", input: ["Answer tokens", "256", "512"],
    expected: (outputTokens) => {
      const answer = plan({
        model: "meta-llama/Llama-3.1-70B", ratePerSecond: 20, inputTokens: 1024, outputTokens: Number(outputTokens), confirm: 0, objective: { ttftP95Seconds: 2, tpotP95Seconds: 0.05 },
        hardware: ["a100-sxm-80", "h100-sxm5-80", "h200-sxm-141", "b200-sxm", "mi300x", "tpu-v6e", "l40s"],
      });
      return `${formatCount(Math.max(...priced(answer).map(({ usdPerMillionOutputTokens }) => 1e6 / (usdPerMillionOutputTokens ?? Infinity))))} output tokens for $1`;
    },
  },
  {
    page: "kv-cache.html", pictures: 3, figure: "requests", input: ["Cache", "bf16", "fp8"],
    expected: (kv) => digits(memoryOf({ model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", plan: { tp: 4 }, precision: { weights: "bf16", kv: kv as "fp8" }, inputTokens: 16_383, outputTokens: 1 }).maxConcurrency, 9),
  },
  {
    page: "parallelism.html", pictures: 3, figure: "most", part: ".interval", input: ["Users at once", "128", "16"],
    expected: (users) => {
      const rates = engineShapes(model("meta-llama/Llama-3.1-70B"), 8).filter(({ tp, pp }) => 8 % (tp * pp) === 0).flatMap((shape) => {
        try {
          const { values } = predict({
            model: "meta-llama/Llama-3.1-70B", hardware: "h100-sxm5-80", devices: 8, plan: { ...shape, dp: 8 / (shape.tp * shape.pp) }, precision: { weights: "fp8" },
            load: { mode: "closed", concurrency: Number(users) }, inputTokens: 1024, outputTokens: 256,
          }, { method: "closed-form" });
          return [values.outputTokensPerSecond ?? 0];
        } catch {
          return [];
        }
      });
      return `${digits(Math.max(...rates))} output tokens/s`;
    },
  },
  {
    page: "queueing.html", pictures: 2, figure: "mean-wait", input: ["Requests per second", "0.15", "0.2"],
    // The page sweeps every cap at once; the answer of the contract's kind is another way to the same figure.
    expected: (rate) => formatSeconds(answerQueue({
      kind: "queue", arrivals: { process: "poisson", rate_per_s: Number(rate) }, servers: 1, discipline: "fcfs",
      service: { per_token_s: 0.02, fixed_s: 0.1, tokens: publishedWorkload("azure-conversation-2023")?.outputTokens, cap: 1000 },
    }).values["mean_wait_s"] as number),
  },
  {
    page: "batching.html", pictures: 3, figure: "padded-time", input: ["Requests per second", "1", "1.3"],
    expected: (rate) => formatSeconds(bulkQueue(
      { fixed_s: 0, per_request_s: 0, per_token_s: 0.012, per_request_token_s: 0.0005 }, lawOf({ dist: "tokens-geometric", mean: 100 }), "padded", { least: 1, most: 16 }, Number(rate),
    ).chain.meanSojournSeconds),
  },
  { page: "experts.html", pictures: 3, figure: "visited", input: ["Tokens in a step", "32", "100"], expected: (batch) => digits(distinctExperts(256, 8, Number(batch))) },
  {
    page: "tiers.html", pictures: 1, figure: "bound", input: ["Requests at once", "16", "200"],
    expected: (requests) => {
      const { weightsBytes, kvBytesPerRequest } = memoryOf({ model: "meta-llama/Llama-3.1-70B", precision: { weights: "bf16", kv: "bf16" }, inputTokens: 8192, outputTokens: 1 });
      return formatSeconds(readSeconds(fillTiers(usableTiers(device("sn40l").tiers), weightsBytes + Number(requests) * kvBytesPerRequest) ?? []).overlapped);
    },
  },
  {
    page: "roofline.html", pictures: 2, figure: "decode", input: ["Requests at once", "16", "128"],
    expected: (batch) => formatSeconds(explain({ model: "meta-llama/Llama-3.1-8B", hardware: "h100-sxm5-80", precision: { weights: "bf16" }, load: { mode: "static", batch: Number(batch) }, inputTokens: 1024, outputTokens: 128 }).steps[1]?.seconds ?? 0),
  },
  {
    page: "accuracy.html", pictures: 1, figure: "median-error", input: ["Figure", "tpot_s", "ttft_s"],
    expected: (name) => {
      const validation = startValidation();
      readFileSync(new URL("../../../docs/examples/measured.jsonl", import.meta.url), "utf8").trim().split("\n").forEach((line, index) => {
        const measured = parseMeasuredCase(line, index + 1);
        validation.add("example", measured, evaluateCase(measured.case));
      });
      return percent(validation.report().pooled.find(({ value }) => value === name)?.medianError);
    },
  },
];

describe.skipIf(chromiumPath === null)("notebooks in a browser", () => {
  const { open } = useBrowser();

  it.each(cases.map((one) => [one.page, one] as const))("%s shows the library's figures, follows its inputs, and fits a telephone", async (path, { pictures, figure: name, part = ".value", input: [label, before, after], expected }) => {
    const opened = await open(path);
    const { page } = opened;
    await figureIs(page, name, expected(before), part);
    await expect.poll(() => page.locator("main svg[class^=plot]").count(), { timeout: 25_000 }).toBeGreaterThanOrEqual(pictures);
    expect(expected(after)).not.toBe(expected(before));
    await setInput(page, label, after);
    await figureIs(page, name, expected(after), part);
    await isWhole(opened);
    await onTelephone(page);
    await isWhole(opened);
    await opened.close();
  });

  it("a request off the site would be told, of the page and of a worker", async () => {
    const { page, offOrigin, close } = await open("index.html");
    const asks = (url: string): string => `fetch("${url}").catch(() => 0)`;
    await page.evaluate(asks("https://page.example/"));
    await page.evaluate(`new Promise((done) => { new Worker(URL.createObjectURL(new Blob(['${asks("https://worker.example/")}.then(() => postMessage(0))']))).onmessage = done; })`);
    expect(offOrigin).toEqual(["https://page.example/", "https://worker.example/"]);
    await close();
  });

  it("the contents lead to every page", async () => {
    const opened = await open("index.html");
    const paths = await opened.page.locator(".rp-cards a").evaluateAll((links) => links.map((link) => String((link as unknown as { readonly href: string }).href)));
    expect(paths.map((path) => path.split("/").at(-1))).toEqual(expect.arrayContaining(["planner.html", ...cases.map(({ page }) => page)]));
    for (const path of paths) expect((await opened.page.request.get(path)).status()).toBe(200);
    await isWhole(opened);
    await opened.close();
  });

  it("the roofline notebook measures this machine in a worker and predicts kernels that it did not see", async () => {
    const opened = await open("roofline.html");
    const { page } = opened;
    await setInput(page, "Time to spend, s", "4");
    await page.locator("button[name=measure]").click();
    await expect.poll(() => figure(page, "peak").catch(() => ""), { timeout: 80_000, interval: 500 }).toMatch(/FLOP\/s$/);
    expect(await figure(page, "peak", ".interval")).toContain("tfjs-backend-wasm");
    expect(await figure(page, "error", ".interval")).toMatch(/^of \d+ kernels that were not fitted to$/);
    expect(await page.locator("main svg[class^=plot]").count()).toBeGreaterThanOrEqual(4);
    await isWhole(opened);
    await opened.close();
  });

  it("the accuracy notebook scores a dropped file of measured cases, and names the lines it cannot read", async () => {
    const opened = await open("accuracy.html");
    const { page } = opened;
    await figureIs(page, "cases", "8");
    const good = { case: { kind: "kernel", hardware: "h100-sxm5-80", op: "gemm", m: 512, n: 512, k: 512, precision: "bf16" }, expected: { latency_s: 1e-5 } };
    await page.locator("input[name=cases]").setInputFiles({ name: "own.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(`${JSON.stringify(good)}\n{"case": 3}\n`) });
    await figureIs(page, "cases", "1");
    const predicted = (evaluateCase(good.case) as { readonly values: Record<string, number> }).values["latency_s"] ?? 0;
    expect(await figure(page, "median-error")).toBe(percent(Math.abs(predicted / 1e-5 - 1)));
    expect(await page.locator("details li").allTextContents()).toEqual([expect.stringContaining("line 2")]);
    await isWhole(opened);
    await opened.close();
  });
});
