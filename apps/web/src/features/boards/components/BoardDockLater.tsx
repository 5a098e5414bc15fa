import { lazy, Suspense } from 'react';
import { loadWords } from '../../../lib/language/index.ts';
import type { BoardDockProps } from './BoardDock.tsx';

const BoardDock = lazy(async () => {
  const [come] = await Promise.all([import('./BoardDock.tsx'), loadWords('boards')]);
  return { default: come.BoardDock };
});

/** The boards beside a wall, fetched when there is something to put onto one. */
export function BoardDockLater(props: BoardDockProps) {
  if (props.ids.size === 0) return null;
  return (
    <Suspense fallback={null}>
      <BoardDock {...props} />
    </Suspense>
  );
}
