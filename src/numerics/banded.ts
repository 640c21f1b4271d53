/** A Markov chain on 0 … n − 1 whose steps go at most `down` below and `up` above. */
export interface BandedChain {
  readonly n: number;
  readonly down: number;
  readonly up: number;
  /** P(i → j) at [i·width + (j − i + down)], width = down + up + 1. */
  readonly band: Float64Array;
}

/** A chain without transitions yet. */
export function bandedChain(n: number, down: number, up: number): BandedChain {
  return { n, down, up, band: new Float64Array(n * (down + up + 1)) };
}

/** Adds a transition; one that leaves the states goes to the last one. */
export function addTransition({ n, down, up, band }: BandedChain, from: number, to: number, probability: number): void {
  const target = Math.min(n - 1, to);
  const place = from * (down + up + 1) + target - from + down;
  band[place] = band[place]! + probability;
}

/**
 * Stationary law by state reduction (Grassmann, Taksar and Heyman 1985) inside the band, which elimination from the top does not
 * leave: O(n·down·up), no subtractions. **Overwrites** the chain.
 */
export function stationaryBanded({ n, down, up, band }: BandedChain): Float64Array {
  const width = down + up + 1;
  for (let state = n - 1; state > 0; state--) {
    const first = Math.max(0, state - down);
    const row = state * width - state + down;
    let out = 0;
    for (let j = first; j < state; j++) out += band[row + j]!;
    const scale = 1 / out;
    for (let i = Math.max(0, state - up); i < state; i++) {
      const target = i * width - i + down;
      const into = band[target + state]! * scale;
      if (into === 0) continue;
      band[target + state] = into;
      for (let j = Math.max(first, i - down); j < state; j++) band[target + j] = band[target + j]! + into * band[row + j]!;
    }
  }
  const law = new Float64Array(n);
  law[0] = 1;
  let total = 1;
  for (let state = 1; state < n; state++) {
    let sum = 0;
    for (let i = Math.max(0, state - up); i < state; i++) sum += law[i]! * band[i * width + state - i + down]!;
    law[state] = sum;
    total += sum;
    if (total > 1e280) {
      for (let i = 0; i <= state; i++) law[i] = law[i]! * 1e-280;
      total *= 1e-280;
    }
  }
  return law.map((p) => p / total);
}
