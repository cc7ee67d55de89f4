// Questions about data that is carried by hand, and about work whose receiver nobody has recorded.
import { quote, sayCount } from '../../../insights/say.ts';
import { nameWords } from '../../names/list-names.ts';
import { listOpenEnds, listTransfers } from '../../tools/list-findings.ts';
import { searchWords } from '../../tools/search-words.ts';
import type { Asked, QuestionKind, Told } from '../kind.ts';
import { tellMoments } from './tell-said.ts';
import { endSentence, tellList } from './tell.ts';

export const TRANSFER_KINDS: readonly QuestionKind[] = [
  {
    id: 'transfers',
    examples: [
      'Where is data copied by hand?',
      'Show me where somebody copies from {system} to {system}',
      'What is copied and pasted between systems?',
      'Where does {person} copy from {system} to {system}?',
    ],
    patterns: ['TRANSFER COUNT? SYSTEM? EVIDENCE? PERSON? {person|role}? {system}? {system}?'],
    answer: (asked) => {
      const systems = asked.mentions.filter(({ kind }) => kind === 'system').map(({ name }) => name);
      const leads = asked.mentions.filter(({ kind }) => kind === 'system').map(({ lead }) => lead);
      const teller = { person: asked.find('person'), role: asked.find('role') };
      const all = listTransfers.run({ ...teller, words: [] }, asked.input).transfers;
      const has = (place: string, system: string | undefined): boolean => system === undefined || isOf(place, system);
      const [from, to] = systems;
      const kept = all.filter((each) =>
        systems.length === 2
          ? has(each.from, from) && has(each.to, to)
          : leads[0] === 'to' || leads[0] === 'into'
            ? has(each.to, from)
            : leads[0] === 'from'
              ? has(each.from, from)
              : has(each.from, from) || has(each.to, from),
      );
      // What no window showed somebody may tell all the same.
      const told = kept.length === 0 ? tellCopying(asked, systems) : undefined;
      if (told !== undefined) return told;
      const where = systems.length === 0 ? 'from one system to another' : `(${systems.join(' to ')})`;
      return tellList({
        items: kept,
        head:
          kept.length === 0
            ? `Nobody is seen carrying data by hand ${where}.`
            : `Data is carried by hand ${where} in ${sayCount(kept.length, 'place')}.`,
        line: ({ from: source, to: target, count }) =>
          `From ${quote(source)} to ${quote(target)}, seen ${sayCount(count, 'time')}.`,
        values: { transfers: kept.length, places: kept.map(({ label }) => label) },
        definition: 'transfers',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
  {
    id: 'open-ends',
    examples: ['Which open ends are there?', 'Who still needs to record their part?', 'Where is a recording missing?'],
    patterns: ['OPENEND COUNT? WHO? RECORDING? NEVER? HANDOFF?'],
    answer: (asked) => {
      const { openEnds } = listOpenEnds.run({ words: [] }, asked.input);
      return tellList({
        items: openEnds,
        head:
          openEnds.length === 0
            ? 'There is no open end: everybody who gets work is known.'
            : `There ${openEnds.length === 1 ? 'is' : 'are'} ${sayCount(openEnds.length, 'open end')}: ${openEnds.map(({ to }) => to).join(', ')}.`,
        line: ({ label }) => endSentence(label),
        values: { openEnds: openEnds.length, receivers: openEnds.map(({ to }) => to) },
        definition: 'openEnds',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
];

/** Undefined where nobody speaks of copying between these systems. */
function tellCopying(asked: Asked, systems: readonly string[]): Told | undefined {
  const words = ['copy', ...systems.flatMap((name) => nameWords(name).map(({ word }) => word))];
  const teller = { person: asked.find('person'), role: asked.find('role') };
  const { moments } = searchWords.run({ ...teller, words }, asked.input);
  return moments.length === 0 ? undefined : tellMoments(asked, moments, 'of carrying data by hand');
}

/** A window title ends in the name of its system: "Order form - Ledger & Co". */
function isOf(place: string, system: string): boolean {
  return place === system || place.toLowerCase().includes(system.toLowerCase());
}
