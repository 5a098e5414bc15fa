import { BoardsPage } from '../features/boards/BoardsPage.tsx';

/** `/boards` */
export function BoardsRoute() {
  return <BoardsPage />;
}
