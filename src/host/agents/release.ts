// In: what Mirror would answer, and what the policy lets out. Out: what leaves. Whatever is not known to be harmless stays.
import { addressOf } from '../../evidence/moment-address.ts';
import { EvidenceRef } from '../../domain/evidence.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ReleaseLevel } from '../../domain/policy.ts';
import { DEFINITIONS } from '../../insights/definitions.ts';
import type { Session, SessionNames } from './session-names.ts';

export type Constants = ReadonlyMap<string, ReadonlySet<string>>;

export interface Release {
  readonly level: Exclude<ReleaseLevel, 'nothing'>;
  readonly session: Session;
  /** As names leave at this level. */
  readonly names: SessionNames;
  /** Words of Mirror's own that mean something to a program, by the fields that may have them: those of enumerations. */
  readonly constants: Constants;
  /** What the agent itself has said: it may be told that again. */
  readonly heard: ReadonlySet<string>;
}

/** Stands where the level lets no words out. */
export const WITHHELD = '[not released]';

/**
 * The value with its pointers to evidence as addresses of moments, with labels for the ids of activities, and every text
 * in it as far as the level lets it out: at `figures` numbers, Mirror's own words, and names under stand-ins; at
 * `redacted` all words, with stand-ins in them.
 */
export function releaseValue(value: unknown, release: Release): unknown {
  const texts = new Set<string>();
  const listening = { ...release.names, hide: (text: string) => (texts.add(text), text) };
  if (release.level === 'redacted') releaseEach(value, { ...release, names: listening }, '');
  // Looking for names in all the texts at once takes hardly longer than in one.
  release.names.prepare?.([...texts]);
  return releaseEach(value, release, '');
}

function releaseEach(value: unknown, release: Release, key: string): unknown {
  if (typeof value === 'string') return releaseText(value, release, key);
  // Values of event logs were never redacted, and say of cases what they please.
  if (key === 'rows' && release.level !== 'text' && Array.isArray(value)) return [];
  if (Array.isArray(value)) return value.map((each) => releaseEach(each, release, key));
  if (typeof value !== 'object' || value === null) return value;
  const ref = readRef(value);
  if (ref !== undefined) return releaseRef(ref, release);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => [releaseKey(name, release), releaseEach(each, release, name)]),
  );
}

/** Names are keys where things are counted by them. */
const releaseKey = (key: string, { level, names }: Release): string =>
  key === ACTIVITY_IDS ? 'activities' : level !== 'text' && names.isName(key) ? names.hide(key) : key;

/** Agents are told labels, for it is labels that tools are asked with. */
export const ACTIVITY_IDS = 'activityIds';
const NAMES_ACTIVITIES: ReadonlySet<string> = new Set([ACTIVITY_IDS, 'then', 'after']);

/** @param key of the field that it is the value of */
export function releaseText(text: string, release: Release, key = ''): string {
  const { level, names, constants, session } = release;
  const label = NAMES_ACTIVITIES.has(key) ? session.labelOf(text) : undefined;
  if (label !== undefined) return releaseText(label, release);
  if (level === 'text' || constants.get(key)?.has(text) || OWN_WORDS.has(text)) return text;
  // Ids are hashes: they say nothing, and other tools want them.
  if (/^id$|Ids?$/.test(key) || isMachineText(text)) return text;
  if (level === 'redacted') return names.hide(text);
  return names.isName(text) ? names.hide(text) : WITHHELD;
}

/** A failure is told in words that may name things, too. */
export function releaseError(error: unknown, release: Release): unknown {
  if (!(error instanceof MirrorError) || release.level === 'text' || NAMELESS.test(error.code)) return error;
  const data = Object.entries(error.data).map(
    ([key, value]) => [key, OWN_DETAILS.has(key) ? value : releaseDetail(value, release)] as const,
  );
  return new MirrorError(error.code, { data: Object.fromEntries(data), cause: error });
}

/** They speak of shapes and of rules, and of nothing in the workspace. */
const NAMELESS = /^(?:agents\/|policy\/|tools\/(?:unknown|bad-input)$)/;

/** Kinds of things, never their names. */
const OWN_DETAILS: ReadonlySet<string> = new Set(['what']);

/** Names stand in a list, in quotation marks or between commas; what no name stands in is Mirror's own. */
function releaseDetail(value: string | number, { level, names, heard }: Release): string | number {
  if (typeof value === 'number' || heard.has(value)) return value;
  if (level === 'redacted') return names.hide(value);
  return value
    .split(/("[^"]*"|, )/)
    .map((part) => {
      const bare = part.replaceAll(/^"|"$/g, '');
      if (part === ', ' || part === '') return part;
      const shown = names.isName(bare) ? names.hide(bare) : WITHHELD;
      return part.startsWith('"') ? `"${shown}"` : shown;
    })
    .join('');
}

function readRef(value: object): EvidenceRef | undefined {
  if (!('kind' in value) || typeof value.kind !== 'string' || !REF_KINDS.has(value.kind)) return undefined;
  const parsed = EvidenceRef.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const REF_KINDS: ReadonlySet<string> = new Set(EvidenceRef.options.map(({ shape }) => shape.kind.value));

/** As an agent reads it: see `releasedRefShape` in the declarations. */
function releaseRef(ref: EvidenceRef, release: Release): Record<string, unknown> {
  const quote = 'quote' in ref ? ref.quote : ref.kind === 'event' ? ref.title : undefined;
  return {
    uri: addressOf(ref),
    ...(quote !== undefined && release.level !== 'figures' && { quote: releaseText(quote, release) }),
    ...(ref.kind === 'log' && { rows: ref.count }),
  };
}

/** Ids, addresses of ours, ISO 8601 times and durations: no words of anybody. */
const isMachineText = (text: string): boolean =>
  text === '' ||
  /^mirror:\/\/[\w/,%-]+$/.test(text) ||
  /^(?:[a-zA-Z]{1,16}-)?(?=[0-9a-z]*\d)[0-9a-z]{14}$/.test(text) ||
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ||
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text) ||
  /^P(?=\d|T\d)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/.test(text);

const OWN_WORDS: ReadonlySet<string> = new Set(Object.values(DEFINITIONS));
