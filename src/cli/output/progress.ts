import type { Terminal } from "../terminal.ts";

/** Progress on standard error, once a second has passed and only where somebody watches. */
export interface Progress {
  /** `all` is null where nobody knows how many there will be. */
  update(done: number, all: number | null): void;
  end(): void;
}

const quietMilliseconds = 1000;
const everyMilliseconds = 100;

export function progress(terminal: Terminal, what: string): Progress {
  const start = performance.now();
  let last = start + quietMilliseconds - everyMilliseconds;
  let shown = false;
  return {
    update(done, all) {
      const now = performance.now();
      if (!terminal.watched || now - last < everyMilliseconds) return;
      last = now;
      shown = true;
      terminal.note(`\r${what}: ${done}${all === null ? "" : ` of ${all}`}\u001b[K`);
    },
    end() {
      if (shown) terminal.note("\r\u001b[K");
    },
  };
}
