export { BoardDockLater as BoardDock } from './components/BoardDockLater.tsx';
