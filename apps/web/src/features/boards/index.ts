export { useBoards } from './hooks/useBoards.ts';
