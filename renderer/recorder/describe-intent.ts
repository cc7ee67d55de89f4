// What was said before a recording, as lines to read. What was not said has no line.
import type { Intent } from '../../src/domain/capture.ts';
import { listLanguages } from './list-languages.ts';

export function describeIntent(intent: Intent): (readonly [title: string, text: string])[] {
  const language = listLanguages([intent.language])[0]?.label;
  const lines: (readonly [string, string | undefined])[] = [
    ['Process', intent.process],
    ['Person', intent.actor],
    ['Role', intent.role],
    ['What starts it', intent.trigger],
    ['When it is done', intent.done],
    ['Case', intent.caseReference],
    ['Language', language],
    ['Agreed to', intent.consent],
  ];
  return lines.flatMap(([title, text]) => (text ? [[title, text] as const] : []));
}
