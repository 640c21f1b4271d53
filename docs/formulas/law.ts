/** Where a symbol's values are drawn from when a law is checked: a number, a whole number, or a list of such. */
export interface Drawn {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** Numbers in a list; a single number without it. */
  readonly length?: number;
}

/** A letter of a law. */
export interface Letter {
  /** As it is typeset; `#1`, `#2` stand for the arguments of a function. */
  readonly tex: string;
  readonly meaning: string;
  /** SI, or "1" for a pure number. */
  readonly unit: string;
  /** Absent for what the law itself works out. */
  readonly drawn?: Drawn;
}

/** Values of the drawn letters. */
export type Values = Readonly<Record<string, number>>;
export type Lists = Readonly<Record<string, readonly number[]>>;

/** One law of the model: what the sheet shows, and how the tests hold it against the code. */
export interface Law {
  readonly title: string;
  /** Lines in the syntax of mathjs, each an assignment; the last one is the law's result. */
  readonly lines: readonly string[];
  readonly letters: Readonly<Record<string, Letter>>;
  /** Where the law is from: paper, book or document; "arithmetic" where it is a count. */
  readonly source: string;
  /** The function that implements it. */
  readonly implementedBy: { readonly name: string; readonly file: string };
  /** What the formula leaves out, in a sentence or two. */
  readonly note?: string;
  /** The code's answer for drawn values, to which the last line must be equal. */
  readonly code: (values: Values, lists: Lists) => number;
  /** What the check draws beside the formula's letters: the case in which they arise. */
  readonly around?: Readonly<Record<string, Drawn>>;
  /** What the formula takes as it is: figures and functions that other laws or the code work out. */
  readonly facts?: (values: Values, lists: Lists) => Readonly<Record<string, unknown>>;
  /** Draws in a test; fewer where one is slow. Default 40. */
  readonly runs?: number;
  /** Relative difference that the code's own numerical method allows. Default 1e-9. */
  readonly tolerance?: number;
}

/** Laws of one subject. */
export interface Chapter {
  readonly title: string;
  /** A sentence or two on what they are for. */
  readonly about: string;
  readonly laws: readonly Law[];
}

/** A letter whose value is drawn between two bounds. */
export const given = (tex: string, meaning: string, unit: string, min: number, max: number): Letter => ({
  tex,
  meaning,
  unit,
  drawn: { min, max },
});

/** A letter that is a whole number. */
export const counted = (tex: string, meaning: string, unit: string, min: number, max: number): Letter => ({
  tex,
  meaning,
  unit,
  drawn: { min, max, whole: true },
});

/** A letter that stands for a list of numbers, one for each class, station or size. */
export const listed = (
  tex: string,
  meaning: string,
  unit: string,
  length: number,
  min: number,
  max: number,
  whole = false,
): Letter => ({ tex, meaning, unit, drawn: { min, max, length, whole } });

/** A letter that the law works out. */
export const found = (tex: string, meaning: string, unit: string): Letter => ({ tex, meaning, unit });
