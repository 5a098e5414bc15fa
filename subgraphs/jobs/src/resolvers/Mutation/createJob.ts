import type { JobsContext } from '../../context.ts';
import { createJob as create } from '../../operations/create-job.ts';
import { answerJob } from '../answer-job.ts';

export const createJob = async (_: unknown, { input }: { input: unknown }, context: JobsContext) =>
  answerJob(await create(context.desk, context.viewer, input), context);
