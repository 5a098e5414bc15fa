import { ConfirmDialog, EmptyState, MenuButton } from '@modu/ui';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { BoardPartsFragment } from '../../lib/graph/generated/graphql.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Picture } from '../../lib/pictures/Picture.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { BackLink } from '../../lib/thing/BackLink.tsx';
import { Link } from '../../lib/way/index.ts';
import { FailureNotice } from '../../lib/trace/index.ts';
import { Failed } from '../../lib/thing/Failed.tsx';
import { inFigures } from '../../lib/words/figures.ts';
import { NewBoard } from './components/NewBoard.tsx';
import { RenameBoard } from './components/RenameBoard.tsx';
import { useBoards } from './hooks/useBoards.ts';
import { useChangeBoards } from './hooks/useChangeBoards.ts';
import './boards.css';

/** All boards, in the order their owner gave them. */
export function BoardsPage() {
  const { t } = useTranslation(['boards', 'shell']);
  const query = useBoards();
  const { data: boards } = query;
  return (
    <div className="boards">
      <PageTitle>{t('boards:title')}</PageTitle>
      <header className="boards__head">
        <BackLink to="/gallery">{t('boards:back')}</BackLink>
        <h1>{t('boards:title')}</h1>
        <NewBoard onMade={() => undefined} />
      </header>
      {query.isError && <Failed title={t('boards:failed')} query={query} />}
      {boards?.length === 0 && (
        <EmptyState title={t('boards:emptyTitle')}>
          <p>{t('boards:emptyWords')}</p>
        </EmptyState>
      )}
      <ul className="boards__list">
        {boards?.map((board, at) => (
          <BoardCard
            key={board.id}
            board={board}
            before={boards[at - 1]?.id}
            next={boards[at + 1]?.id}
            afterNext={boards[at + 2]?.id ?? null}
          />
        ))}
      </ul>
    </div>
  );
}

interface BoardCardProps {
  readonly board: BoardPartsFragment;
  readonly before: string | undefined;
  readonly next: string | undefined;
  readonly afterNext: string | null;
}

function BoardCard({ board, before, next, afterNext }: BoardCardProps) {
  const { t } = useTranslation('boards');
  const change = useChangeBoards();
  const [asks, setAsks] = useState<'rename' | 'delete' | null>(null);
  const { id, name, cover, coverFile, imageCount } = board;
  // Until the board's own cover is made, and after each change, one of its pictures stands for it.
  const own = coverFile && { ...coverFile, thumbhash: '' };
  const face = cover && (own ?? { id: `${cover.id}/thumbnail`, url: cover.thumbnailUrl, thumbhash: cover.thumbhash });
  const actions = [
    [
      { id: 'rename', name: t('rename'), onAction: () => setAsks('rename') },
      {
        id: 'earlier',
        name: t('earlier'),
        isDisabled: before === undefined,
        onAction: () => change.mutate({ kind: 'move', id, beforeId: before ?? null }),
      },
      {
        id: 'later',
        name: t('later'),
        isDisabled: next === undefined,
        onAction: () => change.mutate({ kind: 'move', id, beforeId: afterNext }),
      },
    ],
    [{ id: 'delete', name: t('delete'), isDanger: true, onAction: () => setAsks('delete') }],
  ];
  return (
    <li className="board-card">
      <Link to="/boards/$boardId" params={{ boardId: id }} className="board-card__link">
        <span className="board-card__cover">
          {face ? (
            <Picture cacheKey={face.id} url={face.url} thumbhash={face.thumbhash} width={4} height={3} alt="" />
          ) : null}
        </span>
        <span className="board-card__name">{name}</span>
        <span className="board-card__count ui-figures">
          {t('pictures', { count: imageCount, formatted: inFigures(imageCount) })}
        </span>
      </Link>
      <MenuButton
        hidesLabel
        label={t('more', { name })}
        icon={<Ellipsis size={16} strokeWidth={1.5} aria-hidden />}
        groups={actions}
      />
      <FailureNotice error={change.error} />
      {asks === 'rename' && <RenameBoard board={board} onClose={() => setAsks(null)} />}
      <ConfirmDialog
        isDanger
        isOpen={asks === 'delete'}
        onOpenChange={(isOpen) => setAsks(isOpen ? 'delete' : null)}
        title={t('deleteTitle', { name })}
        confirmLabel={t('delete')}
        cancelLabel={t('cancel')}
        onConfirm={() => {
          setAsks(null);
          change.mutate({ kind: 'delete', id });
        }}
      >
        {t('deleteWords')}
      </ConfirmDialog>
    </li>
  );
}
