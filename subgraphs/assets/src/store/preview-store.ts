import type { Collection } from 'mongodb';
import type { AssetDocument } from './collections.ts';

/** Thumbnails of gallery pictures from before smaller ones were made of them. */
export interface PreviewStore {
  /** Has the smaller ones made. @returns of how many. */
  dueMissing(options: { now: Date; limit: number }): Promise<number>;
}

/** What a record says while its preview waits to be made. */
export function previewDue(now: Date) {
  return { deriveAt: now, preview: { state: 'PENDING', hasThumbnail: false } } as const;
}

export function createPreviewStore(assets: Collection<AssetDocument>): PreviewStore {
  return {
    dueMissing: async ({ now, limit }) => {
      // The partial index of these holds what has no state as null.
      const missing = { status: 'READY', purpose: 'IMAGE_THUMBNAIL', 'preview.state': null } as const;
      const found = await assets.find(missing).limit(limit).project<{ _id: string }>({ _id: 1 }).toArray();
      if (found.length === 0) return 0;
      const ids = found.map(({ _id }) => _id);
      return (await assets.updateMany({ _id: { $in: ids }, ...missing }, { $set: previewDue(now) })).modifiedCount;
    },
  };
}
