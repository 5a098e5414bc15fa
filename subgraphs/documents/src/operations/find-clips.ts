import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { page, parsePage } from '@modu/subgraph';
import type { Connection } from '@modu/subgraph';
import { actsFor, requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { ChapterHead, SpeechChapter, SpeechClip } from '../domain/speech-clip.ts';
import type { Desk } from './desk.ts';
import type { PageInput } from './find-documents.ts';

type Clips = Pick<Desk, 'clips'>;

/** A clip of the viewer; null for anyone else. */
export async function findClip({ clips }: Clips, viewer: Viewer, id: string): Promise<SpeechClip | null> {
  const ownerId = actsFor(viewer, 'documents');
  if (!ownerId || !isId(id)) return null;
  return (await clips.find(id, ownerId)) ?? null;
}

/** The viewer's clips, newest first. */
export async function listClips(
  { clips }: Clips,
  viewer: Viewer,
  { first, after }: PageInput,
): Promise<Connection<SpeechClip> | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const asked = parsePage({ first: first ?? null, after: after ?? null });
  if (isRefusal(asked)) return asked;
  const [createdAt, id] = asked.after ?? [];
  const hasStart = Number.isSafeInteger(createdAt) && isId(id);
  if (asked.after && !hasStart) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const start = hasStart ? { after: { createdAt: new Date(createdAt as number), id } } : {};
  const rows = await clips.list(ownerId, { take: asked.first + 1, ...start });
  return page(rows, { ...asked, cursorOf: (row) => [row.createdAt.getTime(), row.id] });
}

/** The clips of a document that the viewer has been shown. */
/** The chapters of a clip that the viewer has been shown, also while it is being said. */
export function chaptersOfClip({ clips }: Clips, clip: SpeechClip): Promise<ChapterHead[]> {
  return clips.chapters(clip.id);
}

/** A chapter whole, of a clip that the viewer has been shown. */
export async function chapterOf({ clips }: Clips, clipId: string, number: number): Promise<SpeechChapter | null> {
  if (!Number.isSafeInteger(number) || number < 1 || number > 100_000) return null;
  return (await clips.chapter(clipId, number)) ?? null;
}

/** Deletes a clip of the viewer; its files stay. The run of one that is still being said finds it gone and stops. */
export async function deleteClip(
  { clips }: Clips,
  viewer: Viewer,
  id: string,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const isGone = isId(id) && (await clips.remove(id, ownerId));
  return isGone ? { id } : refuse('NOT_FOUND', 'clip.unknown', { path: ['id'] });
}
