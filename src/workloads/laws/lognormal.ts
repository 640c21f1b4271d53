import { normalCdf, normalDensity, normalQuantile, normalTail } from "../../numerics/normal.ts";
import { completeLaw, type Law } from "../law.ts";

/** The lognormal law: ln X is normal with mean mu and standard deviation sigma > 0. Its transform has no closed form. */
export function lognormalLaw(mu: number, sigma: number): Law {
  const moment = (k: number): number => Math.exp(k * mu + (k * k * sigma * sigma) / 2);
  const score = (x: number): number => (Math.log(x) - mu) / sigma;
  return completeLaw({
    low: 0,
    high: Infinity,
    moments: [moment(1), moment(2), moment(3)],
    variance: Math.expm1(sigma * sigma) * moment(1) ** 2,
    upperMoment: (k, x) => (x <= 0 ? (k === 0 ? 1 : moment(k)) : (k === 0 ? 1 : moment(k)) * normalTail(score(x) - k * sigma)),
    cdf: (x) => (x <= 0 ? 0 : normalCdf(score(x))),
    quantile: (q) => Math.exp(mu + sigma * normalQuantile(q)),
    density: (x) => (x <= 0 ? 0 : normalDensity(score(x)) / (sigma * x)),
  });
}
