import type { AssetsContext } from '../context.ts';
import type { Asset } from '../domain/asset.ts';
import type { ThumbnailSide } from '../domain/preview.ts';
import { signThumbnailUrl } from '../operations/sign-asset-url.ts';

const SIDES = { SMALL: 256, LARGE: 1_024 } as const satisfies Record<string, ThumbnailSide>;

interface UrlArgs {
  readonly size?: keyof typeof SIDES | null;
}

/** Fields come from the asset itself: what has no preview says so by its state. */
export const AssetPreview = {
  state: ({ preview }: Asset) => preview?.state ?? 'NONE',
  thumbhash: ({ preview }: Asset) => preview?.thumbhash,
  width: ({ preview }: Asset) => preview?.width,
  height: ({ preview }: Asset) => preview?.height,
  pageCount: ({ preview }: Asset) => preview?.pageCount,
  durationMs: ({ preview }: Asset) => preview?.durationMs,
  waveform: ({ preview }: Asset) => preview?.waveform,
  url: (asset: Asset, { size }: UrlArgs, { deps }: AssetsContext) =>
    signThumbnailUrl(asset, { side: SIDES[size ?? 'SMALL'] }, deps),
};
