import { z } from 'zod';
import { isMoment } from './moment.ts';

/** Where a timeline stopped counting. */
export interface TimelineEnd {
  readonly at: Date;
  /** The search found no word and went by likeness; what follows must do the same. */
  readonly near: boolean;
}

const parts = z.tuple([z.number().refine(isMoment), z.union([z.literal(0), z.literal(1)])]);

/** Reads a cursor's parts; they come from outside. `undefined` for what a timeline never gave. */
export function parseTimelineEnd(given: unknown): TimelineEnd | undefined {
  const read = parts.safeParse(given);
  return read.success ? { at: new Date(read.data[0]), near: read.data[1] === 1 } : undefined;
}
