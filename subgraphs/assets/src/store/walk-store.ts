import type { Collection } from 'mongodb';
import type { WalkDocument } from './collections.ts';

const BUCKET = 'bucket';

/** Where the walk through the bucket stands. */
export interface WalkPlace {
  /** The last key that was looked at; unset at the beginning. */
  readonly after?: string;
  /** Counts the steps, so that of two that took the same one only the first moves on. */
  readonly step: number;
}

/** The walk goes on where it stood, whichever process takes the next step, and whenever. */
export interface WalkStore {
  find(): Promise<WalkPlace>;
  /** Without effect when another has moved on from there. */
  moveOn(from: WalkPlace, after: string | undefined): Promise<void>;
}

export function createWalkStore(walks: Collection<WalkDocument>): WalkStore {
  return {
    find: async () => {
      const beginning = { $setOnInsert: { step: 0 } };
      const options = { upsert: true, returnDocument: 'after' } as const;
      const found = await walks.findOneAndUpdate({ _id: BUCKET }, beginning, options);
      return { step: found?.step ?? 0, ...(found?.after === undefined ? {} : { after: found.after }) };
    },
    moveOn: async ({ step }, after) => {
      const next = after === undefined ? { $unset: { after: '' as const } } : { $set: { after } };
      await walks.updateOne({ _id: BUCKET, step }, { $inc: { step: 1 }, ...next });
    },
  };
}
