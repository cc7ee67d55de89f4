import { setTimeout as pass } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Line, PageName, Story } from '../stories/story.ts';
import { act, type Desk } from './hands.ts';
import type { Spoken } from './speech.ts';

const BEFORE_FIRST_WORD_S = 0.8;
const BETWEEN_SENTENCES_S = 0.45;
const AFTER_LAST_WORD_S = 1.2;

export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface WindowEvent {
  readonly t: number;
  readonly kind?: 'copy' | 'paste';
  readonly app: string;
  readonly title: string;
}

export interface Performance {
  readonly cues: readonly Cue[];
  readonly events: readonly WindowEvent[];
  readonly seconds: number;
}

interface Stage {
  readonly tabs: ReadonlyMap<PageName, Page>;
  readonly xdotool: string;
  readonly display: string;
  /** Seconds since the first picture of the recording. */
  readonly now: () => number;
}

/** Plays a story in real time, sentence by sentence, and returns what was said and what was in front, when. */
export function createPerformance(
  story: Story,
  stage: Stage,
): {
  readonly titleChanged: (page: PageName) => void;
  readonly play: (spoken: readonly Spoken[]) => Promise<Performance>;
} {
  const events: WindowEvent[] = [];
  const desk: Desk = {
    ...stage,
    front: story.tabs[0]?.page ?? 'mail',
    pointer: [640, 420],
    notice: async (kind) => {
      const t = round(stage.now());
      const title = (await desk.tabs.get(desk.front)?.title()) ?? '';
      const last = events.findLast((event) => event.kind === undefined);
      if (kind) events.push({ t, kind, app: 'Chrome', title });
      else if (last?.title !== title) events.push({ t, app: 'Chrome', title });
    },
  };
  const play = async (spoken: readonly Spoken[]): Promise<Performance> => {
    events.push({ t: 0, app: 'Chrome', title: (await desk.tabs.get(desk.front)?.title()) ?? '' });
    await pass(BEFORE_FIRST_WORD_S * 1000);
    const cues: Cue[] = [];
    for (const [index, line] of story.lines.entries()) {
      const seconds = spoken[index]?.seconds ?? 0;
      const start = stage.now();
      await Promise.all([pass(seconds * 1000), moveHands(desk, line, { seconds, now: stage.now })]);
      cues.push({ start: round(start), end: round(start + seconds), text: line.say });
      await pass(BETWEEN_SENTENCES_S * 1000);
    }
    await pass(AFTER_LAST_WORD_S * 1000);
    return { cues, events: events.toSorted((a, b) => a.t - b.t), seconds: stage.now() };
  };
  return { titleChanged: (page) => void (page === desk.front && desk.notice()), play };
}

/** Spreads what the hands do over the sentence, so that a click comes about when its word is spoken. */
async function moveHands(
  desk: Desk,
  line: Line,
  { seconds, now }: { readonly seconds: number; readonly now: () => number },
): Promise<void> {
  const start = now();
  for (const [index, action] of line.hands.entries()) {
    const due = start + (seconds * (index + 0.3)) / line.hands.length;
    await pass(Math.max(0, due - now()) * 1000);
    await act(desk, action);
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
