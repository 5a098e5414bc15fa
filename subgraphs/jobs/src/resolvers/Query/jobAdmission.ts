import type { JobsContext } from '../../context.ts';
import { admitJob } from '../../operations/admit-job.ts';
import { answerJob } from '../answer-job.ts';

export const jobAdmission = async (
  _: unknown,
  { input }: { input: Parameters<typeof admitJob>[2] },
  context: JobsContext,
) => {
  const found = await admitJob(context.desk, context.viewer, input);
  return found && answerJob(found, context);
};
