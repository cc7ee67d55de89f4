// In: a mirror-transcript/1 file. Out: its speech and events in milliseconds.
import type { z } from 'zod';
import { TranscriptFile } from '../domain/transcript.ts';
import { parseJson } from './parse-json.ts';
import type { TranscriptDraft, TranscriptProblem } from './transcript-draft.ts';
import { secondsToMs, toUiEvent } from './ui-events.ts';

/** Refuses with the field, or the place in the text where it is no JSON. */
export function readTranscriptFile(text: string, refuse: TranscriptProblem): TranscriptDraft {
  const parsed = parseJson(text);
  if ('problem' in parsed) return refuse(`this is not JSON (${parsed.problem})`, parsed.cause);
  const checked = TranscriptFile.safeParse(parsed.value);
  if (!checked.success) return refuse(describeIssue(checked.error.issues[0]), checked.error);
  const { segments, events = [], narrator, process, language, duration } = checked.data;
  const speech = segments.map(({ start, end, ...rest }, at) => {
    if (end < start) refuse(`segments[${at}]: the end is before the start`);
    return { startMs: toMs(start, `segments[${at}].start`), endMs: toMs(end, `segments[${at}].end`), ...rest };
  });
  return {
    speech,
    events: events.map((event, at) => toUiEvent(event, toMs(event.t, `events[${at}].t`))),
    narrator: narrator && { name: narrator.name?.trim() || undefined, role: narrator.role?.trim() || undefined },
    process,
    language,
    durationMs: duration === undefined ? undefined : toMs(duration, 'duration'),
    warnings: [],
  };

  function toMs(seconds: number, place: string): number {
    return secondsToMs(seconds) ?? refuse(`${place}: ${seconds} s is longer than any recording`);
  }
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  const place = path.replace(/^\./, '');
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'not a mirror-transcript/1 file'}`;
}
