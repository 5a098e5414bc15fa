import type { Collection, Filter } from 'mongodb';
import type { AssetDocument } from './collections.ts';

/** Files of gallery pictures from before anything was made of them, or from a process that did not yet know how. */
export interface PreviewStore {
  /**
   * Has it made of so many of this kind, one after the other over `withinMs`; what still waits of an earlier call counts among them.
   * @returns of how many more.
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
  return { deriveAt: now, preview: PENDING } as const;
}

const PENDING = { state: 'PENDING', hasThumbnail: false } as const;

/**
 * A process of an older version found the picture's size and made nothing larger of it, while both versions were running: every picture
 * that can be read has a thumbnail.
 */
export const UNSHOWN_ORIGINAL = {
  status: 'READY',
  purpose: 'IMAGE_ORIGINAL',
  'preview.state': 'READY',
  'preview.hasThumbnail': false,
} as const;

interface Lacking {
  readonly files: Filter<AssetDocument>;
  /** What such a file says from then on. */
  readonly says: Pick<AssetDocument, 'preview'>;
}

const unknown = (purpose: Missing['purpose']): Lacking => ({
  files: { status: 'READY', purpose, 'preview.state': null },
  says: { preview: PENDING },
});
/** What is known of it stays until there is more. Tries without a date: it was given up. */
const UNSHOWN: Lacking = {
  files: { ...UNSHOWN_ORIGINAL, backfillAt: { $exists: false }, deriveTries: { $exists: false } },
  says: {},
};

/** Each is held by a partial index; that of the first holds what has no state as null. */
const LACKING: Readonly<Record<Missing['purpose'], readonly Lacking[]>> = {
  IMAGE_THUMBNAIL: [unknown('IMAGE_THUMBNAIL')],
  IMAGE_ORIGINAL: [unknown('IMAGE_ORIGINAL'), UNSHOWN],
};

export function createPreviewStore(assets: Collection<AssetDocument>): PreviewStore {
  const ask = async ({ files, says }: Lacking, { now, limit, withinMs }: Missing) => {
    const found = await assets.find(files).limit(limit).project<{ _id: string }>({ _id: 1 }).toArray();
    if (found.length === 0) return 0;
    const changes = found.map(({ _id }, at) => {
      const backfillAt = new Date(now.getTime() + Math.floor((at * withinMs) / limit));
      return { updateOne: { filter: { ...files, _id }, update: { $set: { backfillAt, ...says } } } };
    });
    return (await assets.bulkWrite(changes, { ordered: false })).modifiedCount;
  };
  return {
    dueMissing: async (missing) => {
      const { purpose, limit } = missing;
      const waiting = { status: 'READY', purpose, backfillAt: { $gt: new Date(0) } } as const;
      let free = limit - (await assets.countDocuments(waiting, { limit }));
      let asked = 0;
      for (const lacking of LACKING[purpose]) {
        if (free <= 0) break;
        const more = await ask(lacking, { ...missing, limit: free });
        asked += more;
        free -= more;
      }
      return asked;
    },
  };
}
