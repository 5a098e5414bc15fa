import type { JobsContext } from '../../context.ts';
import { setPaused } from '../../operations/admin-queue.ts';

export const resumeQueue = (_: unknown, _args: unknown, { desk, viewer }: JobsContext) =>
  setPaused(desk, viewer, false);
