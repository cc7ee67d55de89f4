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
}

/** How far sound and picture may drift apart before the sound is set right. */
const DRIFT_SECONDS = 0.15;

export function usePlayback(durationMs: number): Playback {
  const media = useRef<HTMLVideoElement>(null);
  const sound = useRef<HTMLAudioElement>(null);
  const [atMs, setAtMs] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const element = media.current;
    if (!element) return;
    let frame = 0;
    const follow = (): void => {
      // Until the file is open, the element says 0 whatever was sought.
      if (element.readyState > 0) setAtMs(element.currentTime * 1000);
      alignSound(element, sound.current);
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
      setAtMs(within);
      if (media.current) media.current.currentTime = within / 1000;
    },
    [durationMs],
  );
  const play = useCallback(() => {
    // Refused without a person's click, or interrupted by the next seek: the button stays, nothing is wrong.
    media.current?.play().catch(() => undefined);
  }, []);
  const toggle = useCallback(() => {
    if (media.current?.paused) play();
    else media.current?.pause();
  }, [play]);
  return { picture: media, sound, atMs, isPlaying, hasFailed, seek, toggle, play };
}

function alignSound(picture: HTMLVideoElement, sound: HTMLAudioElement | null): void {
  if (!sound) return;
  if (Math.abs(sound.currentTime - picture.currentTime) > DRIFT_SECONDS) sound.currentTime = picture.currentTime;
  if (!picture.paused && sound.paused) sound.play().catch(() => undefined);
}
