import type { ConfirmDialogProps } from './ConfirmDialogFrame.tsx';
import { opensLater } from './opens-later.tsx';

export type { ConfirmDialogProps } from './ConfirmDialogFrame.tsx';

/** Asks before something that is hard to take back. Fetched when it is first asked. */
export const ConfirmDialog = opensLater<ConfirmDialogProps>(
  async () => (await import('./ConfirmDialogFrame.tsx')).ConfirmDialogFrame,
);
