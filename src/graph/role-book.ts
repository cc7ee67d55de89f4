// Who is meant: roles are written differently in logs and by different people, who also say names.
import type { NarratedRecording } from '../domain/extraction.ts';
import { ROLE_HEADS } from '../steps/lexicon.ts';
import type { MinedSource } from './graph-input.ts';
import { stemWord } from '../steps/likeness/label-words.ts';

export interface RoleBook {
  /** Roles a log names or a recording is narrated by, as they are written there. */
  readonly covered: ReadonlySet<string>;
  /** The covered role that is meant, otherwise the name itself as it was first written. */
  resolve(name: string): string;
}

/**
 * Logs' roles come first, narrators' roles join them where they are alike. A name is then taken for a covered role if
 * it is alike ("credit", "credit team" and "credit analyst"), holds the name of a person with that role, or was once
 * said beside such a name ("Gwen in legal"). What fits two roles fits none.
 */
export function openRoleBook(recordings: readonly NarratedRecording[], logs: readonly MinedSource[]): RoleBook {
  const logRoles = logs.flatMap(({ mined }) => mined.activities.flatMap(({ roles }) => roles.map(({ name }) => name)));
  const anchors = [...new Set(logRoles)];
  for (const { recording } of recordings) {
    if (recording.role && findAlike(recording.role, anchors) === undefined) anchors.push(recording.role);
  }
  const people = listPeople(recordings, logs, anchors);
  const aliases = learnAliases(recordings, people);
  const written = new Map<string, string>();
  const find = (name: string): string => {
    const key = keyOf(name);
    const covered = findAlike(name, anchors) ?? findPerson(name, people) ?? aliases.get(key);
    if (covered) return covered;
    if (!written.has(key)) written.set(key, name);
    return written.get(key)!;
  };
  // A few names are asked for a hundred thousand times.
  const resolved = new Map<string, string>();
  const resolve = (name: string): string => {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const found = find(name);
    resolved.set(name, found);
    return found;
  };
  return { covered: new Set(anchors), resolve };
}

/** Likeness from which two names mean one role; below it two kinds of person with one field are still two roles. */
export const SAME_ROLE = 0.65;

// Words that only say "the people there".
const GENERIC =
  /^(the|a|an|our|my|your|their|team|department|dept|desk|group|people|guys?|folks|office|side|colleagues?)$/;

const wordsOf = (name: string): string[] => {
  const all = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => !GENERIC.test(word));
  return telling.length > 0 ? telling : all;
};

const keyOf = (name: string): string => wordsOf(name).map(stemWord).join(' ');

/** The one of `roles` that is alike; undefined when none is, or two are equally. */
function findAlike(name: string, roles: readonly string[]): string | undefined {
  const ranked = roles
    .map((role) => ({ role, likeness: roleLikeness01(name, role) }))
    .filter(({ likeness }) => likeness >= SAME_ROLE)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = ranked;
  return best && (!second || second.likeness < best.likeness) ? best.role : undefined;
}

/**
 * 1 for the same words. A single word that names a kind of person ("planner") must be the role's head; any other
 * ("credit") may stand for the role it belongs to. Otherwise shared words count, heads half.
 */
export function roleLikeness01(name: string, role: string): number {
  const one = wordsOf(name);
  const other = wordsOf(role);
  if (keyOf(name) === keyOf(role)) return 1;
  if (one.length === 1 || other.length === 1) {
    const [short, long] = one.length === 1 ? [one, other] : [other, one];
    const word = short[0]!;
    const place = long.map(stemWord).indexOf(stemWord(word));
    const needsHead = ROLE_HEADS.has(word) || ROLE_HEADS.has(stemWord(word));
    return place >= 0 && (!needsHead || place === long.length - 1) ? 0.9 : 0;
  }
  const weights = (words: readonly string[]): Map<string, number> =>
    new Map(words.map((word, at) => [stemWord(word), at === words.length - 1 ? 0.5 : 1]));
  const [a, b] = [weights(one), weights(other)];
  const sum = (map: ReadonlyMap<string, number>): number =>
    [...map.values()].reduce((total, weight) => total + weight, 0);
  const shared = [...a].reduce((total, [word, weight]) => total + (b.has(word) ? weight + b.get(word)! : 0), 0);
  return (0.9 * shared) / (sum(a) + sum(b));
}

type People = ReadonlyMap<string, string>;

/** First names, last names and full names of people whose role is known. A name two roles share is left out. */
function listPeople(
  recordings: readonly NarratedRecording[],
  logs: readonly MinedSource[],
  anchors: readonly string[],
): People {
  const people = new Map<string, string | null>();
  const add = (person: string, role: string): void => {
    for (const name of new Set([person, ...person.split(/\s+/)].map((part) => part.toLowerCase()))) {
      if (name.length < 3) continue;
      people.set(name, people.has(name) && people.get(name) !== role ? null : role);
    }
  };
  for (const { recording } of recordings) {
    const role = recording.role && findAlike(recording.role, anchors);
    if (recording.actor && role) add(recording.actor, role);
  }
  // A log's activity done by one role only tells the role of everybody who does it.
  for (const { mined } of logs) {
    for (const { roles, resources } of mined.activities) {
      const [only, another] = roles;
      if (only && !another) for (const { name } of resources) add(name, only.name);
    }
  }
  return new Map([...people].filter((entry): entry is [string, string] => entry[1] !== null));
}

const findPerson = (name: string, people: People): string | undefined => {
  const roles = new Set([name.toLowerCase(), ...wordsOf(name)].map((word) => people.get(word)).filter(Boolean));
  return roles.size === 1 ? [...roles][0] : undefined;
};

/** "Gwen in legal", "Ruben at the order desk": what stands beside a known name is another word for the role. */
function learnAliases(recordings: readonly NarratedRecording[], people: People): ReadonlyMap<string, string> {
  const aliases = new Map<string, string | null>();
  const quotes = recordings.flatMap(({ extraction }) =>
    [...extraction.steps, ...extraction.handoffs, ...extraction.waits].flatMap(({ evidence }) =>
      evidence.map((ref) => (ref.kind === 'speech' ? ref.quote : '')),
    ),
  );
  for (const quote of new Set(quotes)) {
    for (const [, person, place] of quote.matchAll(
      /(\p{Lu}\p{L}+) (?:in|at|from) (?:the )?(\p{L}+(?: (?:desk|team|department|office))?)/gu,
    )) {
      const role = people.get(person!.toLowerCase());
      const key = keyOf(place!);
      if (role) aliases.set(key, aliases.has(key) && aliases.get(key) !== role ? null : role);
    }
  }
  return new Map([...aliases].filter((entry): entry is [string, string] => entry[1] !== null));
}
