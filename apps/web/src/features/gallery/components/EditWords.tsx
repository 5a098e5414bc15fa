import { PlainButton, Dialog, TextArea, TextField } from '@modu/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UpdateImageDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import type { ImageInFull } from '../hooks/useImage.ts';
import { tagsOf } from '../model/tags.ts';

interface EditWordsProps {
  readonly image: ImageInFull;
  readonly onClose: () => void;
}

/** What the owner writes about a picture: title, tags, note. */
export function EditWords({ image, onClose }: EditWordsProps) {
  const { t } = useTranslation('gallery');
  const client = useQueryClient();
  const [title, setTitle] = useState(image.title ?? '');
  const [tags, setTags] = useState(image.tags.join(', '));
  const [note, setNote] = useState(image.note ?? '');
  const save = useMutation({
    mutationFn: async () => {
      const input = { title, note, tags: tagsOf(tags) };
      const outcome = (await request(UpdateImageDocument, { id: image.id, input })).updateImage;
      if (isRefusal(outcome)) throw new Error(outcome.message);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['images'] });
      onClose();
    },
  });
  return (
    <Dialog isOpen title={t('edit')} closeLabel={t('close')} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form
        className="edit-words"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label={t('pictureTitle')} value={title} maxLength={200} onChange={setTitle} />
        <TextField label={t('tags')} value={tags} onChange={setTags} />
        <TextArea
          label={t('note')}
          value={note}
          onChange={setNote}
          problem={save.isError ? save.error.message : undefined}
        />
        <PlainButton type="submit" variant="primary" isPending={save.isPending}>
          {t('save')}
        </PlainButton>
      </form>
    </Dialog>
  );
}
