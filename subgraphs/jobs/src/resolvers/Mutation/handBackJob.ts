import type { JobsContext } from '../../context.ts';
import { handBackJob as handBack } from '../../operations/run-steps.ts';
import { answerJob } from '../answer-job.ts';

export const handBackJob = async (_: unknown, args: Parameters<typeof handBack>[2], context: JobsContext) =>
  answerJob(await handBack(context.desk, context.viewer, args), context);
