import { opensLater } from '@modu/ui';
import { loadWords } from '../../../lib/language/index.ts';
import type { ShareDialogProps } from './ShareDialog.tsx';

/** The dialog of links, for pages that most people read without sharing them. */
export const ShareDialogLater = opensLater<ShareDialogProps>(async () => {
  const [come] = await Promise.all([import('./ShareDialog.tsx'), loadWords('share')]);
  return come.ShareDialog;
});
