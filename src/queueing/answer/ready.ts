import { meanRate } from "../arrivals.ts";
import { lawOf } from "../../workloads/distributions.ts";
import type { Law } from "../../workloads/law.ts";
import { affineLaw, cappedLaw, mixtureLaw } from "../../workloads/laws/combined.ts";
import { exponentialMean } from "../../workloads/recognise.ts";
import type { Arrivals } from "../../workloads/types.ts";
import type { Service, ServiceTime } from "../types.ts";
import type { CheckedQueueCase } from "../validate/case.ts";

/** A class of requests of a case: one without `classes`. */
export interface ReadyClass {
  readonly ratePerSecond: number;
  readonly service: Law;
}

/** Arrivals as the analysis distinguishes them: a renewal process of exponential gaps, or an MMPP of equal rates, is Poisson. */
export type ReadyArrivals =
  | { readonly kind: "poisson" }
  | { readonly kind: "renewal"; readonly interarrival: Law }
  | { readonly kind: "mmpp"; readonly rates: readonly number[]; readonly generator: readonly (readonly number[])[] }
  | { readonly kind: "other" };

/** The law of a service time. */
export function serviceLaw(service: ServiceTime): Law {
  if ("dist" in service) return lawOf(service);
  const { per_token_s: perToken, fixed_s: fixed, tokens, cap } = service;
  if (cap === undefined || perToken === 0) return lawOf(tokens, perToken, fixed);
  return affineLaw(cappedLaw(lawOf(tokens), cap), perToken, fixed);
}

/** The services of a case as a list. */
export function serviceList({ service }: CheckedQueueCase): readonly Service[] {
  if (service === undefined) return [];
  return Array.isArray(service) ? (service as readonly Service[]) : [service as Service];
}

/** Classes with their rates and service laws, for disciplines whose service is a time. */
export function readyClasses(c: CheckedQueueCase): readonly ReadyClass[] {
  const services = serviceList(c).map((service) => serviceLaw(service as ServiceTime));
  const { arrivals } = c;
  if (arrivals.process === "classes") {
    return arrivals.rates_per_s.map((ratePerSecond, i) => ({ ratePerSecond, service: services[i] ?? services[0]! }));
  }
  return [{ ratePerSecond: meanRate(arrivals), service: services[0]! }];
}

/** The service law of a request of any class. */
export function mixedService(classes: readonly ReadyClass[]): Law {
  const total = classes.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0);
  return mixtureLaw(
    classes.map(({ ratePerSecond }) => ratePerSecond / total),
    classes.map(({ service }) => service),
  );
}


/** Recognises arrivals that are Poisson under another name. */
export function readyArrivals(arrivals: Arrivals): ReadyArrivals {
  switch (arrivals.process) {
    case "poisson":
    case "classes":
      return { kind: "poisson" };
    case "renewal": {
      const interarrival = lawOf(arrivals.interarrival);
      return exponentialMean(interarrival) === undefined ? { kind: "renewal", interarrival } : { kind: "poisson" };
    }
    case "mmpp": {
      const [first] = arrivals.rates_per_s;
      if (arrivals.rates_per_s.every((rate) => rate === first)) return { kind: "poisson" };
      return { kind: "mmpp", rates: arrivals.rates_per_s, generator: arrivals.generator };
    }
    default:
      return { kind: "other" };
  }
}
