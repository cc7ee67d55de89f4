// The state of a recording where it is seen without looking at Mirror: the window's title, its icon, and on closing it.
import { useEffect } from 'react';
import { useView } from '../view-store.ts';
import type { Tone } from './describe-state.ts';
import pausedUrl from './sign-paused.svg';
import problemUrl from './sign-problem.svg';
import recordingUrl from './sign-recording.svg';

const SIGNS: Record<Tone, { readonly url: string; readonly mark: string }> = {
  recording: { url: recordingUrl, mark: '●' },
  problem: { url: problemUrl, mark: '▲' },
  paused: { url: pausedUrl, mark: '❚❚' },
};

/** `words`: "Recording 2:13 – customer onboarding". As long as the component is there. */
export function useWindowSign(tone: Tone, words: string): void {
  const set = useView((state) => state.setTitleSign);
  // The watcher of windows knows Mirror's own by this ending: a process called “Payroll” must not exclude itself.
  const title = `${SIGNS[tone].mark} ${words} · Mirror`;
  useEffect(() => set(title), [set, title]);
  useEffect(() => () => set(undefined), [set]);
  useEffect(() => showIcon(SIGNS[tone].url), [tone]);
  useEffect(askBeforeClosing, []);
}

function showIcon(url: string): (() => void) | undefined {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (!link) return undefined;
  const before = link.href;
  link.href = url;
  return () => {
    link.href = before;
  };
}

/** What is recorded is safe either way; but few mean to end a recording by closing a tab. */
function askBeforeClosing(): () => void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  return () => window.removeEventListener('beforeunload', ask);
}
