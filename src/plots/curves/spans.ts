import type { ExplainedStep } from "../../predict/explain-types.ts";
import { invalidValue } from "../../quantities/errors.ts";
import type { ServerRequestTimes } from "../../queueing/simulation/server-types.ts";
import type { StepRoof } from "../../steps/breakdown.ts";
import type { Roofs } from "./roofs.ts";

/** Something that occupies a lane for a while. */
export interface Span {
  /** Row of the picture. */
  readonly lane: string;
  /** s. */
  readonly startSeconds: number;
  /** s. */
  readonly endSeconds: number;
  /** Same kind, same colour. */
  readonly kind: string;
  /** Written on the bar where there is room. */
  readonly label?: string;
}

/** A pipeline of equal micro-batches. */
export interface Pipeline {
  /** Time of one micro-batch in each stage. */
  readonly stageSeconds: readonly number[];
  /** How many pass through. */
  readonly microBatches: number;
  /** Between two stages, off the stages' own time. Default 0. */
  readonly transferSeconds?: number;
}

/**
 * Who works when in a pipeline: a micro-batch enters a stage when the stage before it has passed it on and the micro-batch ahead has
 * left, s(i, m) = max(e(i − 1, m) + transfer, e(i, m − 1)). The gaps are the bubbles.
 *
 * @throws RidgepointError `invalid-value` with the field.
 * @example pipelineSpans({ stageSeconds: [0.01, 0.01], microBatches: 4 }).at(-1).endSeconds // 0.05
 */
export function pipelineSpans({ stageSeconds, microBatches, transferSeconds = 0 }: Pipeline): Span[] {
  if (!(Number.isInteger(microBatches) && microBatches >= 1 && microBatches <= 1000)) throw invalidValue("microBatches", microBatches, "is not a number of micro-batches from 1 to 1000");
  if (!(transferSeconds >= 0 && transferSeconds < Infinity)) throw invalidValue("transferSeconds", transferSeconds, "is not a time");
  if (stageSeconds.length === 0 || !stageSeconds.every((seconds) => seconds > 0 && seconds < Infinity)) throw invalidValue("stageSeconds", stageSeconds, "are not positive times");
  const free = new Array<number>(stageSeconds.length).fill(0);
  const spans: Span[] = [];
  for (let batch = 0; batch < microBatches; batch++) {
    let ready = 0;
    stageSeconds.forEach((seconds, stage) => {
      const startSeconds = Math.max(ready, free[stage] as number);
      const endSeconds = startSeconds + seconds;
      spans.push({ lane: `stage ${stage}`, startSeconds, endSeconds, kind: "compute", label: String(batch) });
      if (transferSeconds > 0 && stage + 1 < stageSeconds.length) {
        spans.push({ lane: `link ${stage} → ${stage + 1}`, startSeconds: endSeconds, endSeconds: endSeconds + transferSeconds, kind: "link" });
      }
      free[stage] = endSeconds;
      ready = endSeconds + transferSeconds;
    });
  }
  return spans;
}

/**
 * One layer of a step, operator after operator, with what each keeps busy at the same time: its share of the matrix units
 * (FLOPs over peak), of the memory (bytes over bandwidth) and of the link, each over the time that the operator takes. The lane that a
 * bar fills is the roof; white space beside it is what overlap hides or launches cost. Operators of several kinds of layers share one
 * mean layer.
 *
 * @param step - of `explain(scenario).steps`.
 * @param roofs - of {@link roofsOf} for the same scenario.
 */
export function overlapSpans(step: ExplainedStep, roofs: Roofs): Span[] {
  const peak = roofs.compute[0]?.flopsPerSecond ?? Infinity;
  const memory = roofs.bandwidth.find(({ kind }) => kind === "memory")?.bytesPerSecond ?? Infinity;
  // Collectives may come several times in a layer.
  const layers = Math.max(1, ...step.operators.filter(({ kind }) => kind !== "collective").map((operator) => operator.layers));
  const lanes = { operator: [] as Span[], "matrix units": [] as Span[], memory: [] as Span[], links: [] as Span[] };
  let now = 0;
  for (const operator of [...step.operators].sort((a, b) => a.order - b.order)) {
    const seconds = operator.seconds / layers;
    const busy = (lane: keyof typeof lanes, time: number, kind: StepRoof): void => {
      if (time > 0) lanes[lane].push({ lane, startSeconds: now, endSeconds: now + Math.min(time, seconds), kind });
    };
    lanes.operator.push({ lane: "operator", startSeconds: now, endSeconds: now + seconds, kind: operator.roof, label: operator.name });
    busy("matrix units", operator.flops / peak / layers, "compute");
    busy("memory", operator.bytes / memory / layers, "memory");
    if (operator.kind === "collective") busy("links", seconds, "link");
    now += seconds;
  }
  return Object.values(lanes).flat();
}

/**
 * The first requests of a simulated trace: waiting, prompt, answer.
 * @param requests - of `simulate(…, { keepRequests: true }).requests`.
 */
export function requestSpans(requests: ServerRequestTimes, most = 24): Span[] {
  const count = Math.min(most, requests.arrivalSeconds.length);
  return Array.from({ length: count }, (_, i): Span[] => {
    const times = [requests.arrivalSeconds, requests.firstScheduledSeconds, requests.firstTokenSeconds, requests.lastTokenSeconds].map((column) => column[i] as number);
    return ["waiting", "prefill", "decode"].map((kind, part) => ({
      lane: `request ${i + 1}`, startSeconds: times[part] as number, endSeconds: times[part + 1] as number, kind,
    })).filter(({ startSeconds, endSeconds }) => endSeconds > startSeconds);
  }).flat();
}
