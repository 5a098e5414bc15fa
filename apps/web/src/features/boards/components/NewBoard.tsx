import { PlainButton, TextField } from '@modu/ui';
import { FolderPlus } from 'lucide-react';
import { useDraft } from '../../../lib/drafts/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { useRoom } from '../../../lib/words/useRoom.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useChangeBoards } from '../hooks/useChangeBoards.ts';
import { BOARD_NAME_MAX } from '../model/board-name.ts';

/** Names a board and makes it; a name that was written stays until its board is made. */
export function NewBoard({ onMade }: { readonly onMade: (id: string, name: string) => void }) {
  const { t } = useTranslation('boards');
  const failure = useFailureWords();
  const { fields, change: write, forget } = useDraft('new board', { name: '' });
  const { name } = fields;
  const change = useChangeBoards();
  const room = useRoom(name.length, BOARD_NAME_MAX);
  return (
    <form
      className="new-board"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        change.mutate(
          { kind: 'create', name },
          {
            onSuccess: (made) => {
              forget();
              if (made.__typename === 'Board') onMade(made.id, name.trim());
            },
          },
        );
      }}
    >
      <TextField
        label={t('newName')}
        value={name}
        maxLength={BOARD_NAME_MAX}
        {...room}
        onChange={(next) => write({ name: next })}
        problem={failure(change.error)}
      />
      <PlainButton
        type="submit"
        icon={<FolderPlus size={16} strokeWidth={1.5} aria-hidden />}
        isPending={change.isPending}
      >
        {t('make')}
      </PlainButton>
    </form>
  );
}
