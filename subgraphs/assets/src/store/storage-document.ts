import { Long } from 'mongodb';
import { z } from 'zod';
import type { StorageAccount } from '../domain/storage-account.ts';
import { bytesField } from './asset-document.ts';
import type { StorageDocument } from './collections.ts';

const storageDocument = z.object({
  _id: z.string(),
  usedBytes: bytesField,
  reservedBytes: bytesField,
  moves: z.record(
    z.string(),
    z.object({ kind: z.enum(['ARRIVING', 'LEAVING']), assetId: z.string(), bytes: bytesField, at: z.date() }),
  ),
  version: z.number(),
});

/** @throws ZodError when the document is not one of ours. */
export function toAccount(document: unknown): StorageAccount {
  const { _id, moves, ...rest } = storageDocument.parse(document);
  return { userId: _id, ...rest, moves: Object.entries(moves).map(([token, move]) => ({ token, ...move })) };
}

/** An account on which nothing has happened yet. */
export function emptyAccount(now: Date): Omit<StorageDocument, '_id'> {
  const none = Long.fromNumber(0);
  return {
    usedBytes: none,
    reservedBytes: none,
    committedBytes: none,
    moves: {},
    moveCount: 0,
    version: 0,
    checkedAt: now,
    auditedAt: now,
  };
}
