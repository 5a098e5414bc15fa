import { PlainButton, Dialog, TextField } from '@modu/ui';
import { TakeBack, useDraft } from '../../../lib/drafts/index.ts';
import type { BoardPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeBoards } from '../hooks/useChangeBoards.ts';
import { BOARD_NAME_MAX } from '../model/board-name.ts';

interface RenameBoardProps {
  readonly board: BoardPartsFragment;
  readonly onClose: () => void;
}

/** Gives a board another name; left half written it is as it was left when it is opened again. */
export function RenameBoard({ board, onClose }: RenameBoardProps) {
  const { t } = useTranslation('boards');
  const failure = useFailureWords();
  const draft = useDraft(`board ${board.id}`, { name: board.name });
  const { name } = draft.fields;
  const change = useChangeBoards();
  const room = useRoom(name.length, BOARD_NAME_MAX);
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
          const onSuccess = () => {
            draft.forget();
            onClose();
          };
          change.mutate({ kind: 'rename', id: board.id, name }, { onSuccess });
        }}
      >
        <TextField
          label={t('name')}
          value={name}
          maxLength={BOARD_NAME_MAX}
          {...room}
          onChange={(next) => draft.change({ name: next })}
          problem={failure(change.error)}
        />
        <TakeBack draft={draft} />
        <PlainButton type="submit" variant="primary" isPending={change.isPending}>
          {t('save')}
        </PlainButton>
      </form>
    </Dialog>
  );
}
