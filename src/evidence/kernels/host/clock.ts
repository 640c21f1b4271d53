/** A clock in milliseconds; only differences mean anything. */
export type Clock = () => number;

interface ProcessLike {
  cpuUsage?: () => { readonly user: number; readonly system: number };
}

/** The time that passes. */
export const wallClock: Clock = () => performance.now();

/** The time that all threads of this program spent on processors, ms, where the host tells (Node does); null elsewhere. */
export function processorClock(): Clock | null {
  const host = (globalThis as { process?: ProcessLike }).process;
  const usage = host?.cpuUsage?.bind(host);
  if (usage === undefined) return null;
  return () => {
    const { user, system } = usage();
    return (user + system) / 1000;
  };
}

/**
 * Clocks for a backend of one thread, WebAssembly or plain JavaScript. Each gives an upper bound of what the thread worked:
 * elapsed time counts what the program waited for its turn on a busy machine, processor time counts the threads that compile
 * and collect garbage beside it. The stopwatch takes the smaller.
 */
export function singleThreadClocks(): readonly Clock[] {
  const processor = processorClock();
  return processor === null ? [wallClock] : [wallClock, processor];
}
