import { announce, PlainButton, Dialog, TextArea, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { foresee } from '../../../lib/ahead/index.ts';
import { TakeBack, useDraft } from '../../../lib/drafts/index.ts';
import { UpdateImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import { foreseeImages } from '../model/foresee-images.ts';
import { tagsOf } from '../model/tags.ts';

const TITLE_MAX = 200;
const NOTE_MAX = 5_000;

export interface EditWordsProps {
  readonly image: Pick<ImageInFull, 'id' | 'title' | 'tags' | 'note'>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What the owner writes about a picture: title, tags, note. Left half written it is as it was left when it is opened again. */
export function EditWords({ image, isOpen, onOpenChange }: EditWordsProps) {
  const { t } = useTranslation(['pictures', 'shell']);
  const failure = useFailureWords();
  const client = useQueryClient();
  const written = { title: image.title ?? '', tags: image.tags.join(', '), note: image.note ?? '' };
  const draft = useDraft(`words ${image.id}`, written);
  const { fields, change, forget } = draft;
  const titleRoom = useRoom(fields.title.length, TITLE_MAX);
  const noteRoom = useRoom(fields.note.length, NOTE_MAX);
  const input = { title: fields.title, note: fields.note, tags: tagsOf(fields.tags) };
  const save = useMutation({
    onMutate: () => foresee(client, foreseeImages({ kind: 'words', ids: [image.id], ...input })),
    mutationFn: async () => {
      const outcome = (await request(UpdateImageDocument, { id: image.id, input })).updateImage;
      if (isRefusal(outcome)) throw new Error(outcome.message);
    },
    onSuccess: () => {
      forget();
      announce(t('wordsSaved'));
      onOpenChange(false);
    },
    onSettled: (_, problem, __, end) => {
      end?.(problem === null);
      return client.invalidateQueries({ queryKey: ['images'] });
    },
  });
  const turn = (next: boolean) => {
    save.reset();
    onOpenChange(next);
  };
  return (
    <Dialog isOpen={isOpen} title={t('edit')} closeLabel={t('shell:close')} onOpenChange={turn}>
      <form
        className="edit-words"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          label={t('pictureTitle')}
          value={fields.title}
          maxLength={TITLE_MAX}
          {...titleRoom}
          onChange={(title) => change({ title })}
        />
        <TextField label={t('tags')} hint={t('tagsMost')} value={fields.tags} onChange={(tags) => change({ tags })} />
        <TextArea
          label={t('note')}
          value={fields.note}
          onChange={(note) => change({ note })}
          {...noteRoom}
          problem={failure(save.error)}
        />
        <div className="edit-words__deeds">
          <TakeBack draft={draft} />
          <PlainButton type="submit" variant="primary" isPending={save.isPending}>
            {t('save')}
          </PlainButton>
        </div>
      </form>
    </Dialog>
  );
}
