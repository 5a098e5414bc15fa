import { isDuplicateKey } from '@modu/mongo';
import type { Collection } from 'mongodb';
import type { Copy } from '../domain/copy.ts';
import type { CopyDocument } from './collections.ts';

/** Longer than any copy takes to be made or removed, retries of the bucket included. */
const LEASE_MS = 120_000;

/** The records of copies: none lies in the bucket without one, and one at a time makes or removes it. */
export interface CopyStore {
  find(key: string): Promise<Copy | undefined>;
  findMany(keys: readonly string[]): Promise<Copy[]>;
  listOf(ownerId: string, limit: number): Promise<Copy[]>;
  /** Takes the right to make or remove what lies there; from now on it is shown to nobody. `undefined` when another has it. */
  lease(of: Pick<Copy, 'key' | 'ownerId'>, now: Date): Promise<Date | undefined>;
  /** Ends the lease: what lies there is this. */
  finish(key: string, made: { lease: Date; sources: readonly string[]; version: string }): Promise<void>;
  /** Ends the lease with nothing done: what lies there, if anything does, stays hidden. */
  release(key: string, lease: Date): Promise<void>;
  /** Ends the lease, once nothing lies there any more. */
  forget(key: string, lease: Date): Promise<void>;
}

export function createCopyStore(copies: Collection<CopyDocument>): CopyStore {
  return {
    find: async (key) => toCopy(await copies.findOne({ _id: key })),
    findMany: async (keys) =>
      (await copies.find({ _id: { $in: [...keys] } }).toArray()).flatMap((found) => toCopy(found) ?? []),
    listOf: async (ownerId, limit) =>
      (await copies.find({ ownerId }).limit(limit).toArray()).flatMap((found) => toCopy(found) ?? []),
    lease: async ({ key, ownerId }, now) => {
      const leaseUntil = new Date(now.getTime() + LEASE_MS);
      const isFree = { $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lte: now } }] };
      const held = { $set: { leaseUntil }, $unset: { version: '' as const }, $setOnInsert: { ownerId, sources: [] } };
      try {
        await copies.updateOne({ _id: key, ...isFree }, held, { upsert: true });
        return leaseUntil;
      } catch (error) {
        if (isDuplicateKey(error)) return undefined;
        throw error;
      }
    },
    finish: async (key, { lease, sources, version }) => {
      const made = { $set: { sources: [...sources], version }, $unset: { leaseUntil: '' as const } };
      await copies.updateOne({ _id: key, leaseUntil: lease }, made);
    },
    release: async (key, lease) => {
      await copies.updateOne({ _id: key, leaseUntil: lease }, { $unset: { leaseUntil: '' as const } });
    },
    forget: async (key, lease) => {
      await copies.deleteOne({ _id: key, leaseUntil: lease });
    },
  };
}

function toCopy(document: CopyDocument | null): Copy | undefined {
  if (!document) return undefined;
  const { _id: key, ownerId, sources, version } = document;
  return { key, ownerId, sources, ...(version === undefined ? {} : { version }) };
}
