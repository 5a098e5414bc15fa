import { AccessError } from '@modu/errors';
import type { JobsContext } from '../../context.ts';

/** `null` for a job that does not exist and for one that is not the viewer's alike. */
export const job = (_: unknown, { id }: { id: string }, { viewer, jobs }: JobsContext) => {
  if (viewer.kind === 'anonymous') throw new AccessError('UNAUTHENTICATED', 'Sign in to do this.');
  return jobs.load(id);
};
