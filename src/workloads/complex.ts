import type { Complex } from "./law.ts";

/** 1/(re + i·im). */
export function reciprocal(re: number, im: number): Complex {
  const size = re * re + im * im;
  return { re: re / size, im: -im / size };
}

/** e^{re + i·im}. */
export function complexExp(re: number, im: number): Complex {
  const size = Math.exp(re);
  return { re: size * Math.cos(im), im: size * Math.sin(im) };
}

/** (re + i·im)^exponent on the principal branch. */
export function complexPower(re: number, im: number, exponent: number): Complex {
  const log = 0.5 * Math.log(re * re + im * im);
  return complexExp(exponent * log, exponent * Math.atan2(im, re));
}

/** a·b. */
export function times(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** a/b. */
export function over(a: Complex, b: Complex): Complex {
  return times(a, reciprocal(b.re, b.im));
}
