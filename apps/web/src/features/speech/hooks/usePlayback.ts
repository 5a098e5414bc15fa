import { useCallback, useEffect, useRef, useState } from 'react';

export interface Playback {
  readonly audioRef: React.RefObject<HTMLAudioElement | null>;
  readonly isPlaying: boolean;
  readonly atMs: number;
  readonly speed: number;
  readonly toggle: () => void;
  readonly seek: (atMs: number) => void;
  readonly setSpeed: (speed: number) => void;
}

/** The state of an audio element; while it plays, `onMoment` hears of every frame without a render. */
export function usePlayback(source: string | undefined, onMoment: (atMs: number) => void): Playback {
  const audioRef = useRef<HTMLAudioElement>(null);
  const heard = useRef(onMoment);
  const [isPlaying, setIsPlaying] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    heard.current = onMoment;
  });
  useEffect(() => {
    const audio = audioRef.current;
    if (!audio) return undefined;
    const tell = () => {
      setAtMs(audio.currentTime * 1000);
      heard.current(audio.currentTime * 1000);
    };
    const onPlay = () => setIsPlaying(true);
    const onPause = () => setIsPlaying(false);
    const events = { play: onPlay, pause: onPause, ended: onPause, timeupdate: tell, seeked: tell };
    for (const [name, listener] of Object.entries(events)) audio.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(events)) audio.removeEventListener(name, listener);
    };
  }, [source]);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let frame = 0;
    const follow = () => {
      heard.current((audioRef.current?.currentTime ?? 0) * 1000);
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying]);
  useEffect(() => {
    if (audioRef.current) audioRef.current.playbackRate = speed;
  }, [speed, source]);
  const seek = useCallback((to: number) => {
    const audio = audioRef.current;
    if (audio) audio.currentTime = Math.max(0, Math.min(to / 1000, audio.duration || to / 1000));
  }, []);
  const toggle = useCallback(() => {
    const audio = audioRef.current;
    if (audio) void (audio.paused ? audio.play() : Promise.resolve(audio.pause()));
  }, []);
  return { audioRef, isPlaying, atMs, speed, toggle, seek, setSpeed };
}
