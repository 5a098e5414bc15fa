import { useId } from 'react';
import './waveform.css';

export interface WaveformProps {
  /** What is heard, in words. */
  readonly label: string;
  /** Loudness from 0 to 1, evenly spaced over the whole length. */
  readonly peaks: readonly number[];
  readonly lengthMs: number;
  readonly atMs: number;
  readonly onSeek: (atMs: number) => void;
  /** A time in words: "12 of 40 seconds". */
  readonly words: (atMs: number) => string;
}

const STEP_MS = 100;
const HEIGHT = 48;
const BAR = 2;
const GAP = 1;
/** Silence is a dot, not nothing. */
const LEAST = 0.04;

/** A recording as it sounds, and where one is in it: the browser's own slider lies over the wave, for pointer and keys alike. */
export function Waveform({ label, peaks, lengthMs, atMs, onSeek, words }: WaveformProps) {
  const id = useId();
  const width = Math.max(1, peaks.length * (BAR + GAP));
  const share = lengthMs === 0 ? 0 : Math.min(1, atMs / lengthMs);
  const bars = peaks.map((peak, index) => {
    const height = Math.max(LEAST, Math.min(1, peak)) * HEIGHT;
    return <rect key={index} x={index * (BAR + GAP)} y={(HEIGHT - height) / 2} width={BAR} height={height} rx={1} />;
  });
  return (
    <div className="ui-wave">
      <svg className="ui-wave__bars" viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <clipPath id={id}>
          <rect x={0} y={0} width={width * share} height={HEIGHT} />
        </clipPath>
        {bars}
        <g className="ui-wave__heard" clipPath={`url(#${id})`}>
          {bars}
        </g>
      </svg>
      <input
        type="range"
        className="ui-wave__seek"
        aria-label={label}
        aria-valuetext={words(atMs)}
        min={0}
        max={lengthMs}
        step={STEP_MS}
        value={atMs}
        onChange={(event) => onSeek(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
