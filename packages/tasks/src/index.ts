export { defineTask } from './task.ts';
export type { Task } from './task.ts';
export { startScheduler } from './scheduler.ts';
export type { Schedule, Scheduler } from './scheduler.ts';
export { createTaskQueue } from './queue.ts';
export type { EnqueueOptions, PlacedTask, QueueOptions, Sql, TaskQueue, Within } from './queue.ts';
export { LINE_SLOTS_MAX } from './order/line-place.ts';
export type { LinePlace } from './order/line-place.ts';
export type { LineMove } from './order/move-line.ts';
export {
  afterTurn,
  chooseLine,
  decayed,
  dueAt,
  HALF_LIFE_MS,
  OVERDUE_EVERY,
  PATIENCE_MS,
  TIER_MAX,
  TURN_GRACE,
} from './order/policy.ts';
export type { Line, Moment, WaitingTask } from './order/policy.ts';
export type { Room } from './order/rooms.ts';
export { createSlotPool } from './slot-pool.ts';
export type { SlotPool } from './slot-pool.ts';
export { QUICK_TIMINGS, TIMINGS } from './timings.ts';
export type { Timings } from './timings.ts';
export type { TaskState } from './states.ts';
export { TaskAbortedError, TaskInputError, TaskRetryError } from './task-error.ts';
export type { TaskAbortCode } from './task-error.ts';
export { defineConsumer, startWorker } from './worker.ts';
export type { Worker, WorkerOptions } from './worker.ts';
export type { WorkerEntry } from './worker-registry.ts';
export type { Consumer, RunContext } from './pump.ts';
