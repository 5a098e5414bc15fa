import type { DialogProps } from './DialogFrame.tsx';
import { opensLater } from './opens-later.tsx';

export type { DialogProps } from './DialogFrame.tsx';

/** One question or one short task before going on. Fetched when it first opens. */
export const Dialog = opensLater<DialogProps>(async () => (await import('./DialogFrame.tsx')).DialogFrame);
