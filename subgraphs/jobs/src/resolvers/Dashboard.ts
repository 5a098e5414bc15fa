import { isRefusal } from '@modu/errors';
import { actsFor } from '@modu/viewer';
import type { JobsContext } from '../context.ts';
import { readOutcomes } from '../operations/read-outcomes.ts';
import { refusalError } from './refusal-error.ts';

interface DashboardOf {
  readonly id: string;
}

export const Dashboard = {
  /** Nobody has a dashboard of somebody else. */
  __resolveReference: ({ id }: DashboardOf, { viewer }: JobsContext): DashboardOf | null =>
    actsFor(viewer, 'read') === id ? { id } : null,
  jobs: async (_: DashboardOf, span: Parameters<typeof readOutcomes>[2], context: JobsContext) => {
    const outcomes = await readOutcomes(context.desk, context.viewer, span);
    if (isRefusal(outcomes)) throw refusalError(outcomes, context);
    return outcomes;
  },
};
