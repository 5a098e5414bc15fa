import { join } from 'node:path';
import type { Logger } from '@modu/logger';
import { inWorkFolder } from '@modu/work-folders';
import { ARCHIVE_BYTES_MAX, ARCHIVE_TRIES_MAX, entryName } from '../domain/archive.ts';
import type { Archive } from '../domain/archive.ts';
import type { AssetFile } from '../store/assets-client.ts';
import { openFile } from '../store/open-file.ts';
import { ArchiveTooLarge, packZip } from '../store/pack-zip.ts';
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
}

/** Makes the archive that has waited longest, if one waits. Safe in many processes at once. @returns whether there was one. */
export async function packNextArchive({ deps, logger, signal }: Packing): Promise<boolean> {
  const archive = await deps.archives.take(deps.now(), later(deps, LEASE_MS));
  if (!archive) return false;
  if (archive.tries > ARCHIVE_TRIES_MAX) {
    await deps.archives.fail(archive, 'BROKEN');
    return true;
  }
  try {
    await pack(archive, { deps, logger, signal });
  } catch (error) {
    if (error instanceof ArchiveTooLarge) {
      await deps.archives.fail(archive, 'TOO_LARGE');
      return true;
    }
    logger.warn({ err: error, archiveId: archive.id }, 'an archive could not be packed; it is tried again');
    await deps.archives.postpone(archive, later(deps, signal.aborted ? 0 : RETRY_MS));
  }
  return true;
}

/** By way of a file on disk: its length and hash must be known before the bucket takes the first byte. */
function pack(archive: Archive, { deps, logger, signal }: Packing): Promise<void> {
  return inWorkFolder('archive', async (folder) => {
    const path = join(folder, 'pictures.zip');
    const packed = { count: 0 };
    const files = filesOf(archive, { packed, deps, signal });
    const made = await packZip(path, files, { sizeBytesMax: ARCHIVE_BYTES_MAX, signal });
    if (packed.count === 0) return await deps.archives.fail(archive, 'NOTHING_LEFT');
    const { ownerId, id: archiveId } = archive;
    const keep = () => deps.archives.progress(archive, { packedCount: packed.count, until: later(deps, LEASE_MS) });
    const assetId = await deps.assets.storeArchive({ ownerId, archiveId, path, ...made }, { signal, keep });
    await deps.archives.finish(archive, { assetId, sizeBytes: made.sizeBytes, packedCount: packed.count });
    logger.info({ archiveId, pictures: packed.count, sizeBytes: made.sizeBytes }, 'pictures packed');
  });
}

/** The pictures of an archive that are still there, each opened when it is its turn. */
async function* filesOf(
  archive: Archive,
  { packed, deps, signal }: { readonly packed: { count: number }; readonly deps: Deps; readonly signal: AbortSignal },
): AsyncGenerator<PackedFile> {
  const { ownerId, imageIds } = archive;
  const found = new Map((await deps.images.findMany(imageIds)).map((image) => [image.id, image]));
  for (const id of imageIds) {
    const image = found.get(id);
    if (!image || image.ownerId !== ownerId || image.purgeStartedAt) continue;
    const file: AssetFile | null = await deps.assets.findFile(image.assetId, { ownerId, signal });
    if (!file) continue;
    packed.count += 1;
    const name = entryName(image, { place: packed.count, contentType: file.contentType });
    yield { name, madeAt: image.createdAt, open: () => openFile(file.url, signal) };
    if (packed.count % TOLD_EVERY !== 0) continue;
    const until = later(deps, LEASE_MS);
    if (!(await deps.archives.progress(archive, { packedCount: packed.count, until })))
      throw new Error('Another took over.');
  }
}

const later = ({ now }: Pick<Deps, 'now'>, ms: number) => new Date(now().getTime() + ms);
