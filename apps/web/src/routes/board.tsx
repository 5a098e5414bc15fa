import { BoardPage } from '../features/boards/BoardPage.tsx';
import { useParams } from '../lib/way/index.ts';

/** `/boards/$boardId` */
export function BoardRoute() {
  const { boardId } = useParams('/boards/$boardId');
  return <BoardPage key={boardId} boardId={boardId} />;
}
