import { plannerJobs } from "./jobs.ts";
import type { Asked, Said } from "./messages.ts";

const scope = self as unknown as { postMessage: (said: Said) => void; onmessage: ((event: MessageEvent<Asked>) => void) | null };

const { port1, port2 } = new MessageChannel();

/** A turn of the event loop: a timer would wait four milliseconds. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

const ask = plannerJobs({
  say: (said) => scope.postMessage(said),
  pause: (milliseconds) => (milliseconds === 0 ? turn() : new Promise((resolve) => setTimeout(resolve, milliseconds))),
  now: () => performance.now(),
});
scope.onmessage = ({ data }) => ask(data);
