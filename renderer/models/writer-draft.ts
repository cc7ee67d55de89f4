// A model behind a server while somebody writes down what it is. In: fields as typed. Out: an entry, or what is amiss.
import type { WriterPreset } from '../../src/domain/writer-presets.ts';
import type { WriterDialect, WriterEntry, WriterId, WriterStatus } from '../../src/domain/writer.ts';

/** As typed: numbers are text until they are read. */
export interface WriterDraft {
  readonly title: string;
  readonly dialect: WriterDialect;
  readonly url: string;
  readonly model: string;
  readonly strength: WriterEntry['strength'];
  readonly priceInput: string;
  readonly priceOutput: string;
  readonly contextTokens: string;
  readonly callsTools: boolean | null;
  /** Empty leaves a kept key as it is. */
  readonly key: string;
  readonly forgetsKey: boolean;
}

export const draftOf = (entry: Partial<WriterEntry>): WriterDraft => ({
  title: entry.title ?? '',
  dialect: entry.dialect ?? 'openai-compatible',
  url: entry.url ?? '',
  model: entry.model ?? '',
  strength: entry.strength ?? 'strong',
  priceInput: entry.price ? String(entry.price.input) : '',
  priceOutput: entry.price ? String(entry.price.output) : '',
  contextTokens: entry.contextTokens ? String(entry.contextTokens) : '',
  callsTools: entry.callsTools ?? null,
  key: '',
  forgetsKey: false,
});

export const takePreset = (draft: WriterDraft, { dialect, url }: WriterPreset): WriterDraft => ({
  ...draft,
  dialect,
  url,
});

/** What is amiss, in words; undefined when it can be saved. */
export function findWriterComplaint(draft: WriterDraft): string | undefined {
  if (draft.dialect !== 'in-process') {
    const url = URL.parse(draft.url.trim());
    if (url === null || !/^https?:$/.test(url.protocol)) return 'The address begins with http:// or https://.';
    if (url.username !== '' || url.password !== '')
      return 'A key does not belong into the address; it has its own field.';
  }
  if (draft.model.trim() === '') return 'Name the model as its server calls it.';
  if ((draft.priceInput.trim() === '') !== (draft.priceOutput.trim() === '')) return 'Give both prices, or none.';
  for (const typed of [draft.priceInput, draft.priceOutput])
    if (typed.trim() !== '' && !(Number(typed) >= 0)) return 'A price is a number of US dollars for a million tokens.';
  const tokens = draft.contextTokens.trim();
  if (tokens !== '' && !(Number.isInteger(Number(tokens)) && Number(tokens) >= 256))
    return 'What it reads at once is a number of tokens, 256 or more.';
  return undefined;
}

/** The draft must have no complaint. */
export function readDraft(draft: WriterDraft, id: WriterId): WriterEntry {
  const hasPrice = draft.priceInput.trim() !== '';
  return {
    id,
    title: draft.title.trim() || draft.model.trim(),
    dialect: draft.dialect,
    url: draft.url.trim(),
    model: draft.model.trim(),
    strength: draft.strength,
    price: hasPrice ? { input: Number(draft.priceInput), output: Number(draft.priceOutput) } : null,
    contextTokens: draft.contextTokens.trim() === '' ? null : Number(draft.contextTokens),
    callsTools: draft.callsTools,
  };
}

/** A readable one that nobody has yet. */
export function makeWriterId(model: string, taken: readonly Pick<WriterStatus, 'id'>[]): WriterId {
  const slug =
    model
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'writer';
  const isTaken = (name: string): boolean => taken.some(({ id }) => id === name);
  let id = slug;
  for (let at = 2; isTaken(id); at += 1) id = `${slug}-${at}`;
  return id as WriterId; // made here, so the brand is given here
}
