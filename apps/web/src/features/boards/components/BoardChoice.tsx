import { PlainButton, Dialog, Notice } from '@modu/ui';
import type { BoardPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { NewBoard } from './NewBoard.tsx';

export interface BoardChoiceProps {
  readonly boards: readonly BoardPartsFragment[];
  /** Why pictures could not be put onto the board that was chosen. */
  readonly problem: string | undefined;
  readonly onPut: (id: string, name: string) => void;
  readonly onClose: () => void;
}

/** Every board in a list, and a new one, to put pictures onto. */
export function BoardChoice({ boards, problem, onPut, onClose }: BoardChoiceProps) {
  const { t } = useTranslation('boards');
  return (
    <Dialog
      size="small"
      isOpen
      title={t('putOnto')}
      closeLabel={t('close')}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {problem !== undefined && <Notice tone="negative">{problem}</Notice>}
      <ul className="board-choice">
        {boards.map((board) => (
          <li key={board.id}>
            <PlainButton variant="quiet" className="board-choice__one" onPress={() => onPut(board.id, board.name)}>
              <span>{board.name}</span>
              <span className="ui-figures board-choice__count">{board.imageCount}</span>
            </PlainButton>
          </li>
        ))}
      </ul>
      <NewBoard onMade={onPut} />
    </Dialog>
  );
}
