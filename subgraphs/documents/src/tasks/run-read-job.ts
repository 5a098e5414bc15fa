import type { DocumentHead, Reader, Reading } from '@modu/engine-reading';
import { ReadingError } from '@modu/engine-reading';
import { deriveId } from '@modu/ids';
import type { Logger } from '@modu/logger';
import { beginRun, endRun, ensureHold, RunFailure, sealRun, settleRun } from '@modu/paid-work';
import type { AssetsClient, BillingClient, JobsClient, Run } from '@modu/paid-work';
import { readJobSchema } from '../contracts.ts';
import type { ReadJob } from '../contracts.ts';
import { titleOf } from '../domain/document.ts';
import { DOCUMENT_BYTES_MAX } from '../domain/read-request.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { withFile } from './fetch-file.ts';
import { isForGood } from './is-for-good.ts';
import type { PageProgress } from './page-progress.ts';

/** What a run works with. */
export interface RunTools {
  readonly clients: { readonly jobs: JobsClient; readonly billing: BillingClient; readonly assets: AssetsClient };
  readonly documents: DocumentStore;
  readonly reader: Reader;
  readonly progressOf: (run: Run) => PageProgress;
  readonly logger: Logger;
}

interface Task {
  readonly job: ReadJob;
  readonly reading: Reading;
}

/** The document that a job results in. */
export const documentIdOf = (jobId: string): string => deriveId('document', jobId);

/** Reads a document part by part; what an earlier run of the job has kept is not read again. */
export function createRunReadJob(tools: RunTools): (run: Run) => Promise<void> {
  return async (run) => {
    await beginRun(tools, run);
    const job = parsePayload(run.payload);
    // It takes a while to start: meanwhile the hold is looked at and the file fetched.
    const reading = tools.reader.open(job);
    try {
      await readAndSettle(tools, run, { job, reading });
    } finally {
      await reading.close();
    }
  };
}

async function readAndSettle(tools: RunTools, run: Run, { job, reading }: Task): Promise<void> {
  const { jobId, ownerId } = run;
  await ensureHold(tools, run);
  const documentId = documentIdOf(jobId);
  const outcome = { resultType: 'Document', resultId: documentId };
  const discard = async () => void (await tools.documents.remove(documentId, ownerId));
  try {
    await read(tools, run, { job, reading });
    await sealRun(tools, run, { outcome, discard });
  } catch (error) {
    if (isForGood(error, run.signal)) await discard();
    throw error;
  }
  await tools.documents.finish(documentId);
  const chargedCredits = await settleRun(tools, run);
  await endRun(tools, run, { chargedCredits, ...outcome });
  tools.logger.info({ jobId, documentId }, 'a document was read');
}

async function read(tools: RunTools, run: Run, { job, reading }: Task): Promise<void> {
  const { documents, clients, progressOf } = tools;
  const { jobId, ownerId, signal } = run;
  const id = documentIdOf(jobId);
  const [known] = await documents.find([id], ownerId);
  if (known?.state === 'READY') return;
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
  await withFile(clients.assets, { ownerId, assetId, sizeBytesMax: DOCUMENT_BYTES_MAX, signal }, (path) =>
    reading.read(
      { path, ...order },
      {
        signal,
        onHead,
        onParts: async (parts) => {
          if (!(await documents.keepParts(id, parts))) throw new RunFailure('SOURCE_GONE', { retryable: false });
          blockCount += parts.reduce((sum, { blocks }) => sum + blocks.length, 0);
          tellProgress(parts.at(-1)?.number ?? 0, partCount);
        },
      },
    ),
  );
  if (blockCount === 0) throw new ReadingError('NO_TEXT', 'Nothing in the document can be read.');
}

function parsePayload(payload: unknown): ReadJob {
  const parsed = readJobSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new RunFailure('INVALID_REQUEST', { retryable: false, cause: parsed.error });
}
