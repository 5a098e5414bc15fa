import type { Collection } from 'mongodb';
import type { AssetDocument } from './collections.ts';

/** Files of gallery pictures from before anything was made of them. */
export interface PreviewStore {
  /**
   * Has it made of so many of this kind, one after the other over `withinMs`: what comes new in the meantime is due before them.
   * @returns of how many.
   */
  dueMissing(options: Missing): Promise<number>;
}

export interface Missing {
  readonly purpose: 'IMAGE_THUMBNAIL' | 'IMAGE_ORIGINAL';
  readonly now: Date;
  readonly limit: number;
  readonly withinMs: number;
}

/** What a record says while its preview waits to be made. */
export function previewDue(now: Date) {
  return { deriveAt: now, preview: { state: 'PENDING', hasThumbnail: false } } as const;
}

export function createPreviewStore(assets: Collection<AssetDocument>): PreviewStore {
  return {
    dueMissing: async ({ purpose, now, limit, withinMs }) => {
      // The partial index of these holds what has no state as null.
      const missing = { status: 'READY', purpose, 'preview.state': null } as const;
      const found = await assets.find(missing).limit(limit).project<{ _id: string }>({ _id: 1 }).toArray();
      if (found.length === 0) return 0;
      const changes = found.map(({ _id }, at) => {
        const due = previewDue(new Date(now.getTime() + Math.floor((at * withinMs) / limit)));
        return { updateOne: { filter: { _id, ...missing }, update: { $set: due } } };
      });
      return (await assets.bulkWrite(changes, { ordered: false })).modifiedCount;
    },
  };
}
