import type { BlobEntry } from '@modu/blobs';
import type { Asset } from '../domain/asset.ts';
import { bucketPlaceOf } from '../domain/bucket-place.ts';
import type { Orphan } from '../store/orphan-store.ts';
import type { AssetsDeps } from './deps.ts';
import { HOME, PAGE, readBucketPage } from './read-bucket-page.ts';
import type { Place } from './read-bucket-page.ts';

/** What is younger may belong to a request that is still at work. */
export const ORPHAN_AGE_MS = 86_400_000;
const REMOVED_AT_ONCE_MAX = 200;

/** All that looking takes. */
export type Looking = Pick<AssetsDeps, 'assets' | 'copies' | 'blobs' | 'now'>;

export interface WalkedPage {
  /** Where to go on; `undefined` when the end was reached. */
  readonly next: Place;
  readonly orphans: readonly Orphan[];
  /** READY records whose bytes are not in the bucket: never repaired by us, told to a person. */
  readonly lost: readonly string[];
  /** Keys that are not ours to judge. */
  readonly foreign: number;
}

/**
 * Compares one page of the bucket with the records, both ways, and changes nothing: which object has no record, which
 * READY record has no object.
 */
export async function compareBucket(after: Place, deps: Looking): Promise<WalkedPage> {
  const { objects, records, next } = await readBucketPage(after, deps);
  const oldest = deps.now().getTime() - ORPHAN_AGE_MS;
  const judged = objects.filter(({ modifiedAt }) => modifiedAt.getTime() < oldest);
  const orphans = await findOrphans(judged, deps);
  const keys = new Set(objects.map(({ key }) => key));
  const missing = records.filter((asset) => asset.status === 'READY' && !keys.has(asset.objectKey));
  const lost = await confirmLost(missing, deps);
  const foreign = objects.filter(({ key }) => bucketPlaceOf(key).kind === 'FOREIGN').length;
  return { next, orphans, lost, foreign };
}

async function findOrphans(objects: readonly BlobEntry[], deps: Looking): Promise<Orphan[]> {
  const placed = objects.map((object) => ({ ...object, place: bucketPlaceOf(object.key) }));
  const keys = placed.flatMap(({ place }) => (place.kind === 'ASSET' ? [place.objectKey] : []));
  const ids = placed.flatMap(({ place }) => (place.kind === 'PREVIEW' ? [place.assetId] : []));
  const byKey = new Map((await deps.assets.findByPlace(keys)).map((asset) => [asset.objectKey, asset]));
  const byId = new Map((await deps.assets.findMany(ids)).map((asset) => [asset.id, asset]));
  const made = placed.flatMap(({ place }) => (place.kind === 'COPY' ? [place.key] : []));
  const copies = new Set((made.length === 0 ? [] : await deps.copies.findMany(made)).map(({ key }) => key));
  return placed
    .filter(({ place }) => {
      if (place.kind === 'FOREIGN') return false;
      if (place.kind === 'COPY') return !copies.has(place.key);
      return isLeft(place.kind === 'PREVIEW' ? byId.get(place.assetId) : byKey.get(place.objectKey));
    })
    .map(({ key, sizeBytes }) => ({ key, sizeBytes }));
}

/** Nobody needs the object any more, and nobody is going to remove it. */
function isLeft(asset: Asset | undefined): boolean {
  if (asset === undefined) return true;
  return (asset.status === 'REJECTED' || asset.status === 'DELETED') && asset.isSwept === true;
}

/** Looked at once more: a record may have come or gone between the two lists. */
async function confirmLost(missing: readonly Asset[], { assets, blobs }: Looking): Promise<string[]> {
  const lost: string[] = [];
  for (const { id, objectKey } of missing) {
    if (await blobs.head(objectKey)) continue;
    if ((await assets.find(id))?.status === 'READY') lost.push(id);
  }
  return lost;
}

/** Uploads in parts that no draft names. */
export async function findOpenOrphans(deps: Looking): Promise<Orphan[]> {
  const oldest = deps.now().getTime() - ORPHAN_AGE_MS;
  const open = (await deps.blobs.listMultiparts({ prefix: HOME })).filter(
    ({ startedAt }) => startedAt.getTime() < oldest,
  );
  const named = new Set<string>();
  for (let at = 0; at < open.length; at += PAGE) {
    const records = await deps.assets.findByPlace(open.slice(at, at + PAGE).map(({ key }) => key));
    for (const { multipart } of records) if (multipart) named.add(multipart.uploadId);
  }
  return open
    .filter(({ uploadId }) => !named.has(uploadId))
    .map(({ key, uploadId }) => ({ key, uploadId, sizeBytes: 0 }));
}

/**
 * Removes what was found a grace period ago and is still an orphan now; each is judged anew before it is touched. Its lease comes
 * first: an upload that has begun there by then is seen, and a later one is not completed until the bytes are gone.
 * @returns the keys that were removed.
 */
export async function removeOrphans(deps: AssetsDeps): Promise<string[]> {
  const before = new Date(deps.now().getTime() - ORPHAN_AGE_MS);
  const removed: string[] = [];
  for (const orphan of await deps.orphans.listFoundBefore({ before, limit: REMOVED_AT_ONCE_MAX })) {
    if (!(await deps.orphans.lease(orphan, deps.now()))) continue;
    if (await isStillOrphan(orphan, deps)) {
      if (orphan.uploadId === undefined) await deps.blobs.remove(orphan.key);
      else await deps.blobs.abortMultipart({ key: orphan.key, uploadId: orphan.uploadId });
      removed.push(orphan.key);
    }
    await deps.orphans.forget(orphan);
  }
  return removed;
}

async function isStillOrphan({ key, uploadId }: Orphan, deps: AssetsDeps): Promise<boolean> {
  if (uploadId !== undefined) {
    const [record] = await deps.assets.findByPlace([key]);
    return record?.multipart?.uploadId !== uploadId;
  }
  const place = bucketPlaceOf(key);
  if (place.kind === 'FOREIGN') return false;
  if (place.kind === 'COPY') return (await deps.copies.find(key)) === undefined;
  return isLeft(
    place.kind === 'PREVIEW'
      ? await deps.assets.find(place.assetId)
      : (await deps.assets.findByPlace([place.objectKey]))[0],
  );
}
