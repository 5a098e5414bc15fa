import { isDuplicateKey } from '@modu/mongo';
import type { Collection, Filter } from 'mongodb';
import { ARCHIVE_MS } from '../domain/asset.ts';
import type { Asset, AssetPurpose, AssetStatus, Rejection } from '../domain/asset.ts';
import type { Multipart } from '../domain/multipart.ts';
import { thumbnailSidesOf } from '../domain/preview.ts';
import type { Preview } from '../domain/preview.ts';
import { furtherReads } from './asset-reads.ts';
import { toAsset, toDocument } from './asset-document.ts';
import type { AssetDocument } from './collections.ts';
import { previewDue } from './preview-store.ts';

/** The state in which a change is allowed. A change that comes too late finds it gone and does nothing. */
export interface Expected {
  readonly id: string;
  readonly status: AssetStatus;
  readonly reservation: string;
  /** Only when the ticket ended before. */
  readonly expiredBefore?: Date;
  /** Only while it lies in the trash, since before. */
  readonly trashedBefore?: Date;
}

export interface ReadyQuery {
  readonly ownerId: string;
  readonly purpose?: AssetPurpose;
  /** A prefix, for example `image/`. */
  readonly contentType?: string;
  /** Only those in the trash, or only the others; all when left out. */
  readonly isTrashed?: boolean;
}

export interface Revival {
  readonly reservation: string;
  readonly expiresAt: Date;
  readonly now: Date;
  readonly multipart?: Multipart;
}

export interface AssetStore {
  /** @returns false when the id or the place in the bucket is taken. */
  insert(asset: Asset): Promise<boolean>;
  find(id: string): Promise<Asset | undefined>;
  findMany(ids: readonly string[]): Promise<Asset[]>;
  extend(expected: Expected, expiresAt: Date): Promise<Asset | undefined>;
  /** REJECTED → AWAITING_UPLOAD with another reservation; not while its old bytes are being removed. */
  revive(expected: Expected, fresh: Revival): Promise<Asset | undefined>;
  /** Another upload in the bucket in place of one that is gone. */
  replaceMultipart(expected: Expected, gone: Multipart, fresh: Multipart): Promise<Asset | undefined>;
  /** Holds the upload back until somebody has checked it. */
  markScanning(expected: Expected, now: Date): Promise<Asset | undefined>;
  /** Where a file can have a preview, it is due from now on. */
  markReady(expected: Expected & Pick<Asset, 'purpose' | 'contentType'>, now: Date): Promise<Asset | undefined>;
  setPreview(expected: Expected, preview: Preview): Promise<Asset | undefined>;
  /** Nobody tries any more to make more of a file than is known of it, which stays. */
  leavePreview(expected: Expected): Promise<Asset | undefined>;
  /** Into the trash, or out of it (`undefined`). */
  setTrashed(expected: Expected, trashedAt: Date | undefined): Promise<Asset | undefined>;
  /** Archives whose day is over. */
  listEnded(options: { before: Date; limit: number }): Promise<Asset[]>;
  listTrashed(options: { before: Date; limit: number }): Promise<Asset[]>;
  /** Records whose place in the bucket lies after one key and not after another, in the order of their places. */
  listByPlace(options: { after: string; upTo: string | undefined; limit: number }): Promise<Asset[]>;
  findByPlace(objectKeys: readonly string[]): Promise<Asset[]>;
  /** Records of a person that still have bytes, or may get some. */
  listAlive(ownerId: string, limit: number): Promise<Asset[]>;
  markRejected(expected: Expected, why: { rejection: Rejection; now: Date }): Promise<Asset | undefined>;
  markDeleted(expected: Expected, how: { departure: string; now: Date }): Promise<Asset | undefined>;
  /** Newest first. */
  listReady(query: ReadyQuery & { after?: { createdAt: Date; id: string }; limit: number }): Promise<Asset[]>;
  countReady(query: ReadyQuery): Promise<number>;
  listExpired(options: { before: Date; limit: number }): Promise<Asset[]>;
  /** Bytes of all READY assets of a person but these. */
  sumReadyBytes(options: { ownerId: string; except: readonly string[] }): Promise<number>;
}

/** What a record says no more once nothing is to be made of the file. */
const DERIVED = { deriveAt: '', backfillAt: '', deriveTries: '' } as const;

