import type { RandomStream } from "../../../src/numerics/random.ts";
import type { Disaggregation, KvCache, Router, StepFunction } from "../../../src/queueing/simulation/server-types.ts";
import type { NaiveCase, NaiveResult, NaiveTimes } from "./naive-types.ts";

interface Request {
  id: number;
  arrival: number;
  input: number;
  output: number;
  hit: number;
  session: number;
  rank: number;
  queuedSince: number;
  scheduled: number;
  first: number;
  last: number;
  lastToken: number;
  remaining: number;
  cached: number;
  generated: number;
  left: number;
  growth: number;
  swapped: boolean;
}

interface Engine {
  role: "whole" | "prefill" | "decode";
  step: StepFunction;
  maxRunning: number;
  budget: number;
  kv: KvCache | undefined;
  waiting: Request[];
  running: Request[];
  state: "idle" | "boundary" | "step";
  time: number;
  tolerance: number;
  /** The iteration under way. */
  chunks: Map<Request, number>;
  decodes: Request[];
  start: number;
  /** Decoding iterations between two looks for arrivals, since the last one, and the latest arrival that it has seen. */
  pollSteps: number;
  sincePoll: number;
  seen: number;
}

/** An LLM server token by token, as plainly as possible: every iteration looks at every request. */
export function naiveServer(c: NaiveCase): NaiveResult {
  const { policy } = c;
  const kind = policy.kind ?? "chunked";
  const chunked = kind === "chunked" || kind === "prefill-first-chunked";
  const window = (c.proposed ?? 0) + 1;
  const gather = policy.gatherPrompts ?? Infinity;
  const make = (role: Engine["role"], pool: Disaggregation["prefill"] | undefined): Engine => ({
    role,
    step: c.step,
    maxRunning: pool?.maxRunningRequests ?? policy.maxRunningRequests ?? Infinity,
    budget: pool?.maxBatchedTokens ?? policy.maxBatchedTokens ?? Infinity,
    kv: role === "prefill" ? pool?.kv : (pool?.kv ?? c.kv),
    waiting: [],
    running: [],
    state: "idle",
    time: Infinity,
    tolerance: 0,
    chunks: new Map(),
    decodes: [],
    start: 0,
    pollSteps: role === "decode" ? 1 : (policy.pollSteps ?? 1),
    // Where prompts are gathered: since the first was found, -1 before.
    sincePoll: gather < Infinity && (policy.pollSteps ?? 1) > 1 ? -1 : 0,
    seen: 0,
  });
  const many = (n: number, role: Engine["role"], pool?: Disaggregation["prefill"]): Engine[] => Array.from({ length: n }, () => make(role, pool));
  const d = c.disaggregated;
  const front = d ? many(d.prefill.replicas ?? 1, "prefill", d.prefill) : many(c.replicas ?? 1, "whole");
  const back = d ? many(d.decode.replicas ?? 1, "decode", d.decode) : [];
  const engines = [...front, ...back];
  const result = { times: [] as NaiveTimes[], gaps: [] as number[], iterations: 0, decodeRequests: 0, busySeconds: 0, runningSeconds: 0, waitingSeconds: 0, kvTokenSeconds: 0, preemptions: 0 };

  const requests: Request[] = c.requests.map((r, id) => {
    const left = c.iterations?.[id] ?? r.outputTokens - 1;
    const hit = Math.min(r.prefixHitTokens ?? 0, r.inputTokens - 1);
    return {
      id, arrival: r.arrivalSeconds, input: r.inputTokens, output: r.outputTokens, hit, session: r.session ?? 0,
      rank: policy.order === "priority" ? (r.priorityClass ?? 0) : policy.order === "shortest-predicted" ? r.outputTokens : 0,
      queuedSince: 0, scheduled: -1, first: -1, last: -1, lastToken: 0, remaining: r.inputTokens - hit, cached: hit, generated: 0,
      left: left + 1, growth: left > 0 ? (r.outputTokens - 1) / left : 1, swapped: false,
    };
  });
  const pending: Request[] = c.closedUsers === undefined ? [...requests] : [];
  let issued = 0;
  const send = (time: number, session: number): void => {
    const next = requests[issued++];
    if (!next) return;
    next.arrival = time;
    next.session = session;
    pending.push(next);
  };
  for (let user = 0; user < (c.closedUsers ?? 0); user++) send(0, user);
  const transfers: { at: number; request: Request }[] = [];
  let linkFree = 0;
  const turns = new Map<Engine[], number>();

  const blocksHeld = (engine: Engine, r: Request): number => {
    const size = engine.kv?.blockTokens ?? 1;
    if (engine.kv?.admission === "grow" && engine.role !== "prefill") return Math.ceil((r.input + r.generated) / size - 1e-9);
    return Math.ceil((r.input + (engine.role === "prefill" ? 0 : r.output)) / size);
  };
  const capacity = (engine: Engine): number => (engine.kv ? Math.floor(engine.kv.capacityTokens / (engine.kv.blockTokens ?? 1)) : Infinity);
  const used = (engine: Engine): number => engine.running.reduce((sum, r) => sum + blocksHeld(engine, r), 0);
  const grows = (engine: Engine): boolean => engine.kv?.admission === "grow" && engine.role !== "prefill";
  const decoding = (engine: Engine): Request[] => engine.running.filter((r) => r.remaining === 0);

  function route(pool: Engine[], r: Request, router: Router): Engine {
    const measure = (of: (engine: Engine) => number): Engine => pool.reduce((best, e) => (of(e) < of(best) ? e : best));
    if (router === "random" && pool.length > 1) return pool[(c.random as RandomStream).integer(pool.length)] as Engine;
    if (router === "session-affinity") return pool[r.session % pool.length] as Engine;
    if (router === "join-shortest-queue") return measure((e) => e.waiting.length + e.running.length);
    const work = (e: Engine, q: Request): number => (e.role === "decode" ? 0 : q.input - q.hit) + (e.role === "prefill" ? 0 : q.output);
    if (router === "least-work") return measure((e) => [...e.waiting, ...e.running].reduce((sum, q) => sum + work(e, q), 0));
    const turn = turns.get(pool) ?? 0;
    turns.set(pool, turn + 1);
    return pool[turn % pool.length] as Engine;
  }
  function enqueue(engine: Engine, r: Request, time: number): void {
    r.queuedSince = time;
    engine.waiting.push(r);
    if (policy.order && policy.order !== "fcfs") engine.waiting.sort((a, b) => a.rank - b.rank || a.id - b.id);
    if (engine.state === "idle") Object.assign(engine, { state: "boundary", time, tolerance: 0 });
  }
  function preempt(engine: Engine, r: Request): number {
    result.preemptions++;
    engine.running.splice(engine.running.indexOf(r), 1);
    engine.waiting.unshift(r);
    r.queuedSince = engine.time;
    if (policy.order && policy.order !== "fcfs") engine.waiting.sort((a, b) => a.rank - b.rank || a.id - b.id);
    const wasDecoding = r.remaining === 0;
    if (wasDecoding && engine.kv?.preemption === "swap") {
      r.swapped = true;
      return (engine.kv.swapPerTokenSeconds ?? 0) * (r.input + r.generated - 1);
    }
    r.remaining = Math.round(r.input + r.generated) - r.hit;
    r.cached = r.hit;
    return 0;
  }

  function plan(engine: Engine): void {
    const mixed = engine.role !== "prefill" && (kind === "chunked" || kind === "mixed");
    const time = engine.time;
    let extra = 0;
    let preempted = false;
    if (grows(engine)) {
      while (decoding(engine).length > 0 && used(engine) > capacity(engine)) {
        extra += preempt(engine, engine.running.at(-1) as Request);
        preempted = true;
      }
    }
    let budget = engine.budget - (mixed && (policy.decodesCount ?? true) ? decoding(engine).length * window : 0);
    engine.chunks = new Map();
    const partial = engine.running.find((r) => r.remaining > 0);
    const idle = !partial && decoding(engine).length === 0;
    const ready = idle ? Infinity : policy.schedulesAhead ? engine.start + engine.tolerance : Infinity;
    const gathers = engine.pollSteps > 1 && gather < Infinity;
    const found = (): boolean => engine.waiting.length > 0 && (engine.waiting[0] as Request).queuedSince <= ready;
    let settled = ready;
    let looks = false;
    if (gathers) {
      if (engine.sincePoll < 0 && found()) engine.sincePoll = 0;
      looks = idle || engine.waiting.length >= gather || engine.sincePoll >= engine.pollSteps;
      if (!looks) settled = -Infinity;
    } else if (!idle && engine.pollSteps > 1) settled = engine.seen + engine.tolerance;
    else if (idle) engine.sincePoll = 0;
    if (partial && budget > 0) {
      engine.chunks.set(partial, Math.min(partial.remaining, budget));
      budget -= Math.min(partial.remaining, budget);
    }
    while (!preempted && engine.waiting.length > 0 && engine.running.length < engine.maxRunning) {
      const r = engine.waiting[0] as Request;
      if (r.queuedSince > settled && (r.scheduled < 0 || engine.role === "decode")) break;
      if (r.remaining > 0 && (chunked ? budget <= 0 || (partial && engine.chunks.size === 0) : r.remaining > budget && engine.chunks.size > 0)) break;
      const watermark = engine.running.length > 0 ? (engine.kv?.watermarkBlocks ?? 0) : 0;
      if (used(engine) + blocksHeld(engine, r) + watermark > capacity(engine)) break;
      engine.waiting.shift();
      engine.running.push(r);
      result.waitingSeconds += time - r.queuedSince;
      if (r.scheduled < 0) r.scheduled = time;
      if (r.remaining > 0) {
        const chunk = chunked ? Math.min(r.remaining, budget) : r.remaining;
        engine.chunks.set(r, chunk);
        budget -= chunk;
      } else {
        if (r.swapped) extra += (engine.kv?.swapPerTokenSeconds ?? 0) * (r.input + r.generated - 1);
        r.swapped = false;
        if (mixed && (policy.decodesCount ?? true)) budget -= window;
      }
    }
    if (gathers && (looks || engine.waiting.length === 0)) engine.sincePoll = found() ? 0 : -1;
    engine.decodes = mixed || engine.chunks.size === 0 ? decoding(engine) : [];
    if (engine.decodes.length === 0 && engine.chunks.size === 0) {
      engine.state = "idle";
      engine.time = Infinity;
      return;
    }
    let tokens = 0;
    let pairs = 0;
    for (const [r, chunk] of engine.chunks) {
      tokens += chunk;
      for (let i = 1; i <= chunk; i++) pairs += r.cached + i;
    }
    const context = engine.decodes.reduce((sum, r) => sum + r.input + r.generated, 0);
    const seconds = engine.step(engine.decodes.length, context, tokens, pairs, engine.chunks.size) + extra;
    result.iterations++;
    result.busySeconds += seconds;
    result.decodeRequests += engine.decodes.length;
    result.runningSeconds += seconds * engine.running.length;
    for (const r of engine.running) {
      const stored = r.remaining > 0 ? r.cached + (engine.chunks.get(r) ?? 0) : r.input + r.generated - (engine.decodes.length > 0 ? 0 : r.growth);
      result.kvTokenSeconds += seconds * stored;
    }
    engine.start = time;
    engine.state = "step";
    engine.time = time + seconds;
    engine.tolerance = 1e-9 * seconds;
  }

  function commit(engine: Engine): void {
    const time = engine.time;
    engine.state = "boundary";
    if (engine.pollSteps > 1 && gather < Infinity) {
      if (engine.decodes.length > 0 && engine.sincePoll >= 0) engine.sincePoll++;
    } else {
      if (engine.decodes.length > 0) engine.sincePoll++;
      if (engine.chunks.size > 0 || engine.sincePoll >= engine.pollSteps) {
        engine.sincePoll = 0;
        engine.seen = policy.schedulesAhead ? engine.start : time;
      }
    }
    const token = (r: Request): void => {
      if (r.first < 0) {
        r.first = time;
        r.generated = 1;
      } else {
        result.gaps.push(time - r.lastToken);
        r.generated += r.growth;
      }
      r.lastToken = time;
      r.left--;
    };
    for (const r of engine.decodes) token(r);
    for (const [r, chunk] of engine.chunks) {
      r.remaining -= chunk;
      r.cached += chunk;
      if (r.remaining > 0) continue;
      token(r);
      if (engine.role === "prefill" && r.left > 0) {
        engine.running.splice(engine.running.indexOf(r), 1);
        const took = (d?.transferFixedSeconds ?? 0) + (d?.transferPerTokenSeconds ?? 0) * r.input;
        const from = d?.sharedLink ? Math.max(time, linkFree) : time;
        linkFree = from + took;
        transfers.push({ at: from + took, request: r });
      }
    }
    const done = engine.running.filter((r) => r.left === 0).sort((a, b) => a.id - b.id);
    for (const r of done) {
      engine.running.splice(engine.running.indexOf(r), 1);
      r.last = time;
      if (c.closedUsers !== undefined) send(time, r.session);
    }
  }

  for (;;) {
    const engine = engines.reduce((best, e) => (e.time < best.time || (e.time === best.time && best.state === "boundary" && e.state === "step") ? e : best));
    transfers.sort((a, b) => a.at - b.at || a.request.id - b.request.id);
    const arrival = pending[0]?.arrival ?? Infinity;
    const moved = transfers[0]?.at ?? Infinity;
    const limit = engine.time + (engine.state === "boundary" ? engine.tolerance : 0);
    if (Math.min(arrival, moved) <= limit && Math.min(arrival, moved) < Infinity) {
      if (arrival <= moved) {
        const r = pending.shift() as Request;
        enqueue(route(front, r, (d ? d.prefill.router : undefined) ?? c.router ?? "round-robin"), r, r.arrival);
      } else {
        const { at, request } = transfers.shift() as (typeof transfers)[number];
        request.remaining = 0;
        enqueue(route(back, request, d?.decode.router ?? c.router ?? "round-robin"), request, at);
      }
    } else if (engine.time === Infinity) break;
    else if (engine.state === "boundary") plan(engine);
    else commit(engine);
  }
  result.times = requests.map((r) => ({ arrival: r.arrival, scheduled: Math.max(r.arrival, r.scheduled), first: r.first, last: r.last }));
  return result;
}
