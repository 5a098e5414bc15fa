import type { GalleryContext } from '../context.ts';
import type { Activity as ActivityRow } from '../domain/activity.ts';

export const Activity = {
  id: ({ kind, eventId }: ActivityRow) => `${kind}:${eventId}`,
  image: ({ imageId }: ActivityRow, _: unknown, { visibleImages }: GalleryContext) =>
    imageId === null ? null : visibleImages.load(imageId),
  board: ({ boardId }: ActivityRow, _: unknown, { boards }: GalleryContext) =>
    boardId === null ? null : boards.byId.load(boardId),
  share: ({ shareId }: ActivityRow, _: unknown, { ownShares }: GalleryContext) =>
    shareId === null ? null : ownShares.load(shareId),
};
