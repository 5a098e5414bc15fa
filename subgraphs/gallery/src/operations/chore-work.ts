import type { Chore } from '../store/chore-store.ts';
import type { GalleryDeps } from './deps.ts';

export type ChoreDeps = Pick<GalleryDeps, 'chores' | 'images' | 'boards' | 'shares' | 'assets' | 'now'>;

/** Does what a subject's chores, one or many of them, ask for. May be repeated, and be at work twice at once. */
export type Work = (of: Pick<Chore, 'subject' | 'ownerId'>, deps: ChoreDeps, signal: AbortSignal) => Promise<void>;
