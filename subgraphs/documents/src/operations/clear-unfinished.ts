import type { Logger } from '@modu/logger';
import type { Desk } from './desk.ts';

const STALE_AFTER_MS = 30 * 60_000;

/** Removes documents whose reading ended without a result and whose worker could not clean up. @returns how many. */
export async function clearUnfinished(
  { documents, jobs }: Pick<Desk, 'documents' | 'jobs'>,
  { logger, now }: { readonly logger: Logger; readonly now: Date },
): Promise<number> {
  let cleared = 0;
  for (const { id, jobId, ownerId } of await documents.listStale(new Date(now.getTime() - STALE_AFTER_MS))) {
    const job = await jobs.find(jobId);
    if (job && job.status !== 'FAILED' && job.status !== 'CANCELED') continue;
    if (await documents.remove(id, ownerId)) cleared += 1;
    logger.info({ documentId: id, jobId }, 'a document that nobody goes on reading was removed');
  }
  return cleared;
}
