import type { JobsContext } from '../../context.ts';
import { readAdminQueue } from '../../operations/admin-queue.ts';

export const adminQueue = (_: unknown, _args: unknown, { desk, viewer }: JobsContext) => readAdminQueue(desk, viewer);
