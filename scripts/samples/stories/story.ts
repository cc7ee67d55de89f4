import type { Role } from '../log/staff.ts';

export type PageName =
  | 'mail'
  | 'dealwell'
  | 'orderbench'
  | 'tracker'
  | 'solvia'
  | 'clausekeep'
  | 'linemap'
  | 'nodeloom'
  | 'tallybook'
  | 'caredesk';

/** One thing a hand does while a sentence is spoken; `at` is a CSS selector in the page that is in front. */
export type Action =
  | { readonly kind: 'show'; readonly page: PageName }
  | { readonly kind: 'click' | 'point' | 'copy' | 'paste'; readonly at: string }
  | { readonly kind: 'type' | 'pick'; readonly at: string; readonly text: string };

export interface Line {
  /** Exactly the words that are spoken, and that stand in the transcript. */
  readonly say: string;
  readonly hands: readonly Action[];
}

/** A tab that is open at the start, and the steps (see pages/app.js) that bring its page into the state found there. */
interface Tab {
  readonly page: PageName;
  readonly begin?: string;
}

/** One recording: who tells it, with which voice, what is open, and what is said and done. */
export interface Story {
  /** The base name of the files it becomes. */
  readonly name: string;
  readonly actor: string;
  readonly role: Role;
  readonly title: string;
  /** A voice of espeak-ng, its pitch (0 to 99) and its words per minute. */
  readonly voice: { readonly name: string; readonly pitch: number; readonly speed: number };
  /** The first one is in front. */
  readonly tabs: readonly Tab[];
  readonly lines: readonly Line[];
}

/** A sentence, and what the hands do meanwhile, spread over its length. */
export function line(say: string, ...hands: Action[]): Line {
  return { say, hands };
}

export const show = (page: PageName): Action => ({ kind: 'show', page });
export const click = (at: string): Action => ({ kind: 'click', at });
/** Moves the pointer there and leaves it. */
export const point = (at: string): Action => ({ kind: 'point', at });
export const copy = (at: string): Action => ({ kind: 'copy', at });
export const paste = (at: string): Action => ({ kind: 'paste', at });
export const type = (at: string, text: string): Action => ({ kind: 'type', at, text });
/** Chooses an entry of a list. */
export const pick = (at: string, text: string): Action => ({ kind: 'pick', at, text });
