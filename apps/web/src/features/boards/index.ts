export { BoardDock } from './components/BoardDock.tsx';
export { useBoards } from './hooks/useBoards.ts';
