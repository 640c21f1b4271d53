import { KeyedHeap } from "../../../numerics/heap.ts";
import type { Replication } from "../replications.ts";
import { WaitingRing } from "../waiting-line.ts";
import { JobTable } from "./jobs.ts";
import { classServices, type QueueSetup, type QueueStreams } from "./setup.ts";
import { QueueWindow } from "./window.ts";

/** Seconds that one unit of service takes when n share; and how many may share. */
function sharing({ discipline }: QueueSetup): { slowness: (n: number) => number; most: number } {
  if (discipline.name !== "limited-processor-sharing") return { slowness: (n) => n, most: Infinity };
  const { fixed, per_request: perRequest } = discipline.rate;
  return { slowness: (n) => fixed + perRequest * n, most: discipline.max_batch ?? Infinity };
}

/**
 * Egalitarian processor sharing: all in service advance at the same pace, so their ends keep their order on the clock of
 * service received, and a heap on that clock is enough. `limited-processor-sharing`: n share the total rate
 * n/(fixed + per_request·n), the rest wait their turn.
 */
export function processorSharing(setup: QueueSetup, streams: QueueStreams): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services = classServices(setup);
  const { slowness, most } = sharing(setup);
  const jobs = new JobTable();
  const ends = new KeyedHeap();
  const queue = new WaitingRing();
  let now = 0;
  /** Service that each of those present since the last idle time has received. */
  let received = 0;
  let nextArrival = gaps(streams.arrivals);
  let nextEnd = Infinity;
  let number = 0;
  let idleSince = 0;

  const enter = (job: number): void => {
    jobs.started[job] = now;
    ends.push(received + jobs.size[job]!, number++, job);
  };
  const scheduleEnd = (): void => {
    nextEnd = ends.size > 0 ? now + Math.max(0, ends.topKey - received) * slowness(ends.size) : Infinity;
  };
  return {
    advance(requests) {
      const window = new QueueWindow(setup.classes);
      const from = now;
      for (let done = 0; done < requests; ) {
        if (nextEnd <= nextArrival) {
          now = nextEnd;
          received = ends.topKey;
          const job = ends.pop();
          const record = window.classes[jobs.kind[job]!]!;
          const wait = jobs.started[job]! - jobs.arrival[job]!;
          const sojourn = now - jobs.arrival[job]!;
          record.served++;
          record.servedWait += wait;
          record.wait.add(wait);
          record.sojourn.add(sojourn);
          record.presentSeconds += sojourn;
          jobs.release(job);
          done++;
          if (queue.size > 0) enter(queue.shift());
          else if (ends.size === 0) {
            received = 0;
            idleSince = now;
          }
        } else {
          if (ends.size > 0) received += (nextArrival - now) / slowness(ends.size);
          now = nextArrival;
          nextArrival = now + gaps(streams.arrivals);
          const kind = setup.classes > 1 ? setup.classOf(streams.other) : 0;
          const job = jobs.take(now, services[kind]!(streams.services), kind);
          const record = window.classes[kind]!;
          record.arrivals++;
          if (ends.size === 0) window.idleSeconds += now - idleSince;
          if (ends.size < most) enter(job);
          else {
            record.delayed++;
            queue.push(job);
          }
        }
        scheduleEnd();
      }
      window.seconds = now - from;
      window.busySeconds = window.seconds - window.idleSeconds;
      return window;
    },
  };
}
