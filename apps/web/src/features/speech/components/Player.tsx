import { Button, IconButton, Notice, PlainButton, Select } from '@modu/ui';
import type { CSSProperties } from 'react';
import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import type { Playback } from '../../../lib/sound/usePlayback.ts';
import { clockOf } from '../../../lib/words/clock.ts';
import { leftToRight } from '../../../lib/words/isolate.ts';

const SKIP_MS = 10_000;
const STEP_MS = 1_000;
const SPEEDS = [0.75, 1, 1.25, 1.5, 2, 3];

interface PlayerProps {
  readonly label: string;
  readonly lengthMs: number;
  readonly playback: Playback;
  readonly onEnded?: () => void;
}

/** Plays a sound: every deed is a button with a name, and the place is the browser's own slider. */
export function Player({ label, lengthMs, playback, onEnded }: PlayerProps) {
  const { t } = useTranslation(['speech', 'shell']);
  const { audioRef, source, isPlaying, isBroken, tryAgain, atMs, speed, toggle, seek, setSpeed } = playback;
  const words = t('speech:atOf', { at: clockOf(atMs), length: clockOf(lengthMs) });
  const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
  return (
    <div className="player" role="group" aria-label={label}>
      <audio ref={audioRef} src={source} preload="metadata" onEnded={onEnded} />
      <Button
        variant="primary"
        icon={isPlaying ? <Pause {...icon} /> : <Play {...icon} />}
        onPress={toggle}
        isDisabled={source === undefined}
      >
        {isPlaying ? t('speech:pause') : t('speech:play')}
      </Button>
      <IconButton label={t('speech:back10')} icon={<RotateCcw {...icon} />} onPress={() => seek(atMs - SKIP_MS)} />
      <IconButton label={t('speech:on10')} icon={<RotateCw {...icon} />} onPress={() => seek(atMs + SKIP_MS)} />
      <input
        type="range"
        className="player__place"
        aria-label={t('speech:place')}
        aria-valuetext={words}
        min={0}
        max={Math.max(STEP_MS, lengthMs)}
        step={STEP_MS}
        value={Math.min(atMs, lengthMs)}
        style={{ '--heard': `${lengthMs === 0 ? 0 : (Math.min(atMs, lengthMs) / lengthMs) * 100}%` } as CSSProperties}
        onChange={(event) => seek(event.currentTarget.valueAsNumber)}
      />
      <span className="player__clock ui-figures" aria-hidden="true">
        {leftToRight(`${clockOf(atMs)} / ${clockOf(lengthMs)}`)}
      </span>
      <Select
        label={t('speech:speed')}
        placeholder={t('speech:speed')}
        value={String(speed)}
        onChange={(id) => setSpeed(Number(id))}
        options={SPEEDS.map((one) => ({ id: String(one), name: leftToRight(`${one}×`) }))}
      />
      {isBroken && (
        <Notice tone="negative">
          {t('speech:unplayable')} <PlainButton onPress={tryAgain}>{t('shell:retry')}</PlainButton>
        </Notice>
      )}
    </div>
  );
}
