// Playing, pausing and seeking a recording; the time is read from the media element, never counted.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface Playback {
  readonly picture: RefObject<HTMLVideoElement | null>;
  readonly sound: RefObject<HTMLAudioElement | null>;
  readonly atMs: number;
  readonly isPlaying: boolean;
  readonly hasFailed: boolean;
  /** Without media this only moves the place in the transcript. */
  seek(ms: number): void;
  toggle(): void;
  play(): void;
  /** Plays from here to there and stops: what comes after a quote is not what was asked for. */
  playSpan(span: { readonly startMs: number; readonly endMs: number }): void;
  /** It stopped at the end of such a span, and stands there. */
  readonly isAtSpanEnd: boolean;
}

/** The last word of a quote is still sounding where its time ends. */
const TAIL_MS = 400;

/** How far sound and picture may drift apart before the sound is set right. */
const DRIFT_SECONDS = 0.15;

export function usePlayback(durationMs: number): Playback {
  const media = useRef<HTMLVideoElement>(null);
  const sound = useRef<HTMLAudioElement>(null);
  const [atMs, setAtMs] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const stopAtMs = useRef(Number.POSITIVE_INFINITY);
  const [isAtSpanEnd, setIsAtSpanEnd] = useState(false);

  useEffect(() => {
    const element = media.current;
    if (!element) return;
    let frame = 0;
    const stopWhenDue = (): void => {
      if (element.paused || element.currentTime * 1000 < stopAtMs.current) return;
      stopAtMs.current = Number.POSITIVE_INFINITY;
      element.pause();
      setIsAtSpanEnd(true);
    };
    const follow = (): void => {
      // Until the file is open, the element says 0 whatever was sought.
      if (element.readyState > 0) setAtMs(element.currentTime * 1000);
      alignSound(element, sound.current);
      stopWhenDue();
      frame = element.paused ? 0 : requestAnimationFrame(follow);
    };
    const onPlay = (): void => {
      setIsPlaying(true);
      cancelAnimationFrame(frame);
      follow();
    };
    const onPause = (): void => {
      setIsPlaying(false);
      sound.current?.pause();
    };
    const onTime = (): void => {
      if (element.readyState > 0) setAtMs(element.currentTime * 1000);
      // No frames are drawn while the window is hidden, and the sound goes on.
      stopWhenDue();
    };
    const onError = (): void => setHasFailed(true);
    const listeners = {
      play: onPlay,
      pause: onPause,
      ended: onPause,
      seeked: onTime,
      timeupdate: onTime,
      error: onError,
    };
    for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);
    return () => {
      cancelAnimationFrame(frame);
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
    };
  }, []);

  const seek = useCallback(
    (ms: number) => {
      const within = Math.min(Math.max(0, ms), durationMs);
      // Whoever moves by hand is not held to a span any more.
      stopAtMs.current = Number.POSITIVE_INFINITY;
      setIsAtSpanEnd(false);
      setAtMs(within);
      if (media.current) media.current.currentTime = within / 1000;
    },
    [durationMs],
  );
  const play = useCallback(() => {
    setIsAtSpanEnd(false);
    // Refused without a person's click, or interrupted by the next seek: the button stays, nothing is wrong.
    media.current?.play().catch(() => undefined);
  }, []);
  const toggle = useCallback(() => {
    if (media.current?.paused) play();
    else media.current?.pause();
  }, [play]);
  const playSpan = useCallback(
    ({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }) => {
      seek(startMs);
      if (endMs > startMs) stopAtMs.current = endMs + TAIL_MS;
      play();
    },
    [seek, play],
  );
  return { picture: media, sound, atMs, isPlaying, hasFailed, isAtSpanEnd, seek, toggle, play, playSpan };
}

function alignSound(picture: HTMLVideoElement, sound: HTMLAudioElement | null): void {
  if (!sound) return;
  if (Math.abs(sound.currentTime - picture.currentTime) > DRIFT_SECONDS) sound.currentTime = picture.currentTime;
  if (!picture.paused && sound.paused) sound.play().catch(() => undefined);
}
