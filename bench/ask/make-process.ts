// In: a small invented process as a file of bench/ask holds it. Out: its recordings and its event log as files.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Source } from '../../src/domain/source.ts';
import type { FlowRequest } from '../../src/host/flow/work.ts';

const Told = z.object({
  actor: z.string(),
  role: z.string(),
  title: z.string(),
  /** One segment each, at an even speed of speech. */
  says: z.array(z.string()),
  /** Second, app and title of each window that comes to the front. */
  windows: z.array(z.tuple([z.number(), z.string(), z.string()])),
});

/** Activity, role, resource, and the minutes from the beginning of the case at which it starts and ends. */
const LogStep = z.tuple([z.string(), z.string(), z.string(), z.number().nullable(), z.number()]);

export const MadeProcess = z.object({
  process: z.string(),
  /** `dev` was read while the answers were written, `test` was not. */
  part: z.enum(['dev', 'test']),
  recordings: z.array(z.union([Told, z.object({ narration: z.string() })])),
  /** So many cases that go the same way, one begun each day at 08:00 UTC. */
  log: z.array(z.object({ cases: z.int(), from: z.iso.date(), steps: z.array(LogStep) })),
});
export type MadeProcess = z.infer<typeof MadeProcess>;

const MINUTE = 60_000;
const WORDS_A_SECOND = 2.5;

/** Of a narration in the gold format, what somebody said and saw; never the gold. */
const Narration = z.object({
  title: z.string(),
  narrator: z.object({ name: z.string(), role: z.string() }),
  transcript: z.object({ segments: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })) }),
  events: z.array(z.object({ t: z.number(), app: z.string(), title: z.string() })),
});
type Narration = z.infer<typeof Narration>;

/** Narrations are named from this folder. */
export async function makeProcess(made: MadeProcess, folder: string): Promise<FlowRequest> {
  const sources: Source[] = [];
  for (const [at, recording] of made.recordings.entries()) {
    const told =
      'narration' in recording
        ? Narration.parse(JSON.parse(await readFile(new URL(recording.narration, import.meta.url), 'utf8')))
        : toNarration(recording);
    const [file, events] = [join(folder, `recording-${at}.vtt`), join(folder, `recording-${at}.jsonl`)];
    await writeFile(file, toVtt(told));
    await writeFile(events, told.events.map((event) => JSON.stringify(event)).join('\n'));
    const about = { title: told.title, actor: told.narrator.name, role: told.narrator.role };
    sources.push({ kind: 'recording', file, transcript: file, ...(told.events.length > 0 && { events }), ...about });
  }
  if (made.log.length > 0) {
    const file = join(folder, 'log.csv');
    await writeFile(file, toCsv(made.log));
    sources.push({ kind: 'log', file, columns: {} });
  }
  return { process: { name: made.process }, sources };
}

function toNarration({ actor, role, title, says, windows }: z.infer<typeof Told>): Narration {
  let end = 0;
  const segments = says.map((text) => {
    const start = end + 0.5;
    end = start + text.split(' ').length / WORDS_A_SECOND;
    return { start, end, text };
  });
  const events = windows.map(([t, app, window]) => ({ t, app, title: window }));
  return { title, narrator: { name: actor, role }, transcript: { segments }, events };
}

function toVtt({ transcript }: Narration): string {
  const at = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
  const cues = transcript.segments.map(({ start, end, text }) => `${at(start)} --> ${at(end)}\n${text}\n`);
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function toCsv(paths: MadeProcess['log']): string {
  const hasRoles = paths.some(({ steps }) => steps.some(([, role]) => role !== ''));
  const hasStarts = paths.some(({ steps }) => steps.some(([, , , start]) => start !== null));
  const rows = paths.flatMap(({ cases, from, steps }, path) =>
    Array.from({ length: cases }, (_, day) => {
      const beginMs = Date.parse(`${from}T08:00:00Z`) + day * 24 * 60 * MINUTE;
      const at = (minute: number): string => new Date(beginMs + minute * MINUTE).toISOString();
      return steps.map(([activity, role, resource, start, end]) =>
        [
          `${path + 1}-${day + 1}`,
          activity,
          ...(hasStarts ? [at(start ?? end)] : []),
          at(end),
          resource,
          ...(hasRoles ? [role] : []),
        ].join(','),
      );
    }).flat(),
  );
  const head = ['case', 'activity', ...(hasStarts ? ['start'] : []), 'end', 'resource', ...(hasRoles ? ['role'] : [])];
  return `${[head.join(','), ...rows].join('\n')}\n`;
}
