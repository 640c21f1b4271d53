import type { RequestTable } from "./request-table.ts";
import type { ServerLoad, ServerRequestTimes } from "./server-types.ts";

/** Keeps the times of every request of a finite run. */
export class RequestRecorder {
  readonly times: ServerRequestTimes;

  constructor(count: number) {
    const column = (): Float64Array => new Float64Array(count).fill(-1);
    this.times = {
      arrivalSeconds: column(), firstScheduledSeconds: column(), firstTokenSeconds: column(), lastTokenSeconds: column(), inputTokens: column(),
      outputTokens: column(), replica: column(),
    };
  }

  /** A request has ended, at its `lastToken`. */
  ended(table: RequestTable, slot: number): void {
    const number = table.number[slot]!;
    const { times } = this;
    times.arrivalSeconds[number] = table.arrival[slot]!;
    times.firstScheduledSeconds[number] = Math.max(table.arrival[slot]!, table.firstScheduled[slot]!);
    times.firstTokenSeconds[number] = table.firstToken[slot]!;
    times.lastTokenSeconds[number] = table.lastToken[slot]!;
    times.inputTokens[number] = table.input[slot]!;
    times.outputTokens[number] = table.output[slot]!;
    times.replica[number] = table.replica[slot]!;
  }
}

/** One for a load whose requests can be kept: those that end. */
export function requestRecorder({ requests }: ServerLoad): RequestRecorder | undefined {
  return requests === undefined ? undefined : new RequestRecorder(typeof requests === "number" ? requests : requests.length);
}
