import { Long } from 'mongodb';
import { z } from 'zod';
import { ASSET_PURPOSES, ASSET_STATUSES, REJECTIONS } from '../domain/asset.ts';
import { PREVIEW_STATES } from '../domain/preview.ts';
import type { Asset } from '../domain/asset.ts';
import type { AssetDocument } from './collections.ts';

/** 64-bit integers come as numbers where they fit, which every size of a file does. */
export const bytesField = z
  .union([z.number(), z.instanceof(Long).transform((value) => value.toNumber())])
  .pipe(z.number().int());

const assetDocument = z.object({
  _id: z.string(),
  ownerId: z.string(),
  filename: z.string(),
  contentType: z.string(),
  sizeBytes: bytesField,
  sha256: z.string(),
  purpose: z.enum(ASSET_PURPOSES),
  imageId: z.string().exactOptional(),
  status: z.enum(ASSET_STATUSES),
  objectKey: z.string(),
  multipart: z.object({ uploadId: z.string(), partSizeBytes: z.number() }).exactOptional(),
  reservation: z.string(),
  departure: z.string().exactOptional(),
  rejection: z.enum(REJECTIONS).exactOptional(),
  preview: z
    .object({
      state: z.enum(PREVIEW_STATES),
      hasThumbnail: z.boolean(),
      thumbhash: z.string().exactOptional(),
      width: z.number().exactOptional(),
      height: z.number().exactOptional(),
      pageCount: z.number().exactOptional(),
      durationMs: z.number().exactOptional(),
      waveform: z.array(z.number()).exactOptional(),
    })
    .exactOptional(),
  trashedAt: z.date().exactOptional(),
  sweepAt: z.date().exactOptional(),
  createdAt: z.date(),
  expiresAt: z.date(),
});

/** @throws ZodError when the document is not one of ours. */
export function toAsset(document: unknown): Asset {
  const { _id, sweepAt, ...rest } = assetDocument.parse(document);
  const hasEnded = rest.status === 'REJECTED' || rest.status === 'DELETED';
  return { id: _id, ...rest, ...(hasEnded ? { isSwept: sweepAt === undefined } : {}) };
}

export function toDocument({ id, sizeBytes, isSwept: _, ...rest }: Asset): AssetDocument {
  return { _id: id, ...rest, sizeBytes: Long.fromNumber(sizeBytes) };
}
