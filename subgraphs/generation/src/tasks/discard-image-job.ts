import { discardFiles } from '@modu/paid-work';
import type { DeadJob } from '@modu/paid-work';
import { imageIdOf, indicesOf, storageKeyOf } from '../domain/batch.ts';
import { BATCH_MAX } from '../domain/request.ts';
import type { RunTools } from './run-image-job.ts';

/** Deletes the pictures that runs of a dead job have stored and not brought into the gallery. */
export function createDiscardImageJob({
  clients: { assets, gallery },
}: Pick<RunTools, 'clients'>): (job: DeadJob) => Promise<void> {
  return async ({ jobId, ownerId, attempt }) => {
    const keys: string[] = [];
    for (const index of indicesOf(BATCH_MAX))
      if ((await gallery.find(ownerId, imageIdOf(jobId, index))) === null) keys.push(storageKeyOf(jobId, index));
    await discardFiles(assets, { ownerId, attempt, keys });
  };
}
