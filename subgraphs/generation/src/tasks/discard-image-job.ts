import { discardFiles } from '@modu/paid-work';
import type { DeadJob } from '@modu/paid-work';
import { imageIdOf, indicesOf, storageKeyOf } from '../domain/batch.ts';
import { BATCH_MAX } from '../domain/request.ts';
import type { RunTools } from './run-image-job.ts';

/**
 * Deletes the pictures that runs of a dead job have stored, also those that they had brought into the gallery: a job that
 * ends without a result was not paid for, and a batch that failed at its last picture gives away none of the others.
 */
export function createDiscardImageJob({
  clients: { assets, gallery },
}: Pick<RunTools, 'clients'>): (job: DeadJob) => Promise<void> {
  return async ({ jobId, ownerId, attempt }) => {
    const indices = indicesOf(BATCH_MAX);
    const ids = indices.map((index) => imageIdOf(jobId, index));
    await gallery.remove(ownerId, ids);
    await discardFiles(assets, { ownerId, attempt, keys: indices.map((index) => storageKeyOf(jobId, index)) });
  };
}
