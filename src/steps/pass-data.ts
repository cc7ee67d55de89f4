// Data passed between systems by hand: copy and paste, export and import, one system telling another.
import type { Deed } from './deeds.ts';
import type { HandoffDraft } from './handoff-draft.ts';
import type { Candidate, Scene } from './find-steps.ts';
import { AUTOMATIC } from './lexicon.ts';
import { isParty } from './parties.ts';
import { isName, type Phrase } from './phrases.ts';
import type { Place } from './place-steps.ts';
import { nameSystem } from './systems.ts';
import { whatOf } from './what-passes.ts';

/** "copy it from A and paste it into B", "export it to B", "A tells B". */
export function passData(scene: Scene, candidates: readonly Candidate[], places: readonly Place[]): HandoffDraft[] {
  const drafts: HandoffDraft[] = [];
  candidates.forEach((candidate, at) => {
    const { deed } = candidate;
    const from = systemIn(scene, deed, /^(from|off)$/) ?? documentIn(scene, deed);
    const into = systemIn(scene, deed, /^(into|to|in|onto)$/);
    const here = places[at]?.system ?? null;
    const before = places[at - 1]?.system ?? null;
    const isCarry =
      /^(copy|paste|export|import|download|upload|transfer|move|get|enter|fill|type|key|put|push|pull)$/.test(
        deed.lemma,
      );
    const after = deed.lemma === 'copy' && into === null ? nextSystem(candidates, places, at) : null;
    const pair = pairSystems({ verb: deed.lemma, from, into: into ?? after, here, before });
    if (!isCarry || !pair || pair.from === pair.to) return;
    const span = { from: deed.subject?.from ?? deed.from, to: deed.end };
    drafts.push({
      kind: 'system',
      ...pair,
      what: whatOf(scene, deed),
      span,
      deed: deed.index,
      sure: true,
      by: 'rule:data',
    });
  });
  for (const deed of scene.parse.deeds) {
    if (
      !/^(tell|update|feed|trigger|send|push|sync|notify|talk)$/.test(deed.lemma) ||
      !deed.subject ||
      deed.subject.isPronoun
    )
      continue;
    const known = nameSystem(scene.parse, scene.systems, deed.subject) ?? acronymOf(scene, deed.subject);
    const target = deed.objects[0] ?? deed.preps[0];
    const isTold = target !== undefined && nameSystem(scene.parse, scene.systems, target) !== null;
    const from = known ?? (isTold || isByItself(scene, deed) ? nameOf(scene, deed.subject) : null);
    const to = target ? (nameSystem(scene.parse, scene.systems, target) ?? nameOf(scene, target)) : null;
    if (from === null || to === null || from === to) continue;
    drafts.push({
      kind: 'system',
      from,
      to,
      what: whatOf(scene, deed),
      span: { from: deed.subject.from, to: deed.end },
      deed: deed.index,
      sure: true,
      by: 'rule:system-tells',
    });
  }
  return drafts;
}

/** Where the narrator works next, a few doings on: "copy the name and go to …". */
function nextSystem(candidates: readonly Candidate[], places: readonly Place[], at: number): string | null {
  const next = candidates[at + 1];
  const own = candidates[at];
  if (!next || !own || next.deed.index - own.deed.index > 4) return null;
  return places[at + 1]?.how === 'carried' || places[at + 1]?.how === 'said' ? (places[at + 1]?.system ?? null) : null;
}

/** "WMS tells …": bare capitals that tell are a system. */
function acronymOf(scene: Scene, phrase: Phrase): string | null {
  const word = scene.parse.words[phrase.head];
  return word && phrase.to - phrase.from === 1 && /^[A-Z][A-Z0-9]{2,5}$/.test(word.text) ? word.text : null;
}

/** "that goes off automatically, Alma tells Bruno": what happens by itself is done by systems, whatever their names. */
function isByItself({ parse }: Scene, deed: Deed): boolean {
  const near = parse.clauses.slice(Math.max(0, deed.clause - 3), deed.clause + 1);
  const own = near.filter(({ sentence }) => sentence === near.at(-1)?.sentence);
  return own.some(({ from, to }) => parse.words.slice(from, to).some(({ lower }) => AUTOMATIC.has(lower)));
}

function nameOf(scene: Scene, phrase: Phrase): string | null {
  const word = scene.parse.words[phrase.head];
  return word && phrase.to - phrase.from === 1 && isName(word) && !scene.cast.aliases.has(word.lower)
    ? word.text
    : null;
}

interface Ends {
  readonly verb: string;
  readonly from: string | null;
  readonly into: string | null;
  readonly here: string | null;
  readonly before: string | null;
}

function pairSystems({ verb, from, into, here, before }: Ends): { readonly from: string; readonly to: string } | null {
  if (from !== null && into !== null) return { from, to: into };
  if (verb === 'copy' && into !== null && here !== null) return { from: here, to: into };
  if (verb === 'paste' && into !== null && before !== null) return { from: before, to: into };
  if (from !== null && here !== null && here !== from && verb !== 'get') return { from, to: here };
  if (from !== null && before !== null && before !== from && /^(fill|enter|type|key)$/.test(verb))
    return { from, to: before };
  return null;
}

/** "off the delivery note": a document is a place data comes from when it is typed or copied. */
function documentIn({ parse, cast }: Scene, deed: Deed): string | null {
  if (!/^(copy|type|key|enter|punch|put|fill|transfer|input|paste|scan)$/.test(deed.lemma)) return null;
  const phrase = deed.preps.find((other) => /^(from|off)$/.test(other.prep ?? '') && !other.isPronoun);
  if (!phrase || isParty(parse, cast, phrase) || !DOCUMENTS.test(phrase.headWord)) return null;
  return phrase.text;
}

const DOCUMENTS =
  /^(note|form|letter|pdf|email|invoice|slip|ticket|sheet|page|label|certificate|contract|order|file|receipt|report|list|docket|card|paper|document|attachment|sticker|scan|photo|statement|bill)s?$/;

function systemIn(scene: Scene, deed: Deed, prep: RegExp): string | null {
  const phrase: Phrase | undefined = deed.preps.find(
    (other) => prep.test(other.prep ?? '') && nameSystem(scene.parse, scene.systems, other) !== null,
  );
  return phrase ? nameSystem(scene.parse, scene.systems, phrase) : null;
}
