import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Desk } from './desk.ts';

/** Deletes a document of the viewer. The run of one that is still being read finds it gone and stops. */
export async function deleteDocument(
  { documents }: Pick<Desk, 'documents'>,
  viewer: Viewer,
  id: string,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const isGone = isId(id) && (await documents.remove(id, ownerId));
  return isGone ? { id } : refuse('NOT_FOUND', 'document.unknown', { path: ['id'] });
}
