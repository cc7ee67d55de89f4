// In: what Mirror would answer, and what the policy lets out. Out: what leaves. Whatever is not known to be harmless stays.
import { addressOf } from '../../evidence/moment-address.ts';
import { EvidenceRef } from '../../domain/evidence.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ReleaseLevel } from '../../domain/policy.ts';
import { DEFINITIONS } from '../../insights/definitions.ts';
import type { SessionNames } from './session-names.ts';

export interface Release {
  readonly level: Exclude<ReleaseLevel, 'nothing'>;
  readonly names: SessionNames;
  /** Words of Mirror's own that mean something to a program: those of enumerations. */
  readonly constants: ReadonlySet<string>;
  /** What the agent itself has said: it may be told that again. */
  readonly heard: ReadonlySet<string>;
}

/** Stands where the level lets no words out. */
export const WITHHELD = '[not released]';

/**
 * The value with its pointers to evidence as addresses of moments, and every text in it as far as the level lets it out:
 * at `figures` numbers, Mirror's own words, and names under stand-ins; at `redacted` all words, with stand-ins in them.
 */
export function releaseValue(value: unknown, release: Release): unknown {
  if (typeof value === 'string') return releaseText(value, release);
  if (Array.isArray(value)) return value.map((each) => releaseValue(each, release));
  if (typeof value !== 'object' || value === null) return value;
  const ref = readRef(value);
  if (ref !== undefined) return releaseRef(ref, release);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [release.names.isName(key) ? release.names.hide(key) : key, releaseValue(each, release)]),
  );
}

export function releaseText(text: string, release: Release): string {
  const { level, names, constants } = release;
  if (level === 'text' || constants.has(text) || OWN_WORDS.has(text) || isMachineText(text)) return text;
  if (level === 'redacted') return names.hide(text);
  return names.isName(text) ? names.hide(text) : WITHHELD;
}

/** A failure is told in words that may name things, too. */
export function releaseError(error: unknown, release: Release): unknown {
  if (!(error instanceof MirrorError) || release.level === 'text' || NAMELESS.test(error.code)) return error;
  const data = Object.entries(error.data).map(([key, value]) => [key, releaseDetail(value, release)] as const);
  return new MirrorError(error.code, { data: Object.fromEntries(data), cause: error });
}

/** They speak of shapes and of rules, and of nothing in the workspace. */
const NAMELESS = /^(?:agents\/|policy\/|tools\/(?:unknown|bad-input)$)/;

/** Names stand in a list, in quotation marks or between commas; what no name stands in is Mirror's own. */
function releaseDetail(value: string | number, { level, names, constants, heard }: Release): string | number {
  if (typeof value === 'number' || constants.has(value) || heard.has(value)) return value;
  if (level === 'redacted') return names.hide(value);
  return value
    .split(/("[^"]*"|, )/)
    .map((part) => {
      const bare = part.replaceAll(/^"|"$/g, '');
      if (part === ', ' || part === '' || constants.has(bare)) return part;
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
  /^[a-zA-Z]{1,16}-[0-9a-z]{14}$/.test(text) ||
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ||
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?$/.test(text) ||
  /^P(?=\d|T\d)(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?$/.test(text);

const OWN_WORDS: ReadonlySet<string> = new Set(Object.values(DEFINITIONS));
