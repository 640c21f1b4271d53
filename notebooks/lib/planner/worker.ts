import { plannerJobs } from "./jobs.ts";
import type { Asked, Said } from "./messages.ts";

const scope = self as unknown as { postMessage: (said: Said) => void; onmessage: ((event: MessageEvent<Asked>) => void) | null };

const ask = plannerJobs({
  say: (said) => scope.postMessage(said),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  now: () => performance.now(),
});
scope.onmessage = ({ data }) => ask(data);
