import { SquareDashed } from 'lucide-react';
import { useTranslation } from '../../../lib/language/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { useFailureWords } from '../../../lib/words/useFailureWords.ts';
import { useBoards } from '../hooks/useBoards.ts';
import { useChangeBoards } from '../hooks/useChangeBoards.ts';
import { scrollNearEdge } from '../model/scroll-near-edge.ts';
import { BoardChoice } from './BoardChoice.tsx';
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
  const failure = useFailureWords();
  const { data: boards = [] } = useBoards();
  const drop = useChangeBoards({
    // The boards at the edge are gone by now, and with them any place for a sentence.
    onRefused: (problem) => void toast({ tone: 'negative', words: failure(problem) ?? '' }),
  });
  const change = useChangeBoards();
  if (isDragged) {
    return (
      <div
        className="board-dock"
        aria-hidden
        onDragOver={({ currentTarget, clientY }) => scrollNearEdge(currentTarget, clientY)}
      >
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
              drop.mutate({ kind: 'add', id: board.id, name: board.name, imageIds: [...ids] });
            }}
          >
            <SquareDashed size={16} strokeWidth={1.5} aria-hidden />
            {board.name}
          </div>
        ))}
      </div>
    );
  }
  const put = (id: string, name: string) =>
    change.mutate({ kind: 'add', id, name, imageIds: [...ids] }, { onSuccess: onDone });
  return <BoardChoice boards={boards} problem={failure(change.error)} onPut={put} onClose={onDone} />;
}
