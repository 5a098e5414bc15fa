import type { JobsContext } from '../../context.ts';
import { failJob as fail } from '../../operations/run-steps.ts';
import { answerJob } from '../answer-job.ts';

type Input = Parameters<typeof fail>[2];

export const failJob = async (_: unknown, { input }: { input: Input }, context: JobsContext) =>
  answerJob(await fail(context.desk, context.viewer, input), context);
