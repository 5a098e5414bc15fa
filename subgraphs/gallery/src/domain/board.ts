import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { isPlainLine, isSeen } from '@modu/plain-text';

/** Pictures that a person keeps together. */
export interface Board {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  /** Boards stand in this order. */
  readonly place: number;
  readonly coverImageId: string | null;
  readonly createdAt: Date;
}

export const BOARDS_MAX = 500;
const NAME_LENGTH_MAX = 100;

export interface BoardInput {
  readonly name?: string | null;
  readonly coverImageId?: string | null;
}

/** `undefined`: stays as it is; `null`: none, the newest picture stands for the board. */
export interface BoardChanges {
  readonly name?: string;
  readonly coverImageId?: string | null;
}

/** Checks `BoardInput`; a new board needs a name. */
export function parseBoard(
  { name, coverImageId }: BoardInput,
  { isNew }: { readonly isNew: boolean },
): BoardChanges | Refusal {
  const written = name?.normalize('NFC').trim();
  const isNamed = written !== undefined && isSeen(written) && written.length <= NAME_LENGTH_MAX && isPlainLine(written);
  const mayBeUnnamed = !isNew && (name === undefined || name === null);
  if (!isNamed && !mayBeUnnamed) {
    return refuse('INVALID_INPUT', 'board.name', { path: ['input', 'name'], params: { max: NAME_LENGTH_MAX } });
  }
  if (coverImageId && !isId(coverImageId))
    return refuse('NOT_FOUND', 'image.unknown', { path: ['input', 'coverImageId'] });
  return {
    ...(isNamed ? { name: written } : {}),
    ...(coverImageId === undefined ? {} : { coverImageId }),
  };
}

/** The place between two neighbours; `undefined` when they stand too close and all have to be placed anew. */
export function placeBetween(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return middle > before && middle < after ? middle : undefined;
}
