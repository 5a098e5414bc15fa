export { NoticesButton } from './components/NoticesButton.tsx';
export { noticesOpen } from './model/notices-open.ts';
export { useNotices } from './hooks/useNotices.ts';
export { useEndToasts } from './hooks/useEndToasts.ts';
