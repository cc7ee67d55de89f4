// The addresses of Mirror, as templates.
import { EXPORTS } from '../exports/index.ts';

interface Template {
  readonly uriTemplate: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType?: string;
}

/** What can be had of a process as text. */
export const FORMATS: readonly string[] = Object.entries(EXPORTS).flatMap(([name, { kind }]) =>
  kind === 'text' ? [name] : [],
);

const moment = (kind: string, rest: string, title: string, description: string): Template => ({
  uriTemplate: `mirror://moment/${kind}/${rest}`,
  name: `moment-${kind}`,
  title,
  description,
  mimeType: 'application/json',
});

export const TEMPLATES: readonly Template[] = [
  {
    uriTemplate: 'mirror://process/{process}/{format}',
    name: 'process',
    title: 'A process in a format of the field',
    description: `The process by its id (the tool processes tells it) as ${FORMATS.join(', ')}.`,
  },
  {
    uriTemplate: 'mirror://recording/{recording}',
    name: 'recording',
    title: 'A recording',
    description: 'What somebody said and did on the screen, line by line.',
    mimeType: 'text/markdown',
  },
  {
    uriTemplate: 'mirror://document/{document}',
    name: 'document',
    title: 'A document',
    description: 'Its text, page by page.',
    mimeType: 'text/markdown',
  },
  moment('speech', '{recording}/{segment}', 'Something said', 'A stretch of speech with who said it and when.'),
  moment('event', '{recording}/{event}', 'Something seen', 'The title of a window, a copy, a paste.'),
  moment('frame', '{recording}/{atMs}', 'A screen', 'The text that stood on the screen at that millisecond.'),
  moment('log', '{log}/{rows}/{count}', 'Rows of an event log', 'At most five, their numbers set off by commas.'),
  moment('page', '{document}/{page}', 'A page of a document', 'Counted from 1.'),
  moment('answer', '{answer}', 'An answer', 'What somebody said when Mirror asked.'),
];
