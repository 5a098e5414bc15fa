import { addressKey } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Share } from '../domain/share.ts';
import type { SharedImages } from '../operations/list-shared-images.ts';
import type { SharedBoard, SharedImage } from '../operations/view-share.ts';

/** By whom wrong guesses are counted; `undefined` for our own services, which count for those they ask for. */
export function guesserOf(viewer: Viewer): string | undefined {
  if (viewer.kind === 'user') return `user:${viewer.userId}`;
  return viewer.kind === 'anonymous' ? guesserAt(viewer.address ?? '') : undefined;
}

/** Whoever looks from an address: of a network of IPv6 each try could come from another. */
export const guesserAt = (address: string) => `address:${addressKey(address)}`;

const termsOf = ({ expiresAt, viewLimit, viewCount }: Share) => ({
  expiresAt,
  viewsLeft: viewLimit === null ? null : Math.max(0, viewLimit - viewCount),
});

export function toSharedImage({ share, image, url, downloadUrl, visit }: SharedImage) {
  const { title, width, height, thumbhash } = image;
  return {
    ...{ __typename: 'SharedImage', title, width, height, thumbhash, url, downloadUrl, visit },
    prompt: share.showPrompt ? image.prompt : null,
    ...termsOf(share),
  };
}

export function toSharedBoard({ share, board, imageCount, images, visit }: SharedBoard) {
  const page = toSharedPage({ share, images });
  return { __typename: 'SharedBoard', name: board.name, imageCount, page, visit, ...termsOf(share) };
}

export function toSharedPage({ share, images }: { readonly share: Share; readonly images: SharedImages }) {
  return {
    __typename: 'SharedBoardPage',
    after: images.after,
    images: images.images.map(({ image, ...urls }) => {
      const { title, prompt, width, height, thumbhash } = image;
      return { ...{ title, width, height, thumbhash, ...urls }, prompt: share.showPrompt ? prompt : null };
    }),
  };
}
