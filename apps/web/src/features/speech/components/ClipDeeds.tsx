import { writeVtt } from '@modu/captions';
import type { Caption } from '@modu/captions';
import { Button } from '@modu/ui';
import { DownloadFailed, useDownloadFile } from '../../../lib/download/index.ts';
import type { ClipPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { DeleteThing } from '../../../lib/thing/DeleteThing.tsx';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useDeleteClip } from '../hooks/useSpeech.ts';
import { saveText } from '../../../lib/download/index.ts';

interface ClipDeedsProps {
  readonly clip: NonNullable<ClipPageQuery['speechClip']>;
  /** Of the chapter that is shown. */
  readonly captions: readonly Caption[];
  readonly number: number;
}

/** What can be done with a clip: its sound, its captions and its playlist as files, and deleting it. */
export function ClipDeeds({ clip, captions, number }: ClipDeedsProps) {
  const { t } = useTranslation('speech');
  const failure = useFailureWords();
  const download = useDownloadFile();
  const remove = useDeleteClip();
  const sound = clip.chapters.find((one) => one.number === number)?.asset;
  const name = `${clip.title} ${number}.vtt`;
  return (
    <span className="speech__deeds">
      {sound && <Button onPress={() => download.mutate(sound.id)}>{t('downloadSound')}</Button>}
      {captions.length > 0 && (
        <Button onPress={() => saveText({ name, text: writeVtt(captions), type: 'text/vtt' })}>
          {t('downloadCaptions')}
        </Button>
      )}
      {clip.document != null && clip.asset != null && (
        <Button onPress={() => clip.asset != null && download.mutate(clip.asset.id)}>{t('downloadPlaylist')}</Button>
      )}
      <DeleteThing
        words={{
          title: t('deleteTitle', { title: clip.title }),
          body: t('deleteWords'),
          delete: t('delete'),
          cancel: t('cancel'),
        }}
        isPending={remove.isPending}
        problem={failure(remove.error)}
        onDelete={() => remove.mutate(clip)}
      />
      <DownloadFailed download={download} />
    </span>
  );
}
