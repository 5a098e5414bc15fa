import { getRouteApi } from '@tanstack/react-router';
import { BoardPage } from '../features/boards/BoardPage.tsx';

const route = getRouteApi('/studio/boards/$boardId');

/** `/boards/$boardId` */
export function BoardRoute() {
  const { boardId } = route.useParams();
  return <BoardPage key={boardId} boardId={boardId} />;
}
