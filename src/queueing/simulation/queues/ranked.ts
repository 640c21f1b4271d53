import { KeyedHeap } from "../../../numerics/heap.ts";
import type { Sampler } from "../../../workloads/sampling.ts";
import type { Replication } from "../replications.ts";
import { classServices, type QueueSetup, type QueueStreams } from "./setup.ts";
import { JobTable } from "./jobs.ts";
import { QueueWindow } from "./window.ts";

/** How one server ranks its requests; the smallest rank is served. */
interface Ranking {
  readonly preemptive: boolean;
  /** The rank falls with the service that is left (`srpt`). */
  readonly shrinking: boolean;
  readonly rank: (size: number, kind: number, number: number, streams: QueueStreams) => number;
}

function ranking({ discipline }: QueueSetup): Ranking {
  switch (discipline.name) {
    case "srpt":
      return { preemptive: true, shrinking: true, rank: (size) => size };
    case "psjf":
      return { preemptive: true, shrinking: false, rank: (size) => size };
    case "sjf":
      return { preemptive: false, shrinking: false, rank: (size) => size };
    case "sjf-predicted": {
      const sigma = discipline.log_error_sigma;
      return { preemptive: false, shrinking: false, rank: (size, _kind, _number, { other }) => size * Math.exp(sigma * other.normal()) };
    }
    case "priority":
      return { preemptive: false, shrinking: false, rank: (_size, kind) => kind };
    case "priority-preemptive":
      return { preemptive: true, shrinking: false, rank: (_size, kind) => kind };
    case "lcfs-preemptive":
      return { preemptive: true, shrinking: false, rank: (_size, _kind, number) => -number };
    default:
      return { preemptive: false, shrinking: false, rank: () => 0 };
  }
}

/**
 * One server that serves the request of the smallest rank, with or without preemption (always resume, only by a strictly
 * smaller rank); equal ranks in order of arrival.
 */
export function ranked(setup: QueueSetup, streams: QueueStreams): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services: readonly Sampler[] = classServices(setup);
  const { preemptive, shrinking, rank } = ranking(setup);
  const jobs = new JobTable();
  const waiting = new KeyedHeap();
  let now = 0;
  let nextArrival = gaps(streams.arrivals);
  let current = -1;
  let end = Infinity;
  let number = 0;
  let idleSince = 0;

  const start = (job: number): void => {
    current = job;
    if (jobs.started[job]! < 0) jobs.started[job] = now;
    end = now + jobs.remaining[job]!;
  };
  return {
    advance(requests) {
      const window = new QueueWindow(setup.classes);
      const from = now;
      for (let done = 0; done < requests; ) {
        if (end <= nextArrival) {
          now = end;
          const job = current;
          const record = window.classes[jobs.kind[job]!]!;
          const wait = jobs.started[job]! - jobs.arrival[job]!;
          const sojourn = now - jobs.arrival[job]!;
          record.served++;
          record.servedWait += wait;
          record.wait.add(wait);
          record.sojourn.add(sojourn);
          record.presentSeconds += sojourn;
          window.busySeconds += jobs.size[job]!;
          jobs.release(job);
          done++;
          if (waiting.size > 0) start(waiting.pop());
          else {
            current = -1;
            end = Infinity;
            idleSince = now;
          }
          continue;
        }
        now = nextArrival;
        nextArrival = now + gaps(streams.arrivals);
        const kind = setup.classes > 1 ? setup.classOf(streams.other) : 0;
        const size = services[kind]!(streams.services);
        const job = jobs.take(now, size, kind);
        const record = window.classes[kind]!;
        record.arrivals++;
        jobs.number[job] = number++;
        const key = rank(size, kind, jobs.number[job]!, streams);
        jobs.rank[job] = key;
        if (current < 0) {
          window.idleSeconds += now - idleSince;
          start(job);
        } else if (preemptive && key < (shrinking ? end - now : jobs.rank[current]!)) {
          jobs.remaining[current] = end - now;
          waiting.push(shrinking ? end - now : jobs.rank[current]!, jobs.number[current]!, current);
          start(job);
        } else {
          record.delayed++;
          waiting.push(key, jobs.number[job]!, job);
        }
      }
      window.seconds = now - from;
      return window;
    },
  };
}
