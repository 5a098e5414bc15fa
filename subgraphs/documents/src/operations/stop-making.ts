import { isRemoteRefusal } from '@modu/paid-work';
import type { SpeechClip } from '../domain/speech-clip.ts';
import type { Desk } from './desk.ts';
import type { Made } from './without-lost.ts';

/**
 * Ends the job of what is about to be deleted: no run makes it again, and its credits go back. A job that has ended, or whose result is
 * being made final, stays as it is. @returns whether nothing will come of it any more.
 */
export async function stopMaking(
  { jobs }: Pick<Desk, 'jobs'>,
  { state, jobId, ownerId }: Made & { readonly ownerId: string },
): Promise<boolean> {
  if (state === 'READY') return false;
  if (!isRemoteRefusal(await jobs.cancelJob(ownerId, jobId))) return true;
  const job = await jobs.find(jobId);
  return !job || job.status === 'FAILED' || job.status === 'CANCELED';
}

/** Likewise for a clip: files that its runs have stored are not paid for, and known by the clip alone. They go before it does. */
export async function stopSpeaking(desk: Pick<Desk, 'jobs' | 'clips' | 'assets'>, clip: SpeechClip): Promise<void> {
  if (!(await stopMaking(desk, clip))) return;
  for (const assetId of await desk.clips.files(clip.id)) await desk.assets.deleteAsset(clip.ownerId, assetId);
}
