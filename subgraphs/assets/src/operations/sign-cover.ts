import { isMadeOf } from '../domain/copy.ts';
import type { Copy } from '../domain/copy.ts';
import type { AssetsDeps } from './deps.ts';
import { PICTURE_SECONDS } from './sign-asset-url.ts';

/** A cover as it is shown. */
export interface SignedCover {
  /** Names the bytes, whatever address they have. */
  readonly id: string;
  readonly url: string;
}

/** Signs a link to a cover, if it shows these pictures and no others: one that shows what is gone is shown no more. */
export async function signCover(
  copy: Copy | undefined,
  { thumbnailIds }: { readonly thumbnailIds: readonly string[] },
  { blobs }: Pick<AssetsDeps, 'blobs'>,
): Promise<SignedCover | null> {
  if (copy?.version === undefined || !isMadeOf(copy, thumbnailIds)) return null;
  // By its name the address differs from that of the cover before: no browser shows that one from what it has kept.
  const filename = `cover-${copy.version}.webp`;
  const { key, version: id } = copy;
  return {
    id,
    url: await blobs.linkTo({ key, filename, contentType: 'image/webp', expiresInSeconds: PICTURE_SECONDS }),
  };
}
