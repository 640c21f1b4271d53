import type { Replication } from "../replications.ts";
import { JobTable } from "./jobs.ts";
import { LeftistHeaps } from "./leftist-heap.ts";
import { classServices, type QueueSetup, type QueueStreams } from "./setup.ts";
import { QueueWindow } from "./window.ts";

/**
 * One server shared equally by the requests that have received the least service (foreground-background, least attained
 * service). Requests with the same attained service form a group; groups lie on a stack, the least attained on top. The
 * top group runs until its smallest request ends, or it catches up with the group below and merges with it.
 */
export function foregroundBackground(setup: QueueSetup, streams: QueueStreams): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services = classServices(setup);
  const jobs = new JobTable();
  const heaps = new LeftistHeaps();
  const roots: number[] = [];
  const counts: number[] = [];
  const attained: number[] = [];
  let now = 0;
  let nextArrival = gaps(streams.arrivals);
  let idleSince = 0;

  return {
    advance(requests) {
      const window = new QueueWindow(setup.classes);
      const from = now;
      for (let done = 0; done < requests; ) {
        const top = roots.length - 1;
        let event = Infinity;
        let target = 0;
        let ends = false;
        if (top >= 0) {
          const smallest = jobs.size[roots[top]!]!;
          const below = top > 0 ? attained[top - 1]! : Infinity;
          ends = smallest <= below;
          target = ends ? smallest : below;
          event = now + (target - attained[top]!) * counts[top]!;
        }
        if (nextArrival < event) {
          if (top >= 0) attained[top] = attained[top]! + (nextArrival - now) / counts[top]!;
          else window.idleSeconds += nextArrival - idleSince;
          now = nextArrival;
          nextArrival = now + gaps(streams.arrivals);
          const kind = setup.classes > 1 ? setup.classOf(streams.other) : 0;
          const job = jobs.take(now, services[kind]!(streams.services), kind);
          heaps.single(job);
          window.classes[kind]!.arrivals++;
          roots.push(job);
          counts.push(1);
          attained.push(0);
          continue;
        }
        now = event;
        attained[top] = target;
        if (ends) {
          const job = roots[top]!;
          const record = window.classes[jobs.kind[job]!]!;
          const sojourn = now - jobs.arrival[job]!;
          record.served++;
          record.wait.add(0);
          record.sojourn.add(sojourn);
          record.presentSeconds += sojourn;
          roots[top] = heaps.withoutRoot(job, jobs.size);
          counts[top]!--;
          jobs.release(job);
          done++;
          if (counts[top] === 0) {
            roots.pop();
            counts.pop();
            attained.pop();
            if (roots.length === 0) idleSince = now;
          }
        } else {
          const root = roots.pop()!;
          const count = counts.pop()!;
          attained.pop();
          roots[top - 1] = heaps.merge(root, roots[top - 1]!, jobs.size);
          counts[top - 1] = counts[top - 1]! + count;
        }
      }
      window.seconds = now - from;
      window.busySeconds = window.seconds - window.idleSeconds;
      return window;
    },
  };
}
