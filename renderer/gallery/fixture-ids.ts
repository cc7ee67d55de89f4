// The gallery's ids, its process, and pointers at its evidence.
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { ActivityId, ElementId, LogId, ProcessId, RecordingId, TransitionId } from '../../src/domain/ids.ts';

// Ids in the gallery are readable; the brand is given here.
export const PROCESS_ID = 'claims' as ProcessId;
export const activityId = (label: string): ActivityId => label.replaceAll(' ', '-') as ActivityId;
export const transitionId = (source: string, target: string): TransitionId =>
  `${activityId(source)}--${activityId(target)}` as TransitionId;

export const PROCESS = {
  id: PROCESS_ID,
  name: 'motor claim handling',
  owner: 'Ilse Brandt',
  description: 'From the notice of a damage to the closed claim',
  createdAtMs: Date.UTC(2026, 8, 1),
};

export const elementId = (name: string): ElementId => name as ElementId;

export const SAID = [
  'So this is how I take in a claim, I will just do the next one and talk you through it.',
  'First I open the notice, this one came by mail this morning.',
  'Then I register the claim and give it a number, the form does the rest.',
  'Usually I check the policy first, because if it has lapsed there is no point in going on.',
  'If something is missing I write to the broker, and then it just lies there until somebody has time.',
  'Brokers I phone before noon, after that nobody picks up.',
  'When the coverage is clear it goes on to the handler, that is Marta or Jo.',
  'They look at the photos and you get a feeling for it, whether the damage fits the story.',
  'I could not tell you a rule for that, honestly.',
  'For anything above twenty thousand the lead has to sign, and she signs on Tuesdays.',
  'So that can be up to a week in which nothing happens.',
  'Then I copy the figures into the spreadsheet, because the system does not know the deductible.',
  'And after that it goes on to payment, they run it twice a week.',
  'Once the letter is out I close the claim, and that is it.',
] as const;

/** Words from one of the fixture recordings. */
export function speech(segment: number): EvidenceRef {
  const index = segment % SAID.length;
  const quote = lineAt(index).split(', ').at(-1) ?? '';
  return {
    kind: 'speech',
    recordingId: `rec-${segment % 3}` as RecordingId,
    segment: index,
    startMs: index * 6000,
    endMs: index * 6000 + 5600,
    charStart: lineAt(index).length - quote.length,
    charEnd: lineAt(index).length,
    quote,
  };
}

/** A whole line of a fixture recording, as its steps cite it. */
export function line(recordingId: string, segment: number): EvidenceRef & { readonly kind: 'speech' } {
  const quote = lineAt(segment).slice(0, -1);
  return {
    kind: 'speech',
    recordingId: recordingId as RecordingId,
    segment,
    startMs: segment * 6000,
    endMs: segment * 6000 + 5600,
    charStart: 0,
    charEnd: quote.length,
    quote,
  };
}

/** What the fixture recordings say in a segment. */
export const lineAt = (segment: number): string => SAID[segment % SAID.length] ?? '';

export const rows = (count: number): EvidenceRef => ({ kind: 'log', logId: 'log-1' as LogId, rows: [0, 1, 2], count });
