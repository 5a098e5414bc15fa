import { join } from 'node:path';
import type { Logger } from '@modu/logger';
import { inWorkFolder } from '@modu/work-folders';
import { ARCHIVE_BYTES_MAX, ARCHIVE_TRIES_MAX, ARCHIVES_READY_MAX, entryName } from '../domain/archive.ts';
import type { Archive } from '../domain/archive.ts';
import type { AssetFile } from '../store/assets-client.ts';
import { openFile } from '../store/open-file.ts';
import { ArchiveTooLarge, grownBy, packZip } from '../store/pack-zip.ts';
import type { PackedFile } from '../store/pack-zip.ts';
import type { GalleryDeps } from './deps.ts';

/** Whoever packs says within this time that it still does; then another takes over. */
const LEASE_MS = 5 * 60_000;
const RETRY_MS = 20_000;
const TOLD_EVERY = 10;

type Deps = Pick<GalleryDeps, 'archives' | 'images' | 'assets' | 'now'>;

interface Packing {
  readonly deps: Deps;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** What does not fit is left for another archive. */
  readonly sizeBytesMax?: number;
}

/** Makes the archive that has waited longest, if one waits. Safe in many processes at once. @returns whether there was one. */
export async function packNextArchive(packing: Packing): Promise<boolean> {
  const { deps, logger, signal } = packing;
  const archive = await deps.archives.take(deps.now(), later(deps, LEASE_MS));
  if (!archive) return false;
  if (archive.tries > ARCHIVE_TRIES_MAX) {
    await deps.archives.fail(archive, 'BROKEN');
    return true;
  }
  try {
    await pack(archive, packing);
  } catch (error) {
    if (error instanceof ArchiveTooLarge) {
      await deps.archives.fail(archive, 'TOO_LARGE');
      return true;
    }
    logger.warn({ err: error, archiveId: archive.id }, 'an archive could not be packed; it is tried again');
    if (signal.aborted) await deps.archives.handBack(archive, deps.now());
    else await deps.archives.postpone(archive, later(deps, RETRY_MS));
  }
  return true;
}

/** By way of a file on disk: its length and hash must be known before the bucket takes the first byte. */
function pack(archive: Archive, { deps, logger, signal, sizeBytesMax = ARCHIVE_BYTES_MAX }: Packing): Promise<void> {
  return inWorkFolder('archive', async (folder) => {
    const path = join(folder, 'pictures.zip');
    const packed: Packed = { count: 0, leftFrom: null };
    const files = filesOf(archive, { packed, deps, signal, sizeBytesMax });
    const made = await packZip(path, files, { sizeBytesMax, signal });
    if (packed.count === 0) {
      return await deps.archives.fail(archive, packed.leftFrom === null ? 'NOTHING_LEFT' : 'TOO_LARGE');
    }
    const { ownerId, id: archiveId } = archive;
    const keep = () => deps.archives.progress(archive, { packedCount: packed.count, until: later(deps, LEASE_MS) });
    const assetId = await deps.assets.storeArchive({ ownerId, archiveId, path, ...made }, { signal, keep });
    const { count: packedCount, leftFrom } = packed;
    await deps.archives.finish(archive, { assetId, sizeBytes: made.sizeBytes, packedCount, leftFrom });
    logger.info({ archiveId, pictures: packed.count, sizeBytes: made.sizeBytes }, 'pictures packed');
    await letGoOfOlder(archive, { deps, logger, signal });
  });
}

/** Nobody waits for the oldest ones any more. File first; one that cannot be removed now goes with the next, or when its day is over. */
async function letGoOfOlder({ id, ownerId }: Archive, { deps, logger, signal }: Packing): Promise<void> {
  for (const old of await deps.archives.listOlder({ id, ownerId }, ARCHIVES_READY_MAX - 1)) {
    try {
      if (old.assetId !== null) await deps.assets.removeFile(old.assetId, { ownerId, signal });
      await deps.archives.remove(old.id);
    } catch (error) {
      logger.warn({ err: error, archiveId: old.id }, 'an old archive could not be let go; it is tried again');
    }
  }
}

interface Packed {
  count: number;
  leftFrom: number | null;
}

interface Filling extends Pick<Packing, 'deps' | 'signal'> {
  readonly packed: Packed;
  readonly sizeBytesMax: number;
}

/** The pictures of an archive that are still there, in their order, as many as fit; each opened when it is its turn. */
async function* filesOf(archive: Archive, { packed, deps, signal, sizeBytesMax }: Filling): AsyncGenerator<PackedFile> {
  const { ownerId, imageIds } = archive;
  const found = new Map((await deps.images.findMany(imageIds)).map((image) => [image.id, image]));
  let sizeBytes = grownBy({ name: '', sizeBytes: 0 });
  for (const [at, id] of imageIds.entries()) {
    const image = found.get(id);
    if (!image || image.ownerId !== ownerId || image.purgeStartedAt) continue;
    const file: AssetFile | null = await deps.assets.findFile(image.assetId, { ownerId, signal, followsLinks: true });
    if (!file) continue;
    const name = entryName(image, { place: packed.count + 1, contentType: file.contentType });
    sizeBytes += grownBy({ name, sizeBytes: file.sizeBytes });
    if (sizeBytes > sizeBytesMax) {
      packed.leftFrom = at;
      return;
    }
    packed.count += 1;
    yield { name, madeAt: image.createdAt, open: () => openFile(file.url, signal) };
    if (packed.count % TOLD_EVERY !== 0) continue;
    const until = later(deps, LEASE_MS);
    if (!(await deps.archives.progress(archive, { packedCount: packed.count, until })))
      throw new Error('Another took over.');
  }
}

const later = ({ now }: Pick<Deps, 'now'>, ms: number) => new Date(now().getTime() + ms);
