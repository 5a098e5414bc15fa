import { jobDiscardTask } from '@modu/jobs/contracts';
import { createJobDiscarder, discardFiles } from '@modu/paid-work';
import type { AssetsClient, DeadJob, JobsClient } from '@modu/paid-work';
import type { Consumer } from '@modu/tasks';
import { JOB_KINDS } from '../contracts.ts';
import type { ClipStore } from '../store/clip-store.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { RenditionStore } from '../store/rendition-store.ts';
import type { TranscriptStore } from '../store/transcript-store.ts';
import { brailleFileKeys, renditionIdOf } from './run-braille-job.ts';
import { documentIdOf } from './run-read-job.ts';
import { clipIdOf } from './run-speak-job.ts';
import { transcriptIdOf } from './run-transcribe-job.ts';

interface Tools {
  readonly clients: { readonly jobs: JobsClient; readonly assets: AssetsClient };
  readonly documents: DocumentStore;
  readonly renditions: RenditionStore;
  readonly clips: ClipStore;
  readonly transcripts: TranscriptStore;
}

/** Removes what runs of dead jobs have begun or stored, of each kind its own. */
export function createDiscarders({ clients, documents, renditions, clips, transcripts }: Tools): Consumer[] {
  const { assets } = clients;
  const discards: Readonly<Record<string, (job: DeadJob) => Promise<unknown>>> = {
    [JOB_KINDS.READ]: ({ jobId, ownerId }) => documents.remove(documentIdOf(jobId), ownerId),
    [JOB_KINDS.TRANSCRIBE]: ({ jobId, ownerId }) => transcripts.remove(transcriptIdOf(jobId), ownerId),
    [JOB_KINDS.BRAILLE]: async ({ jobId, ownerId, attempt }) => {
      await discardFiles(assets, { ownerId, attempt, keys: brailleFileKeys(jobId) });
      await renditions.remove(renditionIdOf(jobId), ownerId);
    },
    [JOB_KINDS.SPEAK]: async ({ jobId, ownerId }) => {
      const id = clipIdOf(jobId);
      for (const assetId of await clips.files(id)) await assets.deleteAsset(ownerId, assetId);
      await clips.remove(id, ownerId);
    },
  };
  return Object.entries(discards).map(([kind, discard]) =>
    createJobDiscarder({ task: jobDiscardTask(kind), clients, discard: async (job) => void (await discard(job)) }),
  );
}
