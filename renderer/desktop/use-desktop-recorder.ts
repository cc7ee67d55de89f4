// The recorder and the desktop: the tray shows what is recorded, keys and the tray's menu act, and a machine that sleeps or
// changes its screens begins new pieces.
import { useEffect } from 'react';
import type { DesktopNews, RecordingSign } from '../../src/domain/desktop.ts';
import { describeState } from '../recorder/describe-state.ts';
import { useRecorder, useRecorderView } from '../recorder/recorder-context.ts';
import type { RecorderModel, RecorderView } from '../capture/recorder-model.ts';
import type { DesktopModel } from './create-desktop-model.ts';

export function useDesktopRecorder({ desktop }: DesktopModel): void {
  const recorder = useRecorder();
  const sign = useRecorderView(signOf);
  useEffect(() => {
    // What was just written by signOf.
    void desktop.ask('showRecording', JSON.parse(sign) as RecordingSign);
  }, [desktop, sign]);
  useEffect(() => desktop.listen((news) => heed(recorder, news)), [desktop, recorder]);
}

/** As text it stays the same while it says the same, so that the tray is not drawn with every chunk. */
function signOf(view: RecorderView): string {
  if (view.stage !== 'running') return JSON.stringify({ state: 'idle', words: '' } satisfies RecordingSign);
  const { tone, word } = describeState(view);
  const words = `${word} – ${view.intent?.process ?? ''}`.slice(0, 300);
  return JSON.stringify({ state: tone, words } satisfies RecordingSign);
}

/** Exported for its test. */
export function heed({ actions, view }: Pick<RecorderModel, 'actions' | 'view'>, news: DesktopNews): void {
  if (view.getState().stage !== 'running') return;
  const isPaused = view.getState().health?.phase === 'paused';
  if (news.kind === 'mark') void actions.mark(news.mark);
  else if (news.kind === 'act' && news.act === 'stop') void actions.stop();
  else if (news.kind === 'act') void (isPaused ? actions.resume() : actions.pause());
  else if (news.kind === 'power') actions.noteMachine(news.what === 'display' ? 'display' : 'sleep');
}
