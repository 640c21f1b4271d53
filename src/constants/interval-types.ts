/** Kinds of figure that share an error model. */
export type IntervalLevel = "ttft" | "tpot" | "batch" | "rate" | "power";

/** What a fit has seen, and how far measured figures lay from predictions that had not seen them. */
export interface ServingWidths {
  readonly families: readonly string[];
  readonly devices: readonly string[];
  readonly models: readonly string[];
  readonly engines: readonly string[];
  /** By `level|form|engine` (`*`: any): 5th and 95th percentile of log(measured/predicted) for each thing that was held back. */
  readonly table: Readonly<Record<string, Readonly<Partial<Record<HeldBack, readonly [low: number, high: number]>>>>>;
}

export type HeldBack = "configurations" | "device" | "model" | "engine";

/** Whom a prediction is about. */
export interface Acquaintance {
  readonly device: string;
  readonly model: string;
  readonly engine: string;
  readonly form: "dense" | "moe";
}
