import type { Replication } from "../replications.ts";
import { WaitingRing } from "../waiting-line.ts";
import { JobTable } from "./jobs.ts";
import { classServices, type QueueSetup, type QueueStreams } from "./setup.ts";
import { QueueWindow } from "./window.ts";

/**
 * Multi-level feedback: FCFS levels, the first that is not empty is served; a request goes to the tail of the next level
 * when its attained service reaches the threshold of its own, and the last level runs to completion. An arrival enters the
 * first level and interrupts service at later ones; what was interrupted stays at the head of its level.
 */
export function mlfq(setup: QueueSetup, streams: QueueStreams, thresholds: readonly number[]): Replication<QueueWindow> {
  const gaps = setup.gaps();
  const services = classServices(setup);
  const jobs = new JobTable();
  const levels = Array.from({ length: thresholds.length + 1 }, () => new WaitingRing());
  let now = 0;
  let nextArrival = gaps(streams.arrivals);
  let current = -1;
  let level = 0;
  let present = 0;
  /** When the request in service ends or reaches the threshold of its level. */
  let event = Infinity;
  let idleSince = 0;

  const serve = (): void => {
    level = 0;
    while (level < levels.length && levels[level]!.size === 0) level++;
    if (level === levels.length) {
      current = -1;
      event = Infinity;
      return;
    }
    current = levels[level]!.head();
    if (jobs.started[current]! < 0) jobs.started[current] = now;
    event = now + slice();
  };
  /** Service until the end or the threshold. */
  const slice = (): number => {
    const remaining = jobs.remaining[current]!;
    if (level === thresholds.length) return remaining;
    return Math.min(remaining, Math.max(0, thresholds[level]! - (jobs.size[current]! - remaining)));
  };
  return {
    advance(requests) {
      const window = new QueueWindow(setup.classes);
      const from = now;
      for (let done = 0; done < requests; ) {
        if (event <= nextArrival) {
          const spent = slice();
          now = event;
          levels[level]!.shift();
          const left = jobs.remaining[current]! - spent;
          const over = spent === jobs.remaining[current];
          jobs.remaining[current] = left;
          if (over) {
            const job = current;
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
            if (--present === 0) idleSince = now;
          } else levels[level + 1]!.push(current);
          serve();
          continue;
        }
        const interrupted = current >= 0 && level > 0;
        if (interrupted) jobs.remaining[current] = Math.max(0, jobs.remaining[current]! - slice() + (event - nextArrival));
        now = nextArrival;
        nextArrival = now + gaps(streams.arrivals);
        const kind = setup.classes > 1 ? setup.classOf(streams.other) : 0;
        const job = jobs.take(now, services[kind]!(streams.services), kind);
        const record = window.classes[kind]!;
        record.arrivals++;
        if (present++ === 0) window.idleSeconds += now - idleSince;
        levels[0]!.push(job);
        if (current < 0 || interrupted) serve();
        else record.delayed++;
      }
      window.seconds = now - from;
      window.busySeconds = window.seconds - window.idleSeconds;
      return window;
    },
  };
}
