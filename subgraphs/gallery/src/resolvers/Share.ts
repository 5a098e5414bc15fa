import type { GalleryContext } from '../context.ts';
import { listShareViews } from '../operations/make-shares.ts';
import type { OwnShare } from '../operations/make-shares.ts';

export const Share = {
  token: ({ token }: OwnShare) => token ?? null,
  url: ({ token }: OwnShare, _: unknown, { deps }: GalleryContext) =>
    token ? new URL(`/s/${token}`, deps.publicUrl).href : null,
  passwordProtected: ({ passwordHash }: OwnShare) => passwordHash !== null,
  views: (share: OwnShare, _: unknown, { viewer, deps }: GalleryContext) => listShareViews(share, { viewer, deps }),
};
