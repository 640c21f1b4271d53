// Exact and numerical analysis, one model a file.
export * from "./mg1/fcfs.ts";
export * from "./mg1/predicted.ts";
export * from "./mg1/priority.ts";
export * from "./mg1/size-based.ts";
export * from "./processor-sharing/unlimited.ts";
export * from "./many-servers/approximations.ts";
export * from "./many-servers/erlang.ts";
export * from "./many-servers/mdk.ts";
export * from "./many-servers/modulated.ts";
export * from "./many-servers/renewal.ts";
export * from "./many-servers/time-varying.ts";
export * from "./networks/closed.ts";
export * from "./networks/tandem.ts";
export * from "./loss/finite-buffer.ts";
export * from "./loss/multi-rate.ts";
export * from "./impatience/mg1.ts";
export * from "./impatience/mmk.ts";
// The simulators.
export { simulateQueue } from "./simulation/simulate-queue.ts";
export { simulateServer } from "./simulation/simulate-server.ts";
export type * from "./simulation/server-types.ts";
export type { ImpatientQueue } from "./impatience/types.ts";
export type { TimeMoments, WorkStream } from "./mg1/delay.ts";
export type * from "./types.ts";
export { lawOf } from "../workloads/distributions.ts";
export type * from "../workloads/law.ts";
export type * from "../workloads/types.ts";
