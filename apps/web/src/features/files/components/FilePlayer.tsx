import { Notice, PlainButton, PlainIconButton, Waveform } from '@modu/ui';
import { useQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { SoundLinkDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { usePlayback } from '../../../lib/sound/usePlayback.ts';
import { clockOf } from '../../../lib/words/clock.ts';
import { leftToRight } from '../../../lib/words/isolate.ts';
import type { Sound } from '../model/sound.ts';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const nothing = () => undefined;

/** A recording among the files: heard from any place of its wave. Its link is asked for when it is opened, and again when it has run out. */
export function FilePlayer({ id, name, peaks, lengthMs }: Sound) {
  const { t } = useTranslation(['files', 'shell']);
  const link = useQuery({
    queryKey: ['sound-link', id],
    queryFn: async ({ signal }) => (await request(SoundLinkDocument, { id }, { signal })).asset?.url ?? null,
    staleTime: 600_000,
    gcTime: 0,
  });
  const renew = async () => {
    const { isSuccess, data } = await link.refetch();
    return isSuccess && data !== null;
  };
  const playback = usePlayback({ id, url: link.data ?? undefined, renew }, nothing);
  const { audioRef, source, isPlaying, isBroken, atMs, toggle, seek, tryAgain } = playback;
  const length = clockOf(lengthMs);
  return (
    <div className="file-player" role="group" aria-label={t('files:soundOf', { name })}>
      <audio ref={audioRef} src={source} preload="metadata" />
      <PlainIconButton
        label={isPlaying ? t('files:pause') : t('files:play')}
        icon={isPlaying ? <Pause {...icon} /> : <Play {...icon} />}
        isDisabled={source === undefined}
        onPress={toggle}
      />
      <Waveform
        label={t('files:place')}
        peaks={peaks}
        lengthMs={lengthMs}
        atMs={Math.min(atMs, lengthMs)}
        onSeek={seek}
        words={(at) => t('files:atOf', { at: clockOf(at), length })}
      />
      <span className="file-player__clock ui-figures" aria-hidden>
        {leftToRight(`${clockOf(atMs)} / ${length}`)}
      </span>
      {(isBroken || link.isError || link.data === null) && (
        <Notice tone="negative" action={<PlainButton onPress={tryAgain}>{t('shell:retry')}</PlainButton>}>
          {t('files:unplayable')}
        </Notice>
      )}
    </div>
  );
}
