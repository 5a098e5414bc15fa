import { opensLater } from '@modu/ui';
import type { ShareDialogProps } from './ShareDialog.tsx';

/** The dialog of links, for pages that most people read without sharing them. */
export const ShareDialogLater = opensLater<ShareDialogProps>(
  async () => (await import('./ShareDialog.tsx')).ShareDialog,
);
