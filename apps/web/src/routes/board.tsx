import { BoardPage } from '../features/boards/BoardPage.tsx';
import { parseBoardSearch } from '../features/gallery/index.ts';
import { go, useParams, useSearch } from '../lib/way/index.ts';

/** `/boards/$boardId`, with the last day that is shown of it in its address. */
export function BoardRoute() {
  const { boardId } = useParams('/boards/$boardId');
  const { to } = useSearch(parseBoardSearch);
  const onTo = (day: string) => void go({ to: '/boards/$boardId', params: { boardId }, search: { to: day } });
  return <BoardPage key={boardId} boardId={boardId} to={to} onTo={onTo} />;
}
