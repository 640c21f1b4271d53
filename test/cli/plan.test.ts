import { describe, expect, it } from "vitest";
import { plan } from "../../src/planner/plan.ts";
import type { PlanAnswer } from "../../src/planner/types.ts";
import { publishedWorkload } from "../../src/workloads/published.ts";
import { fixtures, ridgepoint, traceRequests } from "./command.ts";
import { inProcess } from "./in-process.ts";

const folder = fixtures();
const json = async (words: readonly string[]): Promise<PlanAnswer> => JSON.parse((await inProcess(["plan", ...words, "--json"], folder)).out) as PlanAnswer;

describe("plan", () => {
  it("without options answers the main job, from the built command", () => {
    const { status, out, err } = ridgepoint(["plan"]);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("meta-llama/Llama-3.1-70B-Instruct");
    expect(out).toContain("5.53 requests/s, mean 1,155 tokens in, 211 out");
    expect(out).toContain("Objective: TTFT p95 ≤ 1 s, TPOT p95 ≤ 50 ms");
    expect(out).toContain("AzureLLMInferenceTrace_conv.csv");
    // Every row of the first table has a price above the last one's.
    const prices = [...out.matchAll(/^ *\d+\*? +\d+ × \S+ .*? +(\d+\.\d\d) +\S+–\S+ /gm)].map(([, usd]) => Number(usd));
    expect(prices.length).toBe(12);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  it("--json is what the library returns for the same question", async () => {
    const workload = publishedWorkload("azure-conversation-2023");
    const question = {
      model: "meta-llama/Llama-3.1-70B-Instruct", ratePerSecond: workload?.ratePerSecond as number, hardware: ["h100", "l4"],
      inputTokens: workload?.inputTokens ?? 1, outputTokens: workload?.outputTokens ?? 1, objective: { ttftP95Seconds: 1, tpotP95Seconds: 0.05 },
    };
    expect(await json(["--hardware", "h100,l4"])).toEqual(JSON.parse(JSON.stringify(plan(question))));
  });

  it("a trace as CSV, packed CSV and JSON Lines is one workload: its rate and its lengths", async () => {
    const options = ["--model", "meta-llama/Llama-3.1-8B", "--hardware", "h100"];
    const answers = await Promise.all(["requests.csv", "requests.csv.gz", "requests.jsonl"].map((file) => json([...options, "--trace", file])));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const span = Math.max(...traceRequests.map(({ arrival_s }) => arrival_s));
    expect(answers[0]?.deployments[0]?.requestsPerSecond).toBeCloseTo((traceRequests.length - 1) / span, 9);
    const mean = traceRequests.reduce((sum, { output_tokens }) => sum + output_tokens, 0) / traceRequests.length;
    expect((answers[0]?.deployments[0]?.outputTokensPerSecond as number) / ((traceRequests.length - 1) / span)).toBeCloseTo(mean, 6);
  });

  it("an own price goes by any name of the device and ranks it", async () => {
    const answer = await json(["--hardware", "mi300x,h100", "--price", "MI300X=0.5,h100=4", "--confirm", "1"]);
    expect(answer.cheapest?.hardware).toBe("mi300x");
    expect(answer.cheapest?.usdPerHour).toBeCloseTo(0.5 * (answer.cheapest?.devices as number), 9);
  });

  it("a device that is out says why, one without a price is named without a rank", async () => {
    const { out } = await inProcess(["plan", "--hardware", "mi300x,h100,groqchip1", "--top", "1"], folder);
    expect(out).toMatch(/Without a price .*\d+ × mi300x/);
    expect(out).toMatch(/^groqchip1 +does not fit: .* missing/m);
  });

  it("nobody holds an objective that cannot be held", async () => {
    const { out, status } = await inProcess(["plan", "--hardware", "h100", "--tpot-p95", "1us"], folder);
    expect(status).toBe(0);
    expect(out).toContain("No device holds the objective.");
    expect(out).toMatch(/h100-sxm5-80 +misses the objective: TPOT .* at best against 1 µs/);
  });

  it("--csv has a line for each deployment under a header", async () => {
    const { out } = await inProcess(["plan", "--hardware", "h100,h200", "--per-device", "2", "--csv", "--pue", "1.2"], folder);
    const [header = "", ...rows] = out.trimEnd().split("\n");
    expect(header.split(",")).toEqual(expect.arrayContaining(["hardware", "devices", "plan.tp", "usdPerHour", "intervals90.tpotSeconds.low", "economics.energy.watts"]));
    expect(rows.length).toBe(4);
  });
});
