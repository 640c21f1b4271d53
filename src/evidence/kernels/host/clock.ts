/** A clock in milliseconds; only differences mean anything. */
export type Clock = () => number;

interface ProcessLike {
  cpuUsage?: () => { readonly user: number; readonly system: number };
}

/**
 * The time that this program spent on a processor, where the host tells (Node does), else the time that passed. On a machine
 * that others use too, the first leaves out the time in which the program waited for its turn. For backends of one thread:
 * WebAssembly and plain JavaScript.
 */
export function processorClock(): Clock {
  const host = (globalThis as { process?: ProcessLike }).process;
  const usage = host?.cpuUsage?.bind(host);
  if (usage === undefined) return wallClock;
  return () => {
    const { user, system } = usage();
    return (user + system) / 1000;
  };
}

/** The time that passes. */
export const wallClock: Clock = () => performance.now();
