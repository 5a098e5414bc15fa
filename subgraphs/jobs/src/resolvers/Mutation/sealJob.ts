import type { JobsContext } from '../../context.ts';
import { sealJob as seal } from '../../operations/run-steps.ts';
import { answerJob } from '../answer-job.ts';

export const sealJob = async (_: unknown, args: Parameters<typeof seal>[2], context: JobsContext) =>
  answerJob(await seal(context.desk, context.viewer, args), context);
