import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { z } from 'zod';
import type { Image } from './image.ts';
import { isMoment } from './moment.ts';

export type ImageSort = 'NEWEST' | 'OLDEST' | 'LARGEST';

/** Where a page of a list begins: after a picture, or at a place that a timeline tells. */
export interface ImagePosition {
  readonly createdAt: Date;
  readonly id: string;
  /** Of LARGEST only. */
  readonly pixels?: number;
  /** The search found no word and went by likeness; the next page must do the same. */
  readonly near?: boolean;
}

/** Day (UTC) and pictures to pass over within it. */
export interface ImagePlace {
  readonly dayStart?: Date;
  readonly skip: number;
}

const cursor = z.tuple([
  z.number().refine(isMoment),
  z.uuid(),
  z.number().int().min(0).max(2_147_483_647),
  z.union([z.literal(0), z.literal(1)]),
]);

/** What a list is ordered by, as a cursor holds it. */
export function cursorOf({ createdAt, id, width, height }: Image, near: boolean): readonly (string | number)[] {
  return cursorAt({ createdAt, id, pixels: width * height }, near);
}

/** The same of a place that need not be a picture of the page. */
export function cursorAt({ createdAt, id, pixels = 0 }: ImagePosition, near: boolean): readonly (string | number)[] {
  return [createdAt.getTime(), id, pixels, near ? 1 : 0];
}

/** Reads a cursor's parts; they come from outside. */
export function parsePosition(parts: readonly unknown[]): ImagePosition | Refusal {
  const read = cursor.safeParse(parts);
  if (!read.success) return refuse('INVALID_INPUT', 'page.cursor', { path: ['after'] });
  const [createdAtMs, id, pixels, near] = read.data;
  return { createdAt: new Date(createdAtMs), id, pixels, near: near === 1 };
}

const SKIP_MAX = 10_000_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a place in a timeline. */
export function parsePlace({
  day,
  skip,
}: {
  readonly day?: string | null;
  readonly skip?: number | null;
}): ImagePlace | Refusal {
  const passed = skip ?? 0;
  const dayStart = day ? new Date(`${day}T00:00:00Z`) : undefined;
  const isDay = !dayStart || (DAY.test(day ?? '') && isMoment(dayStart.getTime()));
  if (!isDay || passed < 0 || passed > SKIP_MAX) return refuse('INVALID_INPUT', 'images.place', { path: ['beginAt'] });
  return { skip: passed, ...(dayStart ? { dayStart } : {}) };
}
