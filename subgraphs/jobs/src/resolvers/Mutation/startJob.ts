import type { JobsContext } from '../../context.ts';
import { startJob as start } from '../../operations/run-steps.ts';
import { answerJob } from '../answer-job.ts';

export const startJob = async (_: unknown, args: { id: string; attempt: number }, context: JobsContext) =>
  answerJob(await start(context.desk, context.viewer, args), context);
