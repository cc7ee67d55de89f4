// What the corrections of one process teach about its words; the next extraction may read with it.

/** Keys are lower-case, as said or as first extracted; values are how a person wrote it. */
export interface Dictionary {
  /** "noor" is "finance". */
  readonly roles: ReadonlyMap<string, string>;
  /** "the green screen" is "AS/400"; a system's own name leads to itself. */
  readonly systems: ReadonlyMap<string, string>;
  /** "form" is "return request". */
  readonly artifacts: ReadonlyMap<string, string>;
  /** "check" is "verify". */
  readonly verbs: ReadonlyMap<string, string>;
}
