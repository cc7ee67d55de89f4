// What a person reads of an expected failure.

export interface ErrorText {
  /** What happened. `{name}` is filled from the error's data. */
  readonly title: string;
  /** What to do next. */
  readonly hint: string;
}
