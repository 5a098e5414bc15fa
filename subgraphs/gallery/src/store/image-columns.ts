import type { Image, Json } from '../domain/image.ts';
import { Prisma } from './generated/client.ts';
import type { Image as ImageRow } from './generated/client.ts';

/** The columns of a picture under the names of the domain, for statements that Prisma's query language can't say. */
export const IMAGE_COLUMNS = Prisma.raw(
  `images.id, images.owner_id AS "ownerId", images.asset_id AS "assetId", images.thumbnail_asset_id AS "thumbnailAssetId",
   images.thumbhash, images.width, images.height, images.prompt, images.negative_prompt AS "negativePrompt", images.seed,
   images.model_id AS "modelId", images.settings, images.job_id AS "jobId", images.parent_id AS "parentId", images.task,
   images.batch_index AS "batchIndex", images.title, images.tags, images.note, images.starred,
   images.created_at AS "createdAt", images.deleted_at AS "deletedAt", images.purge_started_at AS "purgeStartedAt"`,
);

/** A row as Prisma reads it, or as a statement with `IMAGE_COLUMNS` does. */
export function toImage({ seed, settings, ...row }: ImageRow): Image {
  return { ...row, seed: seed === null ? null : Number(seed), settings: settings as Json };
}
