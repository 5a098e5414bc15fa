import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { Desk } from './desk.ts';
import { stopMaking, stopSpeaking } from './stop-making.ts';

/** Deletes a document of the viewer with what was made of it. What is still being made, itself or a clip, is given up and costs nothing. */
export async function deleteDocument(
  desk: Pick<Desk, 'documents' | 'clips' | 'jobs' | 'assets'>,
  viewer: Viewer,
  id: string,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const [document] = isId(id) ? await desk.documents.find([id], ownerId) : [];
  if (document) {
    await stopMaking(desk, document);
    for (const clip of await desk.clips.listUnfinished(document.id)) await stopSpeaking(desk, clip);
  }
  const isGone = document && (await desk.documents.remove(document.id, ownerId));
  return isGone ? { id } : refuse('NOT_FOUND', 'document.unknown', { path: ['id'] });
}
