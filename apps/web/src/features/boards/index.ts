export { BoardDockLater as BoardDock } from './components/BoardDockLater.tsx';
export { useBoards } from './hooks/useBoards.ts';
