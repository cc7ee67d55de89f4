// Where things are kept, and what needs no system: what is worked on in a system is there when others take it up.
import lists from './data/systems.json' with { type: 'json' };
import type { Deed } from './deeds.ts';
import type { Candidate, Scene } from './find-steps.ts';
import { COMMS_APPS } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import type { Place } from './place-steps.ts';

const BY_HAND = {
  verbs: new Set(lists.byHand.verbs),
  places: new Set(lists.byHand.places),
  things: new Set(lists.byHand.things),
};
const DOCUMENT_APPS: ReadonlySet<string> = new Set(lists.documentApps);

/** Head of a thing ("order") to the system it was last worked on in. */
export type Kept = Map<string, string>;

/** What is opened, entered or changed in a system is there when others take it up. */
export function keepThing(
  scene: Scene,
  { label }: Candidate,
  { place: { system, how }, kept }: { readonly place: Place; readonly kept: Kept },
): void {
  const thing = headOf(label);
  if (thing === undefined || system === null || isComms(scene, system) || isDocumentApp(system)) return;
  if (how !== 'channel') kept.set(thing, system);
}

/** "the PO number" is not the PO: the last word tells things apart well enough. */
export function headOf({ artifact }: Candidate['label']): string | undefined {
  return artifact
    ?.toLowerCase()
    .split(' ')
    .at(-1)
    ?.replace(/(?<=..[^s])s$/, '');
}

/** A spreadsheet or a letter is passed around: who approves it does so somewhere else. */
function isDocumentApp(system: string): boolean {
  return system
    .toLowerCase()
    .split(/\s+/)
    .some((word) => DOCUMENT_APPS.has(word));
}

/** "apply it to the invoice": where the invoice is. */
export function keptTarget(deed: Deed, kept: Kept): string | undefined {
  const target = deed.preps.find((phrase) => phrase.prep === 'to' && !phrase.isPronoun);
  return target && kept.get(target.headWord);
}

export function isComms({ mailSystem, systems }: Scene, system: string): boolean {
  if (system === mailSystem || systems.windows.some(({ name, isMail }) => isMail && name === system)) return true;
  return system
    .toLowerCase()
    .split(/\s+/)
    .some((word) => COMMS_APPS.has(word) || word === 'phone');
}

/** "stick the label on the box", "put it on the shelf", "give them the badge": no screen is needed for it. */
export function isByHand({ parse }: Scene, deed: Deed, { verb }: Candidate['label']): boolean {
  const by = (phrase: Phrase): boolean => BY_HAND.places.has(phrase.headWord);
  return (
    BY_HAND.verbs.has(verb.split(' ')[0] ?? '') ||
    deed.preps.some((phrase) => phrase.prep !== 'from' && by(phrase)) ||
    deed.objects.some((phrase) => !phrase.isPronoun && BY_HAND.things.has(parse.words[phrase.head]?.lemma ?? ''))
  );
}
