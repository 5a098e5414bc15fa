import type { BlobEntry } from '@modu/blobs';
import type { Asset } from '../domain/asset.ts';
import type { AssetsDeps } from './deps.ts';

export const PAGE = 1_000;
/** Everything of ours lies here, in the order of keys; nothing else is ever looked at. */
const HOMES = ['shared/', 'users/'] as const;
/** What people have; uploads come in here alone. */
export const HOME = 'users/';

/** Where a walk through the bucket stands; begins with `undefined`. */
export type Place = string | undefined;

export interface BucketPage {
  readonly objects: readonly BlobEntry[];
  /** Of the same range of keys. */
  readonly records: readonly Asset[];
  /** Where to go on; `undefined` when the end of both was reached. */
  readonly next: Place;
}

/**
 * Objects and records of one range of keys, at most a page of each: both are read in the order of keys, and the page ends where
 * the first of the two does, so that never more is held however few objects, or records, lie there.
 */
export async function readBucketPage(
  after: Place,
  { assets, blobs }: Pick<AssetsDeps, 'assets' | 'blobs'>,
): Promise<BucketPage> {
  const listed = await listFrom(after, blobs);
  const upTo = listed.length < PAGE ? undefined : listed.at(-1)?.key;
  const records = await assets.listByPlace({ after: after ?? HOME, upTo, limit: PAGE });
  if (records.length < PAGE) return { objects: listed, records, next: upTo };
  const next = records.at(-1)?.objectKey ?? '';
  return { objects: listed.filter(({ key }) => !isBehind(next, key)), records, next };
}

/** Bucket and database compare bytes, which is another order than that of strings here. */
const isBehind = (place: string, key: string) => Buffer.compare(Buffer.from(key), Buffer.from(place)) > 0;

async function listFrom(after: Place, blobs: AssetsDeps['blobs']): Promise<BlobEntry[]> {
  const objects: BlobEntry[] = [];
  for (const prefix of HOMES) {
    const hasBegun = after !== undefined && after >= prefix;
    if (hasBegun && !after.startsWith(prefix)) continue;
    const limit = PAGE - objects.length;
    if (limit > 0) objects.push(...(await blobs.list({ prefix, limit, ...(hasBegun ? { after } : {}) })));
  }
  return objects;
}
