import { Dialog, PlainButton, TextField } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeImages } from '../hooks/useChangeImages.ts';
import { tagsOf } from '../model/tags.ts';

export interface TagsDialogProps {
  readonly ids: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Puts tags on all chosen pictures and takes tags off them. */
export function TagsDialog({ ids, isOpen, onOpenChange }: TagsDialogProps) {
  const { t } = useTranslation('gallery');
  const failure = useFailureWords();
  const [added, setAdded] = useState('');
  const [removed, setRemoved] = useState('');
  const change = useChangeImages();
  const [add, remove] = [tagsOf(added), tagsOf(removed)];
  const isEmpty = add.length + remove.length === 0;
  const close = () => {
    setAdded('');
    setRemoved('');
    change.reset();
    onOpenChange(false);
  };
  return (
    <Dialog
      size="small"
      isOpen={isOpen}
      title={t('tagsOfChosen', { count: ids.size })}
      closeLabel={t('close')}
      onOpenChange={(opens) => !opens && close()}
    >
      <form
        className="edit-words"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) change.mutate({ kind: 'tag', ids: [...ids], add, remove }, { onSuccess: close });
        }}
      >
        <TextField label={t('tagsToAdd')} hint={t('tagsHint')} value={added} onChange={setAdded} />
        <TextField label={t('tagsToRemove')} value={removed} onChange={setRemoved} problem={failure(change.error)} />
        <PlainButton type="submit" variant="primary" isDisabled={isEmpty} isPending={change.isPending}>
          {t('save')}
        </PlainButton>
      </form>
    </Dialog>
  );
}
