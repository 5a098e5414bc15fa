import { createId } from '@modu/ids';
import type { RunningGallery } from './start-gallery.ts';

/** What a test cares about in a picture that was never painted. */
export interface RowDetails {
  readonly id?: string;
  readonly prompt?: string;
  readonly title?: string;
  readonly tags?: string[];
  readonly modelId?: string;
  readonly starred?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly parentId?: string;
  readonly jobId?: string;
  readonly createdAt?: Date;
  readonly deletedAt?: Date;
  readonly assetId?: string;
  readonly thumbnailAssetId?: string;
}

/** Rows written straight to the table: many pictures without the work of making them. @returns their ids, in order. */
export async function writeRows(
  { database }: RunningGallery,
  ownerId: string,
  rows: readonly RowDetails[],
): Promise<string[]> {
  const data = rows.map((row) => ({
    ...{
      id: createId(),
      ownerId,
      assetId: createId(),
      thumbnailAssetId: createId(),
      thumbhash: '',
      width: 1,
      height: 1,
    },
    ...row,
  }));
  await database.image.createMany({ data });
  return data.map(({ id }) => id);
}
