import { Dialog, PlainButton, TextField } from '@modu/ui';
import { TakeBack, useDraft } from '../../../lib/drafts/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeImages } from '../hooks/useChangeImages.ts';
import { tagsOf } from '../model/tags.ts';

export interface TagsDialogProps {
  readonly ids: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Puts tags on all chosen pictures and takes tags off them; what was written stays until it is saved or taken back. */
export function TagsDialog({ ids, isOpen, onOpenChange }: TagsDialogProps) {
  const { t } = useTranslation(['pictures', 'shell']);
  const failure = useFailureWords();
  const draft = useDraft('tags', { added: '', removed: '' });
  const { added, removed } = draft.fields;
  const change = useChangeImages();
  const [add, remove] = [tagsOf(added), tagsOf(removed)];
  const isEmpty = add.length + remove.length === 0;
  const close = () => {
    change.reset();
    onOpenChange(false);
  };
  const end = () => {
    draft.forget();
    close();
  };
  return (
    <Dialog
      size="small"
      isOpen={isOpen}
      title={t('tagsOfChosen', { count: ids.size })}
      closeLabel={t('shell:close')}
      onOpenChange={(opens) => !opens && close()}
    >
      <form
        className="edit-words"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) change.mutate({ kind: 'tag', ids: [...ids], add, remove }, { onSuccess: end });
        }}
      >
        <TextField
          label={t('tagsToAdd')}
          hint={`${t('tagsHint')} ${t('tagsMost')}`}
          value={added}
          onChange={(next) => draft.change({ added: next })}
        />
        <TextField
          label={t('tagsToRemove')}
          value={removed}
          onChange={(next) => draft.change({ removed: next })}
          problem={failure(change.error)}
        />
        <div className="edit-words__deeds">
          <TakeBack draft={draft} />
          <PlainButton type="submit" variant="primary" isDisabled={isEmpty} isPending={change.isPending}>
            {t('save')}
          </PlainButton>
        </div>
      </form>
    </Dialog>
  );
}
