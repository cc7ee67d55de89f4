// Which screen is recorded: what the window's picker shows, and what it chose.
import { type DesktopCapturerSource, desktopCapturer, type Streams } from 'electron';
import { choosePicker, arrangeSources, soundFor } from '../src/desktop/sources.ts';
import { takeChoice } from '../src/desktop/take-choice.ts';
import type { ExclusionRule } from '../src/domain/capture.ts';
import type { PickerKind, ScreenSource } from '../src/domain/desktop.ts';
import type { DisplayRequest } from './guard.ts';

export interface Sources {
  readonly picker: PickerKind;
  list(rules: readonly ExclusionRule[]): Promise<ScreenSource[]>;
  choose(id: string): void;
  /** To Chromium, which asks what to record; nothing is what it takes for a no. */
  answer(request: DisplayRequest): Promise<Streams>;
}

const THUMBNAIL = { width: 320, height: 200 };

export function createSources(): Sources {
  const { platform, env } = process;
  const picker = choosePicker({ platform, version: process.getSystemVersion(), env });
  let found: DesktopCapturerSource[] = [];
  let listed: readonly ScreenSource[] = [];
  let chosen: string | undefined;
  const look = (thumbnailSize: { width: number; height: number }): Promise<DesktopCapturerSource[]> =>
    desktopCapturer.getSources({ types: ['screen', 'window'], thumbnailSize, fetchWindowIcons: false });
  const toRaw = ({ id, name, thumbnail }: DesktopCapturerSource) => {
    const picture = thumbnail.isEmpty() ? '' : thumbnail.toJPEG(70).toString('base64');
    return { id, name, thumbnail: picture && `data:image/jpeg;base64,${picture}` };
  };
  return {
    picker,
    list: async (rules) => {
      found = await look(THUMBNAIL);
      listed = arrangeSources(found.map(toRaw), rules);
      return [...listed];
    },
    choose: (id) => {
      chosen = id;
    },
    answer: async (request) => {
      // The portal asks as soon as sources are wanted, and gives the one that was chosen.
      if (picker === 'portal') found = await look({ width: 0, height: 0 }).catch(() => []);
      const video = takeChoice(request, { picker, chosen, listed, found });
      chosen = undefined;
      const audio = soundFor(platform, request.wantsSound);
      return video ? { video, ...(audio && { audio }) } : {};
    },
  };
}
