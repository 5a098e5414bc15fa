import { TaskInputError } from './task-error.ts';
import type { Task } from './task.ts';

/** Tasks that share a bound, for example those of one person. */
export interface TaskGroup {
  readonly id: string;
  /** How many of the group may run at once, over all workers: 1 to `GROUP_SLOTS_MAX`. */
  readonly slots: number;
}

export const GROUP_SLOTS_MAX = 100;

/** pg-boss bounds groups by the name of a tier; ours are named by their bound. */
export const GROUP_CONCURRENCY = {
  default: 1,
  tiers: Object.fromEntries(Array.from({ length: GROUP_SLOTS_MAX }, (_, index) => [String(index + 1), index + 1])),
};

/** @throws TaskInputError when the task takes no groups or the bound is out of range. */
export function groupOf(task: Task, { id, slots }: TaskGroup): { id: string; tier: string } {
  if (!task.grouped) throw new TaskInputError(`The task "${task.name}" takes no groups.`);
  if (!Number.isInteger(slots) || slots < 1 || slots > GROUP_SLOTS_MAX) {
    throw new TaskInputError(`A group's slots must be 1 to ${GROUP_SLOTS_MAX}, not ${slots}.`);
  }
  return { id, tier: String(slots) };
}
