import type { JobsContext } from '../../context.ts';
import { retryJob as retry } from '../../operations/retry-job.ts';
import { answerJob } from '../answer-job.ts';

export const retryJob = async (_: unknown, { id }: { id: string }, context: JobsContext) =>
  answerJob(await retry(context.desk, context.viewer, { id, billing: context.billing }), context);
