// What the intent card holds, and what of it the core is told.
import type { Intent } from '../../src/domain/capture.ts';
import { capitalize, formatMoment } from '../format.ts';

export interface Draft {
  readonly process: string;
  readonly actor: string;
  readonly role: string;
  readonly trigger: string;
  readonly done: string;
  readonly caseReference: string;
  readonly language: string;
}

/** Only what a person has typed. */
export type Typed = Partial<Draft>;

/** What the core is told; what was left empty is not said. */
export function toIntent(draft: Draft, consent: string, nowMs: number): Intent {
  const { process, language, ...rest } = draft;
  const said = Object.entries(rest).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]]));
  const what = [capitalize(process.trim()), draft.caseReference.trim()].filter(Boolean).join(' ');
  const title = `${what}, ${formatMoment(nowMs)}`.slice(0, 200);
  return { process: process.trim(), title, language, ...Object.fromEntries(said), consent };
}

/** `en` of `en-GB`: how a language is spoken where makes no difference to a transcriber. */
export const plainLanguage = (tag: string): string => tag.split('-')[0] ?? 'en';
