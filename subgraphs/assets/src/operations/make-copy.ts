import { BlobNotFoundError } from '@modu/blobs';
import { createId } from '@modu/ids';
import type { Asset } from '../domain/asset.ts';
import { HELD_BYTES_MAX } from '../domain/content-limits.ts';
import { isMadeOf } from '../domain/copy.ts';
import type { Copy } from '../domain/copy.ts';
import type { AssetsDeps } from './deps.ts';

type Deps = Pick<AssetsDeps, 'assets' | 'blobs' | 'copies' | 'now'>;

interface Making extends Pick<Copy, 'key' | 'ownerId' | 'sources'> {
  readonly contentType: string;
  /** Makes it of the bytes of its sources, in their order. */
  make(pictures: readonly Uint8Array[]): Promise<Uint8Array>;
}

/**
 * Sees to it that what lies at a place of the bucket is made of these sources and no others, and that nothing lies there
 * when none of them is the owner's and READY. Repeating it makes nothing twice.
 * @returns false when another is at it, or a source went meanwhile: ask again.
 */
export async function makeCopy({ key, ownerId, sources, contentType, make }: Making, deps: Deps): Promise<boolean> {
  if (sources.length > 0 && isMadeOf(await deps.copies.find(key), sources)) return true;
  const found = await readyOf(sources, ownerId, deps);
  if (found.length === 0) return removeCopy({ key, ownerId }, deps);
  const lease = await deps.copies.lease({ key, ownerId }, deps.now());
  if (!lease) return false;
  try {
    const read = found.map(({ objectKey }) => deps.blobs.get(objectKey, { sizeBytesMax: HELD_BYTES_MAX }));
    await deps.blobs.put({ key, body: await make(await Promise.all(read)), contentType });
  } catch (error) {
    await deps.copies.release(key, lease);
    // A source was removed since it was found READY: the next look sees that.
    if (error instanceof BlobNotFoundError) return false;
    throw error;
  }
  await deps.copies.finish(key, { lease, sources, version: createId() });
  return true;
}

async function readyOf(sources: readonly string[], ownerId: string, { assets }: Deps): Promise<Asset[]> {
  const found = sources.length === 0 ? [] : await assets.findMany(sources);
  const byId = new Map(found.map((asset) => [asset.id, asset]));
  return sources.flatMap((id) => {
    const asset = byId.get(id);
    return asset?.status === 'READY' && asset.ownerId === ownerId ? [asset] : [];
  });
}

/** Removes what lies there, and then its record. @returns false when another is at it: ask again. */
export async function removeCopy(
  { key, ownerId }: Pick<Copy, 'key' | 'ownerId'>,
  { blobs, copies, now }: Pick<Deps, 'blobs' | 'copies' | 'now'>,
): Promise<boolean> {
  if (!(await copies.find(key))) return true;
  const lease = await copies.lease({ key, ownerId }, now());
  if (!lease) return false;
  await blobs.remove(key);
  await copies.forget(key, lease);
  return true;
}
