/** Kinds of figure that share an error model. */
export type IntervalLevel = "ttft" | "tpot" | "batch" | "rate" | "power";

/** What a fit has seen, and how far measured figures lay from predictions that had not seen them. */
export interface ServingWidths {
  readonly families: readonly string[];
  readonly devices: readonly string[];
  readonly models: readonly string[];
  readonly engines: readonly string[];
  /** Families with the years of the software that ran on them. */
  readonly ages: readonly string[];
  /**
   * By level, form and engine (`*`: any), of `ttft` also by `engine|crowd`: 5th and 95th percentile of log(measured/predicted) for each
   * thing that was held back.
   */
  readonly table: Readonly<Partial<Record<string, Readonly<Partial<Record<string, Readonly<Partial<Record<string, HeldBackWidths>>>>>>>>>;
}

/** Whether more requests than {@link crowdedFrom} run at once on a replica: how their prompts meet is told less well. */
export type Crowd = "few" | "many";

/** Running requests of a replica beyond which they are many: in published runs errors of first tokens are alike up to 64 users and wider from 128 on. */
export const crowdedFrom = 64;

/** 5th and 95th percentile by what was held back. */
export type HeldBackWidths = Readonly<Partial<Record<HeldBack, readonly [low: number, high: number]>>>;

export type HeldBack = "configurations" | "device" | "model" | "engine";

/** Whom a prediction is about. */
export interface Acquaintance {
  readonly device: string;
  readonly model: string;
  readonly engine: string;
  readonly form: "dense" | "moe";
  /** Family and year of the software: an old device under new software is as good as a new one. Absent: as measured. */
  readonly age?: string;
  /** Absent: not known, or nobody waits for anybody. */
  readonly crowd?: Crowd;
}
