import { TaskInputError } from '../task-error.ts';
import type { Task } from '../task.ts';
import { TIER_MAX } from './policy.ts';

/** Where a task stands: in the line of the person it is for. */
export interface LinePlace {
  readonly ownerId: string;
  /** 0 to 4; people of a higher tier go first. */
  readonly tier: number;
  /** How many of this person's tasks may run at once, over all workers and tasks: 1 to `LINE_SLOTS_MAX`. */
  readonly slots: number;
  /** Expected work, in milliseconds of one engine: what fairness counts. */
  readonly costMs: number;
}

export const LINE_SLOTS_MAX = 100;

interface PlaceColumns {
  readonly priority?: number;
  readonly group?: { readonly id: string; readonly tier: string };
}

/**
 * pg-boss keeps a group with each job; the order policy reads the place from there.
 * @throws TaskInputError when it is out of range, or when the task stands in no line but should, or the other way round.
 */
export function toColumns(task: Task, place: LinePlace | undefined): PlaceColumns {
  if (task.inLines !== Boolean(place)) {
    throw new TaskInputError(`The task "${task.name}" stands in ${task.inLines ? 'a line' : 'no line'}.`);
  }
  if (!place) return {};
  const { ownerId, tier, slots, costMs } = place;
  if (!ownerId) throw new TaskInputError('A line must be somebody’s.');
  if (!Number.isInteger(slots) || slots < 1 || slots > LINE_SLOTS_MAX) {
    throw new TaskInputError(`A line's slots must be 1 to ${LINE_SLOTS_MAX}, not ${slots}.`);
  }
  if (!Number.isInteger(tier) || tier < 0 || tier > TIER_MAX) {
    throw new TaskInputError(`A tier must be 0 to ${TIER_MAX}, not ${tier}.`);
  }
  if (!Number.isFinite(costMs) || costMs < 0) throw new TaskInputError(`The cost must not be ${costMs}.`);
  return { priority: tier, group: { id: ownerId, tier: `${slots}:${Math.round(costMs)}` } };
}

/** The same in SQL, for a row of pg-boss's jobs. */
export const SLOTS_SQL = `split_part(group_tier, ':', 1)::int`;
export const COST_SQL = `coalesce(nullif(split_part(group_tier, ':', 2), '')::float8, 0)`;
