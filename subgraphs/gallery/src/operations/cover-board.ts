import type { Work } from './chore-work.ts';
import { findCoverSources } from './find-cover-sources.ts';
import { untilSettled } from './until-settled.ts';

/** Has the cover of a board made of what it shows, or removed when it shows nothing or is not there any more. */
export const coverBoard: Work = ({ subject: boardId, ownerId }, deps, signal) =>
  untilSettled({
    look: async () => (await findCoverSources([boardId], deps)).get(boardId) ?? [],
    act: (thumbnailIds) => deps.assets.makeCover({ ownerId, boardId, thumbnailIds }, { signal }),
  });
