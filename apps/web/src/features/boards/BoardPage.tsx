import { EmptyState, PlainButton } from '@modu/ui';
import { useQuery } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { BoardDocument } from '../../lib/graph/generated/graphql.ts';
import { request } from '../../lib/graph/index.ts';
import { useTranslation } from '../../lib/language/index.ts';
import { Missing } from '../../lib/screen/Missing.tsx';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { BackLink } from '../../lib/thing/BackLink.tsx';
import { Link } from '../../lib/way/index.ts';
import { inFigures } from '../../lib/words/figures.ts';
import { filterOf, goOnFrom, PictureWall } from '../gallery/index.ts';
import { ShareDialog } from '../share/index.ts';
import { BoardDockLater } from './components/BoardDockLater.tsx';
import './boards.css';

const BoardActions = lazy(async () => ({ default: (await import('./components/BoardActions.tsx')).BoardActions }));

export interface BoardPageProps {
  readonly boardId: string;
  /** The last day that is shown, of a board whose newer pictures were passed by; left out, it is shown from the newest on. */
  readonly to?: string | undefined;
  /** Goes on from a day. */
  readonly onTo: (day: string) => void;
}

/** The pictures of one board. */
export function BoardPage({ boardId, to, onTo }: BoardPageProps) {
  const { t } = useTranslation('boards');
  const search = useMemo(() => ({ boardId, ...(to === undefined ? {} : { to }) }), [boardId, to]);
  const filter = useMemo(() => filterOf(search), [search]);
  const { data: board } = useQuery({
    queryKey: ['boards', boardId],
    queryFn: async ({ signal }) => (await request(BoardDocument, { id: boardId }, { signal })).board,
  });
  const [isSharing, setSharing] = useState(false);
  const name = board?.name ?? t('title');
  if (board === null) {
    return (
      <Missing title={t('gone')}>
        <Link to="/boards" className="ui-button" data-variant="outline">
          {t('toBoards')}
        </Link>
      </Missing>
    );
  }
  return (
    <div className="boards boards--wall">
      <PageTitle>{name}</PageTitle>
      <PictureWall
        label={name}
        filter={filter}
        beyond={(day) => {
          const next = goOnFrom(search, day)?.to;
          return next === undefined ? null : () => onTo(next);
        }}
        boards={(selection) => <BoardDockLater {...selection} />}
        actions={(chosen) => (
          <Suspense fallback={null}>
            <BoardActions board={{ id: boardId, name }} {...chosen} />
          </Suspense>
        )}
        empty={
          <EmptyState title={t(to === undefined ? 'boardEmpty' : 'noneBefore')}>
            {to === undefined && <p>{t('boardEmptyWords')}</p>}
          </EmptyState>
        }
        head={(count, isExact) => (
          <header className="boards__head">
            <BackLink to="/boards">{t('toBoards')}</BackLink>
            <h1>{name}</h1>
            {count !== null && (
              <p className="boards__note ui-figures">
                {t(isExact ? 'pictures' : 'picturesAtLeast', {
                  count,
                  formatted: inFigures(count),
                })}
              </p>
            )}
            {to !== undefined && (
              <Link to="/boards/$boardId" params={{ boardId }} className="ui-button" data-variant="outline">
                {t('fromNewest')}
              </Link>
            )}
            <PlainButton icon={<Link2 size={16} strokeWidth={1.5} aria-hidden />} onPress={() => setSharing(true)}>
              {t('share')}
            </PlainButton>
          </header>
        )}
      />
      <ShareDialog thing={{ kind: 'board', id: boardId }} isOpen={isSharing} onOpenChange={setSharing} />
    </div>
  );
}
