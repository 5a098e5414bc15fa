import type { JobsContext } from '../../context.ts';
import { completeJob as complete } from '../../operations/run-steps.ts';
import { answerJob } from '../answer-job.ts';

type Input = Parameters<typeof complete>[2];

export const completeJob = async (_: unknown, { input }: { input: Input }, context: JobsContext) =>
  answerJob(await complete(context.desk, context.viewer, input), context);
