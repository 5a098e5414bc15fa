import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import type { Connection } from '@modu/subgraph';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import type { SpeechChapter, SpeechClip } from '../domain/speech-clip.ts';
import type { ChapterPlace } from '../store/clip-store.ts';
import type { Desk } from './desk.ts';
import type { PageInput } from './find-documents.ts';
import { findOwn } from './find-own.ts';
import { stopSpeaking } from './stop-making.ts';
import { pageWithoutLost } from './without-lost.ts';

type Clips = Pick<Desk, 'clips'>;
type ShownClips = Pick<Desk, 'clips' | 'jobs'>;

const CHAPTERS_MAX = 100_000;

/** A clip of the viewer; null for anyone else. */
export async function findClip({ clips, jobs }: ShownClips, viewer: Viewer, id: string): Promise<SpeechClip | null> {
  return (await findOwn({ find: clips.find, jobs }, viewer, [id]))[0] ?? null;
}

/** The viewer's clips, newest first. */
export async function listClips(
  { clips, jobs }: ShownClips,
  viewer: Viewer,
  input: PageInput,
): Promise<Connection<SpeechClip> | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  return pageWithoutLost(jobs, input, (asked) => clips.list(ownerId, asked));
}

/** Whole chapters of clips that the viewer has been shown, in one read; null for those that are not there. */
export async function findChapters(
  { clips }: Clips,
  asked: readonly ChapterPlace[],
): Promise<(SpeechChapter | null)[]> {
  const possible = asked.filter(({ number }) => Number.isSafeInteger(number) && number >= 1 && number <= CHAPTERS_MAX);
  const keyOf = ({ clipId, number }: ChapterPlace) => `${clipId}:${number}`;
  const found = possible.length > 0 ? await clips.wholeChapters(possible) : [];
  const byKey = new Map(found.map((chapter) => [keyOf(chapter), chapter]));
  return asked.map((place) => byKey.get(keyOf(place)) ?? null);
}

/** Deletes a clip of the viewer; its files stay. One that is still being said is given up: it costs nothing and leaves no files. */
export async function deleteClip(
  desk: Pick<Desk, 'clips' | 'jobs' | 'assets'>,
  viewer: Viewer,
  id: string,
): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer, 'documents');
  const [clip] = isId(id) ? await desk.clips.find([id], ownerId) : [];
  if (clip) await stopSpeaking(desk, clip);
  const isGone = clip && (await desk.clips.remove(clip.id, ownerId));
  return isGone ? { id } : refuse('NOT_FOUND', 'clip.unknown', { path: ['id'] });
}
