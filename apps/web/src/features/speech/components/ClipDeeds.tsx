import { Button, ConfirmDialog, IconButton } from '@modu/ui';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ClipPageQuery } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { go } from '../../../lib/way/index.ts';
import { useDownloadFile } from '../../../lib/download/index.ts';
import { useDeleteClip } from '../hooks/useSpeech.ts';
import { saveText } from '../model/save-text.ts';
import { toVtt } from '../model/read-along.ts';
import type { Caption } from '../model/read-along.ts';

interface ClipDeedsProps {
  readonly clip: NonNullable<ClipPageQuery['speechClip']>;
  /** Of the chapter that is shown. */
  readonly captions: readonly Caption[];
  readonly number: number;
}

/** What can be done with a clip: its sound, its captions and its playlist as files, and deleting it. */
export function ClipDeeds({ clip, captions, number }: ClipDeedsProps) {
  const { t } = useTranslation('speech');
  const download = useDownloadFile();
  const chapter = clip.chapters.find((one) => one.number === number);
  const name = `${clip.title} ${number}.vtt`;
  return (
    <span className="speech__deeds">
      {chapter && <Button onPress={() => download.mutate(chapter.asset.id)}>{t('downloadSound')}</Button>}
      {captions.length > 0 && (
        <Button onPress={() => saveText({ name, text: toVtt(captions), type: 'text/vtt' })}>
          {t('downloadCaptions')}
        </Button>
      )}
      {clip.document != null && clip.asset != null && (
        <Button onPress={() => clip.asset != null && download.mutate(clip.asset.id)}>{t('downloadPlaylist')}</Button>
      )}
      <DeleteClip id={clip.id} title={clip.title} />
    </span>
  );
}

function DeleteClip({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation('speech');
  const [isAsking, setIsAsking] = useState(false);
  const remove = useDeleteClip();
  const onConfirm = () => remove.mutate(id, { onSuccess: () => void go({ to: '/speech' }) });
  return (
    <>
      <IconButton
        label={t('delete')}
        icon={<Trash2 size={16} strokeWidth={1.5} aria-hidden />}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmDialog
        isDanger
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={t('deleteTitle', { title })}
        confirmLabel={t('delete')}
        cancelLabel={t('cancel')}
        isPending={remove.isPending}
        onConfirm={onConfirm}
      >
        {t('deleteWords')}
      </ConfirmDialog>
    </>
  );
}
