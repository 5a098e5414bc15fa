import type { DocumentHead, Reader } from '@modu/engine-reading';
import { ReadingError } from '@modu/engine-reading';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, parsePayload, sealRun, settleRun } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, Run } from '@modu/paid-work';
import { readJobSchema } from '../contracts.ts';
import type { ReadJob } from '../contracts.ts';
import { titleOf } from '../domain/document.ts';
import type { Document } from '../domain/document.ts';
import { DOCUMENT_BYTES_MAX } from '../domain/read-request.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { withFileComing } from './fetch-file.ts';
import type { StepProgress } from './step-progress.ts';
import { isMade, mustKeep, workInParts } from './work-in-parts.ts';

/** What a run works with. */
export interface RunTools {
  readonly clients: { readonly jobs: JobsClient; readonly billing: BillingClient; readonly assets: AssetsClient };
  readonly documents: DocumentStore;
  readonly reader: Reader;
  readonly progressOf: (run: Run) => StepProgress;
  readonly logger: Logger;
}

/** The document that a job results in. */
export const documentIdOf = (jobId: string): string => deriveId('document', jobId);

/** Reads a document part by part; what an earlier run of the job has kept is not read again. */
export function createRunReadJob(tools: RunTools): (run: Run) => Promise<void> {
  return async (run) => {
    const { jobId, ownerId } = run;
    const { data: coming } = readJobSchema.safeParse(run.payload);
    if (coming) tools.reader.expect(coming);
    const begun = await beginRun(tools, run);
    await ensureHold(tools, run);
    const job = parsePayload(readJobSchema, run.payload);
    const documentId = documentIdOf(jobId);
    const outcome = { resultType: 'Document', resultId: documentId };
    const discard = async () => void (await tools.documents.remove(documentId, ownerId));
    const [known] = await tools.documents.find([documentId], ownerId);
    if (!isMade(known, begun)) {
      await workInParts(run, { work: (onKept) => read(tools, run, { job, known, onKept }), discard });
      await sealRun(tools, run, { outcome, discard });
      await tools.documents.finish(documentId);
    }
    const chargedCredits = await settleRun(tools, run);
    await endRun(tools, run, { chargedCredits, ...outcome });
    tools.logger.info({ jobId, documentId }, 'a document was read');
  };
}

interface Reading {
  readonly job: ReadJob;
  /** What an earlier run has begun. */
  readonly known: Document | undefined;
  readonly onKept: () => void;
}

async function read(tools: RunTools, run: Run, { job, known, onKept }: Reading): Promise<void> {
  const { documents, reader, clients, progressOf } = tools;
  const { jobId, ownerId, signal } = run;
  const id = documentIdOf(jobId);
  const tellProgress = progressOf(run);
  const { assetId, filename, language, recognise } = job;
  let partCount = known?.partCount ?? 1;
  let blockCount = known?.blockCount ?? 0;
  const onHead = async (head: DocumentHead) => {
    const title = titleOf(head.title, filename);
    const begun = await documents.begin({ ...head, id, ownerId, assetId, jobId, title });
    partCount = begun.partCount;
    tellProgress(begun.partsRead, partCount);
  };
  const order = { filename, language, fromPart: (known?.partsRead ?? 0) + 1, recognise };
  const fetching = { ownerId, assetId, sizeBytesMax: DOCUMENT_BYTES_MAX, signal };
  // It takes the reader a while to start: meanwhile the file is fetched.
  await withFileComing(clients.assets, fetching, (path, fetched) =>
    reader.read(
      { path, fetched, ...order },
      {
        signal,
        onHead,
        onParts: async (parts) => {
          await mustKeep(tools, run, await documents.keepParts(id, parts));
          onKept();
          blockCount += parts.reduce((sum, { blocks }) => sum + blocks.length, 0);
          tellProgress(parts.at(-1)?.number ?? 0, partCount);
        },
      },
    ),
  );
  if (blockCount === 0) throw new ReadingError('NO_TEXT', 'Nothing in the document can be read.');
}
