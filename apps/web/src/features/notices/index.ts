export { NoticesButton } from './components/NoticesButton.tsx';
export { useEndToasts } from './hooks/useEndToasts.ts';