export function createAssetStore(assets: Collection<AssetDocument>): AssetStore {
  const change = async (expected: Expected, update: object, more: Filter<AssetDocument> = {}) => {
    const document = await assets.findOneAndUpdate({ ...toFilter(expected), ...more }, update, {
      returnDocument: 'after',
    });
    return document ? toAsset(document) : undefined;
  };
  return {
    insert: (asset) => insert(assets, asset),
    find: async (id) => {
      const document = await assets.findOne({ _id: id });
      return document ? toAsset(document) : undefined;
    },
    findMany: async (ids) => (await assets.find({ _id: { $in: [...ids] } }).toArray()).map(toAsset),
    extend: (expected, expiresAt) => change(expected, { $set: { expiresAt } }),
    revive: (expected, { now, ...fresh }) =>
      change(
        expected,
        {
          $set: { status: 'AWAITING_UPLOAD', ...fresh },
          $unset: { rejection: '', sweepAt: '', sweepLeaseUntil: '' },
        },
        { $or: [{ sweepLeaseUntil: { $exists: false } }, { sweepLeaseUntil: { $lte: now } }] },
      ),
    replaceMultipart: (expected, gone, fresh) =>
      change(expected, { $set: { multipart: fresh } }, { 'multipart.uploadId': gone.uploadId }),
    markScanning: (expected, now) => change(expected, { $set: { status: 'SCANNING', checkAt: now, checkTries: 0 } }),
    ...furtherReads(assets),
    markReady: (expected, now) => change(expected, toReady(expected, now)),
    setPreview: (expected, preview) => change(expected, { $set: { preview }, $unset: DERIVED }),
    // The tries that stay say that it is not to be asked for again.
    leavePreview: (expected) => change(expected, { $unset: { deriveAt: '', backfillAt: '' } }),
    setTrashed: (expected, trashedAt) =>
      change(expected, trashedAt ? { $set: { trashedAt } } : { $unset: { trashedAt: '' } }),
    markRejected: (expected, { rejection, now }) =>
      change(expected, {
        $set: { status: 'REJECTED', rejection, sweepAt: now },
        $unset: { checkAt: '', checkTries: '' },
      }),
    markDeleted: (expected, { departure, now }) =>
      change(expected, {
        $set: { status: 'DELETED', departure, sweepAt: now },
        $unset: { ...DERIVED, trashedAt: '', endsAt: '' },
      }),
    listReady: (query) => listReady(assets, query),
    countReady: (query) => assets.countDocuments(toReadyFilter(query)),
    listExpired: async ({ before, limit }) => {
      const filter = { status: 'AWAITING_UPLOAD', expiresAt: { $lt: before } } as const;
      return (await assets.find(filter).sort({ expiresAt: 1 }).limit(limit).toArray()).map(toAsset);
    },
    sumReadyBytes: (options) => sumReadyBytes(assets, options),
  };
}

function toFilter({ id, status, reservation, expiredBefore, trashedBefore }: Expected): Filter<AssetDocument> {
  const expired = expiredBefore ? { expiresAt: { $lt: expiredBefore } } : {};
  const trashed = trashedBefore ? { trashedAt: { $lt: trashedBefore } } : {};
  return { _id: id, status, reservation, ...expired, ...trashed };
}

async function insert(assets: Collection<AssetDocument>, asset: Asset): Promise<boolean> {
  try {
    await assets.insertOne(toDocument(asset));
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function toReady(asset: Pick<Asset, 'purpose' | 'contentType'>, now: Date): object {
  const due = thumbnailSidesOf(asset).length > 0 ? previewDue(now) : {};
  const end = asset.purpose === 'ARCHIVE' ? { endsAt: new Date(now.getTime() + ARCHIVE_MS) } : {};
  return { $set: { status: 'READY', ...due, ...end }, $unset: { checkAt: '', checkTries: '' } };
}

function toReadyFilter({ ownerId, purpose, contentType, isTrashed }: ReadyQuery): Filter<AssetDocument> {
  const range = contentType ? { contentType: { $gte: contentType, $lt: `${contentType}\uffff` } } : {};
  const trash = isTrashed === undefined ? {} : { trashedAt: { $exists: isTrashed } };
  return { ownerId, status: 'READY', ...(purpose ? { purpose } : {}), ...trash, ...range };
}

async function listReady(
  assets: Collection<AssetDocument>,
  { after, limit, ...query }: Parameters<AssetStore['listReady']>[0],
): Promise<Asset[]> {
  const older = after
    ? { $or: [{ createdAt: { $lt: after.createdAt } }, { createdAt: after.createdAt, _id: { $lt: after.id } }] }
    : {};
  const found = assets.find({ ...toReadyFilter(query), ...older }).sort({ createdAt: -1, _id: -1 });
  return (await found.limit(limit).toArray()).map(toAsset);
}

async function sumReadyBytes(
  assets: Collection<AssetDocument>,
  { ownerId, except }: { ownerId: string; except: readonly string[] },
): Promise<number> {
  const [sum] = await assets
    .aggregate<{ bytes: number | { toNumber(): number } }>([
      { $match: { ownerId, status: 'READY', purpose: { $ne: 'ARCHIVE' }, _id: { $nin: [...except] } } },
      { $group: { _id: null, bytes: { $sum: '$sizeBytes' } } },
    ])
    .toArray();
  return sum === undefined ? 0 : typeof sum.bytes === 'number' ? sum.bytes : sum.bytes.toNumber();
}
