import type { Work } from './chore-work.ts';
import { findCoverSources } from './find-cover-sources.ts';

/**
 * Has the cover of a board made of what it shows, or removed when it shows nothing or is not there any more. What changes
 * meanwhile is seen to at once, so that of two that are at it the last one leaves what is so.
 */
export const coverBoard: Work = async ({ subject: boardId, ownerId }, deps, signal) => {
  const look = async () => (await findCoverSources([boardId], deps)).get(boardId) ?? [];
  for (let shown = await look(); ;) {
    await deps.assets.makeCover({ ownerId, boardId, thumbnailIds: shown }, { signal });
    const now = await look();
    if (now.join() === shown.join()) return;
    shown = now;
  }
};
