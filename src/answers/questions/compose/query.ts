// What is asked of the cases of the event logs, put together from what a question names and asks.
import type { CaseWish } from '../../tools/select-cases.ts';

/** Who does it: a person, everybody of a role, or anybody. */
export interface Doer {
  readonly person?: string | undefined;
  readonly role?: string | undefined;
}

/** Cases that are set against others, or people. */
export interface Side {
  /** "Dana", "with “check cover”", "February". */
  readonly name: string;
  readonly wish: CaseWish;
  readonly doer: Doer;
}

export type Measure = 'case time' | 'step time' | 'wait' | 'steps' | 'cases';

export type Query =
  /** How many of the cases `of` are `wish`; `asks` whether all, or whether any. */
  | { readonly ask: 'cases'; readonly wish: CaseWish; readonly of: CaseWish; readonly asks: 'number' | 'any' | 'all' }
  /** Who does the activity (any, where none is named), how often or in what time; `among` these only. */
  | {
      readonly ask: 'people';
      readonly activity: string | undefined;
      readonly wish: CaseWish;
      readonly doer: Doer;
      readonly among: readonly string[];
      readonly measure: 'steps' | 'step time';
      readonly isLeast: boolean;
    }
  | { readonly ask: 'steps'; readonly activity: string; readonly wish: CaseWish; readonly doer: Doer }
  | { readonly ask: 'step time'; readonly activity: string; readonly wish: CaseWish; readonly doer: Doer }
  | { readonly ask: 'case time'; readonly wish: CaseWish; readonly extreme: 'longest' | 'shortest' | null }
  | { readonly ask: 'time between'; readonly first: string; readonly then: string; readonly wish: CaseWish }
  /** From the end of the step before, whoever does it, to the beginning of theirs. */
  | { readonly ask: 'wait for'; readonly doer: Doer; readonly activity: string | undefined; readonly wish: CaseWish }
  /** Whether, and in how many cases, the one is done before the other. */
  | { readonly ask: 'order'; readonly first: string; readonly then: string; readonly wish: CaseWish }
  | {
      readonly ask: 'compare';
      readonly sides: readonly [Side, Side];
      readonly measure: Measure;
      readonly activity: string | undefined;
    }
  | { readonly ask: 'months'; readonly activity: string | undefined; readonly wish: CaseWish };
