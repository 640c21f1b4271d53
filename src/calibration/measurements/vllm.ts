import { at, closedLoop, dayOf, measuredOnly, numberAt, present, textAt, tokens, type ReportedLoad, type ReportedRun } from "./reported-run.ts";

/** Client back ends that name an engine; `openai` and `openai-chat` speak to any. */
const engines: Readonly<Record<string, string>> = { vllm: "vllm", tgi: "tgi", "tensorrt-llm": "tensorrt-llm", "deepspeed-mii": "deepspeed-mii", sglang: "sglang", "llama.cpp": "llama.cpp" };

/** Whether parsed JSON is a result of `vllm bench serve --save-result` (benchmark_serving.py before). */
export function isVllmResult(json: unknown): boolean {
  return at(json, "request_throughput") !== undefined && at(json, "num_prompts") !== undefined;
}

/**
 * One result of `vllm bench serve --save-result`. TPOT is its `mean_tpot_ms`, (latency − TTFT)/(tokens − 1) of each request; the
 * inter-token latency stands in where it is absent. Prompts that were cached are not told and count as fresh.
 */
export function vllmRun(json: unknown, place: string): ReportedRun {
  const completed = numberAt(json, "completed");
  const mean = (total: string): number | undefined => {
    const sum = numberAt(json, total);
    return sum === undefined || completed === undefined ? undefined : tokens(sum / completed);
  };
  const seconds = (name: string): number | undefined => {
    const milliseconds = numberAt(json, name);
    return milliseconds === undefined ? undefined : milliseconds / 1000;
  };
  const { load, notes, arrivals } = loadOf(json, completed);
  const acceptance = numberAt(json, "spec_decode_acceptance_length");
  return {
    place, ...dayOf(at(json, "date")),
    case: present({
      model: textAt(json, "model_id"), engine: engines[textAt(json, "backend") ?? textAt(json, "endpoint_type") ?? ""],
      load, arrivals, input_tokens: mean("total_input_tokens"), output_tokens: mean("total_output_tokens"),
    }),
    expected: measuredOnly({
      ttft_s: seconds("mean_ttft_ms"), tpot_s: seconds("mean_tpot_ms") ?? seconds("mean_itl_ms"), request_s: seconds("mean_e2el_ms"),
      output_tokens_per_s: numberAt(json, "output_throughput"), requests_per_s: numberAt(json, "request_throughput"),
    }),
    notes: [
      ...notes, ...((numberAt(json, "failed") ?? 0) > 0 ? [`${numberAt(json, "failed")} requests failed and are not in the means`] : []),
      ...(acceptance === undefined ? [] : ["it ran with speculative decoding, which the case does not say"]),
    ],
  };
}

function loadOf(json: unknown, completed: number | undefined): { load: ReportedLoad | undefined; arrivals: ReportedRun["case"]["arrivals"]; notes: string[] } {
  const requests = completed ?? numberAt(json, "num_prompts");
  const rate = numberAt(json, "request_rate");
  const concurrency = numberAt(json, "max_concurrency");
  if (rate !== undefined && rate > 0) {
    const burstiness = numberAt(json, "burstiness") ?? 1;
    // vLLM draws gaps from a gamma distribution of this shape.
    const arrivals = burstiness === 1 ? undefined : { process: "renewal", interarrival: { dist: "gamma", shape: burstiness, scale: 1 / (rate * burstiness) } };
    return { load: { mode: "open", rate_per_s: rate }, arrivals, notes: concurrency === undefined ? [] : [`max_concurrency ${concurrency} is taken not to have bound`] };
  }
  if (concurrency !== undefined) return { load: closedLoop(concurrency, requests), arrivals: undefined, notes: [] };
  // An infinite rate without a limit: all prompts are sent at once.
  return { load: requests === undefined ? undefined : closedLoop(requests, requests), arrivals: undefined, notes: requests === undefined ? [] : ["all prompts were sent at once"] };
}
