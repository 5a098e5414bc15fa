import { deriveId } from '@modu/ids';
import type { JobsClient } from './jobs-client.ts';
import type { JobOrder } from './order-job.ts';
import { isRemoteRefusal } from './remote-answer.ts';
import { wishOf } from './wish.ts';

type Repeated = Pick<JobOrder, 'ownerId' | 'kind' | 'key' | 'asked'>;

/**
 * The job that the same wish was made into under its key. It is looked for before the wish is looked at: what it needs may be gone by now,
 * a file or a voice, and its sender asks only what became of it. Undefined where there is none, or where another wish was made.
 */
export async function findRepeated(
  { jobs }: { readonly jobs: Pick<JobsClient, 'find' | 'createJob'> },
  { ownerId, kind, key, asked }: Repeated,
): Promise<{ readonly id: string } | undefined> {
  if (!key) return undefined;
  const id = deriveId('job', ownerId, key);
  if (!(await jobs.find(id))) return undefined;
  // Of a job that is there only its wish is compared; jobs go with their owner's account alone.
  const none = { priority: 0, queuedJobsMax: 0, runningJobsMax: 1, quotedCredits: 0, estimatedMs: 0 };
  const found = await jobs.createJob({ ...none, id, kind, ownerId, payload: { wish: wishOf(asked) } });
  return isRemoteRefusal(found) ? undefined : { id: found.id };
}
