export { ShareDialogLater as ShareDialog } from './components/ShareDialogLater.tsx';
