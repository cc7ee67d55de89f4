// One handoff as found in the talk, and what all rules for handoffs ask: who does it, where it is said.
import type { Deed } from './deeds.ts';
import type { Span } from './evidence.ts';
import type { Scene } from './find-steps.ts';
import { SELF_PRONOUNS } from './lexicon.ts';
import { nameParty } from './parties.ts';
import { whatOf } from './what-passes.ts';

export interface HandoffDraft {
  readonly kind: 'actor' | 'system';
  readonly from: string | null;
  readonly to: string;
  readonly what: string | null;
  readonly span: Span;
  /** Index of the deed that says it. */
  readonly deed: number;
  readonly sure: boolean;
  readonly by: string;
}

/** Who does a deed, by role; null when the talk does not say. */
export function actorOf(scene: Scene, deed: Deed): string | null {
  const { parse, cast, focus } = scene;
  const subject = deed.subject;
  if (!subject || SELF_PRONOUNS.has(subject.text)) return cast.narrator;
  if (subject.isPronoun) {
    const party = /^(he|she|they)$/.test(subject.text) ? focus.partyAt(deed) : null;
    return party ? nameParty(parse, cast, party) : null;
  }
  return nameParty(parse, cast, subject);
}

/** Told as something that happened once, in a talk about what always happens. */
export function isOver(scene: Scene, deed: Deed): boolean {
  return deed.form === 'past' && !scene.isPastStory;
}

interface Draft {
  readonly from: string | null;
  readonly to: string;
  readonly by: string;
  readonly sure: boolean;
}

/** The draft of a handoff said by one deed: what passes and the words that say it. */
export function draft(scene: Scene, deed: Deed, { from, to, by, sure }: Draft): HandoffDraft {
  const start = deed.subject?.from ?? deed.from;
  const isNear = start < deed.from && deed.from - start < 6;
  return {
    kind: 'actor',
    from,
    to,
    what: whatOf(scene, deed),
    span: { from: isNear ? start : deed.from, to: deed.end },
    deed: deed.index,
    sure,
    by,
  };
}
