import type { Collection } from 'mongodb';
import { isDuplicateKey } from '@modu/mongo';
import type { StorageDocument } from './collections.ts';
import { emptyAccount } from './storage-document.ts';

/** So often each person who left is looked at until nothing is left of them. */
const AGAIN_MS = 60_000;

export interface Departed {
  readonly userId: string;
  readonly departedAt: Date;
}

/** People whose account has gone; noted in their storage account until that is removed as well. */
export interface DepartedStore {
  /** Repeating it changes nothing. */
  note(userId: string, now: Date): Promise<void>;
  /** Takes those who are due to be looked at, the longest waiting first. */
  take(options: { now: Date; limit: number }): Promise<Departed[]>;
  /** Removes the storage account, unless bytes are on their way. */
  forget(userId: string): Promise<void>;
}

export function createDepartedStore(storage: Collection<StorageDocument>): DepartedStore {
  return {
    note: async (userId, now) => {
      const mark = { departedAt: now, forgetAt: now };
      try {
        await storage.updateOne({ _id: userId }, { $setOnInsert: emptyAccount(now) }, { upsert: true });
      } catch (error) {
        // The account was opened at the same moment.
        if (!isDuplicateKey(error)) throw error;
      }
      await storage.updateOne({ _id: userId, departedAt: { $exists: false } }, { $set: mark });
    },
    take: async ({ now, limit }) => {
      const due = await storage
        .find({ forgetAt: { $lte: now } })
        .sort({ forgetAt: 1 })
        .limit(limit)
        .toArray();
      const later = { $set: { forgetAt: new Date(now.getTime() + AGAIN_MS) } };
      await storage.updateMany({ _id: { $in: due.map(({ _id }) => _id) } }, later);
      return due.map(({ _id, departedAt = now }) => ({ userId: _id, departedAt }));
    },
    forget: async (userId) => {
      await storage.deleteOne({ _id: userId, departedAt: { $exists: true }, moveCount: 0 });
    },
  };
}
