import { useCallback, useEffect, useRef, useState } from 'react';
import { useSteadyLink } from './useSteadyLink.ts';
import type { SoundLink } from './useSteadyLink.ts';

export interface Playback {
  readonly audioRef: React.RefObject<HTMLAudioElement | null>;
  /** The link that is played: it stays while newer ones come. */
  readonly source: string | undefined;
  readonly isPlaying: boolean;
  /** A new link did not help either. */
  readonly isBroken: boolean;
  readonly atMs: number;
  readonly speed: number;
  readonly toggle: () => void;
  readonly seek: (atMs: number) => void;
  readonly setSpeed: (speed: number) => void;
  readonly tryAgain: () => void;
}

interface Resume {
  readonly atMs: number;
  readonly plays: boolean;
}

/**
 * The state of an audio element; while it plays, `onMoment` hears of every frame without a render. Who listens goes on
 * listening when the next sound begins or a link has run out.
 */
export function usePlayback(sound: SoundLink, onMoment: (atMs: number) => void): Playback {
  const audioRef = useRef<HTMLAudioElement>(null);
  const heard = useRef(onMoment);
  const isHeard = useRef(false);
  const resume = useRef<Resume>({ atMs: 0, plays: false });
  const [isPlaying, setIsPlaying] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [speed, setSpeed] = useState(1);
  const { source, isBroken, onLost, onWorks, tryAgain } = useSteadyLink(sound);
  const { id } = sound;
  useEffect(() => {
    heard.current = onMoment;
  });
  useEffect(() => {
    const audio = audioRef.current;
    resume.current = { atMs: 0, plays: isHeard.current };
    setAtMs(0);
    return () => audio?.pause();
  }, [id]);
  useEffect(() => {
    const audio = audioRef.current;
    if (!audio) return undefined;
    const tell = () => {
      setAtMs(audio.currentTime * 1000);
      heard.current(audio.currentTime * 1000);
    };
    const listeners = {
      play: () => {
        isHeard.current = true;
        setIsPlaying(true);
      },
      playing: onWorks,
      pause: () => {
        // At its end a sound pauses by itself: then the next one is to be heard.
        isHeard.current = audio.ended;
        setIsPlaying(false);
      },
      timeupdate: tell,
      seeked: tell,
      loadedmetadata: () => {
        const { atMs: from, plays } = resume.current;
        resume.current = { atMs: 0, plays: false };
        if (from > 0) audio.currentTime = from / 1000;
        if (plays) play(audio);
      },
      error: () => {
        resume.current = { atMs: audio.currentTime * 1000, plays: isHeard.current };
        setIsPlaying(false);
        onLost();
      },
    };
    const hearing = new AbortController();
    for (const [name, listener] of Object.entries(listeners)) audio.addEventListener(name, listener, hearing);
    return () => hearing.abort();
  }, [onLost, onWorks]);
  useFrames(isPlaying, () => heard.current((audioRef.current?.currentTime ?? 0) * 1000));
  useEffect(() => {
    if (audioRef.current) audioRef.current.playbackRate = speed;
  }, [speed, source]);
  const seek = useCallback((to: number) => {
    const audio = audioRef.current;
    if (audio) audio.currentTime = Math.max(0, Math.min(to / 1000, audio.duration || to / 1000));
  }, []);
  const toggle = useCallback(() => {
    const audio = audioRef.current;
    if (audio?.paused) play(audio);
    else audio?.pause();
  }, []);
  return { audioRef, source, isPlaying, isBroken, atMs, speed, toggle, seek, setSpeed, tryAgain };
}

/** Calls what it was last given before each frame, while it is on. */
function useFrames(isOn: boolean, onFrame: () => void): void {
  const latest = useRef(onFrame);
  useEffect(() => {
    latest.current = onFrame;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    let frame = 0;
    const follow = () => {
      latest.current();
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [isOn]);
}

/** A browser refuses when the sound can't be played, which its `error` tells too, or when nothing was pressed yet. */
function play(audio: HTMLAudioElement): void {
  audio.play().catch(() => undefined);
}
