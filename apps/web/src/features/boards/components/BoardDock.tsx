import { Button, Dialog, Notice, TextField, announce } from '@modu/ui';
import { FolderPlus, SquareDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { useBoards, useChangeBoards } from '../hooks/useBoards.ts';
import '../boards.css';

export interface BoardDockProps {
  readonly ids: ReadonlySet<string>;
  /** True while pictures are being dragged: boards wait at the lower edge. Else they are offered in a dialog. */
  readonly isDragged: boolean;
  readonly onDone: () => void;
}

/** Where pictures are put onto boards: by dropping them, or by choosing one from a list. */
export function BoardDock({ ids, isDragged, onDone }: BoardDockProps) {
  const { t } = useTranslation('boards');
  const { data: boards = [] } = useBoards({ enabled: ids.size > 0 });
  const change = useChangeBoards();
  const put = (id: string, name: string) =>
    change.mutate(
      { kind: 'add', id, imageIds: [...ids] },
      {
        onSuccess: () => {
          announce(t('added', { count: ids.size, name }));
          onDone();
        },
      },
    );
  if (ids.size === 0) return null;
  if (isDragged) {
    return (
      <div className="board-dock" aria-hidden>
        {boards.length === 0 && <p>{t('noneYet')}</p>}
        {boards.map((board) => (
          <div
            key={board.id}
            className="board-dock__board"
            onDragOver={(event) => {
              event.preventDefault();
              event.currentTarget.dataset['over'] = 'true';
            }}
            onDragLeave={(event) => delete event.currentTarget.dataset['over']}
            onDrop={(event) => {
              event.preventDefault();
              put(board.id, board.name);
            }}
          >
            <SquareDashed size={16} strokeWidth={1.5} aria-hidden />
            {board.name}
          </div>
        ))}
      </div>
    );
  }
  return (
    <Dialog
      size="small"
      isOpen
      title={t('putOnto')}
      closeLabel={t('close')}
      onOpenChange={(isOpen) => !isOpen && onDone()}
    >
      {change.isError && <Notice tone="negative">{change.error.message}</Notice>}
      <ul className="board-choice">
        {boards.map((board) => (
          <li key={board.id}>
            <Button variant="quiet" className="board-choice__one" onPress={() => put(board.id, board.name)}>
              <span>{board.name}</span>
              <span className="ui-figures board-choice__count">{board.imageCount}</span>
            </Button>
          </li>
        ))}
      </ul>
      <NewBoard onMade={(id, name) => put(id, name)} />
    </Dialog>
  );
}

/** Names a board and makes it. */
export function NewBoard({ onMade }: { readonly onMade: (id: string, name: string) => void }) {
  const { t } = useTranslation('boards');
  const [name, setName] = useState('');
  const change = useChangeBoards();
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
              setName('');
              if (made.__typename === 'Board') onMade(made.id, name.trim());
            },
          },
        );
      }}
    >
      <TextField
        label={t('newName')}
        value={name}
        maxLength={100}
        onChange={setName}
        problem={change.isError ? change.error.message : undefined}
      />
      <Button type="submit" icon={<FolderPlus size={16} strokeWidth={1.5} aria-hidden />} isPending={change.isPending}>
        {t('make')}
      </Button>
    </form>
  );
}
