import type { JobsContext } from '../../context.ts';
import { cancelJob as cancel } from '../../operations/cancel-job.ts';
import { answerJob } from '../answer-job.ts';

export const cancelJob = async (_: unknown, { id }: { id: string }, context: JobsContext) =>
  answerJob(await cancel(context.desk, context.viewer, id), context);
