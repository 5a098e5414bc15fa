import { isRefusal } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { answer } from '@modu/subgraph';
import type { JobsContext } from '../context.ts';
import type { Job } from '../domain/job.ts';
import { toView } from '../live/job-view.ts';
import { messages } from '../messages.ts';

/** `Job | Refusal`, as all mutations of one job answer. */
export function answerJob(result: Job | Refusal, { viewer, hub }: JobsContext) {
  const shown = isRefusal(result) ? result : toView(result, { progress: hub.progressOf(result.id) });
  return answer(shown, { typename: 'Job', viewer, catalog: messages });
}
