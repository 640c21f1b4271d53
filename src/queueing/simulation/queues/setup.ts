import type { RandomStream } from "../../../numerics/random.ts";
import { RidgepointError } from "../../../quantities/errors.ts";
import { lawOf } from "../../../workloads/distributions.ts";
import { aliasTable, type Sampler, samplerOf } from "../../../workloads/sampling.ts";
import type { Arrivals } from "../../../workloads/types.ts";
import { disciplineObject } from "../../discipline.ts";
import type { DisciplineObject, QueueCase, Service, ServiceTime } from "../../types.ts";
import { meanRate } from "../../arrivals.ts";
import { gapSampler } from "../arrival-gaps.ts";

/** A case made ready: what one replication draws from. Samplers with a state are made anew for each replication. */
export interface QueueSetup {
  readonly discipline: DisciplineObject;
  readonly servers: number;
  readonly arrivals: Arrivals;
  /** Mean arrival rate; 0 for closed arrivals. */
  readonly rate: number;
  /** Services of the classes, of the stages, or a single one. */
  readonly services: readonly Service[];
  /** Classes of requests: 1 without `classes`. */
  readonly classes: number;
  readonly gaps: () => Sampler;
  readonly classOf: Sampler;
}

/** Streams that one replication of a queue draws from. */
export interface QueueStreams {
  readonly arrivals: RandomStream;
  readonly services: RandomStream;
  readonly other: RandomStream;
}

/** Reads a case. It is taken as valid; the contract checks it. */
export function queueSetup(c: QueueCase): QueueSetup {
  const { arrivals } = c;
  const rates = arrivals.process === "classes" ? arrivals.rates_per_s : [];
  return {
    discipline: disciplineObject(c.discipline),
    servers: c.servers ?? 1,
    arrivals,
    rate: meanRate(arrivals),
    services: c.service === undefined ? [] : Array.isArray(c.service) ? (c.service as readonly Service[]) : [c.service as Service],
    classes: Math.max(1, rates.length),
    gaps: () => gapSampler(arrivals),
    classOf: rates.length > 1 ? aliasTable(rates) : () => 0,
  };
}

/** A service time in seconds. Throws `unsupported` for a service that is not a time. */
export function serviceTime(service: Service | undefined): ServiceTime {
  if (service !== undefined && ("dist" in service || "per_token_s" in service)) return service;
  throw new RidgepointError("unsupported", "service must be a time for this discipline: a distribution, or per_token_s, fixed_s and tokens", {
    path: "service",
    value: service,
  });
}

export function serviceSampler(service: Service | undefined): Sampler {
  const time = serviceTime(service);
  if ("dist" in time) return samplerOf(time);
  const { per_token_s: perToken, fixed_s: fixed, cap = Infinity } = time;
  const tokens = tokenSampler(time.tokens);
  return (stream) => fixed + perToken * Math.min(cap, tokens(stream));
}

export function serviceMean(service: Service | undefined): number {
  const time = serviceTime(service);
  if ("dist" in time) return lawOf(time).mean;
  const { tokens, cap } = time;
  const law = lawOf(tokens);
  return time.fixed_s + time.per_token_s * (law.mean - (cap === undefined ? 0 : law.excess(1, cap)));
}

/** Token counts as drawn; laws that are not of counts are left as they are in affine service times. */
export function tokenSampler(tokens: Parameters<typeof samplerOf>[0]): Sampler {
  return samplerOf(tokens);
}

/** Whole token counts from 1: a continuous law is rounded up. */
export function countSampler(tokens: Parameters<typeof samplerOf>[0]): Sampler {
  const draw = samplerOf(tokens);
  return (stream) => Math.max(1, Math.ceil(draw(stream)));
}

/** Samplers of the classes; with a single service for all classes, that one for each. */
export function classServices(setup: QueueSetup): Sampler[] {
  return Array.from({ length: setup.classes }, (_, i) => serviceSampler(setup.services[i] ?? setup.services[0]));
}

/** Mean service over the classes, weighted with their rates. */
export function meanService(setup: QueueSetup): number {
  const rates = setup.arrivals.process === "classes" ? setup.arrivals.rates_per_s : [1];
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  return rates.reduce((sum, rate, i) => sum + (rate / total) * serviceMean(setup.services[i] ?? setup.services[0]), 0);
}
