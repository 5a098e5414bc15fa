import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { z } from 'zod';
import { isMoment } from './moment.ts';

/** In the order in which they stand when they happened in one moment, the last first. */
export const ACTIVITY_KINDS = ['BOARD_MADE', 'IMAGE_MADE', 'SHARE_MADE', 'SHARE_REVOKED', 'SHARE_VIEWED'] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Something that happened in a gallery. */
export interface Activity {
  readonly kind: ActivityKind;
  /** Of the event: the picture's, board's or link's own, or the number of the look. */
  readonly eventId: string;
  readonly at: Date;
  readonly imageId: string | null;
  readonly boardId: string | null;
  readonly shareId: string | null;
}

/** Where a page of the feed goes on. */
export type ActivityPosition = Pick<Activity, 'at' | 'kind' | 'eventId'>;

const cursor = z.tuple([z.number().refine(isMoment), z.enum(ACTIVITY_KINDS), z.string().regex(/^[\da-f-]{1,36}$/)]);

/** What the feed is ordered by, as a cursor holds it. */
export function cursorOfActivity({ at, kind, eventId }: Activity): readonly (string | number)[] {
  return [at.getTime(), kind, eventId];
}

/** Reads a cursor's parts; they come from outside. */
export function parseActivityPosition(parts: readonly unknown[]): ActivityPosition | Refusal {
  const read = cursor.safeParse(parts);
  if (!read.success) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  return { at: new Date(read.data[0]), kind: read.data[1], eventId: read.data[2] };
}
