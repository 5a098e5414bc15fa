import { PlainButton, Dialog, TextField } from '@modu/ui';
import { useState } from 'react';
import type { BoardPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeBoards } from '../hooks/useChangeBoards.ts';

interface RenameBoardProps {
  readonly board: BoardPartsFragment;
  readonly onClose: () => void;
}

/** Gives a board another name. */
export function RenameBoard({ board, onClose }: RenameBoardProps) {
  const { t } = useTranslation('boards');
  const failure = useFailureWords();
  const [name, setName] = useState(board.name);
  const change = useChangeBoards();
  return (
    <Dialog
      size="small"
      isOpen
      title={t('rename')}
      closeLabel={t('close')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <form
        className="new-board"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ kind: 'rename', id: board.id, name }, { onSuccess: onClose });
        }}
      >
        <TextField label={t('name')} value={name} maxLength={100} onChange={setName} problem={failure(change.error)} />
        <PlainButton type="submit" variant="primary" isPending={change.isPending}>
          {t('save')}
        </PlainButton>
      </form>
    </Dialog>
  );
}
