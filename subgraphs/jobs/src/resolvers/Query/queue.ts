import type { JobsContext } from '../../context.ts';
import { readQueue } from '../../operations/read-queue.ts';

export const queue = (_: unknown, _args: unknown, { desk, viewer }: JobsContext) => readQueue(desk, viewer);
