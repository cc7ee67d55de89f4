// In: an events file, one JSON object per line. Out: UI events on the recording's clock.
import { MirrorError } from '../domain/errors.ts';
import type { UiEvent } from '../domain/evidence.ts';
import { parseJson } from './parse-json.ts';
import { EventLine, orderEvents, secondsToMs, toUiEvent, type UiEventDraft } from './ui-events.ts';

/**
 * Reads `{"t": seconds, "app": "…", "title": "…", "kind"?: "copy"}` lines; without a kind it is a change of window.
 * Blank lines are nothing; the result stands in order of time.
 * @throws events/bad-format with the line's number
 */
export function readEvents(text: string, { file }: { readonly file: string }): UiEvent[] {
  const drafts: UiEventDraft[] = [];
  const lines = (text.startsWith('\ufeff') ? text.slice(1) : text).split(/\r\n|\r|\n/);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const refuse = (detail: string, cause?: unknown): never => {
      throw new MirrorError('events/bad-format', { data: { file, line: at + 1, detail }, cause });
    };
    drafts.push(readLine(line, refuse));
  }
  return orderEvents(drafts);
}

function readLine(line: string, refuse: (detail: string, cause?: unknown) => never): UiEventDraft {
  const parsed = parseJson(line);
  if ('problem' in parsed) return refuse(`this is not JSON (${parsed.problem})`, parsed.cause);
  const checked = EventLine.safeParse(parsed.value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const field = issue?.path.join('.');
    return refuse(`${field ? `${field}: ` : ''}${issue?.message ?? 'no event'}`, checked.error);
  }
  const { t } = checked.data;
  return toUiEvent(checked.data, secondsToMs(t) ?? refuse(`t: ${t} s is longer than any recording`));
}
