import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId, deriveId, isId } from '@modu/ids';
import { isPlainLine } from '@modu/plain-text';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { ARCHIVE_LIFE_MS, ARCHIVES_PREPARING_MAX } from '../domain/archive.ts';
import type { Archive } from '../domain/archive.ts';
import { parseIds } from '../domain/image-changes.ts';
import type { GalleryDeps } from './deps.ts';

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'archives' | 'images' | 'archiveBell' | 'now'>;
}

const KEY_LENGTH_MAX = 200;

/**
 * Asks for pictures in one file; a task packs them soon. Pictures that are not the viewer's are left out.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function archiveImages(
  { ids, idempotencyKey: key }: { readonly ids: readonly string[]; readonly idempotencyKey?: string | null },
  { viewer, deps }: Asking,
): Promise<Archive | Refusal> {
  const ownerId = requireUser(viewer, 'files');
  const wanted = parseIds(ids);
  if (isRefusal(wanted)) return wanted;
  if (typeof key === 'string' && (key === '' || key.length > KEY_LENGTH_MAX || !isPlainLine(key))) {
    return refuse('INVALID_INPUT', 'archive.key', { path: ['idempotencyKey'] });
  }
  const found = await deps.images.findMany(wanted);
  const own = new Set(found.filter((image) => image.ownerId === ownerId && !image.purgeStartedAt).map(({ id }) => id));
  if (own.size === 0) return refuse('NOT_FOUND', 'image.unknown', { path: ['ids'] });

  const createdAt = deps.now();
  const draft = {
    id: key ? deriveId('archive', ownerId, key) : createId(),
    ...{ ownerId, imageIds: wanted.filter((id) => own.has(id)), createdAt },
    expiresAt: new Date(createdAt.getTime() + ARCHIVE_LIFE_MS),
  };
  const archive = await deps.archives.createOnce(draft, ARCHIVES_PREPARING_MAX);
  if (!archive) return refuse('QUOTA_EXCEEDED', 'archive.tooMany', { params: { max: ARCHIVES_PREPARING_MAX } });
  if (archive.imageIds.join() !== draft.imageIds.join()) {
    return refuse('CONFLICT', 'archive.keyUsed', { path: ['idempotencyKey'] });
  }
  deps.archiveBell.ring();
  return archive;
}

/**
 * One of the viewer's archives; `undefined` for others', unknown and expired ones.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in.
 */
export async function findArchive(id: string, { viewer, deps }: Asking): Promise<Archive | undefined> {
  const ownerId = requireUser(viewer, 'read');
  const [archive] = isId(id) ? await deps.archives.findMany([id]) : [];
  return archive?.ownerId === ownerId && archive.expiresAt > deps.now() ? archive : undefined;
}

/** The viewer's archives, newest first. @throws AccessError UNAUTHENTICATED when nobody is signed in. */
export function listArchives({ viewer, deps }: Asking): Promise<readonly Archive[]> {
  return deps.archives.list(requireUser(viewer, 'read'), deps.now());
}
