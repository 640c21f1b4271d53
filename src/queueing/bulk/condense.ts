import type { Atoms } from "../../workloads/law.ts";

/**
 * Replaces neighbouring atoms within `width` by two that keep the group's mass and first three moments (a Gauss rule), so that
 * expectations of functions smooth on that scale do not change: the error is of the fourth order in the width.
 */
export function condense({ values, probabilities }: Atoms, width: number): Atoms {
  const outValues: number[] = [];
  const outMass: number[] = [];
  let i = 0;
  while (i < values.length) {
    const end = values[i]! + width;
    let j = i;
    let mass = 0;
    let mean = 0;
    while (j < values.length && values[j]! <= end) {
      mass += probabilities[j]!;
      mean += probabilities[j]! * values[j]!;
      j++;
    }
    if (j - i <= 2 || !(mass > 0)) {
      for (let k = i; k < j; k++) {
        outValues.push(values[k]!);
        outMass.push(probabilities[k]!);
      }
    } else {
      mean /= mass;
      let variance = 0;
      let third = 0;
      for (let k = i; k < j; k++) {
        const d = values[k]! - mean;
        variance += (probabilities[k]! * d * d) / mass;
        third += (probabilities[k]! * d * d * d) / mass;
      }
      const skew = variance > 0 ? third / variance : 0;
      const root = Math.sqrt(variance + (skew * skew) / 4);
      if (!(root > 0)) {
        outValues.push(mean);
        outMass.push(mass);
      } else {
        const low = skew / 2 - root;
        const high = skew / 2 + root;
        outValues.push(mean + low, mean + high);
        outMass.push((mass * high) / (high - low), (-mass * low) / (high - low));
      }
    }
    i = j;
  }
  return { values: Float64Array.from(outValues), probabilities: Float64Array.from(outMass) };
}
