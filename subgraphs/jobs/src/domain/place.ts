import type { Line } from '@modu/tasks';
import type { Forecast } from './foresee.ts';
import type { Job } from './job.ts';

/** Of a job whose turn is too far down the queue to be foretold. */
export interface FarBack {
  /** Its place in the queue at best. */
  readonly positionMin: number;
}

/** Where a job waits. */
export type Place = Forecast | FarBack;

export const isForetold = (place: Place): place is Forecast => 'position' in place;

interface Played {
  readonly line: Line;
  /** A line of so many has more that are not known. */
  readonly firstMax: number;
  /** How many turns were foretold, none of them the job's. */
  readonly turns: number;
}

/**
 * Behind all turns that were foretold, and behind those before it in its own line. Who is in no line waits for another try, and may be
 * the first when its time comes: nothing is told of it.
 */
export function farBack(
  { id, attempt }: Pick<Job, 'id' | 'attempt'>,
  { line, firstMax, turns }: Played,
): FarBack | undefined {
  const index = line.waiting.findIndex((task) => task.id === id);
  if (index >= 0) return { positionMin: Math.max(turns, index) + 1 };
  const isCut = line.waiting.length >= firstMax;
  return isCut && attempt === 0 ? { positionMin: Math.max(turns, firstMax) + 1 } : undefined;
}
