import { requireUser } from '@modu/viewer';
import type { JobsContext } from '../context.ts';
import { jobsPerMinuteMax } from '../domain/tier.ts';

export const Queue = {
  limits: async (_: unknown, _args: unknown, { billing, viewer }: JobsContext) => {
    const { tier, runningJobsMax, queuedJobsMax } = await billing.accountTerms(requireUser(viewer, 'read'));
    return { runningJobsMax, queuedJobsMax, jobsPerMinuteMax: jobsPerMinuteMax(tier) };
  },
};
