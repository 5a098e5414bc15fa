import { isRefusal } from '@modu/errors';
import { answer } from '@modu/subgraph';
import type { GalleryContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { viewShare } from '../../operations/view-share.ts';

export async function sharedImage(
  _: unknown,
  looking: { readonly token: string; readonly password?: string | null },
  { viewer, deps, signal }: GalleryContext,
) {
  const seen = await viewShare(looking, { deps, signal });
  if (isRefusal(seen)) return answer(seen, { typename: 'SharedImage', viewer, catalog: messages });
  const { share, image, url, downloadUrl } = seen;
  const { title, width, height, thumbhash } = image;
  return {
    ...{ __typename: 'SharedImage', title, width, height, thumbhash, url, downloadUrl },
    prompt: share.showPrompt ? image.prompt : null,
    expiresAt: share.expiresAt,
    viewsLeft: share.viewLimit === null ? null : Math.max(0, share.viewLimit - share.viewCount),
  };
}
