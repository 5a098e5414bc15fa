import { isDuplicateKey } from '@modu/mongo';
import { Long } from 'mongodb';
import type { Collection, Filter } from 'mongodb';
import { OPEN_UPLOADS_MAX } from '../domain/storage-account.ts';
import type { Move, StorageAccount } from '../domain/storage-account.ts';
import type { StorageDocument } from './collections.ts';
import { emptyAccount, toAccount } from './storage-document.ts';

type NewMove = Omit<Move, 'kind'>;
type KnownMove = Pick<Move, 'token' | 'bytes'>;

/**
 * The storage accounts. Every change is one update of one document on the condition that the move is (or is not) there,
 * so each takes effect exactly once, however often it is repeated and wherever a process died.
 */
export interface StorageStore {
  find(userId: string): Promise<StorageAccount | undefined>;
  /** Sets bytes aside if they fit; `FULL` and `TOO_MANY` change nothing. */
  reserve(userId: string, move: NewMove & { quotaBytes: number }): Promise<'RESERVED' | 'FULL' | 'TOO_MANY'>;
  /** Reserved → used. */
  settle(userId: string, move: KnownMove): Promise<boolean>;
  /** Reserved → free. */
  giveBack(userId: string, move: KnownMove): Promise<boolean>;
  /** Notes that bytes are about to leave; they count as used until they have left. */
  announceDeparture(userId: string, move: NewMove): Promise<void>;
  /** Used → free. */
  depart(userId: string, move: KnownMove): Promise<boolean>;
  cancelDeparture(userId: string, token: string): Promise<boolean>;
  /** Takes the accounts with moves that were looked at longest ago, and notes that they were looked at now. */
  takeToCheck(options: { now: Date; before: Date; limit: number }): Promise<StorageAccount[]>;
  takeToAudit(options: { now: Date; before: Date; limit: number }): Promise<string[]>;
  /** Sets the used bytes if nothing has changed since `version`. */
  correctUsed(
    userId: string,
    correction: { version: number; usedBytes: number; reservedBytes: number },
  ): Promise<boolean>;
}

interface Change {
  readonly used?: number;
  readonly reserved?: number;
  readonly moves: 1 | -1;
}

function increments({ used = 0, reserved = 0, moves }: Change) {
  return {
    usedBytes: Long.fromNumber(used),
    reservedBytes: Long.fromNumber(reserved),
    committedBytes: Long.fromNumber(used + reserved),
    moveCount: moves,
    version: 1,
  };
}

export function createStorageStore(storage: Collection<StorageDocument>): StorageStore {
  const end = async (userId: string, { token, kind }: Pick<Move, 'token' | 'kind'>, change: Omit<Change, 'moves'>) => {
    const filter = { _id: userId, [`moves.${token}.kind`]: kind } as Filter<StorageDocument>;
    const update = { $inc: increments({ ...change, moves: -1 }), $unset: { [`moves.${token}`]: '' as const } };
    return (await storage.updateOne(filter, update as object)).modifiedCount === 1;
  };
  return {
    find: async (userId) => {
      const document = await storage.findOne({ _id: userId });
      return document ? toAccount(document) : undefined;
    },
    reserve: (userId, move) => reserve(storage, userId, move),
    settle: (userId, { token, bytes }) => end(userId, { token, kind: 'ARRIVING' }, { used: bytes, reserved: -bytes }),
    giveBack: (userId, { token, bytes }) => end(userId, { token, kind: 'ARRIVING' }, { reserved: -bytes }),
    announceDeparture: async (userId, move) => {
      await openAccount(storage, userId, move.at);
      await storage.updateOne({ _id: userId }, begin(move, 'LEAVING', { moves: 1 }));
    },
    depart: (userId, { token, bytes }) => end(userId, { token, kind: 'LEAVING' }, { used: -bytes }),
    cancelDeparture: (userId, token) => end(userId, { token, kind: 'LEAVING' }, {}),
    takeToCheck: async ({ now, before, limit }) => {
      const due = { moveCount: { $gt: 0 }, checkedAt: { $lt: before } };
      const documents = await storage.find(due).sort({ checkedAt: 1 }).limit(limit).toArray();
      await storage.updateMany({ _id: { $in: documents.map(({ _id }) => _id) } }, { $set: { checkedAt: now } });
      return documents.map(toAccount);
    },
    takeToAudit: async ({ now, before, limit }) => {
      const documents = await storage
        .find({ auditedAt: { $lt: before } })
        .sort({ auditedAt: 1 })
        .limit(limit)
        .toArray();
      const userIds = documents.map(({ _id }) => _id);
      await storage.updateMany({ _id: { $in: userIds } }, { $set: { auditedAt: now } });
      return userIds;
    },
    correctUsed: async (userId, { version, usedBytes, reservedBytes }) => {
      const committedBytes = Long.fromNumber(usedBytes + reservedBytes);
      const figures = { usedBytes: Long.fromNumber(usedBytes), reservedBytes: Long.fromNumber(reservedBytes) };
      const update = { $set: { ...figures, committedBytes }, $inc: { version: 1 } };
      return (await storage.updateOne({ _id: userId, version }, update)).modifiedCount === 1;
    },
  };
}

function begin({ token, assetId, bytes, at }: NewMove, kind: Move['kind'], change: Change): object {
  const move = { kind, assetId, bytes: Long.fromNumber(bytes), at };
  return { $inc: increments(change), $set: { [`moves.${token}`]: move } };
}

async function reserve(
  storage: Collection<StorageDocument>,
  userId: string,
  { quotaBytes, ...move }: NewMove & { quotaBytes: number },
): Promise<'RESERVED' | 'FULL' | 'TOO_MANY'> {
  const fits = {
    _id: userId,
    committedBytes: { $lte: Long.fromNumber(quotaBytes - move.bytes) },
    moveCount: { $lt: OPEN_UPLOADS_MAX },
  } as Filter<StorageDocument>;
  const take = async () =>
    (await storage.updateOne(fits, begin(move, 'ARRIVING', { reserved: move.bytes, moves: 1 }))).modifiedCount === 1;
  if (await take()) return 'RESERVED';
  // The first upload of all opens the account; another first one may just have done so.
  await openAccount(storage, userId, move.at);
  if (await take()) return 'RESERVED';
  const document = await findMoves(storage, userId);
  return (document?.moveCount ?? 0) >= OPEN_UPLOADS_MAX ? 'TOO_MANY' : 'FULL';
}

const findMoves = (storage: Collection<StorageDocument>, userId: string) =>
  storage.findOne({ _id: userId }, { projection: { moveCount: 1 } });

async function openAccount(storage: Collection<StorageDocument>, userId: string, now: Date): Promise<void> {
  try {
    await storage.updateOne({ _id: userId }, { $setOnInsert: emptyAccount(now) }, { upsert: true });
  } catch (error) {
    // Two first uploads at once: the other one opened the account.
    if (!isDuplicateKey(error)) throw error;
  }
}
