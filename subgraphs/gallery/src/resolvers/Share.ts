import type { GalleryContext } from '../context.ts';
import { listShareViews } from '../operations/share-images.ts';
import type { OwnShare } from '../operations/share-images.ts';

export const Share = {
  token: ({ token }: OwnShare) => token ?? null,
  url: ({ token }: OwnShare, _: unknown, { deps }: GalleryContext) =>
    token ? new URL(`/s/${token}`, deps.publicUrl).href : null,
  passwordProtected: ({ passwordHash }: OwnShare) => passwordHash !== null,
  views: (share: OwnShare, _: unknown, { viewer, deps }: GalleryContext) => listShareViews(share, { viewer, deps }),
};
