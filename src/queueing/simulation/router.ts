import type { RandomStream } from "../../numerics/random.ts";
import type { Engine } from "./engine.ts";
import type { RequestTable } from "./request-table.ts";
import type { Router } from "./server-types.ts";

/** Chooses the engine of a request when it arrives, from what the engines hold at that moment. */
export class Routing {
  readonly #router: Router;
  readonly #engines: readonly Engine[];
  readonly #stream: RandomStream;
  #turn = 0;

  constructor(router: Router, engines: readonly Engine[], stream: RandomStream) {
    this.#router = router;
    this.#engines = engines;
    this.#stream = stream;
  }

  /** The engine for a request of the table. */
  choose(slot: number, table: RequestTable): number {
    const engines = this.#engines;
    const n = engines.length;
    if (n === 1) return 0;
    switch (this.#router) {
      case "random":
        return this.#stream.integer(n);
      case "session-affinity":
        return table.session[slot]! % n;
      case "round-robin": {
        const turn = this.#turn;
        this.#turn = turn + 1 === n ? 0 : turn + 1;
        return turn;
      }
      case "join-shortest-queue": {
        let best = 0;
        for (let i = 1; i < n; i++) if (engines[i]!.present < engines[best]!.present) best = i;
        return best;
      }
      case "least-work": {
        let best = 0;
        for (let i = 1; i < n; i++) if (engines[i]!.work < engines[best]!.work) best = i;
        return best;
      }
    }
  }
}
