// In: a conversation. Out: Markdown of it: each sentence with the numbers of the moments that show it, and those moments.
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { ChatTurn, Thread } from '../../domain/chat.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Citation } from '../../domain/views.ts';
import type { Store } from '../../needs/store.ts';
import { createTimeFormatter } from '../../lib/format-time.ts';
import { citeAll } from '../citations.ts';
import { getProcess } from '../views.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** @throws process/missing */
export function exportThread(store: Store, thread: Thread): { name: string; text: string } {
  const process = getProcess(store, thread.processId);
  const moments = numberMoments(thread.all);
  const lines = [
    `# ${escapeMarkdown(thread.title)}`,
    '',
    `Questions about the process ${escapeMarkdown(process.name)}, answered with Mirror. Numbers in brackets name the moments at the end.`,
    ...thread.all.flatMap((turn) => writeTurn(turn, moments.numberOf)),
    ...writeMoments(citeAll(store, moments.refs)),
    '',
  ];
  return { name: `${fileStem(thread.title)}.md`, text: lines.join('\n') };
}

/** Each moment once, in the order in which it is first cited. */
function numberMoments(turns: readonly ChatTurn[]): {
  readonly refs: EvidenceRef[];
  readonly numberOf: (ref: EvidenceRef) => number;
} {
  const numbers = new Map<string, number>();
  const refs: EvidenceRef[] = [];
  for (const ref of turns.flatMap(({ answer }) => answer.sentences.flatMap(({ citations }) => citations))) {
    const key = JSON.stringify(ref);
    if (numbers.has(key)) continue;
    refs.push(ref);
    numbers.set(key, refs.length);
  }
  return { refs, numberOf: (ref) => numbers.get(JSON.stringify(ref)) ?? 0 };
}

function writeTurn({ question, askedMs, answer }: ChatTurn, numberOf: (ref: EvidenceRef) => number): string[] {
  const cited = answer.sentences.map(({ text, citations }) => {
    const numbers = [...new Set(citations.map(numberOf))].map((number) => `[${number}]`);
    return `${escapeMarkdown(text)} ${numbers.join('')}`;
  });
  return [
    '',
    `## ${escapeMarkdown(question)}`,
    '',
    ...(answer.isAnswered ? cited : [escapeMarkdown(answer.answer)]).flatMap((line) => [line, '']),
    ...describe(answer, askedMs).map((line) => `- ${line}`),
  ];
}

/** Who answered, how it was computed, and what left the machine for it. */
function describe(answer: WrittenAnswer, askedMs: number): string[] {
  const asked = `Asked ${new Date(askedMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const by = answer.model === null ? 'by rules, without a model' : `by ${escapeMarkdown(answer.model)}`;
  const removed =
    answer.removed === 0
      ? []
      : [`${answer.removed} unsupported ${answer.removed === 1 ? 'sentence' : 'sentences'} of the model removed`];
  const left = answer.egressBytes === 0 ? 'nothing' : `${answer.egressBytes.toLocaleString('en')} bytes`;
  return [
    `${asked}, answered ${by}`,
    ...(answer.definition === null ? [] : [escapeMarkdown(answer.definition)]),
    ...(answer.n === null ? [] : [`Observations: ${answer.n.toLocaleString('en')}`]),
    ...answer.tools.map(({ tool, input }) => `Computed by ${escapeMarkdown(`${tool} ${JSON.stringify(input)}`)}`),
    ...removed,
    `Left this machine: ${left}`,
  ];
}

function writeMoments(citations: readonly (Citation | null)[]): string[] {
  if (citations.length === 0) return [];
  return ['', '## Moments', '', ...citations.flatMap((citation, at) => writeMoment(citation, `${at + 1}. `))];
}

function writeMoment(citation: Citation | null, marker: string): string[] {
  if (citation === null) return [`${marker}This moment is not there any more.`];
  const { ref, source, actor, role, text, rows } = citation;
  const who = [actor, role].filter((each) => each !== null).join(', ');
  const at = 'startMs' in ref ? sayClock(ref.startMs) : 'atMs' in ref ? sayClock(ref.atMs) : '';
  const place = [source, who, at].filter((each) => each !== '').map(escapeMarkdown);
  const quoted = ref.kind === 'log' ? escapeMarkdown(text) : `“${escapeMarkdown(text)}”`;
  const format = createTimeFormatter();
  const shown = rows.slice(0, SHOWN_ROWS).map(({ case: of, activity, endMs, zoneMinutes }) => {
    const row = escapeMarkdown(`${of}: ${activity}, ${format(endMs, zoneMinutes)}`);
    return `${' '.repeat(marker.length)}- ${row}`;
  });
  return [`${marker}**${place.join(', ')}**: ${quoted}`, ...shown];
}

/** A moment of a log may stand for thousands; its citation brings some along. */
const SHOWN_ROWS = 3;

/** "0:07", "61:05" on the recording's own clock. */
function sayClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const fileStem = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '') || 'conversation';
