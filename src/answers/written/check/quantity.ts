// What a sentence says in numbers, as it can be compared with what was counted.

/** `date` and `clock` are compared as dates and times of day; `factor` is "three times as long"; `code` has letters. */
export type QuantityUnit =
  | 'count'
  | 'ms'
  | 'workday'
  | 'share'
  | 'points'
  | 'money'
  | 'rank'
  | 'rate'
  | 'factor'
  | 'date'
  | 'clock'
  | 'code'
  | 'vague';

/** How the number is meant: as it stands, roughly, as a lower or an upper limit; `over` and `under` leave it out. */
export type Bound = 'exact' | 'about' | 'over' | 'at least' | 'under' | 'at most';

export interface Quantity {
  /** In the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly unit: QuantityUnit;
  /** In counts, milliseconds, shares from 0 to 1; of a `clock` minutes since midnight; 0 for those that have no value. */
  readonly value: number;
  /** Half of the last place that is shown, in the unit of `value`: "1.5 days" has half a tenth of a day. */
  readonly slack: number;
  readonly bound: Bound;
  /** Words right behind it, folded: "12 open cases" gives open, cases. */
  readonly after: readonly string[];
  /** As it stands, in lower case; for what is compared as text. */
  readonly text: string;
  readonly date?: CalendarDate;
}

export interface CalendarDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
}
