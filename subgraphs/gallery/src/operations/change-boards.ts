import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { createId, isId } from '@modu/ids';
import { requireUser } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { BOARDS_MAX, parseBoard } from '../domain/board.ts';
import type { Board, BoardInput } from '../domain/board.ts';
import { parseIds } from '../domain/image-changes.ts';
import type { GalleryDeps } from './deps.ts';

interface Asking {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'boards' | 'images'>;
}

const unknownBoard = (field: string) => refuse('NOT_FOUND', 'board.unknown', { path: [field] });

/**
 * Makes a board, the last of the viewer's; a cover is its first picture.
 * @throws AccessError UNAUTHENTICATED when nobody is signed in; so do all below.
 */
export async function createBoard(input: BoardInput, { viewer, deps }: Asking): Promise<Board | Refusal> {
  const ownerId = requireUser(viewer);
  const wanted = parseBoard(input, { isNew: true });
  if (isRefusal(wanted)) return wanted;
  const { name = '', coverImageId = null } = wanted;
  if (coverImageId && !(await isOwnImage(coverImageId, { ownerId, deps }))) return unknownCover;
  const board = await deps.boards.create({ id: createId(), ownerId, name, coverImageId }, BOARDS_MAX);
  if (board && coverImageId) await deps.boards.add(board.id, { ownerId, ids: [coverImageId] });
  return board ?? refuse('QUOTA_EXCEEDED', 'board.tooMany', { params: { max: BOARDS_MAX } });
}

/** Renames a board or gives it another cover, one of its pictures: strangers see it where a link to the board is told. */
export async function updateBoard(
  { id, input }: { readonly id: string; readonly input: BoardInput },
  { viewer, deps }: Asking,
): Promise<Board | Refusal> {
  const ownerId = requireUser(viewer);
  const changes = parseBoard(input, { isNew: false });
  if (isRefusal(changes)) return changes;
  const { coverImageId } = changes;
  const known = isId(id) ? await deps.boards.find({ ownerId, id }) : undefined;
  if (!known) return unknownBoard('id');
  if (coverImageId && !(await deps.boards.has(known.id, coverImageId))) return unknownCover;
  const board = await deps.boards.update({ ownerId, id }, changes);
  return board ?? unknownBoard('id');
}

/** Puts a board before another one, or last. */
export async function moveBoard(
  { id, beforeId = null }: { readonly id: string; readonly beforeId?: string | null },
  { viewer, deps }: Asking,
): Promise<readonly Board[] | Refusal> {
  const ownerId = requireUser(viewer);
  const known = isId(id) && (beforeId === null || isId(beforeId));
  if (!known || id === beforeId) return unknownBoard('beforeId');
  const moved = await deps.boards.move({ ownerId, id }, beforeId);
  return moved ? deps.boards.list(ownerId) : unknownBoard('id');
}

/** Takes a board apart; its pictures stay in the gallery. */
export async function deleteBoard(id: string, { viewer, deps }: Asking): Promise<{ readonly id: string } | Refusal> {
  const ownerId = requireUser(viewer);
  return isId(id) && (await deps.boards.remove({ ownerId, id })) ? { id } : unknownBoard('id');
}

/** What a change of a board's pictures did. */
export interface BoardOutcome {
  readonly board: Board;
  readonly missingIds: readonly string[];
}

/** Puts pictures onto a board; those that are there already stay. */
export function addToBoard(wanted: { boardId: string; imageIds: readonly string[] }, asking: Asking) {
  return changePictures(wanted, asking, (boardId, images) => asking.deps.boards.add(boardId, images));
}

/** Takes pictures off a board; they stay in the gallery. */
export function removeFromBoard(wanted: { boardId: string; imageIds: readonly string[] }, asking: Asking) {
  return changePictures(wanted, asking, (boardId, images) => asking.deps.boards.takeOut(boardId, images));
}

async function changePictures(
  { boardId, imageIds }: { readonly boardId: string; readonly imageIds: readonly string[] },
  { viewer, deps }: Asking,
  change: (boardId: string, images: { ownerId: string; ids: readonly string[] }) => Promise<string[]>,
): Promise<BoardOutcome | Refusal> {
  const ownerId = requireUser(viewer);
  const ids = parseIds(imageIds, 'imageIds');
  if (isRefusal(ids)) return ids;
  const board = isId(boardId) ? await deps.boards.find({ ownerId, id: boardId }) : undefined;
  if (!board) return unknownBoard('boardId');
  const changed = new Set(await change(board.id, { ownerId, ids }));
  const now = await deps.boards.find({ ownerId, id: board.id });
  if (!now) return unknownBoard('boardId');
  return { board: now, missingIds: imageIds.filter((id) => !changed.has(id.toLowerCase())) };
}

const unknownCover = refuse('NOT_FOUND', 'image.unknown', { path: ['input', 'coverImageId'] });

async function isOwnImage(id: string, { ownerId, deps }: { ownerId: string; deps: Asking['deps'] }): Promise<boolean> {
  const [image] = await deps.images.findMany([id]);
  return image?.ownerId === ownerId && !image.purgeStartedAt;
}
