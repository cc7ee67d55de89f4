// What an element says, read from it by field and written back, whatever its kind.
import type { CorrectableField, ElementKind, Values } from '../../domain/correction.ts';
import type { Extraction } from '../../domain/extraction.ts';
import { parseIsoDuration } from '../../lib/iso-duration.ts';
import { PHRASAL } from '../lexicon.ts';

export type AnyElement = Extraction[ElementKind][number];
type ValueName = keyof Values;

const FIELDS: Readonly<Record<ElementKind, readonly ValueName[]>> = {
  steps: ['label', 'actor', 'system', 'artifact'],
  handoffs: ['from', 'to', 'what'],
  waits: ['label', 'duration', 'durationMin', 'durationMax', 'cause'],
  decisions: ['label'],
  exceptions: ['label', 'handling'],
  judgements: ['label'],
  rework: ['label'],
  transfers: ['from', 'to', 'what'],
};

/** Fields that cannot be unknown. */
const NEEDED: Readonly<Partial<Record<ElementKind, readonly ValueName[]>>> = {
  handoffs: ['to'],
  transfers: ['from', 'to'],
};

/** Everything of an element that a person can put right. */
export function readValues(kind: ElementKind, element: AnyElement): Values {
  // Every kind has the fields listed for it, as text or null; a decision's question goes by the name of label.
  const fields = element as unknown as Readonly<Record<string, string | null | undefined>>;
  const named: Readonly<Record<string, string | null | undefined>> =
    kind === 'decisions' ? { ...fields, label: fields['question'] } : fields;
  return Object.fromEntries(FIELDS[kind].map((name) => [name, named[name] ?? null]));
}

/** The same element with these values; those its kind does not have are passed over. */
export function writeValues<Kind extends ElementKind>(
  kind: Kind,
  element: Extraction[Kind][number],
  values: Values,
): Extraction[Kind][number] {
  const before = readValues(kind, element);
  const changes = FIELDS[kind].flatMap((name): [string, string | null][] => {
    const value = values[name];
    return value === undefined || value === before[name] ? [] : [[toProperty(kind, name), value]];
  });
  const label = values.label;
  const isRenamed = kind === 'steps' && typeof label === 'string' && label !== before.label;
  return { ...element, ...Object.fromEntries(changes), ...(isRenamed ? splitLabel(label) : {}) };
}

/** What setting one field changes; undefined when this kind has no such field, or not with this value. */
export function planSet(kind: ElementKind, field: CorrectableField, value: string | null): Values | undefined {
  if (!FIELDS[kind].includes(field)) return undefined;
  if (value === null && NEEDED[kind]?.includes(field)) return undefined;
  if (field !== 'duration') return { [field]: value };
  if (value !== null && parseIsoDuration(value) === undefined) return undefined;
  // A person who names one duration means it: the range that was told is no longer claimed.
  return { duration: value, durationMin: null, durationMax: null };
}

export const hasLabel = (kind: ElementKind): boolean => FIELDS[kind].includes('label');

const toProperty = (kind: ElementKind, name: ValueName): string =>
  kind === 'decisions' && name === 'label' ? 'question' : name;

/** "log in to portal" is the verb "log in" and the object "to portal". */
function splitLabel(label: string): { verb: string; object: string } {
  const words = label.split(/\s+/);
  const length = PHRASAL.has(words.slice(0, 2).join(' ').toLowerCase()) ? 2 : 1;
  return { verb: words.slice(0, length).join(' '), object: words.slice(length).join(' ') };
}
