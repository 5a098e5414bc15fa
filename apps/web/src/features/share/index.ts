export { ShareDialog } from './components/ShareDialog.tsx';
